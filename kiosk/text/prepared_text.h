// A request's text as it is given to Pango: valid UTF-8 with direction isolates inserted, and the way back from its
// bytes to those of the request.
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

struct PreparedText {
  std::string text;
  std::vector<uint32_t> origin;     // for each byte of `text` and its end: where it came from
  std::vector<ByteRange> bold;      // in `text`
  std::vector<ByteRange> isolates;  // in `text`, with the isolating controls
};

// Invalid UTF-8 and control characters become U+FFFD; every kind of line end becomes '\n', a tab a space. Parts are
// cut to the text; of isolates that overlap the earlier one counts. Inside an isolate a line end is a space, and other
// direction controls are dropped: nothing written there can turn its digits round.
PreparedText prepare(std::string_view text, const std::vector<Part>& parts);

// The code point at the front of `text`, and its length in bytes. Invalid UTF-8: U+FFFD and 1. REQUIRES: !text.empty()
struct Decoded {
  char32_t code_point = 0;
  uint32_t size = 1;
  bool valid = false;
};
Decoded decode(std::string_view text);

}  // namespace kiosk::text
