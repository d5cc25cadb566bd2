// Judges a content folder that was read: links, dates, numbers, words, pictures. Finds everything, stops at nothing.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/publish/content.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

struct CheckOptions {
  Date today{};  // by the clock; only used to notice an edition dated ahead of it
  // The names of all pictures that the icon font has; empty: not checked.
  std::vector<std::string_view> icons;
  // The code points of a text that no shipped font can draw (R93); unset: not checked.
  std::function<std::vector<char32_t>(std::string_view)> uncovered;
};

void check_content(const Content& content, const CheckOptions& options, Problems& problems,
                   const Progress& progress = {});

}  // namespace kiosk::publish
