#include "kiosk/app/kiosk.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "kiosk/ui/curtain.h"

namespace kiosk::app {
namespace {

using screens::Screen;

// R42: a page that others should not see waits less.
constexpr double kSensitivePart = 2.0 / 3, kSpokenIdle = 180;
constexpr float kSlopMm = 3;
constexpr double kFrame = 1.0 / 60;
constexpr double kMoment = 0.001;  // later, so that rounding never wakes the kiosk just before something begins

bool moves_curtain(const ui::Action& action) { return ui::is_any<ui::HidePage, ui::ShowPage>(action); }

os::Keypad::Time keypad_time(double seconds) {
  using namespace std::chrono;
  return os::Keypad::Time(duration_cast<os::Keypad::Time::duration>(duration<double>(seconds)));
}

}  // namespace

Kiosk::Kiosk(Parts parts, double seconds)
    : parts_(std::move(parts)),
      hand_(kSlopMm * parts_.panel.px_per_mm),
      keypad_(config::keypad_of(parts_.config)),
      staff_(parts_.staff),
      voice_(
          parts_.speaker, [this](const LanguageTag& language) -> const ui::Words& { return words(language); },
          [this](const LanguageTag& language) { return written_in(language); }),
      seconds_(seconds),
      last_input_(seconds) {
  KIOSK_CHECK(parts_.engine && parts_.now && parts_.pictures);
  if (parts_.catalog) session_ = fresh_session(*parts_.catalog);
  remember_words();
  voice_.end();  // the first visitor finds what every later one does (R45)
}

void Kiosk::set_session(Session session) {
  staff_.close();
  voice_.end();
  session_ = std::move(session);
  card_turns_.reset();
  focused_.clear();
  hand_.reset();
  last_input_ = seconds_;
  dirty_ = true;
}

void Kiosk::set_panel(const ui::Panel& panel) {
  parts_.panel = panel;
  hand_ = HandTracker(kSlopMm * panel.px_per_mm);
  dirty_ = true;
}

bool Kiosk::in_use() const {
  return staff_.opened() || voice_.in_use() || (parts_.catalog && session_ != fresh_session(*parts_.catalog));
}

// The first screen, or the page without content, stands there: where staff may come in.
bool Kiosk::nobody_here() const {
  return !staff_.opened() && (!parts_.catalog || session_.here().screen == Screen::languages);
}

void Kiosk::rest_if_alone() {
  bool alone = nobody_here() && !in_use();
  Resting now;
  if (alone) {
    screens::Moment moment = parts_.now();
    now = resting(parts_.config, moment, seconds_, seconds_ - last_input_);
    voice_.begin_with(first_volume(parts_.config, moment));
  }
  dirty_ = dirty_ || now != resting_;
  resting_ = now;
}

void Kiosk::remember_words() {
  if (!parts_.catalog) return;
  if (auto words = screens::bare_words(*parts_.catalog); !words.empty()) bare_words_ = std::move(words);
}

bool Kiosk::offer_catalog(const catalog::Catalog* catalog) {
  if (in_use()) return false;
  parts_.catalog = catalog;
  words_.clear();
  keyboards_.clear();
  remember_words();
  set_session(catalog ? fresh_session(*catalog) : Session{});
  return true;
}

double Kiosk::idle_limit() const {
  double limit = voice_.mode() ? std::max(kSpokenIdle, parts_.config.idle_seconds) : parts_.config.idle_seconds;
  return sensitive_ ? limit * kSensitivePart : limit;
}

std::optional<double> Kiosk::warning_seconds() const {
  double idle = seconds_ - last_input_ - idle_limit();
  if (!in_use() || !parts_.catalog || staff_.opened() || idle < 0) return std::nullopt;
  return std::max(0.0, kWarning - idle);
}

void Kiosk::touch(const Touch& touch, double seconds) {
  tick(seconds);
  if (staff_.ignores_touch()) return;
  if (nobody_here() && staff_.knocked(touch, parts_.panel, seconds)) return enter_staff_area();
  staff_.touched(seconds);
  // What wakes the screen does nothing else: nobody saw what they touched.
  if (resting_.dark()) {
    last_input_ = seconds;
    watch_corner(touch, seconds);  // whoever starts speech there need not see that it was dark
    return rest_if_alone();
  }
  // At the warning any touch goes on, and does nothing else (R42); only leaving is still leaving.
  if (warning_seconds()) {
    const accessibility::Node* node = scene_.tree.at(touch.x, touch.y);
    if (touch.phase == TouchPhase::up) {
      last_input_ = seconds;
      hand_.reset();
      if (node && node->role == accessibility::Role::leave)
        act(ui::Leave{});
      else
        voice_.leave_page();
      dirty_ = true;
    }
    return;
  }
  last_input_ = seconds;
  card_turns_.reset();
  watch_corner(touch, seconds);
  if (voice_.mode()) return explore(touch, seconds);
  std::string before = hand_.pressed();
  std::optional<std::string> pressed = hand_.touch(touch, scene_, seconds);
  dirty_ = dirty_ || before != hand_.pressed() || !focused_.empty();
  focused_.clear();
  if (int step = hand_.take_turn()) return turn_by(step);
  if (touch.phase == TouchPhase::down && !goes_with_the_voice(hand_.pressed())) voice_.cut();
  if (pressed && !voice_.hear_first(scene_.tree, *pressed)) act_on(*pressed);
}

// Whether pressing it is no reason to be silent before it is known what comes of it (R5).
bool Kiosk::goes_with_the_voice(const std::string& node) const {
  auto action = scene_.actions.find(node);
  return action != scene_.actions.end() && (Voice::steers(action->second) || moves_curtain(action->second));
}

// R62: what is being read goes on; else the toggle says how it stands now.
void Kiosk::raise_or_lower_curtain(const ui::Action& action) {
  apply(session_, action, *parts_.catalog);
  if (voice_.reading()) return;
  voice_.cut();
  if (voice_.mode()) focused_ = ui::kCurtainToggle;
  voice_.pressed(focused_);
}

void Kiosk::act_on(const std::string& node) {
  auto action = scene_.actions.find(node);
  const accessibility::Node* pressed = scene_.tree.find(node);
  if (action == scene_.actions.end() || !pressed || !pressed->can_act()) return voice_.describe(scene_.tree, node);
  ui::Action copy = action->second;
  act(copy);
}

// R9: but not where "leave now" stands in a visit in the other direction, and not where the secret is typed.
void Kiosk::watch_corner(const Touch& touch, double seconds) {
  if (voice_.mode() || staff_.opened()) return corner_.reset();
  const accessibility::Node* node = scene_.tree.at(touch.x, touch.y);
  if (node && node->role == accessibility::Role::leave) return corner_.reset();
  LanguageTag first = parts_.catalog ? fresh_session(*parts_.catalog).settings.language : session_.settings.language;
  corner_.touch(touch, parts_.panel, first.direction() == Direction::right_to_left, seconds);
}

// R10: touch speaks; the second tap acts.
void Kiosk::explore(const Touch& touch, double seconds) {
  auto step = explorer_.touch(touch, scene_.tree, seconds);
  if (!step) return;
  dirty_ = true;
  if (step->activate) return act_on(step->node);
  focused_ = step->node;
  // R62: the page goes on being read while it is hidden, so the tap that hides it must not silence it with a name.
  const accessibility::Node* node = scene_.tree.find(focused_);
  bool hides = touch.phase == TouchPhase::down && node && node->at_once && goes_with_the_voice(focused_);
  if (hides && voice_.reading()) return;
  voice_.describe(scene_.tree, focused_);
}

void Kiosk::press(int code, double seconds) {
  if (auto press = keypad_.press(code, keypad_time(seconds))) key(press->leave ? Key::leave : press->key, seconds);
}

void Kiosk::hold(int code, double seconds) {
  if (auto again = keypad_.hold(code, keypad_time(seconds))) key(*again, seconds);
}

void Kiosk::turn_page(bool down, double seconds) {
  tick(seconds);
  if (warning_seconds()) return;
  last_input_ = seconds;
  act(ui::TurnBy{down ? 1 : -1});
}

void Kiosk::set_headphones(bool plugged_in, double seconds) {
  tick(seconds);
  last_input_ = seconds;
  dirty_ = true;
  voice_.set_headphones(plugged_in);
}

void Kiosk::key(Key key, double seconds) {
  tick(seconds);
  if (staff_.ignores_touch()) return;
  staff_.touched(seconds);
  bool warned = warning_seconds().has_value();
  last_input_ = seconds;
  card_turns_.reset();
  dirty_ = true;
  if (key == Key::headphones_in || key == Key::headphones_out)
    return set_headphones(key == Key::headphones_in, seconds);
  if (key == Key::leave) return act(ui::Leave{});
  if (warned) return voice_.leave_page();
  // R9: whoever finds a key and no screen hears at once where they are.
  if (voice_.start(SpeechStart::keypad) && key == Key::help) return;
  switch (key) {
    case Key::next: return move_focus(1);
    case Key::previous: return move_focus(-1);
    case Key::back: return act(ui::Back{});
    case Key::home: return act(ui::Home{});
    case Key::scroll_up: return act(ui::TurnBy{-1});
    case Key::scroll_down: return act(ui::TurnBy{1});
    case Key::select:
      if (!focused_.empty()) act_on(focused_);
      return;
    case Key::help: return voice_.help(scene_.tree, focused_);
    case Key::volume_up: return act(ui::Louder{});
    case Key::volume_down: return act(ui::Quieter{});
    case Key::leave:
    case Key::headphones_in:
    case Key::headphones_out: return;
  }
}

void Kiosk::tick(double seconds) {
  double before = seconds_;
  seconds_ = std::max(seconds_, seconds);
  dirty_ = update_.tick(seconds_) || dirty_;
  if (staff_.tick(seconds_)) {
    dirty_ = true;
    leave_staff_area_if_closed();
  }
  rest_if_alone();
  bool narrated = voice_.narrating();
  dirty_ = voice_.update() || dirty_;
  if (narrated || voice_.narrating()) last_input_ = seconds_;  // R43
  read_on_if_due();
  turn_card_if_due();
  if (corner_.due(seconds_)) {
    hand_.reset();  // this finger presses nothing any more
    last_input_ = seconds_;
    dirty_ = voice_.start(SpeechStart::touch) || dirty_;
  }
  if (!parts_.catalog) {
    // No warning has a place over the emergency numbers: the voice just ends, for the next one.
    if (voice_.in_use() && !staff_.opened() && seconds_ - last_input_ >= idle_limit()) act(ui::Leave{});
    return;
  }
  if (auto left = warning_seconds()) {
    if (*left <= 0) return act(ui::Leave{});
    if (scene_.tree.screen != screens::name_of(Screen::idle_warning)) voice_.warn();
    dirty_ = dirty_ || before != seconds_;
  } else if (session_.here().screen == Screen::languages && !resting_.dark()) {
    dirty_ = dirty_ || std::floor(before / kGreetingTurn) != std::floor(seconds_ / kGreetingTurn) ||
             greeting_drawn_ != greeting_shown();
  }
}

double Kiosk::next_tick() const {
  double next = std::min({staff_.next_tick(seconds_), corner_.next(), update_.next_tick()});
  if (nobody_here() && !in_use()) { next = std::min(next, (std::floor(seconds_ / kRestingStep) + 1) * kRestingStep); }
  if (motions_.running(seconds_)) return seconds_ + kFrame;
  if (staff_.opened()) return next;
  if (!parts_.catalog) return voice_.in_use() ? std::min(next, last_input_ + idle_limit()) : next;
  if (warning_seconds()) return std::floor(seconds_ * 4 + 1) / 4;  // the ring: four steps a second are no flicker (R30)
  if (in_use()) next = std::min(next, last_input_ + idle_limit());
  if (card_turns_) next = std::min(next, *card_turns_);
  if (session_.here().screen == Screen::languages) {
    if (greeting_shown() < 1) return seconds_ + kFrame;
    double turn = (std::floor(seconds_ / kGreetingTurn) + 1) * kGreetingTurn;
    next = std::min(next, parts_.config.reduced_motion || in_use() ? turn : turn - kGreetingFade + kMoment);
  }
  return next;
}

void Kiosk::act(const ui::Action& action) {
  dirty_ = true;
  card_turns_.reset();
  if (ui::is_any<ui::Leave>(action)) {
    voice_.end();
    keypad_.reset();
    explorer_.reset();
    corner_.reset();
  }
  if (Voice::steers(action)) {
    if (!ui::is_any<ui::Listen, ui::ListenIn>(action) || !voice_.must_ask(scene_.tree.sensitivity))
      return voice_.steer(action, scene_.tree);
    return voice_.choose_side(action), act(ui::AskAloud{});
  }
  if (moves_curtain(action) && parts_.catalog) return raise_or_lower_curtain(action);
  voice_.cut();
  if (const auto* turn = std::get_if<ui::TurnBy>(&action)) return turn_by(turn->step);
  if (staff_.opened()) return act_in_staff_area(action);
  if (!parts_.catalog) {
    if (const auto* turn = std::get_if<ui::TurnPage>(&action)) session_.here().page = turn->page, voice_.leave_page();
    return;
  }
  if (ui::is_any<ui::SetUpKiosk>(action)) {
    if (!nobody_here() || !staff_.offers_set_up()) return;
    staff_.begin_set_up(parts_.catalog->languages(), seconds_);
    enter_staff_area();
    return voice_.leave_page();
  }
  // Who goes by ear goes on by ear.
  if (const auto* topic = std::get_if<ui::OpenTopic>(&action); topic && voice_.by_ear())
    return act(ui::OpenWalk{topic->id});
  if (ui::is_any<ui::ToggleCheck>(action)) ticked_ = action;
  Session before = session_;
  apply(session_, action, *parts_.catalog);
  begin_motion(action, before.here());
  const screens::Place &was = before.here(), &is = session_.here();
  bool another = was.screen != is.screen || was.argument != is.argument || was.page != is.page ||
                 was.large != is.large || was.code != is.code;
  if (ui::is_any<ui::ChooseLanguage>(action) && was.screen == Screen::languages)
    voice_.greet(session_.settings.language);
  if (!another && before.settings.language == session_.settings.language) return voice_.pressed(focused_);
  bool next_card = was.screen == Screen::walk && is.screen == Screen::walk && was.argument == is.argument;
  if (next_card)
    voice_.turn_card();
  else if (is.screen == Screen::walk)
    voice_.open_walk();
  else
    voice_.leave_page();
  if (must_ask_first(action, is)) return act(ui::AskAloud{});
  if (ui::is_any<ui::PlayAloud>(action)) voice_.play_aloud();
  focused_.clear();
  hand_.reset();
  explorer_.reset();
}

}  // namespace kiosk::app
