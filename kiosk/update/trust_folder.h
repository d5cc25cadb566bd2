// The updater's side of trust: keeps what a client has verified, with every root on the way there, and notices when
// this kiosk was given another owner.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/os/clock.h"
#include "kiosk/update/store.h"
#include "kiosk/update/tuf/metadata_store.h"

namespace kiosk::update {

// trust/metadata, and trust/roots beside it. A new root makes the targets metadata give way: signed anew they come with
// the same download, and a wrong time in them is forgotten like one that a replaced key signed.
class TrustFolder : public tuf::MetadataStore {
 public:
  explicit TrustFolder(const Store& store) : store_(store), metadata_(store.metadata()) {}

  Result<std::optional<std::string>> load(const std::string& role) override { return metadata_.load(role); }
  Status save(const std::string& role, std::string_view bytes) override;
  Status remove(const std::string& role) override { return metadata_.remove(role); }

 private:
  const Store& store_;
  tuf::FolderMetadataStore metadata_;
};

// Makes the trusted roots ready for an update: what is missing or rotted is put back from a copy. Where `first_root` is
// of another owner than what the store holds, the store forgets whom it trusted and what it took for bad, and notes the
// change; after a power cut it goes on with that. Only root of the machine can bring this about.
// REQUIRES: the caller holds the store's lock. Error: Code::io when nobody can be trusted, or as the disk.
Status prepare_trust(const Store& store, const std::string& first_root, const os::Clock& clock);

}  // namespace kiosk::update
