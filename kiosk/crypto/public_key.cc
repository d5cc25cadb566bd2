#include "kiosk/crypto/public_key.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "kiosk/crypto/hex.h"
#include "kiosk/crypto/openssl_key.h"

namespace kiosk::crypto {
namespace {

// PSS: the mask uses the same digest; a signature made with any salt length is taken, ours have the digest's.
bool set_pss(EVP_PKEY_CTX* context, int salt_length) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) > 0 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, salt_length) > 0;
}

const EVP_MD* digest_of(Scheme scheme) { return scheme == Scheme::ed25519 ? nullptr : EVP_sha256(); }

// No pass phrase is ever asked for: OpenSSL's default callback would read from the terminal.
int no_passphrase(char*, int, int, void*) { return -1; }

}  // namespace

struct PublicKey::Handle {
  KeyPointer key;
};

bool start_verification(EVP_MD_CTX* context, EVP_PKEY* key, Scheme scheme) {
  EVP_PKEY_CTX* details = nullptr;
  return EVP_DigestVerifyInit(context, &details, digest_of(scheme), nullptr, key) == 1 &&
         (scheme != Scheme::rsa_pss_sha256 || set_pss(details, RSA_PSS_SALTLEN_AUTO));
}

bool start_signing(EVP_MD_CTX* context, EVP_PKEY* key, Scheme scheme) {
  EVP_PKEY_CTX* details = nullptr;
  return EVP_DigestSignInit(context, &details, digest_of(scheme), nullptr, key) == 1 &&
         (scheme != Scheme::rsa_pss_sha256 || set_pss(details, RSA_PSS_SALTLEN_DIGEST));
}

bool fits(const EVP_PKEY* key, Scheme scheme) {
  switch (scheme) {
    case Scheme::ed25519: return EVP_PKEY_is_a(key, "ED25519") == 1;
    case Scheme::rsa_pss_sha256:
      return EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= 2048 && EVP_PKEY_get_bits(key) <= 8192;
    case Scheme::ecdsa_p256_sha256: {
      char group[32] = {};
      return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
             std::string_view(group) == "prime256v1";
    }
  }
  return false;
}

std::string contents(BIO* bio) {
  char* data = nullptr;
  long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<size_t>(size)};
}

Result<PublicKey> PublicKey::from_ed25519(std::string_view raw) {
  KeyPointer key;
  if (raw.size() == 32) {
    key.reset(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(raw.data()),
                                          raw.size()));
  }
  ERR_clear_error();
  if (!key)
    return Error{Code::invalid,
                 "An Ed25519 public key must have 32 bytes, this one has " + std::to_string(raw.size()) + "."};
  return PublicKey(std::make_shared<const Handle>(Handle{std::move(key)}), Scheme::ed25519);
}

Result<PublicKey> PublicKey::from_pem(std::string_view pem, Scheme scheme) {
  BioPointer bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  KIOSK_CHECK(bio != nullptr);
  KeyPointer key(PEM_read_bio_PUBKEY(bio.get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  if (!key) return Error{Code::invalid, "A public key could not be read: it is not a PEM \"PUBLIC KEY\"."};
  if (!fits(key.get(), scheme)) return Error{Code::invalid, "A public key is of another kind than its scheme says."};
  return PublicKey(std::make_shared<const Handle>(Handle{std::move(key)}), scheme);
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const {
  DigestContext context(EVP_MD_CTX_new());
  KIOSK_CHECK(context != nullptr);
  bool right =
      start_verification(context.get(), handle_->key.get(), scheme_) &&
      EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                       reinterpret_cast<const unsigned char*>(message.data()), message.size()) == 1;
  ERR_clear_error();
  return right;
}

bool PublicKey::same_key(const PublicKey& other) const {
  bool same = EVP_PKEY_eq(handle_->key.get(), other.handle_->key.get()) == 1;
  ERR_clear_error();
  return same;
}

std::string PublicKey::text() const {
  if (scheme_ == Scheme::ed25519) {
    unsigned char raw[32];
    size_t size = sizeof raw;
    KIOSK_CHECK(EVP_PKEY_get_raw_public_key(handle_->key.get(), raw, &size) == 1 && size == 32);
    return to_hex({reinterpret_cast<const char*>(raw), size});
  }
  BioPointer bio(BIO_new(BIO_s_mem()));
  KIOSK_CHECK(bio && PEM_write_bio_PUBKEY(bio.get(), handle_->key.get()) == 1);
  return contents(bio.get());
}

}  // namespace kiosk::crypto
