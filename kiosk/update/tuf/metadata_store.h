// Where the trusted metadata of this machine is kept between runs, byte for byte as it was received.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::update::tuf {

class MetadataStore {
 public:
  virtual ~MetadataStore() = default;

  // Nothing when the role was never stored; a file that cannot be read is an error.
  virtual Result<std::optional<std::string>> load(const std::string& role) = 0;

  // On return the file will survive a power cut.
  virtual Status save(const std::string& role, std::string_view bytes) = 0;
  virtual Status remove(const std::string& role) = 0;
};

// ROLE.json in one folder, role names percent-encoded.
class FolderMetadataStore : public MetadataStore {
 public:
  explicit FolderMetadataStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::optional<std::string>> load(const std::string& role) override;
  Status save(const std::string& role, std::string_view bytes) override;
  Status remove(const std::string& role) override;

 private:
  std::filesystem::path file_of(const std::string& role) const;

  std::filesystem::path folder_;
};

// A role's name as a file name and part of an address: all but letters, digits and -._~ percent-encoded (RFC 3986).
std::string encoded_role(const std::string& role);

}  // namespace kiosk::update::tuf
