// Which catalog the kiosk shows: one folder that it was given, or the store's current release, with the one that came
// in the package behind it. A new release has to prove itself before it counts as good (kiosk/update/shown_release.h).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "kiosk/catalog/catalog.h"
#include "kiosk/os/clock.h"
#include "kiosk/screens/context.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"

namespace kiosk::app {

class Content {
 public:
  // Always this folder; nothing is proven or exchanged.
  static Content of_folder(std::filesystem::path folder);
  // `first_root`: the file of the root metadata that came with the program; read again each time.
  static Content of_store(std::filesystem::path store, std::filesystem::path health, std::filesystem::path built_in,
                          std::filesystem::path first_root);

  // Opens what is to be shown now: of the store, or else what came with the program. Error: what could not be opened,
  // and why.
  Result<std::unique_ptr<catalog::Catalog>> open();

  // What open() opened last, a second time: a catalog belongs to one thread. Error as of open().
  Result<std::unique_ptr<catalog::Catalog>> open_again() const;

  // What open() gave still has to be confirmed(): it was drawn and it answered a search.
  bool unproven() const { return shown_ && shown_->pending; }
  void confirmed();

  // Another release has become current since open(). Cheap.
  bool has_moved_on() const;
  // The release that is current in the store, shown or not; 0: none, or no store.
  int64_t current() const;

  // Civil time at the kiosk: the day by what signed data and a synchronised clock prove, never before the catalog's own
  // date; the hour only where the clock is believable, so that nothing is called open on the word of a clock at 1970.
  screens::Moment now(const catalog::Catalog& catalog, const os::Clock& clock) const;

 private:
  std::optional<std::filesystem::path> folder_;
  update::Store store_;
  std::filesystem::path health_, built_in_, first_root_;
  std::optional<update::ShownRelease> shown_;
  std::optional<update::TimeFloor> floor_;  // as proven when the content was opened; reading it takes signatures
};

}  // namespace kiosk::app
