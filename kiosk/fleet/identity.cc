#include "kiosk/fleet/identity.h"

#include <algorithm>
#include <charconv>

#include "kiosk/crypto/sha256.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/os/lock_file.h"

namespace kiosk::fleet {
namespace {

constexpr size_t kMostBytes = 4096;

// Error: Code::not_found where none was made yet.
Result<crypto::PrivateKey> load_key(const std::filesystem::path& file) {
  KIOSK_TRY(pem, os::read_file(file, kMostBytes));
  auto key = crypto::PrivateKey::from_plain_pem(pem);
  if (!key.ok() || key->public_key().scheme() != crypto::Scheme::ed25519) {
    return Error{Code::damaged, file.string() +
                                    " is not the key of a kiosk. Remove it: a new one is made, and the office "
                                    "accepts it once (platform/FLEET.md)."};
  }
  return key;
}

Result<crypto::PrivateKey> load_or_make_key(const std::filesystem::path& file) {
  auto held = load_key(file);
  if (held.ok() || held.error().code != Code::not_found) return held;
  auto key = crypto::PrivateKey::generate(crypto::Scheme::ed25519);
  KIOSK_TRY_STATUS(os::write_durably(file, key.plain_pem(), 0600));
  return key;
}

}  // namespace

Result<Identity> Identity::open(const std::filesystem::path& folder) {
  KIOSK_TRY_STATUS(os::make_folder_durably(folder, 0700));
  KIOSK_TRY(lock, os::LockFile::try_lock(folder / "lock"));
  (void)lock;
  KIOSK_TRY(key, load_or_make_key(folder / "key.pem"));
  return Identity(folder, std::move(key));
}

Status Identity::examine(const std::filesystem::path& folder) {
  auto key = load_key(folder / "key.pem");
  if (key.ok() || key.error().code == Code::not_found) return {};
  return key.error();
}

Result<int64_t> Identity::next_number() {
  const std::filesystem::path file = folder_ / "receipts_written";
  auto text = os::read_file(file, 64);
  int64_t written = 0;
  // What is not a number, or cannot be read, counts as none yet: the office then takes the receipt for an old one and
  // says so.
  if (text.ok()) std::from_chars(text->data(), text->data() + text->size(), written);
  written = std::clamp<int64_t>(written, 0, INT64_MAX - 1) + 1;
  KIOSK_TRY_STATUS(os::write_durably(file, std::to_string(written) + "\n", 0600));
  return written;
}

std::string fingerprint(const crypto::PublicKey& key) { return crypto::sha256(key.text()).hex().substr(0, 16); }

}  // namespace kiosk::fleet
