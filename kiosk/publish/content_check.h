// Judges a content folder that was read: links, dates, numbers, words, pictures. Finds everything, stops at nothing.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/publish/content.h"
#include "kiosk/publish/font_search.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

struct CheckOptions {
  Date today{};  // by the clock; only used to notice an edition dated ahead of it
  // The names of all pictures that the icon font has; empty: not checked.
  std::vector<std::string_view> icons;
  // The characters of a text in a language that no font can draw (R93); unset: not checked.
  std::function<std::vector<Undrawn>(const LanguageTag&, std::string_view)> undrawn;
};

void check_content(const Content& content, const CheckOptions& options, Problems& problems,
                   const Progress& progress = {});

}  // namespace kiosk::publish
