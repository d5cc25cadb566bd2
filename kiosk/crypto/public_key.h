// A public key and the check of a signature, for the three schemes TUF metadata uses: Ed25519 (RFC 8032), RSA-PSS with
// SHA-256 (RFC 8017) and ECDSA over P-256 with SHA-256 (FIPS 186-5).
// A value: it copies, and no thread rule applies.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::crypto {

enum class Scheme { ed25519, rsa_pss_sha256, ecdsa_p256_sha256 };

class PublicKey {
 public:
  // `raw` is the 32 bytes of RFC 8032. Error: Code::invalid for any other length.
  static Result<PublicKey> from_ed25519(std::string_view raw);

  // A PEM "PUBLIC KEY" of the kind `scheme` needs: any of the three.
  // Error: Code::invalid when it cannot be read, is of another kind, or is an RSA key outside 2048 to 8192 bits.
  static Result<PublicKey> from_pem(std::string_view pem, Scheme scheme);

  Scheme scheme() const { return scheme_; }

  bool verifies(std::string_view message, std::string_view signature) const;

  // Whether both are one mathematical key. Two encodings of one point are one key and must not count as two.
  bool same_key(const PublicKey& other) const;

  // The text of TUF's keyval.public: 64 hexadecimal digits for Ed25519, PEM otherwise.
  std::string text() const;

 private:
  friend class PrivateKey;
  struct Handle;
  PublicKey(std::shared_ptr<const Handle> handle, Scheme scheme) : handle_(std::move(handle)), scheme_(scheme) {}

  std::shared_ptr<const Handle> handle_;  // immutable, hence shared between copies
  Scheme scheme_;
};

}  // namespace kiosk::crypto
