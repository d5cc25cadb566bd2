#include "kiosk/app/content.h"

#include <algorithm>
#include <ctime>

#include "kiosk/base/log.h"
#include "kiosk/update/time_floor.h"

namespace kiosk::app {

Content Content::of_folder(std::filesystem::path folder) {
  Content content;
  content.folder_ = std::move(folder);
  return content;
}

Content Content::of_store(std::filesystem::path store, std::filesystem::path health, std::filesystem::path built_in) {
  Content content;
  content.store_ = {std::move(store)};
  content.health_ = std::move(health);
  content.built_in_ = std::move(built_in);
  return content;
}

Result<std::unique_ptr<catalog::Catalog>> Content::open() {
  if (folder_) return catalog::Catalog::open(*folder_);
  shown_.reset();
  KIOSK_TRY(release, update::choose_release(store_, health_, built_in_));
  if (release.pending) {
    // Counted before anything of it is drawn: a release that crashes the program must not be tried for ever.
    if (Status noted = update::note_start(health_, release.version); !noted.ok())
      log(Priority::warning, noted.error().message);
  }
  auto catalog = catalog::Catalog::open(release.folder);
  if (!catalog.ok() && release.version != 0 && !built_in_.empty()) {
    log(Priority::error, "What came with the program is shown instead: " + catalog.error().message);
    release = {built_in_, 0, false, release.current};
    catalog = catalog::Catalog::open(release.folder);
  }
  if (!catalog.ok()) return catalog.error();
  shown_ = release;
  return catalog;
}

Result<std::unique_ptr<catalog::Catalog>> Content::open_again() const {
  if (folder_) return catalog::Catalog::open(*folder_);
  if (shown_) return catalog::Catalog::open(shown_->folder);
  return Error{Code::not_found, "no content is shown."};
}

void Content::confirmed() {
  if (!unproven()) return;
  if (Status noted = update::confirm(health_, shown_->version); !noted.ok())
    log(Priority::warning, noted.error().message);
  shown_->pending = false;
}

bool Content::has_moved_on() const {
  if (folder_) return false;
  if (shown_) return update::has_moved_on(store_, *shown_);
  std::error_code error;
  return std::filesystem::exists(store_.current(), error);
}

int64_t Content::current() const { return folder_ ? 0 : update::current_version(store_).value_or(0); }

screens::Moment Content::now(const catalog::Catalog& catalog, const os::Clock& clock) const {
  Date published = catalog.pack().published;
  update::TimeFloor floor{published, std::nullopt, std::nullopt};
  if (!folder_) floor = update::load_time_floor(store_.time_floor(), published);
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
