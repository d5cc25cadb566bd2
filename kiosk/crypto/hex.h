// Bytes as lower-case hexadecimal digits, two a byte, and back.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::crypto {

std::string to_hex(std::string_view bytes);

// Error: Code::invalid for an odd length or anything but 0-9, a-f, A-F.
Result<std::string> from_hex(std::string_view text);

}  // namespace kiosk::crypto
