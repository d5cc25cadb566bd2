#include "kiosk/accessibility/dump.h"
#include "kiosk/json/json.h"

#include <cmath>
#include <cstdio>

namespace kiosk::accessibility {
namespace {

double rounded(double value) { return std::round(value * 100) / 100; }

json::Ordered rect_json(const Rect& rect, float scale) {
  return {rounded(rect.x / scale), rounded(rect.y / scale), rounded(rect.width / scale), rounded(rect.height / scale)};
}

std::string colour_json(Colour colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", colour.red, colour.green, colour.blue);
  return text;
}

const char* direction_json(Direction direction) { return direction == Direction::right_to_left ? "rtl" : "ltr"; }

json::Ordered text_json(const TextRun& run, float px_per_mm) {
  return {{"text", run.text},
          {"lang", run.language.str()},
          {"dir", direction_json(run.direction)},
          {"rect_px", rect_json(run.rect, 1)},
          {"size_px", rounded(run.size)},
          {"size_mm", rounded(run.size / px_per_mm)},
          {"capital_mm", rounded(run.capital_height.value)},
          {"line_height_px", rounded(run.line_height)},
          {"lines", run.lines},
          {"last_line", rounded(run.last_line)},
          {"broke_word", run.broke_word},
          {"foreground", colour_json(run.foreground)},
          {"background", colour_json(run.background)}};
}

json::Ordered node_json(const Node& node, float px_per_mm) {
  json::Ordered json{{"id", node.id},
                     {"role", name_of(node.role)},
                     {"name", node.name},
                     {"lang", node.language.str()},
                     {"dir", direction_json(node.direction)},
                     {"rect_px", rect_json(node.rect, 1)},
                     {"rect_mm", rect_json(node.rect, px_per_mm)},
                     {"clip_px", rect_json(node.clip, 1)},
                     {"enabled", node.enabled},
                     {"focused", node.focused},
                     {"sensitive", node.sensitive},
                     {"actions", node.actions}};
  if (node.hidden) json["hidden"] = true;
  if (!node.value.empty()) json["value"] = node.value;
  if (!node.spoken.empty()) json["spoken"] = node.spoken;
  if (node.state.pressed) json["state"]["pressed"] = *node.state.pressed;
  if (node.state.checked) json["state"]["checked"] = *node.state.checked;
  if (node.state.selected) json["state"]["selected"] = *node.state.selected;
  if (!node.icon.empty()) {
    json["icon"] = node.icon;
    json["icon_mirrored"] = node.icon_mirrored;
    json["icon_px"] = rect_json(node.icon_rect, 1);
  }
  if (node.phone) {
    json["phone"] = {{"dial", node.phone->dial}, {"display", node.phone->display}, {"drawn", node.phone->as_drawn()}};
  }
  for (const TextRun& run : node.text) json["text_runs"].push_back(text_json(run, px_per_mm));
  return json;
}

}  // namespace

std::string dump_json(const Tree& tree) {
  json::Ordered json{{"screen", tree.screen},
                     {"argument", tree.argument},
                     {"lang", tree.language.str()},
                     {"dir", direction_json(tree.direction)},
                     {"modes",
                      {{"text_scale", rounded(tree.modes.text_scale)},
                       {"contrast", tree.modes.high_contrast ? "high" : "default"},
                       {"reach", tree.modes.reach ? "low" : "normal"},
                       {"speech", tree.modes.speech}}},
                     {"panel",
                      {{"px_per_mm", rounded(tree.panel.px_per_mm)},
                       {"width_px", tree.panel.width},
                       {"height_px", tree.panel.height},
                       {"bottom_edge_mm", tree.panel.bottom_edge_mm}}},
                     {"sensitivity", name_of(tree.sensitivity)},
                     {"page_area_px", rect_json(tree.page_area, 1)},
                     {"pictures_px", json::Ordered::array()},
                     {"nodes", json::Ordered::array()}};
  for (const Rect& picture : tree.pictures) json["pictures_px"].push_back(rect_json(picture, 1));
  for (const Node& node : tree.nodes) json["nodes"].push_back(node_json(node, tree.panel.px_per_mm));
  return json::pretty(json);
}

}  // namespace kiosk::accessibility
