#include "kiosk/publish/repository/repository.h"

#include <algorithm>
#include <charconv>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/repository/metadata_in_memory.h"
#include "kiosk/publish/repository/signing_record.h"
#include "kiosk/update/directory_source.h"
#include "kiosk/update/tuf/client.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

struct NeededBy {
  tuf::Role role;
  const tuf::Keys* keys;
};

// Whose signatures a draft file needs: for a root those of the root before as well, for a delegated role those that the
// targets file says which will be published together with it.
std::vector<NeededBy> needed_by(const DraftFile& file, const std::optional<State>& state, const tuf::Root& new_root,
                                const tuf::Targets& new_targets) {
  if (file.role == "root") {
    std::vector<NeededBy> needed{{new_root.root, &new_root.keys}};
    if (state) needed.push_back({state->root.root, &state->root.keys});
    return needed;
  }
  if (file.role == "targets") return {{new_root.targets, &new_root.keys}};
  for (const tuf::Delegation& delegation : new_targets.delegations) {
    if (delegation.name == file.role) return {{delegation.role, &new_targets.keys}};
  }
  return {};
}

struct Judged {
  std::string canonical;
  std::vector<tuf::Signature> signatures;
};

template <class T>
Judged judged(Result<tuf::Signed<T>> parsed) {
  KIOSK_CHECK(parsed.ok());
  return {std::move(parsed->canonical), std::move(parsed->signatures)};
}

Judged judge(const DraftFile& file) {
  return file.role == "root" ? judged(tuf::parse_root(file.text)) : judged(tuf::parse_targets(file.text));
}

tuf::FileMeta describe(int64_t version, const std::string& text) {
  return {version, static_cast<int64_t>(text.size()), {{"sha256", crypto::sha256(text).hex()}}};
}

const SigningKey* find_key(const std::vector<SigningKey>& keys, const tuf::Role& role) {
  for (const SigningKey& key : keys) {
    if (std::find(role.key_ids.begin(), role.key_ids.end(), key.id) != role.key_ids.end()) return &key;
  }
  return nullptr;
}

// The role that a draft brings, else the one in force.
template <class T>
Result<T> newest(const std::vector<DraftFile>& files, const std::string& role,
                 Result<tuf::Signed<T>> (*parse)(std::string_view), const T* in_force) {
  for (const DraftFile& file : files) {
    if (file.role != role) continue;
    KIOSK_TRY(parsed, parse(file.text));
    return std::move(parsed.body);
  }
  if (in_force != nullptr) return *in_force;
  return Error{Code::invalid, "The draft lacks the metadata of " + role + "."};
}

}  // namespace

Result<State> load_state(const Repository& repository) {
  MetadataInMemory kept;
  KIOSK_TRY(first, os::read_file(repository.metadata() / "1.root.json", tuf::kMaxRootBytes));
  kept.files["root"] = first;
  DirectorySource source(repository.folder);
  tuf::Client client(source, kept, Instant(), tuf::Expired::accept);
  KIOSK_TRY_STATUS(client.refresh());
  State state;
  state.root = client.root();
  state.snapshot = client.snapshot();
  KIOSK_TRY(timestamp, tuf::parse_timestamp(kept.files["timestamp"]));
  state.timestamp = timestamp.body;
  KIOSK_TRY(targets, tuf::parse_targets(kept.files["targets"]));
  state.targets = targets.body;
  struct Place {
    const char* role;
    const char* path;
    std::optional<tuf::Targets>* targets;
  };
  for (Place place :
       {Place{"contacts", "contacts/-", &state.contacts}, Place{"content", "content/-", &state.content}}) {
    if (state.snapshot.meta.count(std::string(place.role) + ".json") == 0) continue;
    // Looking for a name that nobody has makes the client fetch and verify the role.
    auto nothing = client.find_target(place.path);
    if (!nothing.ok() && nothing.error().code != Code::not_found) return nothing.error();
    KIOSK_TRY(delegated, tuf::parse_targets(kept.files[place.role]));
    *place.targets = delegated.body;
  }
  return state;
}

Result<std::vector<DraftFile>> load_draft(const Repository& repository) {
  std::vector<DraftFile> files;
  KIOSK_TRY(names, os::list_folder(repository.draft()));
  for (const std::string& name : names) {
    DraftFile file;
    auto [rest, error] = std::from_chars(name.data(), name.data() + name.size(), file.version);
    const std::string role(rest, name.data() + name.size());
    if (error != std::errc() || role.size() < 7 || role.front() != '.' || role.substr(role.size() - 5) != ".json")
      continue;
    file.role = role.substr(1, role.size() - 6);
    KIOSK_TRY(text, os::read_file(repository.draft() / name, tuf::kMaxTargetsBytes));
    file.text = text;
    const bool readable = file.role == "root" ? tuf::parse_root(text).ok() : tuf::parse_targets(text).ok();
    if (!readable) return Error{Code::damaged, "The draft " + name + " cannot be read. Begin anew."};
    files.push_back(std::move(file));
  }
  return files;
}

Status save_draft(const Repository& repository, const std::vector<DraftFile>& files) {
  KIOSK_TRY_STATUS(remove_draft(repository));
  KIOSK_TRY_STATUS(os::make_folder_durably(repository.draft()));
  for (const DraftFile& file : files) {
    KIOSK_TRY_STATUS(os::write_durably(repository.draft() / file.name(), file.text));
  }
  return {};
}

