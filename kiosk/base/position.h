// A place on earth and how far another one is: for "near here" and its map.
#pragma once

#include <cmath>
#include <numbers>
#include <utility>

namespace kiosk {

// Latitude and longitude in degrees.
using Position = std::pair<double, double>;

inline constexpr double kEarthRadiusKm = 6371.0088;  // the mean of WGS 84

// Neither NaN nor infinity is anywhere.
inline bool is_on_earth(const Position& place) {
  return std::fabs(place.first) <= 90 && std::fabs(place.second) <= 180;
}

// As the crow flies, by the haversine formula: exact to half a percent, and accurate for close places too.
inline double distance_km(const Position& a, const Position& b) {
  constexpr double kRadians = std::numbers::pi / 180;
  double across = std::sin((b.first - a.first) * kRadians / 2), along = std::sin((b.second - a.second) * kRadians / 2);
  double h = across * across + std::cos(a.first * kRadians) * std::cos(b.first * kRadians) * along * along;
  return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::fmin(1, h)));
}

}  // namespace kiosk
