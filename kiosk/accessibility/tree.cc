#include "kiosk/accessibility/tree.h"

namespace kiosk::accessibility {

const Node* Tree::find(std::string_view id) const {
  for (const Node& node : nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

const Node* Tree::at(float x, float y) const {
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if (node->can_act() && !node->hidden && node->clip.contains(x, y) && node->rect.contains(x, y)) return &*node;
  }
  return nullptr;
}

std::vector<const Node*> Tree::focusable() const {
  std::vector<const Node*> found;
  for (const Node& node : nodes) {
    if (node.can_act() && !node.hidden) found.push_back(&node);
  }
  return found;
}

}  // namespace kiosk::accessibility
