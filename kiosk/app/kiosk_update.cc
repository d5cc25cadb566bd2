// The part of Kiosk that has to do with updates: what it hears of them, and how much of that stands on a page.
#include <utility>

#include "kiosk/app/kiosk.h"

namespace kiosk::app {
namespace {

constexpr float kLowPanelMm = 115;  // seven inches across

}  // namespace

void Kiosk::see_update(std::optional<update::Progress> progress, std::optional<update::OutcomeRecord> ended,
                       double seconds) {
  tick(seconds);
  dirty_ = update_.see(std::move(progress), std::move(ended), seconds_) || dirty_;
}

// Words come and go with a page only, or while nobody is here; never under a finger, in the dark, or beside the
// warning, which has little room. A low panel has none for them but where nobody reads, and there only for how it
// ended.
ui::UpdateStrip Kiosk::update_strip() {
  const screens::Place& place = session_.here();
  auto index = [](const std::optional<size_t>& number) { return number ? std::to_string(*number) : ""; };
  std::string page = staff_.opened() ? screens::name_of(staff_.view()) : screens::name_of(place.screen);
  for (const std::string& part : {place.argument, index(place.large), index(place.code), std::to_string(place.page)})
    page += "/" + part;
  bool another = std::exchange(drawn_page_, page) != page;
  auto whom = staff_.opened() ? UpdateNotice::For::staff : UpdateNotice::For::visitors;
  bool may_change = another || ((staff_.opened() || !in_use()) && hand_.pressed().empty());
  bool low = session_.settings.reach || static_cast<float>(parts_.panel.height) < kLowPanelMm * parts_.panel.px_per_mm;
  bool nobody_reads = staff_.opened() || !in_use();
  auto room = low ? UpdateNotice::Room::for_the_end : UpdateNotice::Room::for_all;
  if (warning_seconds() || resting_.dark() || (low && !nobody_reads)) room = UpdateNotice::Room::none;
  update_.turn(whom, may_change, room, seconds_);
  return update_.strip([&](const std::string& original) { return words(spoken_language()).tr(original); });
}

}  // namespace kiosk::app
