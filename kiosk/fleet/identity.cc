#include "kiosk/fleet/identity.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "kiosk/crypto/sha256.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/os/lock_file.h"

namespace kiosk::fleet {
namespace {

constexpr size_t kMostBytes = 4096;

struct Files {
  std::filesystem::path key, copy, public_half;

  explicit Files(const std::filesystem::path& folder)
      : key(folder / "key.pem"), copy(folder / "key_copy.pem"), public_half(folder / "key.pub") {}
};

bool holds(const std::filesystem::path& file, const std::string& text) {
  auto held = os::read_file(file, kMostBytes);
  return held.ok() && *held == text;
}

// One that cannot be read is there.
bool is_there(const std::filesystem::path& file) {
  auto held = os::read_file(file, kMostBytes);
  return held.ok() || held.error().code != Code::not_found;
}

std::string public_text(const crypto::PrivateKey& key) { return key.public_key().text() + "\n"; }

std::optional<crypto::PrivateKey> load_key(const std::filesystem::path& file) {
  auto pem = os::read_file(file, kMostBytes);
  if (!pem.ok()) return std::nullopt;
  auto key = crypto::PrivateKey::from_plain_pem(*pem);
  if (!key.ok() || key->public_key().scheme() != crypto::Scheme::ed25519) return std::nullopt;
  return *std::move(key);
}

// The key that two of the three files agree on, or that of the only file.
std::optional<crypto::PrivateKey> agreed_key(const Files& files) {
  auto key = load_key(files.key), copy = load_key(files.copy);
  if (key && copy && key->public_key().same_key(copy->public_key())) return key;
  for (auto* one : {&key, &copy}) {
    if (*one && holds(files.public_half, public_text(**one))) return std::move(*one);
  }
  if (key && !is_there(files.copy) && !is_there(files.public_half)) return key;
  return std::nullopt;
}

Status put(const std::filesystem::path& file, const std::string& text) {
  return holds(file, text) ? Status() : os::write_durably(file, text, 0600);
}

// The public half comes last: cut before it, the key is alone or has a copy that agrees.
Status put_all(const Files& files, const crypto::PrivateKey& key) {
  const std::string pem = key.plain_pem();
  KIOSK_TRY_STATUS(put(files.key, pem));
  KIOSK_TRY_STATUS(put(files.copy, pem));
  return put(files.public_half, public_text(key));
}

bool none_is_there(const Files& files) {
  return !is_there(files.key) && !is_there(files.copy) && !is_there(files.public_half);
}

Result<crypto::PrivateKey> load_or_make_key(const std::filesystem::path& folder) {
  const Files files(folder);
  auto key = agreed_key(files);
  if (!key) {
    if (!none_is_there(files)) {
      return Error{Code::damaged, "The key of this kiosk in " + folder.string() +
                                      " is damaged, and so is its copy. Remove that folder: a new key is made, and the "
                                      "office accepts it once (platform/FLEET.md)."};
    }
    key = crypto::PrivateKey::generate(crypto::Scheme::ed25519);
  }
  KIOSK_TRY_STATUS(put_all(files, *key));
  return *std::move(key);
}

}  // namespace

Result<Identity> Identity::open(const std::filesystem::path& folder) {
  KIOSK_TRY_STATUS(os::make_folder_durably(folder, 0700));
  KIOSK_TRY(lock, os::LockFile::try_lock(folder / "lock"));
  (void)lock;
  KIOSK_TRY(key, load_or_make_key(folder));
  return Identity(folder, std::move(key));
}

KeyCondition Identity::examine(const std::filesystem::path& folder) {
  const Files files(folder);
  if (none_is_there(files)) return KeyCondition::none;
  const auto key = agreed_key(files);
  if (!key) return KeyCondition::lost;
  const bool whole = holds(files.key, key->plain_pem()) && holds(files.copy, key->plain_pem()) &&
                     holds(files.public_half, public_text(*key));
  const bool of_an_earlier_version = !is_there(files.copy) && !is_there(files.public_half);
  return whole || of_an_earlier_version ? KeyCondition::whole : KeyCondition::can_be_mended;
}

Status Identity::mend(const std::filesystem::path& folder) {
  if (none_is_there(Files(folder))) return {};
  auto identity = open(folder);
  return identity.ok() ? Status() : Status(identity.error());
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
