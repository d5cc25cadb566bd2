// Gets the files of one edition into a release's folder: copied from what this store holds whole, or else fetched. Used
// to make a new release and to mend one that rotted.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/progress.h"
#include "kiosk/update/proof.h"
#include "kiosk/update/source.h"

namespace kiosk::update {

// Called often.
using OnProgress = std::function<void(const Progress&)>;

class ReleaseFiles {
 public:
  // Finds a delta that leads from one content.db to another.
  using FindDelta =
      std::function<std::optional<Wanted>(const crypto::Sha256Digest& from, const crypto::Sha256Digest& to)>;

  // All must outlive it.
  ReleaseFiles(const Store& store, Source& source, Holdings& held, const Proven& edition, const OnProgress& on_progress,
               Origin origin)
      : store_(store), source_(source), held_(held), edition_(edition), on_progress_(on_progress), origin_(origin) {}

  // Looks at what is here, byte by byte, and fetches objects.json where that is not. `into`: files that this folder
  // holds whole need not be placed there.
  Status plan(const std::filesystem::path& into, const FindDelta& find_delta);

  // After plan(). How much is to be fetched, and how much room that and what is unpacked take.
  uint64_t bytes_to_fetch() const;
  uint64_t room() const;
  bool whole() const;  // nothing is missing, in the folder nor among the objects

  // Puts what is missing into the folder, whole and synced, each file under its final name at once.
  Status place();

  uint64_t fetched() const { return fetched_; }

 private:
  std::optional<std::filesystem::path> copy_of(const char* name, const crypto::Sha256Digest& digest);
  void plan_delta(const FindDelta& find_delta);
  Status load_index();
  std::vector<ObjectEntry> missing_objects(const std::vector<ObjectEntry>& objects) const;
  uint64_t still_to_fetch(const Wanted& wanted) const;
  Status place_objects();
  Status place_contacts();
  Status place_content();
  Status place_index();
  Result<std::filesystem::path> unpack_content(const std::filesystem::path& to);
  Result<std::filesystem::path> unpack_delta(const std::filesystem::path& to);
  Status check_placed() const;
  Result<std::filesystem::path> fetch_counted(const Wanted& wanted);
  void say(Step step) const;

  const Store& store_;
  Source& source_;
  Holdings& held_;
  const Proven& edition_;
  const OnProgress& on_progress_;
  const Origin origin_;

  std::filesystem::path into_;
  bool has_contacts_ = false, has_content_ = false, has_index_ = false, has_link_ = false;
  std::optional<std::filesystem::path> contacts_, content_;  // whole copies elsewhere in the store
  struct Delta {
    Wanted wanted;
    std::filesystem::path base;
  };
  std::optional<Delta> delta_;
  std::string index_;
  std::vector<ObjectEntry> missing_;
  uint64_t fetched_ = 0, to_fetch_ = 0;
};

// Sums that stop at the largest number: sizes come out of signed files, and who signed may be wrong.
uint64_t sum_of(uint64_t a, uint64_t b);

}  // namespace kiosk::update
