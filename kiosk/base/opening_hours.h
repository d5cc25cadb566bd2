// Opening hours in the notation of OpenStreetMap, as far as a place of help needs it: days, spans of time and "off",
// "24/7", and PH for public holidays. https://wiki.openstreetmap.org/wiki/Key:opening_hours. One reader for content and
// settings. What readers of that notation take in two ways is refused with both to choose from: an hour that is wrong
// sends somebody across a town.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk {

// Minutes since midnight of the day on which it begins, by the clock of the place. Past midnight `closes` is more than
// a day.
struct OpenSpan {
  int opens = 0, closes = 24 * 60;

  bool operator==(const OpenSpan&) const = default;
};

using OpenSpans = std::vector<OpenSpan>;  // in order, none touching another

// Days that follow one another, Sunday before Monday too, with the same hours. 0 is Monday.
struct OpenDays {
  int first = 0, last = 6;
  OpenSpans spans;
};

struct OpeningHours {
  std::array<OpenSpans, 7> days;      // by the day on which they begin; none: closed
  std::optional<OpenSpans> holidays;  // on public holidays, of which we have no list; none: nothing was said of them

  // Error: Code::invalid, what is wrong and what to write instead.
  static Result<OpeningHours> parse(std::string_view text);

  bool always() const;
  // By the days of the week alone.
  bool open_at(int day, int minute) const;
  // The days on which it opens, from Monday on.
  std::vector<OpenDays> groups() const;

  bool operator==(const OpeningHours&) const = default;
};

// Why `text` is no opening hours, and what to write: two sentences, to be laid out apart.
struct HoursObjection {
  std::string problem, remedy;
};
std::optional<HoursObjection> objection_to_hours(std::string_view text);

}  // namespace kiosk
