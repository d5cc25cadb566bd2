#include "kiosk/update/content_key.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "kiosk/crypto/sha256.h"
#include "kiosk/update/trusted_roots.h"

namespace kiosk::update {
namespace {

constexpr size_t kGroups = 6, kBytesOfGroup = 5;
constexpr uint64_t kGroupsValues = 100'000;

}  // namespace

std::string content_key(const tuf::Root& root) {
  // By their text, each once: the ids are names that whoever writes the metadata chooses.
  std::set<std::string> keys;
  for (const std::string& id : root.root.key_ids) {
    auto key = root.keys.find(id);
    if (key != root.keys.end()) keys.insert(key->second.usable ? key->second.usable->text() : key->second.text);
  }
  std::string hashed = "kiosk content key 1\n" + std::to_string(root.root.threshold) + "\n";
  for (const std::string& key : keys) hashed += key + "\n";
  const crypto::Sha256Digest digest = crypto::sha256(hashed);
  std::string digits;
  for (size_t group = 0; group < kGroups; ++group) {
    uint64_t number = 0;
    for (size_t i = 0; i < kBytesOfGroup; ++i) number = number << 8 | digest.bytes[group * kBytesOfGroup + i];
    char text[16];
    std::snprintf(text, sizeof text, "%s%05u", group > 0 ? " " : "", static_cast<unsigned>(number % kGroupsValues));
    digits += text;
  }
  return digits;
}

std::optional<std::string> trusted_content_key(const Store& store, const std::string& first_root) {
  auto roots = load_trusted_roots(store, first_root);
  if (!roots.ok()) return std::nullopt;
  return content_key(roots->newest());
}

}  // namespace kiosk::update
