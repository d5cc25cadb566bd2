// SHA-512 (FIPS 180-4) of bytes that are all at hand. Our own repositories use SHA-256; TUF repositories made
// elsewhere may list this digest instead.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::crypto {

// 128 lower-case hexadecimal digits.
std::string sha512_hex(std::string_view bytes);

}  // namespace kiosk::crypto
