// A PIN as it is kept: hashed by scrypt (RFC 7914) with a salt of its own, so that someone who reads the settings
// does not learn the PIN. Six digits can be tried out on a copy of the file; the hash makes that slow, not impossible.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::crypto {

inline constexpr size_t kFewestPinDigits = 6, kMostPinDigits = 12;

// Six to twelve digits.
bool is_pin(std::string_view digits);

// "scrypt$14$8$1$SALT$HASH": log2 of N, r and p, then both in hexadecimal. Takes a tenth of a second, on purpose.
// REQUIRES: is_pin(digits)
std::string hash_pin(std::string_view digits);

// Whether text has the form of hash_pin(), with costs of this program's making.
bool is_pin_hash(std::string_view text);

// Compares in constant time. False also when `hash` is of another form.
bool pin_matches(std::string_view digits, std::string_view hash);

}  // namespace kiosk::crypto
