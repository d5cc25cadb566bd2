#include "kiosk/catalog/outline.h"

#include <charconv>
#include <cstdio>
#include <optional>

#include "kiosk/catalog/entry_rules.h"
#include "kiosk/catalog/schema.h"

namespace kiosk::catalog {
namespace {

bool on_earth(const Position& point) {
  return point.first >= -90 && point.first <= 90 && point.second >= -180 && point.second <= 180;
}

std::optional<std::vector<Position>> read_ring(std::string_view text) {
  std::vector<Position> ring;
  const char *at = text.data(), *end = text.data() + text.size();
  while (at != end) {
    Position point;
    for (double* degrees : {&point.first, &point.second}) {
      if (at != end && *at == ' ') ++at;
      auto [rest, error] = std::from_chars(at, end, *degrees);
      if (error != std::errc()) return std::nullopt;
      at = rest;
    }
    if (!on_earth(point) || ring.size() == kMaxOutlinePoints) return std::nullopt;
    ring.push_back(point);
  }
  if (ring.empty() || ring.size() == 2) return std::nullopt;
  return ring;
}

}  // namespace

Result<std::string> write_outline(const std::string& what, const std::vector<std::vector<Position>>& rings) {
  std::string text;
  size_t points = 0;
  for (const std::vector<Position>& ring : rings) {
    if (ring.empty() || ring.size() == 2)
      return invalid(what + " has an outline of two points or none. A county has three, a town one.");
    points += ring.size();
    if (points > kMaxOutlinePoints) {
      return invalid(what + " has an outline of more than " + std::to_string(kMaxOutlinePoints) +
                     " points. Simplify it.");
    }
    if (!text.empty()) text += ';';
    for (const Position& point : ring) {
      if (!on_earth(point)) return invalid(what + " has an outline that leaves the earth. Draw it again.");
      char pair[64];
      std::snprintf(pair, sizeof pair, "%s%.5f %.5f", &point == ring.data() ? "" : " ", point.first, point.second);
      text += pair;
    }
  }
  return text;
}

std::vector<std::vector<Position>> read_outline(std::string_view text) {
  std::vector<std::vector<Position>> rings;
  while (!text.empty()) {
    const size_t end = std::min(text.find(';'), text.size());
    if (auto ring = read_ring(text.substr(0, end))) rings.push_back(std::move(*ring));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rings;
}

}  // namespace kiosk::catalog
