// A key of the kiosk's own, by which an office tells its receipts from forged ones, and how many it has written. Made
// at first use in a folder of the updater's, all of it mode 0600: key.pem, key_copy.pem, key.pub and receipts_written.
// The key signs receipts and nothing else: a thief of it can lie about this kiosk's health, and never change what any
// kiosk shows. An image for many devices must not contain the folder, or all of them would have one name.
//
// Any 32 bytes are a key, so one wrong bit in key.pem would make it the key of another kiosk. Two of the three files
// outvote the third, which is put right; where no two agree, nothing is replaced: a person removes the folder. A
// kiosk set up by an earlier version has key.pem alone, which is believed once and then completed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/crypto/private_key.h"

namespace kiosk::fleet {

enum class KeyCondition { none, whole, can_be_mended, lost };

class Identity {
 public:
  // Opens what is in `folder` or makes it. Error: Code::refused while another program makes it; damaged, with what to
  // do; io, no_space.
  static Result<Identity> open(const std::filesystem::path& folder);

  // Changes nothing. A kiosk that never wrote a receipt has no key, and that is well.
  static KeyCondition examine(const std::filesystem::path& folder);

  // Puts right what can be, and makes nothing where there is nothing. Error: as open().
  static Status mend(const std::filesystem::path& folder);

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
