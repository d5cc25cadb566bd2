// The two files of a signer's key: NAME.key, the private key encrypted under a pass phrase, which never leaves its
// owner; and NAME.pub, the public key, which goes to who sets up the repository.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/crypto/private_key.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::publish {

struct SigningKey {
  std::string id;
  crypto::PrivateKey key;
};

inline constexpr size_t kMinPassphrase = 10;

// Makes both files. Error: Code::refused when one of them exists already or the pass phrase is shorter than
// kMinPassphrase bytes; io.
Status create_key_files(const std::filesystem::path& folder, const std::string& name, const std::string& passphrase);

// Error: Code::not_found, invalid, refused (wrong pass phrase).
Result<SigningKey> load_private_key(const std::filesystem::path& file, const std::string& passphrase);
Result<update::tuf::Key> load_public_key(const std::filesystem::path& file);

}  // namespace kiosk::publish
