#include "kiosk/crypto/sha512.h"

#include <openssl/evp.h>

#include "kiosk/base/check.h"
#include "kiosk/crypto/hex.h"

namespace kiosk::crypto {

std::string sha512_hex(std::string_view bytes) {
  unsigned char digest[64];
  unsigned int size = 0;
  KIOSK_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha512(), nullptr) == 1 && size == 64);
  return to_hex({reinterpret_cast<const char*>(digest), size});
}

}  // namespace kiosk::crypto
