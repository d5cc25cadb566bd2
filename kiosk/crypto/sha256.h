// SHA-256 (FIPS 180-4), all at once or piece by piece, and its form as 64 small hexadecimal digits.
// A Sha256 belongs to one thread. Hashing cannot fail: OpenSSL refusing to hash is our bug, not the world's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::crypto {

struct Sha256Digest {
  std::array<uint8_t, 32> bytes{};

  auto operator<=>(const Sha256Digest&) const = default;

  std::string hex() const;

  // Error: Code::invalid for anything but 64 digits of 0-9 and a-f; capitals are refused, so that a digest has one
  // name.
  static Result<Sha256Digest> parse_hex(std::string_view text);
};

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::span<const uint8_t> bytes);
  void update(std::string_view text);

  // The digest of everything since the start or the last finish(); afterwards it starts over.
  Sha256Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Sha256Digest sha256(std::span<const uint8_t> bytes);
Sha256Digest sha256(std::string_view text);

}  // namespace kiosk::crypto
