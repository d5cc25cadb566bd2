#include "kiosk/crypto/pin_hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <cstdint>

#include "kiosk/base/ascii.h"
#include "kiosk/base/check.h"
#include "kiosk/crypto/hex.h"

namespace kiosk::crypto {
namespace {

constexpr std::string_view kPrefix = "scrypt$14$8$1$";
constexpr uint64_t kN = 1 << 14, kR = 8, kP = 1, kMostMemory = 64 * 1024 * 1024;
constexpr size_t kSaltBytes = 16, kHashBytes = 32;

struct Parts {
  std::string salt, hash;
};

std::string derive(std::string_view digits, const std::string& salt) {
  std::string hash(kHashBytes, '\0');
  int good =
      EVP_PBE_scrypt(digits.data(), digits.size(), reinterpret_cast<const unsigned char*>(salt.data()), salt.size(), kN,
                     kR, kP, kMostMemory, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
  KIOSK_CHECK(good == 1);
  return hash;
}

bool take_apart(std::string_view text, Parts& parts) {
  if (text.size() != kPrefix.size() + 2 * kSaltBytes + 1 + 2 * kHashBytes || !text.starts_with(kPrefix)) return false;
  text.remove_prefix(kPrefix.size());
  if (text[2 * kSaltBytes] != '$') return false;
  auto salt = from_hex(text.substr(0, 2 * kSaltBytes)), hash = from_hex(text.substr(2 * kSaltBytes + 1));
  if (!salt.ok() || !hash.ok()) return false;
  parts = {*salt, *hash};
  return true;
}

}  // namespace

bool is_pin(std::string_view digits) {
  return digits.size() >= kFewestPinDigits && digits.size() <= kMostPinDigits && ascii::all_digits(digits);
}

std::string hash_pin(std::string_view digits) {
  KIOSK_CHECK(is_pin(digits));
  std::string salt(kSaltBytes, '\0');
  KIOSK_CHECK(RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), static_cast<int>(salt.size())) == 1);
  return std::string(kPrefix) + to_hex(salt) + "$" + to_hex(derive(digits, salt));
}

bool is_pin_hash(std::string_view text) {
  Parts parts;
  return take_apart(text, parts);
}

bool pin_matches(std::string_view digits, std::string_view hash) {
  Parts parts;
  if (!take_apart(hash, parts)) return false;
  std::string derived = derive(digits, parts.salt);
  return CRYPTO_memcmp(derived.data(), parts.hash.data(), kHashBytes) == 0;
}

}  // namespace kiosk::crypto
