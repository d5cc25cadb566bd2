#include "kiosk/publish/map_file.h"

#include <algorithm>
#include <optional>

#include "kiosk/catalog/schema.h"
#include "kiosk/json/json.h"

namespace kiosk::publish {
namespace {

using json::Json;

constexpr const char* kForm = "Export it again from a map program as GeoJSON in degrees (WGS 84).";

std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& member(const Json& object, const char* key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  auto found = object.find(key);
  return found == object.end() ? kNothing : *found;
}

// [longitude, latitude]
std::optional<Position> position_of(const Json& point) {
  if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number()) return std::nullopt;
  Position position{point[1].get<double>(), point[0].get<double>()};
  if (!(position.first >= -90 && position.first <= 90 && position.second >= -180 && position.second <= 180))
    return std::nullopt;
  return position;
}

// [[longitude, latitude], ...], the last point the same as the first.
std::optional<std::vector<Position>> ring_of(const Json& json) {
  if (!json.is_array() || json.size() < 4) return std::nullopt;
  std::vector<Position> ring;
  for (const Json& point : json) {
    auto position = position_of(point);
    if (!position) return std::nullopt;
    ring.push_back(*position);
  }
  if (ring.front() != ring.back()) return std::nullopt;
  ring.pop_back();
  return ring;
}

class MapReader {
 public:
  MapReader(const LanguageTag& source_language, Problems& problems)
      : source_language_(source_language), problems_(problems) {}

  std::optional<AreaEntry> area(const Json& feature, size_t number) {
    what_ = "Area " + std::to_string(number);
    AreaEntry area;
    area.name = name_of(member(member(feature, "properties"), "name"));
    if (!area.name.contains(source_language_)) {
      wrong(" has no name in " + source_language_.str() + ".",
            "Give it a property \"name\", for example {\"en\": \"Bong\"}.");
      return std::nullopt;
    }
    what_ += " (" + area.name.at(source_language_).text + ")";
    const Json& geometry = member(feature, "geometry");
    const Json& coordinates = member(geometry, "coordinates");
    bool whole = true;
    if (text_of(geometry, "type") == "Point") {
      auto town = position_of(coordinates);
      if (town) area.outline.push_back({*town});
      whole = town.has_value();
    } else if (text_of(geometry, "type") == "Polygon") {
      whole = add_rings(coordinates, area);
    } else if (text_of(geometry, "type") == "MultiPolygon" && coordinates.is_array()) {
      for (const Json& polygon : coordinates) whole = whole && add_rings(polygon, area);
    } else {
      whole = false;
    }
    size_t points = 0;
    for (const auto& ring : area.outline) points += ring.size();
    if (!whole || points == 0) {
      wrong(" has no outline that closes, or one that leaves the earth.", kForm);
      return std::nullopt;
    }
    if (points > static_cast<size_t>(catalog::kMaxOutlinePoints)) {
      wrong(" has an outline of " + std::to_string(points) + " points.",
            "Simplify it in the map program; " + std::to_string(catalog::kMaxOutlinePoints) +
                " are enough for every screen.");
      return std::nullopt;
    }
    return area;
  }

 private:
  static bool add_rings(const Json& polygon, AreaEntry& area) {
    if (!polygon.is_array()) return false;
    for (const Json& json : polygon) {
      auto ring = ring_of(json);
      if (!ring) return false;
      area.outline.push_back(std::move(*ring));
    }
    return true;
  }

  TextByLanguage name_of(const Json& json) {
    TextByLanguage names;
    if (json.is_string()) names[source_language_].text = json.get<std::string>();
    if (!json.is_object()) return names;
    for (const auto& [key, words] : json.items()) {
      auto tag = LanguageTag::parse(key);
      if (tag.ok() && words.is_string())
        names[*tag].text = words.get<std::string>();
      else
        wrong(" has a name in \"" + key + "\", which is no language with words.",
              "Write for example {\"en\": \"Bong\"}.");
    }
    return names;
  }

  void wrong(const std::string& message, const std::string& remedy) {
    problems_.error({kMapFile}, what_ + message, remedy);
  }

  LanguageTag source_language_;
  Problems& problems_;
  std::string what_;
};

}  // namespace

std::vector<AreaEntry> read_map(std::string_view text, const LanguageTag& source_language, Problems& problems) {
  std::vector<AreaEntry> areas;
  Json root = Json::parse(text, nullptr, false);
  const Json& features = member(root, "features");
  if (root.is_discarded() || text_of(root, "type") != "FeatureCollection" || !features.is_array()) {
    problems.error({kMapFile}, root.is_discarded() ? "This is not JSON." : "This is JSON, but no FeatureCollection.",
                   kForm);
    return areas;
  }
  if (features.size() > static_cast<size_t>(catalog::kMaxAreas)) {
    problems.error({kMapFile}, "The map has " + std::to_string(features.size()) + " areas.",
                   "Keep counties only; " + std::to_string(catalog::kMaxAreas) + " can be shown at most.");
    return areas;
  }
  MapReader reader(source_language, problems);
  size_t number = 0;
  for (const Json& feature : features) {
    if (auto area = reader.area(feature, ++number)) areas.push_back(std::move(*area));
  }
  return areas;
}

std::string read_map_credit(std::string_view text) {
  Json root = Json::parse(text, nullptr, false);
  const std::string name = text_of(root, "name"), licence = text_of(root, "licence");
  if (licence.empty()) return {};
  return name.empty() ? licence : name + ": " + licence;
}

}  // namespace kiosk::publish
