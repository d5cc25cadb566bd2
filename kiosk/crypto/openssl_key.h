// Owners for OpenSSL's objects, for the files of this folder only.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace kiosk::crypto {

enum class Scheme;  // kiosk/crypto/public_key.h

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using BioPointer = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

// Initialises `context` to verify or sign with `key` as `scheme` says. False if OpenSSL refuses.
bool start_verification(EVP_MD_CTX* context, EVP_PKEY* key, Scheme scheme);
bool start_signing(EVP_MD_CTX* context, EVP_PKEY* key, Scheme scheme);

// Whether `key` is of the kind that `scheme` works with.
bool fits(const EVP_PKEY* key, Scheme scheme);

// Everything written into a memory BIO.
std::string contents(BIO* bio);

}  // namespace kiosk::crypto
