// How the page turns, and moves so that what matters is in view.
#include <algorithm>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/narration.h"

namespace kiosk::app {

using screens::Screen;

namespace {

constexpr float kPageTurn = 0.85f;  // of the viewport of a page that scrolls
constexpr double kCardPause = 1.5;  // seconds between the end of a card and the next one

// A card with something to touch waits for the hand.
bool awaits_answer(const ui::Scene& scene) {
  const std::vector<accessibility::Node>& nodes = scene.tree.nodes;
  return std::any_of(nodes.begin(), nodes.end(), [](const accessibility::Node& node) {
    return node.region == accessibility::Region::page && node.can_act() && node.role != accessibility::Role::image;
  });
}

}  // namespace

// The voice turns a page of text when it has read it, and goes on. Not where hands choose among tiles.
void Kiosk::read_on_if_due() {
  if (!voice_.take_page_end() || !scene_.pages || !scene_.pages->has_next() || warning_seconds()) return;
  Screen here = session_.here().screen;
  if (here == Screen::walk && !awaits_answer(scene_)) card_turns_ = seconds_ + kCardPause;
  bool text = here == Screen::topic || here == Screen::contact || here == Screen::about || here == Screen::beside;
  if (!text) return;
  session_.here().page = scene_.pages->page + 1;
  voice_.read_on();
  dirty_ = true;
}

void Kiosk::turn_card_if_due() {
  if (!card_turns_ || seconds_ < *card_turns_ || warning_seconds()) return;
  card_turns_.reset();
  if (session_.here().screen != Screen::walk || !scene_.pages || !scene_.pages->has_next()) return;
  session_.here().page = scene_.pages->page + 1;
  focused_.clear();
  voice_.turn_card();
  dirty_ = true;
}

// A walk speaks at once: on a page that others should not hear it asks before, as "listen" does (R56).
bool Kiosk::must_ask_first(const ui::Action& action, const screens::Place& here) const {
  if (here.screen != Screen::walk || !ui::is_any<ui::OpenWalk, ui::Proceed>(action)) return false;
  auto topic = parts_.catalog->topic(here.argument, session_.settings.language);
  return topic.ok() && voice_.must_ask(topic->sensitivity);
}

// One page on or back; on a page that still scrolls, nearly one screenful.
void Kiosk::turn_by(int step) {
  if (scene_.pages && scene_.pages->count > 1) {
    int to = scene_.pages->page + step;
    if (to >= 0 && to < scene_.pages->count) act(ui::TurnPage{to});
    return;
  }
  if (scene_.scroll) scroll_by(static_cast<float>(step) * scene_.scroll->viewport.height * kPageTurn);
}

void Kiosk::scroll_by(float distance) {
  if (distance == 0 || !scene_.scroll) return;
  float to = std::clamp(session_.here().scroll + distance, 0.0f, scene_.scroll->limit());
  dirty_ = dirty_ || to != session_.here().scroll;
  session_.here().scroll = to;
}

void Kiosk::reveal(const Rect& rect) {
  if (!scene_.scroll) return;
  const Rect& view = scene_.scroll->viewport;
  float margin = 4 * parts_.panel.px_per_mm;
  if (rect.bottom() > view.bottom()) scroll_by(std::min(rect.bottom() - view.bottom() + margin, rect.y - view.y));
  if (rect.y < view.y) scroll_by(rect.y - view.y - margin);
}

// What a tick means appears under its box; it must not appear below the edge.
void Kiosk::reveal_meaning(const ui::Action& tick) {
  const std::vector<accessibility::Node>& nodes = scene_.tree.nodes;
  for (size_t i = 0; i < nodes.size(); ++i) {
    auto action = scene_.actions.find(nodes[i].id);
    if (action == scene_.actions.end() || action->second != tick) continue;
    if (i + 1 < nodes.size() && nodes[i + 1].role == accessibility::Role::status) reveal(nodes[i + 1].rect);
    return;
  }
  // The box went over to the next page together with what it means.
  if (!scene_.pages || !scene_.pages->has_next()) return;
  session_.here().page = scene_.pages->page + 1;
  dirty_ = true;
}

void Kiosk::move_focus(int step) {
  // Who cannot see comes to everything, who uses the keys with open eyes only to what can be pressed.
  std::vector<const accessibility::Node*> all = voice_.mode() ? stops(scene_.tree) : scene_.tree.focusable();
  if (all.empty()) return;
  auto now = std::find_if(all.begin(), all.end(), [&](const auto* node) { return node->id == focused_; });
  std::ptrdiff_t count = static_cast<std::ptrdiff_t>(all.size());
  std::ptrdiff_t at = now == all.end() ? (step > 0 ? 0 : count - 1) : (now - all.begin() + step + count) % count;
  focused_ = all[static_cast<size_t>(at)]->id;
  const accessibility::Node* node = scene_.tree.find(focused_);
  if (scene_.scroll && node->clip.height == scene_.scroll->viewport.height) reveal(node->rect);
  if (voice_.mode()) voice_.describe(scene_.tree, focused_);
}

}  // namespace kiosk::app
