// Fuzz target: signed metadata, as every one of its four kinds, and what is done with it before a signature is
// believed.
#include <cstdint>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/update/tuf/client.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

using namespace kiosk::update::tuf;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (auto root = parse_root(bytes); root.ok()) {
    const Role& role = root->body.root;
    const int signers = count_signers(role, root->body.keys, root->canonical, root->signatures);
    KIOSK_CHECK(signers >= 0 && static_cast<size_t>(signers) <= role.key_ids.size());
    KIOSK_CHECK(role.threshold >= 1 && root->body.version >= 1);
  }
  if (auto timestamp = parse_timestamp(bytes); timestamp.ok()) KIOSK_CHECK(timestamp->body.snapshot.version >= 1);
  if (auto snapshot = parse_snapshot(bytes); snapshot.ok()) {
    for (const auto& [name, meta] : snapshot->body.meta) KIOSK_CHECK(!name.empty() && meta.version >= 1);
  }
  if (auto targets = parse_targets(bytes); targets.ok()) {
    for (const Delegation& delegation : targets->body.delegations)
      (void)delegates(delegation, "content/content.db.zst");
    for (const auto& [name, file] : targets->body.targets) (void)verify_hashes(name, file.hashes, bytes);
  }
  return 0;
}
