// JSON as TUF metadata needs it: a strict reader, and the canonical form that signatures are made over.
// The one place of this layer that knows nlohmann-json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::update::tuf {

using Json = nlohmann::json;

// Reads one JSON value. Refused, where the library by itself would take it and two readers could then see two things:
// a key that stands twice in one object, numbers with a fraction or exponent, integers outside int64, more than
// kMaxJsonDepth levels, anything after the value. Error: Code::invalid.
Result<Json> parse_json(std::string_view text);

// OLPC canonical JSON (not RFC 8785): keys sorted by byte, no blanks, only the quotation mark and the backslash
// escaped, control characters left raw. REQUIRES: no floating point number within.
std::string canonical_json(const Json& value);

}  // namespace kiosk::update::tuf
