// Lengths on the panel. Everything is designed in millimetres and drawn in pixels; the two never mix by accident.
#pragma once

#include <compare>

namespace kiosk {

template <class Tag>
struct Length {
  float value = 0;

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator+(Length other) const { return {value + other.value}; }
  constexpr Length operator-(Length other) const { return {value - other.value}; }
  constexpr Length operator-() const { return {-value}; }
  constexpr Length operator*(float factor) const { return {value * factor}; }
  constexpr Length operator/(float divisor) const { return {value / divisor}; }
  constexpr float operator/(Length other) const { return value / other.value; }
  constexpr Length& operator+=(Length other) { return value += other.value, *this; }
  constexpr Length& operator-=(Length other) { return value -= other.value, *this; }
};

using Mm = Length<struct MillimetreTag>;
using Px = Length<struct PixelTag>;

constexpr Mm operator""_mm(long double value) { return {static_cast<float>(value)}; }
constexpr Mm operator""_mm(unsigned long long value) { return {static_cast<float>(value)}; }

// A rectangle in pixels, y downwards, from the top left corner of the window.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  constexpr bool operator==(const Rect&) const = default;
  constexpr float right() const { return x + width; }
  constexpr float bottom() const { return y + height; }
  constexpr bool empty() const { return width <= 0 || height <= 0; }
  constexpr bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
  constexpr bool contains(const Rect& other) const {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
  constexpr Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
  constexpr Rect intersect(const Rect& other) const {
    float left = x > other.x ? x : other.x, top = y > other.y ? y : other.y;
    float r = right() < other.right() ? right() : other.right();
    float b = bottom() < other.bottom() ? bottom() : other.bottom();
    return {left, top, r > left ? r - left : 0, b > top ? b - top : 0};
  }
};

}  // namespace kiosk
