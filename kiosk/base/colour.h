// An opaque sRGB colour, and the contrast between two as WCAG 2 defines it.
#pragma once

#include <cmath>
#include <cstdint>

namespace kiosk {

struct Colour {
  uint8_t red = 0, green = 0, blue = 0;

  constexpr bool operator==(const Colour&) const = default;
};

constexpr Colour rgb(uint32_t value) {
  return {static_cast<uint8_t>(value >> 16), static_cast<uint8_t>(value >> 8), static_cast<uint8_t>(value)};
}

// From the first colour at 0 to the second at 1.
inline Colour mix(Colour from, Colour to, float part) {
  auto channel = [part](uint8_t a, uint8_t b) {
    return static_cast<uint8_t>(
        std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * part));
  };
  return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue)};
}

// Relative luminance, 0..1 (WCAG 2.2, "relative luminance").
inline double luminance(Colour colour) {
  auto linear = [](uint8_t channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

// 1..21.
inline double contrast(Colour a, Colour b) {
  double first = luminance(a), second = luminance(b);
  return first > second ? (first + 0.05) / (second + 0.05) : (second + 0.05) / (first + 0.05);
}

}  // namespace kiosk
