#include "kiosk/app/content.h"

#include <algorithm>
#include <ctime>
#include <set>

#include "kiosk/base/log.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::app {

Content Content::of_folder(std::filesystem::path folder) {
  Content content;
  content.folder_ = std::move(folder);
  return content;
}

Content Content::of_store(std::filesystem::path store, std::filesystem::path health, std::filesystem::path built_in,
                          std::filesystem::path first_root) {
  Content content;
  content.store_ = {std::move(store)};
  content.health_ = std::move(health);
  content.built_in_ = std::move(built_in);
  content.first_root_ = std::move(first_root);
  return content;
}

Result<std::unique_ptr<catalog::Catalog>> Content::open() {
  if (folder_) return catalog::Catalog::open(*folder_);
  shown_.reset();
  auto root = os::read_file(first_root_, update::tuf::kMaxRootBytes);
  const update::Shelves shelves{store_, health_, built_in_, root.ok() ? *root : std::string()};
  floor_ = update::load_time_floor(store_, shelves.first_root, {});
  std::set<std::filesystem::path> passed_over;
  for (;;) {
    KIOSK_TRY(release, update::choose_release(shelves, passed_over));
    if (release.pending) {
      // Counted before anything of it is drawn: a release that crashes the program must not be tried for ever.
      if (Status noted = update::note_start(health_, release.number); !noted.ok())
        log(Priority::warning, noted.error().message);
    }
    auto catalog = catalog::Catalog::open(release.folder, release.contacts);
    if (catalog.ok()) {
      shown_ = release;
      return catalog;
    }
    log(Priority::error, "Something else is shown instead: " + catalog.error().message);
    if (!passed_over.insert(release.folder).second) return catalog.error();
  }
}

Result<std::unique_ptr<catalog::Catalog>> Content::open_again() const {
  if (folder_) return catalog::Catalog::open(*folder_);
  if (shown_) return catalog::Catalog::open(shown_->folder, shown_->contacts);
  return Error{Code::not_found, "no content is shown."};
}

void Content::confirmed() {
  if (!unproven()) return;
  if (Status noted = update::confirm(health_, shown_->number); !noted.ok())
    log(Priority::warning, noted.error().message);
  shown_->pending = false;
}

bool Content::has_moved_on() const {
  if (folder_) return false;
  if (shown_) return update::has_moved_on(store_, *shown_);
  std::error_code error;
  return std::filesystem::exists(store_.current(), error);
}

int64_t Content::current() const { return folder_ ? 0 : update::current_release(store_).value_or(0); }

screens::Moment Content::now(const catalog::Catalog& catalog, const os::Clock& clock) const {
  Date published = catalog.pack().published;
  const update::TimeFloor floor{published, floor_ ? floor_->signed_at : std::nullopt};
  Date today = std::max(published, std::chrono::floor<std::chrono::days>(update::time_for_checks(floor, clock)));

  constexpr std::chrono::days kBelievableSpan{3652};
  auto moment = clock.now();
  bool believable = moment >= floor.value() && moment < floor.value() + kBelievableSpan;
  std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
  std::tm local{};
  localtime_r(&seconds, &local);
  return {today, (local.tm_wday + 6) % 7, local.tm_hour * 60 + local.tm_min, believable};
}

}  // namespace kiosk::app
