// JSON, for signed metadata and for everything the programs tell each other: a strict reader, and the canonical form
// that signatures are made over. Two value types: Json sorts its members, Ordered keeps them as they were added, for
// people.
//
// One strict reader for all, also where a lax one would do: a file that two readers understand differently is a defect
// wherever it lies.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::json {

using Json = nlohmann::json;
using Ordered = nlohmann::ordered_json;

inline constexpr int kMaxDepth = 32;

// Reads one JSON value. Refused, where the library by itself would take it and two readers could then see two things:
// a key that is twice in one object, numbers with a fraction or exponent, integers outside int64, more than
// kMaxDepth levels, anything after the value. Error: Code::invalid.
Result<Json> parse(std::string_view text);

// OLPC canonical JSON (not RFC 8785): keys sorted by byte, no blanks, only the quotation mark and the backslash
// escaped, control characters left raw. REQUIRES: no floating point number within.
std::string canonical(const Json& value);

// For files and answers that people read too: indented by `indent` blanks, bytes that are not UTF-8 replaced, a line
// end last.
std::string pretty(const Json& value, int indent = 1);
std::string pretty(const Ordered& value, int indent = 1);

}  // namespace kiosk::json
