#include "kiosk/publish/picture/palette.h"

namespace kiosk::publish {
namespace {

struct NamedColour {
  std::string_view name, paper, contrast;
};

// ink to terracotta are the theme's own (ui/theme.cc); the others are for areas. All stand out on their page, and the
// light areas from the things on them, in grey too: tests/publish/picture_neighbours_test.cc measures it.
constexpr NamedColour kColours[] = {
    {"ink", "#14222e", "#ffffff"},        {"paper", "#ffffff", "#000000"}, {"night", "#14222e", "#000000"},
    {"action", "#0a4a8c", "#8cc4ff"},     {"teal", "#0b5e57", "#6fdccf"},  {"ochre", "#7a4b00", "#b8823a"},
    {"plum", "#5f3570", "#dda6ee"},       {"green", "#2b5f27", "#8fdb84"}, {"slate", "#34495e", "#afc0cf"},
    {"terracotta", "#8a3b1e", "#ff9f7a"}, {"gold", "#edae2b", "#ffd60a"},  {"ember", "#d2622a", "#ff8a3d"},
    {"water", "#3584b8", "#4fa3db"},      {"sand", "#ebd6ac", "#5c4d2e"},  {"sky", "#bfddf0", "#1f4258"},
    {"leaf", "#8dbf7b", "#2f5a2a"},       {"stone", "#c3ccd3", "#4a555f"},
};

}  // namespace

std::optional<std::string> colour_value(std::string_view name, catalog::Colours colours) {
  for (const NamedColour& colour : kColours) {
    if (colour.name == name) return std::string(colours == catalog::Colours::paper ? colour.paper : colour.contrast);
  }
  return std::nullopt;
}

std::vector<std::string_view> colour_names() {
  std::vector<std::string_view> names;
  for (const NamedColour& colour : kColours) names.push_back(colour.name);
  return names;
}

}  // namespace kiosk::publish
