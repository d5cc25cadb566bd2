// A key of the kiosk's own, by which an office tells its receipts from forged ones, and how many it has written. Made
// at first use in a folder of the updater's: key.pem (mode 0600) and receipts_written. The key signs receipts and
// nothing else: a thief of it can lie about this kiosk's health, and never change what any kiosk shows. An image
// for many devices must not contain the folder, or all of them would have one name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/crypto/private_key.h"

namespace kiosk::fleet {

class Identity {
 public:
  // Opens what is in `folder` or makes it. Error: Code::refused while another program makes it; damaged, with what to
  // do; io, no_space.
  static Result<Identity> open(const std::filesystem::path& folder);

  // Whether the key in `folder` is whole; a kiosk that never wrote a receipt has none, and that is well. Makes nothing.
  // Error: as open().
  static Status examine(const std::filesystem::path& folder);

  const crypto::PrivateKey& key() const { return key_; }

  // 1, 2, 3 ...: the newer of two receipts, whatever the clock said. Kept before it is returned.
  Result<int64_t> next_number();

 private:
  Identity(std::filesystem::path folder, crypto::PrivateKey key) : folder_(std::move(folder)), key_(std::move(key)) {}

  std::filesystem::path folder_;
  crypto::PrivateKey key_;
};

// 16 hexadecimal digits by which people tell keys apart: of the SHA-256 of the public key.
std::string fingerprint(const crypto::PublicKey& key);

}  // namespace kiosk::fleet
