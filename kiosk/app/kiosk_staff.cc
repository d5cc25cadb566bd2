// The staff's area over the visitor's screens: it begins and ends with a fresh visit.
#include <utility>

#include "kiosk/app/kiosk.h"

namespace kiosk::app {

using screens::Screen;

void Kiosk::enter_staff_area() {
  voice_.end();
  session_ = parts_.catalog ? fresh_session(*parts_.catalog) : Session{};
  session_.settings.language = staff_.language().value_or(parts_.config.language.value_or(session_.settings.language));
  focused_.clear();
  hand_.reset();
  dirty_ = true;
}

void Kiosk::leave_staff_area_if_closed() {
  if (staff_.opened()) return;
  set_session(parts_.catalog ? fresh_session(*parts_.catalog) : Session{});
}

void Kiosk::show_staff(screens::StaffView view) {
  staff_.show(std::move(view), seconds_);
  dirty_ = true;
}

void Kiosk::act_in_staff_area(const ui::Action& action) {
  const std::string before = screens::name_of(staff_.view());
  size_t digits = staff_.view().digits;
  ui::Settings& settings = session_.settings;
  std::visit(ui::Overloaded{
                 [&](const ui::Leave&) { staff_.close(); },
                 [&](const ui::Back&) { staff_.back(seconds_); },
                 [&](const ui::Staff& staff) { staff_.act(staff, seconds_); },
                 [&](const ui::ChooseLanguage& chosen) { staff_.choose_language(chosen.language); },
                 [&](const ui::Type& typed) { staff_.type(typed.character); },
                 [&](const ui::Erase&) { staff_.erase(); },
                 [&](const ui::ToggleReach&) { settings.reach = !settings.reach; },
                 [&](const ui::TurnPage& turn) { session_.here().page = turn.page; },
                 [&](const ui::Open& open) {
                   if (open.screen != Screen::display) return;
                   settings.text_scale = settings.text_scale >= 2 ? 1 : settings.text_scale + 0.5f;
                 },
                 [](const auto&) {},
             },
             action);
  settings.language = staff_.language().value_or(settings.language);
  if (before != screens::name_of(staff_.view())) {
    focused_.clear();
    hand_.reset();
    session_.here().page = 0;
    voice_.leave_page();
  } else if (staff_.view().digits > digits) {
    voice_.key_tone();
  } else {
    voice_.pressed(focused_);
  }
  leave_staff_area_if_closed();
}

}  // namespace kiosk::app
