#include "kiosk/app/kiosk.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/ui/painter.h"

namespace kiosk::app {
namespace {

using screens::Screen;

// R42: at least 20 s in which any touch goes on. A page that others should not see waits less.
constexpr double kWarning = 20, kSensitivePart = 2.0 / 3;
constexpr double kGreetingTurn = 8;   // seconds
constexpr float kSlopMm = 3, kPageTurn = 0.85f;  // of the viewport
constexpr double kFrame = 1.0 / 60;

}  // namespace

Kiosk::Kiosk(Parts parts, double seconds)
    : parts_(std::move(parts)), hand_(kSlopMm * parts_.panel.px_per_mm), seconds_(seconds), last_input_(seconds) {
  KIOSK_CHECK(parts_.engine && parts_.now && parts_.pictures);
  if (parts_.catalog) session_ = fresh_session(*parts_.catalog);
}

void Kiosk::set_session(Session session) {
  session_ = std::move(session);
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

bool Kiosk::in_use() const { return parts_.catalog && session_ != fresh_session(*parts_.catalog); }

bool Kiosk::offer_catalog(const catalog::Catalog* catalog) {
  if (in_use()) return false;
  parts_.catalog = catalog;
  words_.clear();
  set_session(catalog ? fresh_session(*catalog) : Session{});
  return true;
}

double Kiosk::idle_limit() const {
  return sensitive_ ? parts_.config.idle_seconds * kSensitivePart : parts_.config.idle_seconds;
}

std::optional<double> Kiosk::warning_seconds() const {
  double idle = seconds_ - last_input_ - idle_limit();
  if (!in_use() || idle < 0) return std::nullopt;
  return std::max(0.0, kWarning - idle);
}

void Kiosk::touch(const Touch& touch, double seconds) {
  tick(seconds);
  // At the warning any touch goes on, and does nothing else (R42); only leaving is still leaving.
  if (warning_seconds()) {
    const accessibility::Node* node = scene_.tree.at(touch.x, touch.y);
    if (touch.phase == TouchPhase::up) {
      last_input_ = seconds;
      hand_.reset();
      if (node && node->role == accessibility::Role::leave) act({ui::ActionKind::leave, ""});
      dirty_ = true;
    }
    return;
  }
  last_input_ = seconds;
  std::string before = hand_.pressed();
  std::optional<std::string> pressed = hand_.touch(touch, scene_, seconds);
  dirty_ = dirty_ || before != hand_.pressed() || !focused_.empty();
  focused_.clear();
  scroll_by(hand_.take_scroll());
  if (!pressed) return;
  auto action = scene_.actions.find(*pressed);
  if (action != scene_.actions.end()) act(ui::Action(action->second));
}

void Kiosk::key(Key key, double seconds) {
  tick(seconds);
  bool warned = warning_seconds().has_value();
  last_input_ = seconds;
  dirty_ = true;
  if (key == Key::leave) return act({ui::ActionKind::leave, ""});
  if (warned) return;
  switch (key) {
    case Key::next: return move_focus(1);
    case Key::previous: return move_focus(-1);
    case Key::back: return act({ui::ActionKind::back, ""});
    case Key::home: return act({ui::ActionKind::home, ""});
    case Key::scroll_up: return act({ui::ActionKind::scroll, "up"});
    case Key::scroll_down: return act({ui::ActionKind::scroll, "down"});
    case Key::select: {
      auto action = scene_.actions.find(focused_);
      if (action != scene_.actions.end()) act(ui::Action(action->second));
      return;
    }
    case Key::leave: return;
  }
}

void Kiosk::tick(double seconds) {
  double before = seconds_;
  seconds_ = std::max(seconds_, seconds);
  if (!parts_.catalog) return;
  if (hand_.gliding()) {
    hand_.glide(scene_, seconds_);
    scroll_by(hand_.take_scroll());
  }
  if (auto left = warning_seconds()) {
    if (*left <= 0) return act({ui::ActionKind::leave, ""});
    dirty_ = dirty_ || before != seconds_;
  } else if (session_.here().screen == Screen::languages) {
    dirty_ = dirty_ || std::floor(before / kGreetingTurn) != std::floor(seconds_ / kGreetingTurn);
  }
}

double Kiosk::next_tick() const {
  double next = std::numeric_limits<double>::infinity();
  if (!parts_.catalog) return next;
  if (hand_.gliding()) return seconds_ + kFrame;
  if (warning_seconds()) return std::floor(seconds_ * 4 + 1) / 4;  // the ring: four steps a second are no flicker (R30)
  if (in_use()) next = last_input_ + idle_limit();
  if (session_.here().screen == Screen::languages) next = std::min(next, (std::floor(seconds_ / kGreetingTurn) + 1) * kGreetingTurn);
  return next;
}

void Kiosk::act(const ui::Action& action) {
  dirty_ = true;
  if (action.kind == ui::ActionKind::scroll) {
    if (!scene_.scroll) return;
    float page = scene_.scroll->viewport.height * kPageTurn;
    return scroll_by(action.argument == "up" ? -page : page);
  }
  if (!parts_.catalog) return;
  screens::Place before = session_.here();
  apply(session_, action, *parts_.catalog);
  if (before.screen != session_.here().screen || before.argument != session_.here().argument) {
    focused_.clear();
    hand_.reset();
  }
}

void Kiosk::scroll_by(float distance) {
  if (distance == 0 || !scene_.scroll) return;
  float to = std::clamp(session_.here().scroll + distance, 0.0f, scene_.scroll->limit());
  dirty_ = dirty_ || to != session_.here().scroll;
  session_.here().scroll = to;
}

void Kiosk::move_focus(int step) {
  std::vector<const accessibility::Node*> all = scene_.tree.focusable();
  if (all.empty()) return;
  auto now = std::find_if(all.begin(), all.end(), [&](const auto* node) { return node->id == focused_; });
  std::ptrdiff_t count = static_cast<std::ptrdiff_t>(all.size());
  std::ptrdiff_t at = now == all.end() ? (step > 0 ? 0 : count - 1) : (now - all.begin() + step + count) % count;
  focused_ = all[static_cast<size_t>(at)]->id;
  reveal_focus();
}

void Kiosk::reveal_focus() {
  const accessibility::Node* node = scene_.tree.find(focused_);
  if (!node || !scene_.scroll || node->clip.height != scene_.scroll->viewport.height) return;
  const Rect& view = scene_.scroll->viewport;
  float margin = 4 * parts_.panel.px_per_mm;
  if (node->rect.bottom() > view.bottom()) scroll_by(std::min(node->rect.bottom() - view.bottom() + margin, node->rect.y - view.y));
  if (node->rect.y < view.y) scroll_by(node->rect.y - view.y - margin);
}

const ui::Words& Kiosk::words(const LanguageTag& language) {
  auto found = words_.find(language);
  if (found == words_.end()) {
    found = words_.emplace(language, parts_.catalog ? ui::Words(parts_.catalog->messages(language)) : ui::Words()).first;
  }
  return found->second;
}

ui::Scene Kiosk::draw_scene(ui::Painter& painter) {
  ui::Frame::Inputs inputs;
  inputs.panel = parts_.panel;
  inputs.settings = session_.settings;
  inputs.hand = {hand_.pressed(), focused_};
  inputs.words = &words(session_.settings.language);
  inputs.pictures = parts_.pictures;
  inputs.seconds = seconds_;
  if (!parts_.catalog) {
    ui::Frame frame(painter, std::move(inputs), screens::name_of(Screen::no_catalog), "");
    screens::draw_no_catalog(frame, parts_.config.emergency_numbers);
    return std::move(frame).finish();
  }
  screens::Place place = session_.here();
  if (auto left = warning_seconds()) {
    place = {};
    place.screen = Screen::idle_warning;
    place.scroll = static_cast<float>(*left);
    place.page = static_cast<int>(kWarning);
  }
  ui::Frame frame(painter, std::move(inputs), screens::name_of(place.screen), place.argument);
  bool moved = session_.history.size() > 1;
  screens::Context context{frame, *parts_.catalog, place, parts_.now(), {moved, moved}, {}};
  if (place.screen == Screen::languages) {
    for (const catalog::Language& language : parts_.catalog->languages()) context.greetings.push_back(words(language.tag));
  }
  screens::draw(context);
  return std::move(frame).finish();
}

const ui::Scene& Kiosk::draw(ImDrawList* list, uintptr_t atlas_texture) {
  bool mirrored = session_.settings.language.direction() == Direction::right_to_left;
  ui::Painter painter(*parts_.engine, list, atlas_texture, mirrored ? static_cast<float>(parts_.panel.width) : 0);
  scene_ = draw_scene(painter);
  parts_.engine->end_frame();
  if (!warning_seconds()) {
    sensitive_ = scene_.tree.sensitivity == "red";
    if (scene_.scroll) session_.here().scroll = scene_.scroll->offset;
  }
  dirty_ = false;
  return scene_;
}

}  // namespace kiosk::app
