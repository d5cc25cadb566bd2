#include "kiosk/app/staff_area.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/base/log.h"
#include "kiosk/crypto/pin_hash.h"
#include "kiosk/update/owner_offer.h"

namespace kiosk::app {
namespace {

using screens::StaffNote;
using screens::StaffPage;

constexpr double kIdle = 60;        // seconds without a touch, then the area closes
constexpr double kSetUpIdle = 300;  // longer, for who looks for the paper
constexpr double kCleaning = 30;    // seconds in which touches count for nothing
constexpr double kOffer = 10;       // seconds in which more of them are offered

int whole_seconds(double seconds) { return static_cast<int>(std::ceil(std::max(0.0, seconds))); }

}  // namespace

StaffArea::StaffArea(Parts parts) : parts_(std::move(parts)), gate_(parts_.pin) {
  if (parts_.set_up) set_up_.emplace(*parts_.set_up);
}

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
  if (in_set_up()) set_up_->close();
  opened_ = false;
  digits_.clear();
  view_ = {};
}

void StaffArea::begin_set_up(std::vector<catalog::Language> languages, double seconds) {
  opened_ = true;
  last_input_ = seconds;
  set_up_->begin(std::move(languages));
  show_page(StaffPage::set_up);
  show_set_up();
}

void StaffArea::show_set_up() {
  if (view_.set_up.page != set_up_->view().page) view_.touched.clear();
  view_.set_up = set_up_->view();
  view_.digits = set_up_->digits();
}

std::optional<LanguageTag> StaffArea::language() const {
  if (!in_set_up()) return std::nullopt;
  return set_up_->view().language;
}

std::optional<int> StaffArea::rotation() const {
  if (!in_set_up()) return std::nullopt;
  return set_up_->rotation();
}

void StaffArea::choose_language(const LanguageTag& language) {
  if (!in_set_up()) return;
  set_up_->choose_language(language);
  show_set_up();
}

void StaffArea::type(const std::string& character) {
  if (!in_set_up()) return;
  set_up_->type(character);
  show_set_up();
}

void StaffArea::erase() {
  if (!in_set_up()) return;
  set_up_->erase();
  show_set_up();
}

void StaffArea::show_page(StaffPage page) {
  digits_.clear();
  view_ = {};
  view_.page = page;
  if (page == StaffPage::status && parts_.facts) view_.facts = parts_.facts();
}

void StaffArea::back(double seconds) {
  last_input_ = seconds;
  if (in_set_up()) return set_up_->back() ? show_set_up() : close();
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

void StaffArea::ask(Request request, const std::string& text) {
  Status asked = parts_.requests.ask(request, text);
  if (!asked.ok()) log(Priority::error, "staff asked for " + name_of(request) + ": " + asked.error().message);
  show_page(StaffPage::status);
  view_.note = !asked.ok()                          ? StaffNote::cannot
               : request == Request::accept_expired ? StaffNote::expired_accepted
               : request == Request::owner          ? StaffNote::owner_given
                                                    : StaffNote::asked;
}

void StaffArea::act(const ui::Staff& staff, double seconds) {
  using ui::StaffDeed;
  last_input_ = seconds;
  if (staff.deed == StaffDeed::touched) view_.touched.insert(staff.number);
  if (in_set_up()) {
    set_up_->act(staff, parts_.requests, seconds);
    return show_set_up();
  }
  // What follows is for those who are past the PIN.
  if (view_.page == StaffPage::pin) return act_on_pin(staff, seconds);
  if (view_.page == StaffPage::owner) act_on_owner(staff);
  switch (staff.deed) {
    case StaffDeed::status: return show_page(StaffPage::status);
    case StaffDeed::ask_rollback: return show_page(StaffPage::confirm_rollback);
    case StaffDeed::ask_restart: return show_page(StaffPage::confirm_restart);
    case StaffDeed::ask_expired: return show_page(StaffPage::confirm_expired);
    case StaffDeed::ask_owner:
      offered_key_ = view_.facts.offered_key;
      if (!offered_key_.empty()) show_page(StaffPage::owner);
      return;
    case StaffDeed::accept_expired:
      if (view_.page == StaffPage::confirm_expired) ask(Request::accept_expired);
      return;
    case StaffDeed::rollback: return ask(Request::rollback);
    case StaffDeed::restart: return ask(Request::restart);
    case StaffDeed::reboot: return ask(Request::reboot);
    case StaffDeed::update: return ask(Request::update);
    case StaffDeed::clean:
      show_page(StaffPage::clean);
      clean_until_ = seconds + kCleaning;
      view_.seconds_left = whole_seconds(kCleaning);
      return;
    case StaffDeed::sound: {
      bool heard = parts_.play_sound && parts_.play_sound();
      view_.note = heard ? StaffNote::sound_played : StaffNote::no_sound;
      return;
    }
    case StaffDeed::touch: return show_page(StaffPage::touch_test);
    default: return;
  }
}

void StaffArea::act_on_pin(const ui::Staff& staff, double seconds) {
  if (staff.deed == ui::StaffDeed::digit) enter_digit(static_cast<char>('0' + staff.number % 10));
  if (staff.deed == ui::StaffDeed::erase && !digits_.empty()) digits_.pop_back(), view_.digits = digits_.size();
  if (staff.deed == ui::StaffDeed::enter && !digits_.empty()) enter(seconds);
}

// The key is on paper and no secret: it is seen while it is typed, and stays there when it is wrong, to be compared.
void StaffArea::act_on_owner(const ui::Staff& staff) {
  const size_t whole = update::key_digits(offered_key_).size();
  if (staff.deed == ui::StaffDeed::digit && digits_.size() < whole)
    digits_ += static_cast<char>('0' + staff.number % 10);
  if (staff.deed == ui::StaffDeed::erase && !digits_.empty()) digits_.pop_back();
  if (staff.deed == ui::StaffDeed::enter && digits_ == update::key_digits(offered_key_))
    return ask(Request::owner, digits_);
  view_.digits = digits_.size();
  view_.typed = digits_;
  view_.note = staff.deed == ui::StaffDeed::enter ? StaffNote::wrong_key : StaffNote::none;
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
  } else if (seconds - last_input_ >= idle_limit()) {
    close();
    return true;
  }
  if (in_set_up()) {
    if (!set_up_->tick(parts_.requests, seconds)) return false;
    show_set_up();
    return true;
  }
  if (view_.page == StaffPage::pin) view_.locked_seconds = whole_seconds(gate_.locked_for(seconds));
  return view_.seconds_left != before.seconds_left || view_.page != before.page ||
         view_.locked_seconds != before.locked_seconds;
}

double StaffArea::idle_limit() const {
  if (view_.page == StaffPage::cleaned) return kOffer;
  return view_.page == StaffPage::set_up ? kSetUpIdle : kIdle;
}

double StaffArea::next_tick(double seconds) const {
  if (!opened_) return std::numeric_limits<double>::infinity();
  if (view_.page == StaffPage::clean || view_.locked_seconds > 0) return std::floor(seconds + 1);
  double idle = last_input_ + idle_limit();
  return in_set_up() ? std::min(idle, set_up_->next_tick(seconds)) : idle;
}

}  // namespace kiosk::app
