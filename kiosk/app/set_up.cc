#include "kiosk/app/set_up.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "kiosk/base/log.h"
#include "kiosk/base/utf8.h"
#include "kiosk/config/answers.h"
#include "kiosk/crypto/pin_hash.h"

namespace kiosk::app {
namespace {

using screens::PinNote;
using screens::SetUpPage;
using ui::KeyboardLayer;

constexpr double kTrial = 15;        // seconds in which a turned picture waits for an answer
constexpr double kPatience = 30;     // seconds in which the machine takes settings or does not
constexpr double kLook = 0.5;        // seconds between two looks at whether it did
constexpr size_t kLongestName = 40;  // characters

constexpr std::array kOrder{SetUpPage::language, SetUpPage::rotation, SetUpPage::touch, SetUpPage::name,
                            SetUpPage::place,    SetUpPage::hours,    SetUpPage::pin,   SetUpPage::pin_again,
                            SetUpPage::key,      SetUpPage::summary};

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

SetUp::SetUp(Parts parts) : parts_(std::move(parts)), rotation_(parts_.config.rotation) {
  view_.name = parts_.config.name;
  view_.place = parts_.config.place;
  view_.week = config::Week::of(parts_.config.open);
  view_.may_keep_hours = !view_.week;
  view_.key = parts_.key;
  view_.language = parts_.config.language.value_or(view_.language);
}

void SetUp::begin(std::vector<catalog::Language> languages) {
  view_.languages = std::move(languages);
  bool known = std::any_of(view_.languages.begin(), view_.languages.end(),
                           [&](const auto& one) { return one.tag == view_.language; });
  if (!known && !view_.languages.empty()) view_.language = view_.languages.front().tag;
  show(SetUpPage::language);
}

void SetUp::close() {
  show(SetUpPage::language);
  first_pin_.clear();
  hash_.clear();
}

void SetUp::show(SetUpPage page) {
  view_.page = page;
  digits_.clear();
  turned_.reset();
  view_.sheet = 0;
  if (page != SetUpPage::pin && page != SetUpPage::pin_again) view_.pin_note = PinNote::none;
  if (const std::string* text = typed()) view_.layer = text->empty() ? KeyboardLayer::capitals : KeyboardLayer::letters;
}

void SetUp::next() {
  auto here = std::find(kOrder.begin(), kOrder.end(), view_.page);
  if (here != kOrder.end() && here + 1 != kOrder.end()) show(*(here + 1));
}

bool SetUp::back() {
  switch (view_.page) {
    case SetUpPage::turned: show(SetUpPage::rotation); return true;
    case SetUpPage::wrong_key: show(SetUpPage::key); return true;
    case SetUpPage::refused: show(SetUpPage::summary); return true;
    case SetUpPage::saving: return true;  // it cannot be taken back
    case SetUpPage::key:                  // a PIN is typed twice or not at all
    case SetUpPage::pin_again: show(SetUpPage::pin); return true;
    default: break;
  }
  auto here = std::find(kOrder.begin(), kOrder.end(), view_.page);
  if (here == kOrder.end() || here == kOrder.begin()) return false;
  show(*(here - 1));
  return true;
}

std::string* SetUp::typed() {
  if (view_.page == SetUpPage::name) return &view_.name;
  if (view_.page == SetUpPage::place) return &view_.place;
  return nullptr;
}

void SetUp::choose_language(const LanguageTag& chosen) {
  if (view_.page != SetUpPage::language) return;
  for (const catalog::Language& language : view_.languages) {
    if (language.tag != chosen) continue;
    view_.language = language.tag;
    return next();
  }
}

void SetUp::type(const std::string& character) {
  std::string* text = typed();
  if (!text || count_code_points(*text) >= kLongestName || (text->empty() && character == " ")) return;
  *text += character;
  if (view_.layer == KeyboardLayer::capitals) view_.layer = KeyboardLayer::letters;
}

void SetUp::erase() {
  std::string* text = typed();
  if (!text) return;
  erase_last_code_point(*text);
  if (text->empty()) view_.layer = KeyboardLayer::capitals;
}

void SetUp::turn(double seconds) {
  int now = rotation();
  show(SetUpPage::turned);
  turned_ = (now + 90) % 360;
  until_ = seconds + kTrial;
  view_.seconds_left = static_cast<int>(kTrial);
}

void SetUp::change_hours(const ui::Staff& staff) {
  using ui::StaffDeed;
  if (staff.deed == StaffDeed::hours_kept) return view_.week.reset();
  if (!view_.week) view_.week.emplace();
  config::Week& week = *view_.week;
  switch (staff.deed) {
    case StaffDeed::hours_always: week.always = true; return;
    case StaffDeed::hours_days: week.always = false; return;
    case StaffDeed::opens_earlier: return week.move_opening(-1);
    case StaffDeed::opens_later: return week.move_opening(+1);
    case StaffDeed::closes_earlier: return week.move_closing(-1);
    case StaffDeed::closes_later: return week.move_closing(+1);
    case StaffDeed::day: {
      bool& day = week.open[static_cast<size_t>(staff.number) % week.open.size()];
      day = !day;
      return;
    }
    default: return;
  }
}

void SetUp::enter_pin() {
  if (view_.page == SetUpPage::pin) {
    if (!crypto::is_pin(digits_)) {
      view_.pin_note = PinNote::too_short;
      return digits_.clear();
    }
    first_pin_ = digits_;
    return show(SetUpPage::pin_again);
  }
  if (digits_ != first_pin_) {
    first_pin_.clear();
    show(SetUpPage::pin);
    view_.pin_note = PinNote::differed;
    return;
  }
  hash_ = crypto::hash_pin(digits_);
  first_pin_.clear();
  next();
}

void SetUp::save(const Requests& requests, double seconds) {
  config::Answers answers;
  answers.language = view_.language;
  answers.rotation = rotation_;
  answers.name = trimmed(view_.name);
  answers.place = trimmed(view_.place);
  if (view_.week) answers.open = view_.week->written();
  answers.pin = hash_;
  Status asked = requests.ask(Request::settings, config::to_toml(answers));
  if (!asked.ok()) {
    log(Priority::error, "the settings of the first day cannot be handed over: " + asked.error().message);
    return show(SetUpPage::refused);
  }
  show(SetUpPage::saving);
  until_ = seconds + kPatience;
}

void SetUp::turn_keys(const ui::Staff& staff) {
  using ui::StaffDeed;
  if (staff.deed == StaffDeed::digits) view_.layer = KeyboardLayer::digits;
  if (staff.deed != StaffDeed::letters && staff.deed != StaffDeed::capitals) return;
  view_.layer = staff.deed == StaffDeed::letters ? KeyboardLayer::letters : KeyboardLayer::capitals;
  view_.sheet = staff.number;
}

void SetUp::act(const ui::Staff& staff, const Requests& requests, double seconds) {
  using ui::StaffDeed;
  const StaffDeed deed = staff.deed;
  bool pin = view_.page == SetUpPage::pin || view_.page == SetUpPage::pin_again;
  if (pin && deed == StaffDeed::digit && digits_.size() < crypto::kMostPinDigits)
    digits_ += static_cast<char>('0' + staff.number % 10);
  if (pin && deed == StaffDeed::erase && !digits_.empty()) digits_.pop_back();
  if (pin && deed == StaffDeed::enter) return enter_pin();
  if (typed()) turn_keys(staff);
  switch (view_.page) {
    case SetUpPage::rotation:
    case SetUpPage::turned:
      if (deed == StaffDeed::turn) return turn(seconds);
      if (deed != StaffDeed::upright) return;
      rotation_ = rotation();
      return show(SetUpPage::touch);
    case SetUpPage::hours:
      if (deed != StaffDeed::next) return change_hours(staff);
      if (!view_.week || view_.week->any_day()) next();
      return;
    case SetUpPage::name:
      if (deed == StaffDeed::next && !trimmed(view_.name).empty()) next();
      return;
    case SetUpPage::key:
      if (deed == StaffDeed::other_key) return show(SetUpPage::wrong_key);
      if (deed == (view_.key.empty() ? StaffDeed::next : StaffDeed::same_key)) next();
      return;
    case SetUpPage::summary:
      if (deed == StaffDeed::save) save(requests, seconds);
      return;
    case SetUpPage::refused:
      if (deed == StaffDeed::again) show(SetUpPage::summary);
      return;
    case SetUpPage::touch:
    case SetUpPage::place:
      if (deed == StaffDeed::next) next();
      return;
    default: return;
  }
}

bool SetUp::tick(const Requests& requests, double seconds) {
  if (view_.page == SetUpPage::turned) {
    int before = view_.seconds_left;
    view_.seconds_left = static_cast<int>(std::ceil(std::max(0.0, until_ - seconds)));
    if (view_.seconds_left == 0) show(SetUpPage::rotation);
    return view_.seconds_left != before;
  }
  if (view_.page != SetUpPage::saving) return false;
  if (parts_.taken && parts_.taken(hash_)) {
    done_ = true;
    hash_.clear();
    show(SetUpPage::saved);
    Status asked = requests.ask(Request::restart);
    if (!asked.ok()) log(Priority::error, "the screen cannot be started anew: " + asked.error().message);
    return true;
  }
  if (seconds < until_) return false;
  log(Priority::error,
      "the machine did not take the settings of the first day. kiosk-request-settings.toml.service says why.");
  show(SetUpPage::refused);
  return true;
}

double SetUp::next_tick(double seconds) const {
  if (view_.page == SetUpPage::turned) return std::floor(seconds + 1);
  if (view_.page == SetUpPage::saving) return seconds + kLook;
  return std::numeric_limits<double>::infinity();
}

}  // namespace kiosk::app
