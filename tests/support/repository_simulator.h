// A whole TUF repository in memory, signed by keys made on the spot, that tests bend as they need: change the public
// values, publish(), serve it through source(). It writes files with kiosk/update/tuf/write.h.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/private_key.h"
#include "kiosk/update/source.h"
#include "kiosk/update/tuf/metadata.h"
#include "kiosk/update/tuf/metadata_store.h"

namespace kiosk::test {

class RepositorySimulator {
 public:
  // Roles as a kiosk expects them: root 2 of 3; contacts 2 of 3; content 1 of 1; timestamp, snapshot and targets 1
  // of 1. Version 1 of everything is published; all of it expires a year after `now`.
  explicit RepositorySimulator(Instant now);

  // Gives every role but root a new version, signs, and points snapshot and timestamp at them.
  void publish();
  // Signs and stores the next root; the keys of the one before sign too.
  void publish_root();

  // A target in `role` ("targets", "contacts", "content"), with its file. Takes effect with publish().
  void add_target(const std::string& role, const std::string& path, const std::string& bytes,
                  const std::string& custom = {});

  // Gives `role` (root, timestamp, snapshot, targets) new keys. Takes effect with publish_root().
  void replace_keys(const std::string& role, int count, int threshold);

  // The versions, dates and lists that the next publish() writes.
  update::tuf::Root root;
  update::tuf::Timestamp timestamp;
  update::tuf::Snapshot snapshot;
  std::map<std::string, update::tuf::Targets> targets;  // by role, the top-level one included

  // How many keys of a role sign; by default its threshold.
  std::map<std::string, int> signers;
  // Whether timestamp and snapshot state length and hashes of what they name.
  bool pin_hashes = true;
  // Whether targets metadata is written without a blank, so that most fits into what a kiosk reads.
  bool dense = false;

  // Signs `file` with the first `count` keys of `role`.
  std::string sign(const std::string& role, std::string file, int count);
  const std::vector<crypto::PrivateKey>& keys(const std::string& role) const { return keys_.at(role); }
  void set_keys(const std::string& role, std::vector<crypto::PrivateKey> keys, int threshold);

  // What is served, by path ("metadata/1.root.json"); for tests to spoil.
  std::map<std::string, std::string> files;

 private:
  void put_keys(const std::string& role);
  int signers_of(const std::string& role) const;

  std::map<std::string, std::vector<crypto::PrivateKey>> keys_;
  std::vector<crypto::PrivateKey> old_root_keys_;
};

// Serves a map of files and notes what was asked for.
class MemorySource : public update::Source {
 public:
  explicit MemorySource(const std::map<std::string, std::string>& files) : files_(files) {}

  Status read(const std::string& path, uint64_t offset, const Sink& sink) override;

  std::vector<std::string> asked;
  uint64_t bytes_given = 0;
  size_t piece = 1 << 16;
  // Reading breaks off, once, after so many bytes of this path.
  std::map<std::string, uint64_t> breaks_at;
  // These files never end: they repeat.
  std::set<std::string> endless;

 private:
  const std::map<std::string, std::string>& files_;
};

class MemoryMetadataStore : public update::tuf::MetadataStore {
 public:
  Result<std::optional<std::string>> load(const std::string& role) override;
  Status save(const std::string& role, std::string_view bytes) override;
  Status remove(const std::string& role) override;

  std::map<std::string, std::string> files;
};

}  // namespace kiosk::test
