// Which key belongs to which kiosk, as an office learned it: a text file `known_kiosks`, one line a kiosk. The first
// receipt under a name is believed, and from then on that name needs that key (trust on first use); or the office gives
// the file beforehand and nothing is added.
//   # key, highest number seen, name
//   9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60 12 Ganta border
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::fleet {

struct KnownKiosk {
  std::string key;     // 64 hexadecimal digits
  int64_t number = 0;  // of its newest receipt that was seen; a lower one is an old copy
  std::string name;    // may be empty
};

class KnownKiosks {
 public:
  // A file that is not there holds no kiosk. Error: Code::damaged with file and line; io.
  static Result<KnownKiosks> read(const std::filesystem::path& file);
  // Messages call the text `name`. Error: Code::damaged.
  static Result<KnownKiosks> parse(std::string_view text, const std::string& name);

  std::string format() const;
  Status write(const std::filesystem::path& file) const;

  // The reference and pointers hold until the next add().
  KnownKiosk* with_key(const std::string& key);
  const KnownKiosk* with_name(const std::string& name) const;
  void add(KnownKiosk kiosk) { all_.push_back(std::move(kiosk)); }
  const std::vector<KnownKiosk>& all() const { return all_; }

 private:
  std::vector<KnownKiosk> all_;
};

}  // namespace kiosk::fleet
