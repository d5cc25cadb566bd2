// A request's text as it is given to Pango: valid UTF-8, each isolated part taken out and laid out on its own, and the
// way back from its bytes to those of the request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/paragraph.h"

namespace kiosk::text {

struct ByteRange {
  uint32_t begin = 0, end = 0;
};

// A piece of text and where each of its bytes, and its end, came from.
struct Stretch {
  std::string text;
  std::vector<uint32_t> origin;
  std::vector<ByteRange> bold;  // in `text`
};

// An isolated part; the text around it has U+FFFC in its place.
struct Island {
  uint32_t at = 0;  // byte of the U+FFFC
  Stretch stretch;
};

struct PreparedText : Stretch {
  std::vector<Island> islands;  // in order
};

// Invalid UTF-8 and control characters become U+FFFD; every kind of line end becomes '\n', a tab a space; of several
// spaces one is left, and none before a line end. Parts are cut to the text; of isolates that overlap the earlier one
// counts. Inside an isolate a line end is a space, and direction controls are dropped: nothing written there can turn
// its digits round.
//
// Taken out, and not marked by LRI and PDI with line breaks forbidden: Pango's allow_breaks attribute lets a line end
// behind an en dash all the same ("08:00–17:00"), and in a narrow paragraph then fails an assertion.
PreparedText prepare(std::string_view text, const std::vector<Part>& parts);

}  // namespace kiosk::text
