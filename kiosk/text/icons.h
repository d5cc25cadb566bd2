// The pictograms that content and interface may name. A choice from Material Design Icons 1.6.50, which Debian 12 and
// 13 both ship, under their own names: no gestures, no flags, no creed, no party.
// Shapes only: drawing is Engine::icon().
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kiosk::text {

struct Icon {
  char32_t code_point = 0;
  bool mirrored = false;  // turned round in right-to-left layouts (R91): arrows and lists, not clocks, phones or media
};

std::optional<Icon> find_icon(std::string_view name);

// All names in alphabetical order.
std::vector<std::string_view> icon_names();

}  // namespace kiosk::text
