#include <doctest/doctest.h>

#include <string>

#include "kiosk/crypto/hex.h"
#include "kiosk/crypto/private_key.h"
#include "kiosk/crypto/public_key.h"
#include "kiosk/crypto/sha512.h"

namespace kiosk::crypto {
namespace {

constexpr Scheme kSchemes[] = {Scheme::ed25519, Scheme::rsa_pss_sha256, Scheme::ecdsa_p256_sha256};

// Two keys a scheme serve all cases: an RSA key takes a second to make.
const PrivateKey& a_key(Scheme scheme) {
  static const PrivateKey keys[] = {PrivateKey::generate(kSchemes[0]), PrivateKey::generate(kSchemes[1]),
                                    PrivateKey::generate(kSchemes[2])};
  return keys[static_cast<int>(scheme)];
}
const PrivateKey& another_key(Scheme scheme) {
  static const PrivateKey keys[] = {PrivateKey::generate(kSchemes[0]), PrivateKey::generate(kSchemes[1]),
                                    PrivateKey::generate(kSchemes[2])};
  return keys[static_cast<int>(scheme)];
}

TEST_CASE("a signature of each scheme verifies under its own key and nothing else") {
  for (Scheme scheme : kSchemes) {
    const PrivateKey& key = a_key(scheme);
    const PrivateKey& other = another_key(scheme);
    std::string signature = key.sign("the number is 116");
    CHECK(key.public_key().verifies("the number is 116", signature));
    CHECK_FALSE(key.public_key().verifies("the number is 117", signature));
    CHECK_FALSE(other.public_key().verifies("the number is 116", signature));
    signature[signature.size() / 2] ^= 1;
    CHECK_FALSE(key.public_key().verifies("the number is 116", signature));
    CHECK_FALSE(key.public_key().verifies("the number is 116", ""));
  }
}

TEST_CASE("test 2 of RFC 8032 verifies") {
  auto raw = from_hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  auto signature = from_hex(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  REQUIRE((raw.ok() && signature.ok()));
  auto key = PublicKey::from_ed25519(*raw);
  REQUIRE(key.ok());
  CHECK(key->verifies("\x72", *signature));
  CHECK_FALSE(key->verifies("\x73", *signature));
}

TEST_CASE("a public key survives its own text") {
  for (Scheme scheme : kSchemes) {
    PublicKey key = a_key(scheme).public_key();
    auto again = scheme == Scheme::ed25519 ? PublicKey::from_ed25519(*from_hex(key.text()))
                                           : PublicKey::from_pem(key.text(), scheme);
    REQUIRE(again.ok());
    CHECK(again->same_key(key));
    CHECK(again->scheme() == scheme);
    CHECK_FALSE(again->same_key(another_key(scheme).public_key()));
  }
}

TEST_CASE("a point written compressed and uncompressed is one key") {
  // The same P-256 public key in both forms that X9.62 allows.
  auto plain = PublicKey::from_pem(
      "-----BEGIN PUBLIC KEY-----\n"
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
      "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n"
      "-----END PUBLIC KEY-----\n",
      Scheme::ecdsa_p256_sha256);
  auto compressed = PublicKey::from_pem(
      "-----BEGIN PUBLIC KEY-----\n"
      "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
      "6zOg9KE5RdiYwpY=\n"
      "-----END PUBLIC KEY-----\n",
      Scheme::ecdsa_p256_sha256);
  REQUIRE(plain.ok());
  REQUIRE(compressed.ok());
  CHECK(plain->text() != compressed->text());
  CHECK(plain->same_key(*compressed));
}

TEST_CASE("a key of another kind than its scheme is refused") {
  std::string rsa = a_key(Scheme::rsa_pss_sha256).public_key().text();
  CHECK_FALSE(PublicKey::from_pem(rsa, Scheme::ecdsa_p256_sha256).ok());
  CHECK_FALSE(PublicKey::from_pem("nonsense", Scheme::rsa_pss_sha256).ok());
  CHECK_FALSE(PublicKey::from_ed25519("too short").ok());
}

TEST_CASE("keys that are too weak, or on another curve, verify nothing") {
  // An RSA key of 1024 bits and one on P-384, made for this test by OpenSSL; their private halves were thrown
  // away.
  const std::string weak =
      "-----BEGIN PUBLIC KEY-----\n"
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC820gSPtR2r3SW++z+tFJCVmJX\n"
      "3MeAvEqDW5EayxlmytKzfpX08yQMxrZCrv8VzAwgRV9Mo63Q2NjPqMHyxeU7FrFG\n"
      "xtFuyKnT4j9gTjpLXEXrDcpTocbvfbmadTcY7NCbkWLeKKmA9X0eZULWz67ydhoW\n"
      "H3c4mThqsBS/Z0swbQIDAQAB\n"
      "-----END PUBLIC KEY-----\n";
  const std::string other_curve =
      "-----BEGIN PUBLIC KEY-----\n"
      "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEUhy5uZwcqKifjO14iAGJRZ4GRsDAW5Au\n"
      "gH3jLLvh7erMxRTxQtSurpeff0aHBja+xxQY8zYF1zxIvtHEms5X3n5wO7BkXsK6\n"
      "6KPuawzSRqKwGHrqVEn/8tHszXHf+Qnd\n"
      "-----END PUBLIC KEY-----\n";
  CHECK_FALSE(PublicKey::from_pem(weak, Scheme::rsa_pss_sha256).ok());
  CHECK_FALSE(PublicKey::from_pem(other_curve, Scheme::ecdsa_p256_sha256).ok());
}

TEST_CASE("a private key opens with its pass phrase only") {
  for (Scheme scheme : kSchemes) {
    const PrivateKey& key = a_key(scheme);
    std::string pem = key.encrypted_pem("correct horse");
    CHECK(pem.find("ENCRYPTED PRIVATE KEY") != std::string::npos);
    auto opened = PrivateKey::from_encrypted_pem(pem, "correct horse");
    REQUIRE(opened.ok());
    CHECK(opened->public_key().same_key(key.public_key()));
    auto wrong = PrivateKey::from_encrypted_pem(pem, "wrong horse");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == Code::refused);
  }
  auto nothing = PrivateKey::from_encrypted_pem("-----BEGIN PRIVATE KEY-----\n", "");
  REQUIRE_FALSE(nothing.ok());
  CHECK(nothing.error().code == Code::invalid);
}

TEST_CASE("hexadecimal digits come back as the same bytes, and nothing else is taken") {
  std::string bytes("\x00\x7f\xff\x10", 4);
  CHECK(to_hex(bytes) == "007fff10");
  CHECK(*from_hex("007FfF10") == bytes);
  CHECK_FALSE(from_hex("0").ok());
  CHECK_FALSE(from_hex("0g").ok());
}

TEST_CASE("the example of FIPS 180-4 for SHA-512 comes out as printed there") {
  CHECK(sha512_hex("abc") ==
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
}

}  // namespace
}  // namespace kiosk::crypto
