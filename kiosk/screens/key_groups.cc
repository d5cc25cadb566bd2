// A content key, to be compared with the one on paper.
#include <algorithm>
#include <sstream>
#include <utility>

#include "kiosk/screens/staff_pages.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

ui::TextStyle style_of(const ui::Frame& frame, bool quiet) {
  ui::TextStyle style = quiet ? ui::styles::kStrong : ui::styles::kTitle;
  style.align = text::Align::center;
  style.line_height = quiet ? 1.1f : style.line_height;
  style.scale = std::min(frame.settings().text_scale, 1.5f) * frame.type_factor();
  return style;
}

ui::Box key_group(const std::string& digits, size_t index, bool quiet) {
  std::string spoken;
  for (char digit : digits) spoken += std::string(spoken.empty() ? "" : " ") + digit;
  ui::Box box;
  box.height = [=](ui::Frame& frame, float) { return frame.lay(digits, style_of(frame, quiet), 0).height; };
  box.least = [=](ui::Frame& frame) { return frame.lay(digits, style_of(frame, quiet), 0).width + frame.mm(0.4f); };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    frame.node(Role::text, "key-group-" + std::to_string(index), digits, at).spoken = spoken;
    frame.text(digits, style_of(frame, quiet), at);
  };
  return box;
}

}  // namespace

ui::Box key_groups(const std::string& key, int columns, bool quiet) {
  std::vector<ui::Box> groups;
  std::istringstream in(key);
  for (std::string group; in >> group;) groups.push_back(key_group(group, groups.size(), quiet));
  ui::Box all = ui::grid(std::move(groups),
                         {.gap = Mm{quiet ? 1.0f : 8.0f}, .least = Mm{15}, .most_columns = columns, .digits = true});
  all.split = nullptr;  // all of it on one page
  return all;
}

}  // namespace kiosk::screens
