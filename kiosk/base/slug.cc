#include "kiosk/base/slug.h"

#include <algorithm>

#include "kiosk/base/ascii.h"

namespace kiosk {

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) { return ascii::is_small(c) || ascii::is_digit(c) || c == '-'; });
}

}  // namespace kiosk
