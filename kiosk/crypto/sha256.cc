#include "kiosk/crypto/sha256.h"

#include <openssl/evp.h>

#include "kiosk/crypto/hex.h"

namespace kiosk::crypto {

std::string Sha256Digest::hex() const { return to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()}); }

Result<Sha256Digest> Sha256Digest::parse_hex(std::string_view text) {
  const Error error{Code::invalid, "\"" + std::string(text.substr(0, 80)) +
                                       "\" is not a SHA-256 in its form of 64 digits 0-9 and a-f."};
  Sha256Digest digest;
  if (text.size() != digest.bytes.size() * 2) return error;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    int nibble = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (nibble < 0) return error;
    digest.bytes[i / 2] = static_cast<uint8_t>(digest.bytes[i / 2] << 4 | nibble);
  }
  return digest;
}

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();

  State() {
    KIOSK_CHECK(context != nullptr);
    start();
  }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void start() { KIOSK_CHECK(EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::span<const uint8_t> bytes) {
  KIOSK_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

void Sha256::update(std::string_view text) {
  KIOSK_CHECK(EVP_DigestUpdate(state_->context, text.data(), text.size()) == 1);
}

Sha256Digest Sha256::finish() {
  Sha256Digest digest;
  KIOSK_CHECK(EVP_DigestFinal_ex(state_->context, digest.bytes.data(), nullptr) == 1);
  state_->start();
  return digest;
}

Sha256Digest sha256(std::span<const uint8_t> bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

Sha256Digest sha256(std::string_view text) {
  Sha256 hash;
  hash.update(text);
  return hash.finish();
}

}  // namespace kiosk::crypto
