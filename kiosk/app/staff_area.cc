#include "kiosk/app/staff_area.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/base/log.h"
#include "kiosk/crypto/pin_hash.h"

namespace kiosk::app {
namespace {

using screens::StaffNote;
using screens::StaffPage;

constexpr double kIdle = 60;      // seconds without a touch, then the area closes
constexpr double kCleaning = 30;  // seconds in which touches count for nothing
constexpr double kOffer = 10;     // seconds in which more of them are offered

int whole_seconds(double seconds) { return static_cast<int>(std::ceil(std::max(0.0, seconds))); }

}  // namespace

bool StaffArea::knocked(const Touch& touch, const ui::Panel& panel, double seconds) {
  if (!gesture_.touch(touch, panel, seconds) || !gate_.has_pin()) return false;
  opened_ = true;
  last_input_ = seconds;
  show_page(StaffPage::pin);
  view_.locked_seconds = whole_seconds(gate_.locked_for(seconds));
  return true;
}

void StaffArea::show(screens::StaffView view, double seconds) {
  opened_ = true;
  last_input_ = seconds;
  clean_until_ = seconds + view.seconds_left;
  view_ = std::move(view);
}

void StaffArea::close() {
  opened_ = false;
  digits_.clear();
  view_ = {};
}

void StaffArea::show_page(StaffPage page) {
  digits_.clear();
  view_ = {};
  view_.page = page;
  if (page == StaffPage::status && parts_.facts) view_.facts = parts_.facts();
}

void StaffArea::back(double seconds) {
  last_input_ = seconds;
  if (view_.page == StaffPage::pin || view_.page == StaffPage::status) return close();
  show_page(StaffPage::status);
}

void StaffArea::enter_digit(char digit) {
  if (digits_.size() < crypto::kMostPinDigits) digits_ += digit;
  view_.digits = digits_.size();
  view_.note = StaffNote::none;
}

void StaffArea::enter(double seconds) {
  bool right = gate_.try_pin(digits_, seconds);
  digits_.clear();
  if (right) return show_page(StaffPage::status);
  view_.digits = 0;
  view_.note = StaffNote::wrong_pin;
  view_.locked_seconds = whole_seconds(gate_.locked_for(seconds));
}

void StaffArea::ask(Request request) {
  Status asked = parts_.requests.ask(request);
  if (!asked.ok()) log(Priority::error, "staff asked for " + name_of(request) + ": " + asked.error().message);
  show_page(StaffPage::status);
  view_.note = !asked.ok()                           ? StaffNote::cannot
               : request == Request::accept_expired ? StaffNote::expired_accepted
                                                    : StaffNote::asked;
}

void StaffArea::act(const std::string& argument, double seconds) {
  last_input_ = seconds;
  if (argument.starts_with("digit-") && view_.page == StaffPage::pin) return enter_digit(argument.back());
  if (argument == "erase" && !digits_.empty()) digits_.pop_back(), view_.digits = digits_.size();
  if (argument == "enter" && view_.page == StaffPage::pin && !digits_.empty()) return enter(seconds);
  if (view_.page == StaffPage::pin) return;  // what follows is for those who are past it

  if (argument == "status") return show_page(StaffPage::status);
  if (argument == "ask-rollback") return show_page(StaffPage::confirm_rollback);
  if (argument == "ask-restart") return show_page(StaffPage::confirm_restart);
  if (argument == "ask-expired") return show_page(StaffPage::confirm_expired);
  if (argument == "accept-expired" && view_.page == StaffPage::confirm_expired) return ask(Request::accept_expired);
  if (argument == "rollback") return ask(Request::rollback);
  if (argument == "restart") return ask(Request::restart);
  if (argument == "reboot") return ask(Request::reboot);
  if (argument == "update") return ask(Request::update);
  if (argument == "clean") {
    show_page(StaffPage::clean);
    clean_until_ = seconds + kCleaning;
    view_.seconds_left = whole_seconds(kCleaning);
  }
  if (argument == "sound") {
    bool heard = parts_.play_sound && parts_.play_sound();
    view_.note = heard ? StaffNote::sound_played : StaffNote::no_sound;
  }
  if (argument == "touch") return show_page(StaffPage::touch_test);
  if (argument.starts_with("touched-")) view_.touched.insert(std::atoi(argument.c_str() + 8));
}

bool StaffArea::tick(double seconds) {
  if (!opened_) return false;
  screens::StaffView before = view_;
  if (view_.page == StaffPage::clean) {
    view_.seconds_left = whole_seconds(clean_until_ - seconds);
    if (view_.seconds_left == 0) {
      show_page(StaffPage::cleaned);
      last_input_ = seconds;
    }
  } else if (seconds - last_input_ >= (view_.page == StaffPage::cleaned ? kOffer : kIdle)) {
    close();
    return true;
  }
  if (view_.page == StaffPage::pin) view_.locked_seconds = whole_seconds(gate_.locked_for(seconds));
  return view_.seconds_left != before.seconds_left || view_.page != before.page ||
         view_.locked_seconds != before.locked_seconds;
}

double StaffArea::next_tick(double seconds) const {
  if (!opened_) return std::numeric_limits<double>::infinity();
  if (view_.page == StaffPage::clean || view_.locked_seconds > 0) return std::floor(seconds + 1);
  return last_input_ + (view_.page == StaffPage::cleaned ? kOffer : kIdle);
}

}  // namespace kiosk::app
