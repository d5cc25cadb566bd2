#include "kiosk/update/tuf/verify.h"

#include <algorithm>

#include "kiosk/crypto/sha256.h"
#include "kiosk/crypto/sha512.h"

namespace kiosk::update::tuf {

int count_signers(const Role& role, const Keys& keys, std::string_view canonical,
                  const std::vector<Signature>& signatures) {
  std::vector<const crypto::PublicKey*> signers;
  for (const Signature& signature : signatures) {
    if (std::find(role.key_ids.begin(), role.key_ids.end(), signature.key_id) == role.key_ids.end()) continue;
    auto found = keys.find(signature.key_id);
    if (found == keys.end() || !found->second.usable) continue;
    const crypto::PublicKey& key = *found->second.usable;
    if (!key.verifies(canonical, signature.bytes)) continue;
    bool counted = std::any_of(signers.begin(), signers.end(),
                               [&](const crypto::PublicKey* signer) { return signer->same_key(key); });
    if (!counted) signers.push_back(&key);
  }
  return static_cast<int>(signers.size());
}

Status verify_signatures(const std::string& what, const Role& role, const Keys& keys, std::string_view canonical,
                         const std::vector<Signature>& signatures) {
  int64_t signers = count_signers(role, keys, canonical, signatures);
  if (signers >= role.threshold) return {};
  return Error{Code::refused, what + " was refused: it has " + std::to_string(signers) +
                                  " valid signatures and needs " + std::to_string(role.threshold) + "."};
}

Status verify_hashes(const std::string& what, const Hashes& hashes, std::string_view bytes) {
  bool known = false;
  for (const auto& [algorithm, expected] : hashes) {
    std::string actual;
    if (algorithm == "sha256") {
      actual = crypto::sha256(bytes).hex();
    } else if (algorithm == "sha512") {
      actual = crypto::sha512_hex(bytes);
    } else {
      continue;
    }
    if (actual != expected) {
      return Error{Code::damaged, what + " was refused: its bytes are not those that were signed for."};
    }
    known = true;
  }
  if (known) return {};
  return Error{Code::unsupported, what + " was refused: none of its digests is of a kind we know."};
}

}  // namespace kiosk::update::tuf
