// The steps carry the numbers of the TUF specification 1.0, section 5.
#include "kiosk/update/tuf/client.h"

#include <fnmatch.h>

#include <algorithm>
#include <set>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/log.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

namespace kiosk::update::tuf {
namespace {

std::string metadata_path(int64_t version, const std::string& role) {
  return "metadata/" + std::to_string(version) + "." + encoded_role(role) + ".json";
}

size_t length_limit(const FileMeta& meta, size_t limit) {
  return meta.length ? std::min(limit, static_cast<size_t>(*meta.length)) : limit;
}

bool same_keys(const Role& a, const Role& b) {
  return std::set(a.key_ids.begin(), a.key_ids.end()) == std::set(b.key_ids.begin(), b.key_ids.end());
}

}  // namespace

Status Client::refresh() {
  // 5.1 Record fixed update start time: start_.
  KIOSK_TRY_STATUS(load_root());
  KIOSK_TRY_STATUS(update_root());
  KIOSK_TRY_STATUS(update_timestamp());
  KIOSK_TRY_STATUS(update_snapshot());
  // 5.6 Update the targets role.
  auto targets = load_targets("targets", root_->targets, root_->keys);
  if (!targets.ok()) return targets.error();
  note(*targets);
  return {};
}

Status Client::load_root() {
  // 5.2 Load trusted root metadata. Its expiry does not matter yet.
  KIOSK_TRY(bytes, store_.load("root"));
  if (!bytes)
    return Error{Code::not_found, "No trusted root metadata is installed: this kiosk does not know whom to trust."};
  KIOSK_TRY(parsed, parse_root(*bytes));
  const Root& root = parsed.body;
  KIOSK_TRY_STATUS(
      verify_signatures("The installed root metadata", root.root, root.keys, parsed.canonical, parsed.signatures));
  root_ = std::move(parsed.body);
  note(*root_);
  return {};
}

Status Client::update_root() {
  // 5.3.1 Fetch every root after ours, one by one. Y (5.3.3) is kMaxRootRotations.
  for (int fetched = 0; fetched < kMaxRootRotations; ++fetched) {
    // 5.3.2 N is the version of the trusted root.
    if (root_->version == INT64_MAX) break;
    const int64_t next_version = root_->version + 1;
    // 5.3.3 Try downloading version N+1, up to W bytes. Not available: go to 5.3.10.
    auto bytes = source_.read_all(metadata_path(next_version, "root"), kMaxRootBytes);
    if (!bytes.ok() && bytes.error().code == Code::not_found) break;
    if (!bytes.ok()) return bytes.error();
    KIOSK_TRY(next, parse_root(*bytes));
    // 5.3.4 Check for an arbitrary software attack: signed as the old root wants and as the new one wants.
    const std::string what = "Root metadata " + std::to_string(next_version);
    KIOSK_TRY_STATUS(verify_signatures(what, root_->root, root_->keys, next.canonical, next.signatures));
    KIOSK_TRY_STATUS(verify_signatures(what, next.body.root, next.body.keys, next.canonical, next.signatures));
    // 5.3.5 Check for a rollback attack: exactly N+1.
    if (next.body.version != next_version) {
      return Error{Code::refused,
                   what + " was refused: it calls itself version " + std::to_string(next.body.version) + "."};
    }
    // 5.3.6 The expiry of an intermediate root does not matter.
    // 5.3.7, 5.3.8 Trust and persist it.
    KIOSK_TRY_STATUS(accept_root(std::move(next.body), *bytes));
    // 5.3.9 Repeat.
  }
  // 5.3.10 Check for a freeze attack.
  KIOSK_TRY_STATUS(check_expiry("The root metadata", *root_));
  // 5.3.12 Consistent snapshots. Without them a mirror that is half copied cannot be told from a forged one.
  if (!root_->consistent_snapshot) {
    return Error{Code::unsupported, "The repository was refused: it does not keep consistent snapshots."};
  }
  return {};
}

Status Client::accept_root(Root next, std::string_view bytes) {
  // 5.3.11 Timestamp or snapshot keys rotated: forget what the old ones signed, to recover from a fast-forward attack.
  // Done before the new root is stored: a power cut between the two would otherwise leave the old pair for ever.
  if (!same_keys(root_->timestamp, next.timestamp) || !same_keys(root_->snapshot, next.snapshot)) {
    KIOSK_TRY_STATUS(store_.remove("timestamp"));
    KIOSK_TRY_STATUS(store_.remove("snapshot"));
  }
  KIOSK_TRY_STATUS(store_.save("root", bytes));
  root_ = std::move(next);
  earliest_expiry_ = Instant::max();
  note(*root_);
  return {};
}

std::optional<Timestamp> Client::stored_timestamp() {
  auto bytes = store_.load("timestamp");
  if (!bytes.ok() || !*bytes) return std::nullopt;
  auto parsed = parse_timestamp(**bytes);
  if (!parsed.ok() ||
      !verify_signatures("timestamp", root_->timestamp, root_->keys, parsed->canonical, parsed->signatures).ok()) {
    return std::nullopt;
  }
  return std::move(parsed->body);
}

Status Client::update_timestamp() {
  // Stored metadata that no longer verifies under the new root counts as none; expired it still bars older ones.
  std::optional<Timestamp> trusted = stored_timestamp();
  // 5.4.1 Download, up to X bytes.
  KIOSK_TRY(bytes, source_.read_all("metadata/timestamp.json", kMaxTimestampBytes));
  KIOSK_TRY(next, parse_timestamp(bytes));
  // 5.4.2 Check for an arbitrary software attack.
  KIOSK_TRY_STATUS(
      verify_signatures("The timestamp metadata", root_->timestamp, root_->keys, next.canonical, next.signatures));
  if (trusted) {
    // 5.4.3.1 Check for a rollback attack. The same version again is normal: go on with what is stored.
    if (next.body.version < trusted->version) {
      return Error{Code::older, "The update was not taken: it is older (" + std::to_string(next.body.version) +
                                    ") than what this kiosk has seen (" + std::to_string(trusted->version) + ")."};
    }
    if (next.body.version == trusted->version) {
      timestamp_ = std::move(trusted);
      note(*timestamp_);
      return check_expiry("The timestamp metadata", *timestamp_);
    }
    // 5.4.3.2 The snapshot's version must not go back either.
    if (next.body.snapshot.version < trusted->snapshot.version) {
      return Error{Code::refused, "The timestamp metadata was refused: it names an older snapshot than before."};
    }
  }
  // 5.4.4 Check for a freeze attack.
  KIOSK_TRY_STATUS(check_expiry("The timestamp metadata", next.body));
  // 5.4.5 Persist.
  KIOSK_TRY_STATUS(store_.save("timestamp", bytes));
  timestamp_ = std::move(next.body);
  note(*timestamp_);
  return {};
}

std::optional<Snapshot> Client::stored_snapshot() {
  auto bytes = store_.load("snapshot");
  if (!bytes.ok() || !*bytes) return std::nullopt;
  auto parsed = parse_snapshot(**bytes);
  if (!parsed.ok() ||
      !verify_signatures("snapshot", root_->snapshot, root_->keys, parsed->canonical, parsed->signatures).ok()) {
    return std::nullopt;
  }
  return std::move(parsed->body);
}

Status Client::update_snapshot() {
  snapshot_ = stored_snapshot();
  const FileMeta& meta = timestamp_->snapshot;
  if (snapshot_ && snapshot_->version == meta.version && check_expiry("snapshot", *snapshot_).ok()) {
    note(*snapshot_);
    return {};
  }
  // 5.5.1 Download version N of the snapshot, up to the length that the timestamp states.
  KIOSK_TRY(bytes, source_.read_all(metadata_path(meta.version, "snapshot"), length_limit(meta, kMaxSnapshotBytes)));
  // 5.5.2 Check against the timestamp role's snapshot hash.
  if (!meta.hashes.empty()) KIOSK_TRY_STATUS(verify_hashes("The snapshot metadata", meta.hashes, bytes));
  KIOSK_TRY(next, parse_snapshot(bytes));
  KIOSK_TRY_STATUS(check_snapshot(next));
  // 5.5.7 Persist.
  KIOSK_TRY_STATUS(store_.save("snapshot", bytes));
  snapshot_ = std::move(next.body);
  note(*snapshot_);
  return {};
}

Status Client::check_snapshot(const Signed<Snapshot>& next) const {
  // 5.5.3 Check for an arbitrary software attack.
  KIOSK_TRY_STATUS(
      verify_signatures("The snapshot metadata", root_->snapshot, root_->keys, next.canonical, next.signatures));
  // 5.5.4 Check against the timestamp role's snapshot version.
  if (next.body.version != timestamp_->snapshot.version) {
    return Error{Code::refused, "The snapshot metadata was refused: its version is not the one the timestamp names."};
  }
  // 5.5.5 Check for a rollback attack: no listed file may go back or vanish.
  if (snapshot_) {
    for (const auto& [name, meta] : snapshot_->meta) {
      auto found = next.body.meta.find(name);
      if (found == next.body.meta.end() || found->second.version < meta.version) {
        return Error{Code::refused, "The snapshot metadata was refused: " + name + " went back or vanished in it."};
      }
    }
  }
  // 5.5.6 Check for a freeze attack.
  return check_expiry("The snapshot metadata", next.body);
}

Result<Targets> Client::load_targets(const std::string& name, const Role& role, const Keys& keys) {
  auto found = snapshot_->meta.find(name + ".json");
  if (found == snapshot_->meta.end()) {
    return Error{Code::refused, "The role " + name + " was refused: the snapshot does not list it."};
  }
  const FileMeta& meta = found->second;
  // What is stored is good if it passes for this delegator what a new file would have to pass.
  auto stored = store_.load(name);
  if (stored.ok() && *stored) {
    auto parsed = parse_targets(**stored);
    if (parsed.ok() && check_targets(name, role, keys, meta, **stored, *parsed).ok()) return std::move(parsed->body);
  }
  // 5.6.1 Download, up to the length that the snapshot states.
  KIOSK_TRY(bytes, source_.read_all(metadata_path(meta.version, name), length_limit(meta, kMaxTargetsBytes)));
  KIOSK_TRY(next, parse_targets(bytes));
  KIOSK_TRY_STATUS(check_targets(name, role, keys, meta, bytes, next));
  // 5.6.6 Persist.
  KIOSK_TRY_STATUS(store_.save(name, bytes));
  return std::move(next.body);
}

Status Client::check_targets(const std::string& name, const Role& role, const Keys& keys, const FileMeta& meta,
                             std::string_view bytes, const Signed<Targets>& next) const {
  const std::string what = "The metadata of " + name;
  // 5.6.2 Check against the snapshot role's targets hash.
  if (!meta.hashes.empty()) KIOSK_TRY_STATUS(verify_hashes(what, meta.hashes, bytes));
  // 5.6.3 Check for an arbitrary software attack.
  KIOSK_TRY_STATUS(verify_signatures(what, role, keys, next.canonical, next.signatures));
  // 5.6.4 Check against the snapshot role's targets version.
  if (next.body.version != meta.version) {
    return Error{Code::refused, what + " was refused: its version is not the one the snapshot lists."};
  }
  // 5.6.5 Check for a freeze attack.
  return check_expiry(what, next.body);
}

Result<TargetFile> Client::find_target(const std::string& path) {
  KIOSK_CHECK(snapshot_.has_value());
  struct Visit {
    std::string name;
    Role role;
    Keys keys;  // the delegator's
  };
  // 5.6.7 Pre-order depth-first search, beginning with the top-level targets role.
  std::vector<Visit> open{{"targets", root_->targets, root_->keys}};
  std::set<std::string> visited;
  while (!open.empty()) {
    Visit visit = std::move(open.back());
    open.pop_back();
    // 5.6.7.1 A role is visited once, and only so many are.
    if (visited.count(visit.name) != 0) continue;
    if (visited.size() >= static_cast<size_t>(kMaxDelegations)) break;
    visited.insert(visit.name);
    KIOSK_TRY(targets, load_targets(visit.name, visit.role, visit.keys));
    earliest_expiry_ = std::min(earliest_expiry_, targets.expires);
    if (auto found = targets.targets.find(path); found != targets.targets.end()) return found->second;
    // 5.6.7.2 The delegations for this path, in their order; after a terminating one nothing else is searched.
    std::vector<Visit> children;
    for (const Delegation& delegation : targets.delegations) {
      if (!delegates(delegation, path)) continue;
      // More than that are never visited, and each takes a copy of all keys.
      if (children.size() < static_cast<size_t>(kMaxDelegations))
        children.push_back({delegation.name, delegation.role, targets.keys});
      if (delegation.terminating) {
        open.clear();
        break;
      }
    }
    open.insert(open.end(), std::make_move_iterator(children.rbegin()), std::make_move_iterator(children.rend()));
  }
  // 5.7.2 No metadata about this target.
  return Error{Code::not_found, "The repository has no \"" + path + "\"."};
}

Status Client::check_expiry(const std::string& what, const Header& header) const {
  if (header.expires > start_) return {};
  const std::string dates =
      "it expired on " + format_instant(header.expires) + ", and now is " + format_instant(start_);
  if (expired_ == Expired::accept) {
    log(Priority::warning, what + " is taken by confirmation of staff although " + dates + ".");
    return {};
  }
  return Error{Code::expired, what + " was refused: " + dates + ". Get a newer one from who publishes it."};
}

bool delegates(const Delegation& delegation, const std::string& path) {
  return std::any_of(delegation.paths.begin(), delegation.paths.end(), [&](const std::string& pattern) {
    return ::fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME | FNM_NOESCAPE) == 0;
  });
}

}  // namespace kiosk::update::tuf
