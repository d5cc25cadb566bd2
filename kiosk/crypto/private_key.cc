#include "kiosk/crypto/private_key.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "kiosk/crypto/openssl_key.h"

namespace kiosk::crypto {
namespace {

EVP_PKEY* as_key(void* key) { return static_cast<EVP_PKEY*>(key); }

int give_passphrase(char* buffer, int size, int, void* passphrase) {
  auto text = *static_cast<std::string_view*>(passphrase);
  if (text.size() > static_cast<size_t>(size)) return -1;
  std::memcpy(buffer, text.data(), text.size());
  return static_cast<int>(text.size());
}

std::optional<Scheme> scheme_of(EVP_PKEY* key) {
  for (Scheme scheme : {Scheme::ed25519, Scheme::ecdsa_p256_sha256, Scheme::rsa_pss_sha256}) {
    if (fits(key, scheme)) return scheme;
  }
  return std::nullopt;
}

constexpr const char* kWrongKind = "The private key is neither Ed25519 nor ECDSA P-256 nor RSA of 2048 to 8192 bits.";

}  // namespace

void PrivateKey::Freer::operator()(void* key) const { EVP_PKEY_free(as_key(key)); }

PrivateKey::PrivateKey(const PrivateKey& other) : key_(other.key_.get()), scheme_(other.scheme_) {
  KIOSK_CHECK(EVP_PKEY_up_ref(as_key(key_.get())) == 1);
}

PrivateKey PrivateKey::generate(Scheme scheme) {
  EVP_PKEY* key = nullptr;
  switch (scheme) {
    case Scheme::ed25519: key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"); break;
    case Scheme::rsa_pss_sha256: key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<size_t>(3072)); break;
    case Scheme::ecdsa_p256_sha256: key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"); break;
  }
  KIOSK_CHECK(key != nullptr);
  return {key, scheme};
}

Result<PrivateKey> PrivateKey::from_encrypted_pem(std::string_view pem, std::string_view passphrase) {
  if (pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") == std::string_view::npos) {
    return Error{Code::invalid, "This is not an encrypted private key: it must be a PEM \"ENCRYPTED PRIVATE KEY\"."};
  }
  BioPointer bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  KIOSK_CHECK(bio != nullptr);
  KeyPointer key(PEM_read_bio_PrivateKey(bio.get(), nullptr, give_passphrase, &passphrase));
  ERR_clear_error();
  if (!key) return Error{Code::refused, "The private key did not open: the pass phrase is wrong or the file damaged."};
  const auto scheme = scheme_of(key.get());
  if (!scheme) return Error{Code::invalid, kWrongKind};
  return PrivateKey(key.release(), *scheme);
}

Result<PrivateKey> PrivateKey::from_plain_pem(std::string_view pem) {
  BioPointer bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  KIOSK_CHECK(bio != nullptr);
  // An empty pass phrase is given, or OpenSSL would ask the terminal for one where the key is encrypted after all.
  std::string_view none("");
  KeyPointer key(PEM_read_bio_PrivateKey(bio.get(), nullptr, give_passphrase, &none));
  ERR_clear_error();
  if (!key) return Error{Code::invalid, "This is not a private key: it must be a PEM \"PRIVATE KEY\"."};
  const auto scheme = scheme_of(key.get());
  if (!scheme) return Error{Code::invalid, kWrongKind};
  return PrivateKey(key.release(), *scheme);
}

std::string PrivateKey::plain_pem() const {
  BioPointer bio(BIO_new(BIO_s_mem()));
  KIOSK_CHECK(bio &&
              PEM_write_bio_PKCS8PrivateKey(bio.get(), as_key(key_.get()), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return contents(bio.get());
}

std::string PrivateKey::encrypted_pem(std::string_view passphrase) const {
  std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>> plain(EVP_PKEY2PKCS8(as_key(key_.get())));
  // PBKDF2, OpenSSL's default here, would be cheap to guess against; the null salt and IV are drawn at random.
  X509_ALGOR* algorithm = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, 1 << 14, 8, 1);
  KIOSK_CHECK(plain && algorithm);
  std::unique_ptr<X509_SIG, Freed<X509_SIG_free>> sealed(
      PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), algorithm));
  BioPointer bio(BIO_new(BIO_s_mem()));
  KIOSK_CHECK(sealed && bio && PEM_write_bio_PKCS8(bio.get(), sealed.get()) == 1);
  return contents(bio.get());
}

PublicKey PrivateKey::public_key() const {
  BioPointer bio(BIO_new(BIO_s_mem()));
  KIOSK_CHECK(bio && PEM_write_bio_PUBKEY(bio.get(), as_key(key_.get())) == 1);
  auto key = PublicKey::from_pem(contents(bio.get()), scheme_);
  KIOSK_CHECK(key.ok());
  return std::move(*key);
}

std::string PrivateKey::sign(std::string_view message) const {
  DigestContext context(EVP_MD_CTX_new());
  const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
  size_t size = 0;
  KIOSK_CHECK(context && start_signing(context.get(), as_key(key_.get()), scheme_));
  KIOSK_CHECK(EVP_DigestSign(context.get(), nullptr, &size, bytes, message.size()) == 1);
  std::string signature(size, '\0');
  KIOSK_CHECK(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes,
                             message.size()) == 1);
  signature.resize(size);
  return signature;
}

}  // namespace kiosk::crypto
