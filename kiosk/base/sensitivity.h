// How a page is handled near other people (R55): a red one is quiet to look at and never speaks unasked.
#pragma once

namespace kiosk {

enum class Sensitivity { green, yellow, red };

constexpr const char* name_of(Sensitivity level) {
  switch (level) {
    case Sensitivity::green: return "green";
    case Sensitivity::yellow: return "yellow";
    case Sensitivity::red: return "red";
  }
  return "";
}

}  // namespace kiosk