Status remove_draft(const Repository& repository) { return os::remove_tree(repository.draft()); }

namespace {

// Signs each file with the keys that count for it, and says what is missing then.
Result<std::vector<Missing>> sign_files(std::vector<DraftFile>& files, const std::optional<State>& state,
                                        const tuf::Root& root, const tuf::Targets& targets,
                                        const std::vector<SigningKey>& keys, Instant now, SigningRecord& record) {
  std::vector<Missing> missing;
  for (DraftFile& file : files) {
    const auto needed = needed_by(file, state, root, targets);
    if (needed.empty()) return Error{Code::invalid, "Nobody is named to sign " + file.name() + "."};
    for (const SigningKey& key : keys) {
      for (const NeededBy& by : needed) {
        if (std::count(by.role.key_ids.begin(), by.role.key_ids.end(), key.id) == 0) continue;
        KIOSK_TRY(text, tuf::add_signature(file.text, key.id, key.key));
        file.text = text;
        add_notes(record, {{file.name(), key.id, machine_mark(file.name()), format_instant(now)}});
      }
    }
    const Judged signed_so_far = judge(file);
    for (const NeededBy& by : needed) {
      int have = tuf::count_signers(by.role, *by.keys, signed_so_far.canonical, signed_so_far.signatures);
      if (have < by.role.threshold) missing.push_back({file.name(), have, by.role.threshold});
    }
  }
  return missing;
}

template <class T>
Result<std::string> signed_by(const T& metadata, const SigningKey& key) {
  return tuf::add_signature(tuf::write_unsigned(metadata), key.id, key.key);
}

}  // namespace

Result<std::vector<Missing>> complete_draft(const Repository& repository, const std::vector<SigningKey>& keys,
                                            Instant now) {
  KIOSK_TRY(files, load_draft(repository));
  for (const DraftFile& file : files) {
    // A root that stands in both places was about to be published when something cut it short: begin again from before.
    if (file.role == "root") KIOSK_TRY_STATUS(os::remove_durably(repository.metadata() / file.name()));
  }
  std::optional<State> state;
  if (std::filesystem::exists(repository.metadata() / "timestamp.json")) {
    KIOSK_TRY(loaded, load_state(repository));
    state = std::move(loaded);
  }
  KIOSK_TRY(root, newest(files, "root", tuf::parse_root, state ? &state->root : nullptr));
  KIOSK_TRY(targets, newest(files, "targets", tuf::parse_targets, state ? &state->targets : nullptr));
  KIOSK_TRY(record, read_signing_record(repository.draft_record()));
  KIOSK_TRY(missing, sign_files(files, state, root, targets, keys, now, record));
  for (const DraftFile& file : files) {
    KIOSK_TRY_STATUS(os::write_durably(repository.draft() / file.name(), file.text));
  }
  if (!files.empty()) KIOSK_TRY_STATUS(write_signing_record(record, repository.draft_record()));
  if (!missing.empty()) return missing;

  const SigningKey* snapshot_key = find_key(keys, root.snapshot);
  const SigningKey* timestamp_key = find_key(keys, root.timestamp);
  if (snapshot_key == nullptr || timestamp_key == nullptr) {
    return Error{Code::refused, "Everything is signed, but the publisher's key is not at hand. Give it with --key."};
  }
  tuf::Snapshot snapshot = state ? state->snapshot : tuf::Snapshot();
  snapshot.version = state ? state->snapshot.version + 1 : 1;
  snapshot.created = now;
  snapshot.expires = now + kOnlineLife;
  KIOSK_TRY_STATUS(os::make_folder_durably(repository.metadata()));
  for (const DraftFile& file : files) {
    if (file.role == "root") continue;
    KIOSK_TRY_STATUS(os::write_durably(repository.metadata() / file.name(), file.text));
    snapshot.meta[file.role + ".json"] = describe(file.version, file.text);
  }
  KIOSK_TRY(snapshot_text, signed_by(snapshot, *snapshot_key));
  KIOSK_TRY_STATUS(
      os::write_durably(repository.metadata() / (std::to_string(snapshot.version) + ".snapshot.json"), snapshot_text));
  KIOSK_TRY_STATUS(os::make_folder_durably(repository.record_of(snapshot.version).parent_path()));
  KIOSK_TRY_STATUS(write_signing_record(record, repository.record_of(snapshot.version)));
  tuf::Timestamp timestamp;
  timestamp.version = state ? state->timestamp.version + 1 : 1;
  timestamp.created = now;
  timestamp.expires = now + kOnlineLife;
  timestamp.snapshot = describe(snapshot.version, snapshot_text);
  KIOSK_TRY(timestamp_text, signed_by(timestamp, *timestamp_key));
  // A new root may change whose timestamp counts: the two go out as close together as they can.
  for (const DraftFile& file : files) {
    if (file.role == "root") KIOSK_TRY_STATUS(os::write_durably(repository.metadata() / file.name(), file.text));
  }
  // The commit point: nothing written before it is looked at by a kiosk until this names it.
  KIOSK_TRY_STATUS(os::write_durably(repository.metadata() / "timestamp.json", timestamp_text));
  KIOSK_TRY_STATUS(remove_draft(repository));
  return missing;
}

}  // namespace kiosk::publish
