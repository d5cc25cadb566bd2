// A private key: made, kept as PKCS#8 and used to sign. Those who publish keep theirs encrypted; a kiosk has one of its
// own, which signs its reports and nothing else, and whose file is its user's alone.
// A value: copies share one immutable key in memory. One thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/crypto/public_key.h"

namespace kiosk::crypto {

class PrivateKey {
 public:
  PrivateKey(const PrivateKey& other);
  PrivateKey(PrivateKey&&) noexcept = default;
  PrivateKey& operator=(PrivateKey&&) noexcept = default;

  // A new key from OpenSSL's random source. RSA keys get 3072 bits.
  static PrivateKey generate(Scheme scheme);

  // Reads a PEM "ENCRYPTED PRIVATE KEY"; its scheme follows from its kind.
  // Error: Code::invalid when it is not one or of a kind we do not sign with; Code::refused for a wrong pass phrase.
  static Result<PrivateKey> from_encrypted_pem(std::string_view pem, std::string_view passphrase);

  // PKCS#8 encrypted with AES-256-CBC under a key that scrypt (N = 2^14, r = 8, p = 1) makes of the pass phrase.
  std::string encrypted_pem(std::string_view passphrase) const;

  // The same without a pass phrase, "PRIVATE KEY": for a machine without anyone to type one. Error: Code::invalid.
  static Result<PrivateKey> from_plain_pem(std::string_view pem);
  std::string plain_pem() const;

  PublicKey public_key() const;

  std::string sign(std::string_view message) const;

 private:
  struct Freer {
    void operator()(void* key) const;
  };
  PrivateKey(void* key, Scheme scheme) : key_(key), scheme_(scheme) {}

  std::unique_ptr<void, Freer> key_;  // an EVP_PKEY
  Scheme scheme_;
};

}  // namespace kiosk::crypto
