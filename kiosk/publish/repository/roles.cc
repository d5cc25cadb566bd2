#include "kiosk/publish/repository/roles.h"

#include <algorithm>

#include "kiosk/base/instant.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

tuf::Role role_of(const std::vector<tuf::Key>& keys, int threshold, tuf::Keys& map) {
  tuf::Role role{{}, threshold};
  for (const tuf::Key& key : keys) {
    const std::string id = tuf::key_id(key);
    map[id] = key;
    if (std::count(role.key_ids.begin(), role.key_ids.end(), id) == 0) role.key_ids.push_back(id);
  }
  return role;
}

template <class T>
void set_header(T& metadata, int64_t version, Instant now, std::chrono::days life) {
  metadata.version = version;
  metadata.created = now;
  metadata.expires = now + life;
}

template <class T>
DraftFile draft_of(const char* role, const T& metadata) {
  return {role, metadata.version, tuf::write_unsigned(metadata)};
}

// Whether the file in force would still have its threshold under these keys.
bool still_signed(const Repository& repository, const std::string& role, int64_t version, const tuf::Role& by,
                  const tuf::Keys& keys) {
  auto text =
      os::read_file(repository.metadata() / (std::to_string(version) + "." + role + ".json"), tuf::kMaxTargetsBytes);
  if (!text.ok()) return false;
  auto parsed = tuf::parse_targets(*text);
  return parsed.ok() && tuf::verify_signatures(role, by, keys, parsed->canonical, parsed->signatures).ok();
}

Status exchange(tuf::Role& role, tuf::Keys& keys, const tuf::Key& removed, const tuf::Key& added) {
  auto at = std::find(role.key_ids.begin(), role.key_ids.end(), tuf::key_id(removed));
  if (at == role.key_ids.end()) return Error{Code::not_found, "The key to be removed is none of this role's."};
  if (std::count(role.key_ids.begin(), role.key_ids.end(), tuf::key_id(added)) != 0) {
    return Error{Code::refused, "The key to be added is one of this role's already."};
  }
  *at = tuf::key_id(added);
  keys[*at] = added;
  return {};
}

// Drops keys that no role names any more.
void forget_unused(tuf::Keys& keys, const std::vector<const tuf::Role*>& roles) {
  std::erase_if(keys, [&](const auto& entry) {
    return std::none_of(roles.begin(), roles.end(), [&](const tuf::Role* role) {
      return std::count(role->key_ids.begin(), role->key_ids.end(), entry.first) != 0;
    });
  });
}

}  // namespace

Status draft_repository(const Repository& repository, const NewRepository& who, Instant now) {
  if (std::filesystem::exists(repository.metadata() / "1.root.json")) {
    return Error{Code::refused, repository.folder.string() + " holds a repository already and was not touched."};
  }
  if (who.root_threshold < 2 || who.contacts_threshold < 2) {
    return Error{Code::refused, "Root and contacts need two signatures or more: one stolen key must not be enough."};
  }
  tuf::Root root;
  root.consistent_snapshot = true;
  set_header(root, 1, now, kRootLife);
  root.root = role_of(who.root, who.root_threshold, root.keys);
  root.targets = root.root;
  root.snapshot = role_of(who.publisher, 1, root.keys);
  root.timestamp = root.snapshot;
  tuf::Targets targets;
  set_header(targets, 1, now, kTargetsLife);
  const tuf::Role contacts = role_of(who.contacts, who.contacts_threshold, targets.keys);
  const tuf::Role content = role_of(who.content, 1, targets.keys);
  targets.delegations = {{"contacts", contacts, true, {"contacts/*"}},
                         {"content", content, true, {"content/*", "delta/*"}}};
  for (const tuf::Role& role : {root.root, contacts, content, root.snapshot}) {
    if (static_cast<int64_t>(role.key_ids.size()) < role.threshold) {
      return Error{Code::refused,
                   "There are fewer different keys than signatures needed. Give one more --root, "
                   "--contacts, --content or --publisher."};
    }
  }
  return save_draft(repository, {draft_of("root", root), draft_of("targets", targets)});
}

Status draft_key_change(const Repository& repository, const std::string& role, const tuf::Key& removed,
                        const tuf::Key& added, Instant now) {
  KIOSK_TRY(state, load_state(repository));
  tuf::Root& root = state.root;
  tuf::Targets& targets = state.targets;
  std::vector<DraftFile> files;
  if (role == "root" || role == "publisher") {
    for (tuf::Role* changed :
         role == "root" ? std::vector{&root.root, &root.targets} : std::vector{&root.snapshot, &root.timestamp}) {
      KIOSK_TRY_STATUS(exchange(*changed, root.keys, removed, added));
    }
    forget_unused(root.keys, {&root.root, &root.targets, &root.snapshot, &root.timestamp});
    set_header(root, root.version + 1, now, kRootLife);
    files.push_back(draft_of("root", root));
    if (!still_signed(repository, "targets", targets.version, root.targets, root.keys)) {
      set_header(targets, targets.version + 1, now, kTargetsLife);
      files.push_back(draft_of("targets", targets));
    }
    return save_draft(repository, files);
  }
  for (tuf::Delegation& delegation : targets.delegations) {
    if (delegation.name != role) continue;
    KIOSK_TRY_STATUS(exchange(delegation.role, targets.keys, removed, added));
    std::vector<const tuf::Role*> roles;
    for (const tuf::Delegation& each : targets.delegations) roles.push_back(&each.role);
    forget_unused(targets.keys, roles);
    set_header(targets, targets.version + 1, now, kTargetsLife);
    files.push_back(draft_of("targets", targets));
    std::optional<tuf::Targets>& delegated = role == "contacts" ? state.contacts : state.content;
    if (delegated && !still_signed(repository, role, delegated->version, delegation.role, targets.keys)) {
      set_header(*delegated, delegated->version + 1, now, kTargetsLife);
      files.push_back({role, delegated->version, tuf::write_unsigned(*delegated)});
    }
    return save_draft(repository, files);
  }
  return Error{Code::invalid, "There is no role \"" + role + "\": it is root, contacts, content or publisher."};
}

Result<std::vector<std::string>> draft_renewal(const Repository& repository, std::chrono::days margin, Instant now) {
  KIOSK_TRY(state, load_state(repository));
  const Instant limit = now + margin;
  std::vector<DraftFile> files;
  std::vector<std::string> names;
  if (state.root.expires < limit) {
    set_header(state.root, state.root.version + 1, now, kRootLife);
    files.push_back(draft_of("root", state.root));
  }
  auto renew = [&](const char* role, tuf::Targets& metadata) {
    if (metadata.expires >= limit) return;
    set_header(metadata, metadata.version + 1, now, kTargetsLife);
    files.push_back(draft_of(role, metadata));
  };
  renew("targets", state.targets);
  if (state.contacts) renew("contacts", *state.contacts);
  if (state.content) renew("content", *state.content);
  for (const DraftFile& file : files) names.push_back(file.name());
  KIOSK_TRY_STATUS(save_draft(repository, files));
  return names;
}

}  // namespace kiosk::publish
