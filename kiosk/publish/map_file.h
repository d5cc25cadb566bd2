// map.geojson: the outlines of the counties, as any map program writes them (GeoJSON, RFC 7946: a FeatureCollection of
// Polygons or MultiPolygons). Optional: without it the map of "near here" shows places alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

inline constexpr const char* kMapFile = "map.geojson";

// The areas that could be read. Each must have a property "name": words, or words by language.
std::vector<AreaEntry> read_map(std::string_view text, const LanguageTag& source_language, Problems& problems);

// What the file says of itself, "name: licence"; empty where it says no licence.
std::string read_map_credit(std::string_view text);

}  // namespace kiosk::publish
