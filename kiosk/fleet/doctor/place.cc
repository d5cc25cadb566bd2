#include "kiosk/fleet/doctor/place.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

namespace kiosk::fleet {
namespace {

constexpr double kFarKm = 1000, kNearKm = 300;

double km_to_nearest(const Position& from, const std::vector<Position>& offices) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const Position& office : offices) nearest = std::min(nearest, distance_km(from, office));
  return nearest;
}

std::vector<Position> offices_of(const catalog::Catalog& catalog) {
  std::vector<Position> offices;
  const catalog::Pack& pack = catalog.pack();
  for (const catalog::Contact& contact : catalog.contacts(pack.source_language, pack.published))
    if (contact.coordinates && is_on_earth(*contact.coordinates)) offices.push_back(*contact.coordinates);
  return offices;
}

// What people mistype: a sign, or which of the two comes first.
std::optional<Position> position_meant(const Position& written, const std::vector<Position>& offices) {
  std::optional<Position> meant;
  double least = kNearKm;
  for (const Position& order : {written, Position{written.second, written.first}}) {
    for (double north : {1.0, -1.0}) {
      for (double east : {1.0, -1.0}) {
        const Position tried{north * order.first, east * order.second};
        const double km = is_on_earth(tried) ? km_to_nearest(tried, offices) : least;
        if (km >= least) continue;
        least = km;
        meant = tried;
      }
    }
  }
  return meant;
}

std::string in_settings(const Position& place) {
  char text[80];
  std::snprintf(text, sizeof text, "latitude = %.4f and longitude = %.4f", place.first, place.second);
  return text;
}

}  // namespace

Findings examine_zone(const catalog::Catalog& catalog, const std::filesystem::path& zone_data) {
  const std::string& zone = catalog.pack().time_zone;
  const auto known = os::is_time_zone(zone, zone_data);
  if (known == true) return {well("clock of the place", "Hours count by the clock of " + zone + ".")};
  return {{"clock of the place", Verdict::error,
           (known ? "This machine does not know the time zone " + zone
                  : "This machine has no data of time zones in " + zone_data.string()) +
               ": opening hours are shown by its own clock.",
           "Install the package tzdata, newer if it is there; then: systemctl restart kiosk"}};
}

Findings examine_position(const catalog::Catalog& catalog, const std::optional<Position>& position) {
  const std::vector<Position> offices = offices_of(catalog);
  if (!position || offices.empty()) return {};
  const double km = km_to_nearest(*position, offices);
  if (km <= kFarKm)
    return {well("position", "The nearest office of the content is " + std::to_string(std::lround(km)) + " km away.")};
  const auto meant = position_meant(*position, offices);
  return {{"position", Verdict::warning,
           "By the settings the nearest office of the content is " + std::to_string(std::lround(km)) + " km away.",
           meant ? "Write " + in_settings(*meant) + " under [kiosk] if that is meant: " +
                       std::to_string(std::lround(km_to_nearest(*meant, offices))) + " km from the nearest office."
                 : "Look at latitude and longitude under [kiosk]: latitude first, south and west with \"-\"."}};
}

}  // namespace kiosk::fleet
