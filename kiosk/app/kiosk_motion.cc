// What an action sets in motion. A page slides only where it is turned, because sliding says "the same text goes on"; a
// card and a number grow into their page; every other way shows its page at once.
#include <algorithm>

#include "kiosk/app/kiosk.h"

namespace kiosk::app {

using screens::Screen;

namespace {

// What carries this action on the screen.
const accessibility::Node* acted_on(const ui::Scene& scene, const ui::Action& action) {
  const std::vector<accessibility::Node>& nodes = scene.tree.nodes;
  auto found = std::find_if(nodes.begin(), nodes.end(), [&](const accessibility::Node& node) {
    auto own = scene.actions.find(node.id);
    return own != scene.actions.end() && own->second == action;
  });
  return found == nodes.end() ? nullptr : &*found;
}

// The digits themselves, where they stand on the page that is left.
const accessibility::Node* digits_of(const ui::Scene& scene, const ui::Action& action) {
  const auto* large = std::get_if<ui::ShowLarge>(&action);
  return large && large->number ? scene.tree.find("number-" + std::to_string(*large->number)) : nullptr;
}

}  // namespace

void Kiosk::frame_took(double seconds) { motions_.frame_took(seconds); }

void Kiosk::begin_motion(const ui::Action& action, const screens::Place& was) {
  motions_.end();
  if (parts_.config.reduced_motion || voice_.mode() || voice_.by_ear() || voice_.narrating()) return;
  const screens::Place& is = session_.here();
  const accessibility::Node* node = acted_on(scene_, action);
  bool same = was.screen == is.screen && was.argument == is.argument && was.large == is.large && was.code == is.code;
  if (ui::is_any<ui::ToggleCheck>(action)) {
    if (node) motions_.begin(ui::Swell{node->id}, seconds_);
  } else if (same && was.page != is.page) {
    motions_.begin(ui::Turn{was.page}, seconds_);
  } else if (is.screen == Screen::contact && !same &&
             ui::is_any<ui::OpenContact, ui::ShowLarge, ui::ShowCode>(action)) {
    if (const accessibility::Node* digits = digits_of(scene_, action)) node = digits;
    if (node) motions_.begin(ui::Growth{node->rect}, seconds_);
  }
}

}  // namespace kiosk::app
