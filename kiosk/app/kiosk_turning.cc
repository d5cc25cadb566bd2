// How the page turns, and the focus goes round on it.
#include <algorithm>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/narration.h"

namespace kiosk::app {

using screens::Screen;

namespace {

constexpr double kCardPause = 1.5;  // seconds in which a card that was heard still stands there

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

void Kiosk::turn_by(int step) {
  if (!scene_.pages) return;
  int to = scene_.pages->page + step;
  if (to >= 0 && to < scene_.pages->count) act(ui::TurnPage{to});
}

// What a tick means appears under its box. Where the box went over to the next page with it, so does the visitor.
void Kiosk::follow_tick(const ui::Action& tick) {
  const std::vector<accessibility::Node>& nodes = scene_.tree.nodes;
  bool here = std::any_of(nodes.begin(), nodes.end(), [&](const accessibility::Node& node) {
    auto action = scene_.actions.find(node.id);
    return action != scene_.actions.end() && action->second == tick;
  });
  if (here || !scene_.pages || !scene_.pages->has_next()) return;
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
  if (voice_.mode()) voice_.describe(scene_.tree, focused_);
}

}  // namespace kiosk::app
