// Translated sentences have numbered gaps, "{1} of {2}", because languages order their words differently.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace kiosk {

// `sentence` with the values in its gaps. A gap without a value stays as it is, so that its absence is noticed, and a
// value is never searched for gaps itself.
std::string fill(std::string_view sentence, std::span<const std::string> values);

inline std::string fill(std::string_view sentence, std::initializer_list<std::string> values) {
  return fill(sentence, std::span(values.begin(), values.size()));
}

}  // namespace kiosk
