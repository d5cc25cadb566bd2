// A content key, to be compared with the one on paper.
#include <algorithm>
#include <sstream>

#include "kiosk/screens/staff_pages.h"

namespace kiosk::screens {

using accessibility::Role;

float draw_key_groups(ui::Frame& frame, const std::string& key, const Rect& column) {
  ui::TextStyle style = ui::styles::kTitle;
  style.align = text::Align::center;
  style.scale = std::min(frame.settings().text_scale, 1.5f);
  std::vector<std::string> groups;
  std::istringstream all(key);
  for (std::string group; all >> group;) groups.push_back(group);
  float width = 0, tall = 0, gap = frame.mm(8);
  for (const std::string& group : groups) {
    const text::Paragraph& laid = frame.lay(group, style, 0);
    width = std::max(width, laid.width + frame.mm(1));
    tall = std::max(tall, laid.height);
  }
  int columns = std::clamp(static_cast<int>((column.width + gap) / (width + gap)), 1, 3);
  for (size_t i = 0; i < groups.size(); ++i) {
    int across = static_cast<int>(i) % columns, down = static_cast<int>(i) / columns;
    if (frame.painter().mirrored()) across = columns - 1 - across;
    Rect at{column.x + static_cast<float>(across) * (width + gap), column.y + static_cast<float>(down) * tall, width,
            tall};
    accessibility::Node& node = frame.node(Role::text, "key-group-" + std::to_string(i), groups[i], at);
    for (char digit : groups[i]) node.spoken += std::string(node.spoken.empty() ? "" : " ") + digit;
    frame.text(groups[i], style, at);
  }
  int rows = (static_cast<int>(groups.size()) + columns - 1) / columns;
  return static_cast<float>(rows) * tall;
}

}  // namespace kiosk::screens
