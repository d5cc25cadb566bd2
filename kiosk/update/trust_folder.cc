#include "kiosk/update/trust_folder.h"

#include "kiosk/base/log.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/trusted_roots.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update {
namespace {

std::string key_of(const std::string& root_file) {
  auto root = tuf::parse_root(root_file);
  return root.ok() ? content_key(root->body) : std::string();
}

Status note_change(const Store& store, const std::string& first_root, const os::Clock& clock) {
  const std::string key = key_of(first_root);
  const auto noted = read_owner_change(store);
  if (noted && noted->content_key == key) return {};  // a power cut stopped the change half way
  auto before = os::read_file(store.metadata() / "root.json", 1u << 20);
  const std::string key_before = before.ok() ? key_of(*before) : std::string();
  log(Priority::warning, "This kiosk was given to another owner: it takes content of the content key " + key +
                             " from now on, and none of " + (key_before.empty() ? "before" : key_before) + ".");
  return write_owner_change(store, {key, key_before, clock.now(), clock.synchronised()});
}

// In an order that leaves owner_of() saying "another" until the last step.
Status change_owner(const Store& store, const std::string& first_root, const os::Clock& clock) {
  KIOSK_TRY_STATUS(note_change(store, first_root, clock));
  KIOSK_TRY_STATUS(os::remove_durably(store.bad_releases()));
  KIOSK_TRY(roles, os::list_folder(store.metadata()));
  for (const std::string& name : roles) {
    if (name != "root.json") KIOSK_TRY_STATUS(os::remove_durably(store.metadata() / name));
  }
  auto first = tuf::parse_root(first_root);
  KIOSK_CHECK(first.ok());
  const std::filesystem::path last = store.root(first->body.version);
  KIOSK_TRY(roots, os::list_folder(store.roots()));
  for (const std::string& name : roots) {
    if (store.roots() / name != last) KIOSK_TRY_STATUS(os::remove_durably(store.roots() / name));
  }
  KIOSK_TRY_STATUS(os::write_durably(last, first_root));
  return os::write_durably(store.metadata() / "root.json", first_root);
}

// Writes a file unless it holds these bytes.
Status keep(const std::filesystem::path& file, const std::string& bytes) {
  auto held = os::read_file(file, bytes.size());
  if (held.ok() && *held == bytes) return {};
  return os::write_durably(file, bytes);
}

}  // namespace

Status TrustFolder::save(const std::string& role, std::string_view bytes) {
  if (role == "root") {
    KIOSK_TRY(root, tuf::parse_root(bytes));
    KIOSK_TRY_STATUS(metadata_.remove("targets"));
    KIOSK_TRY_STATUS(os::write_durably(store_.root(root.body.version), bytes));
  }
  return metadata_.save(role, bytes);
}

Status prepare_trust(const Store& store, const std::string& first_root, const os::Clock& clock) {
  auto roots = load_trusted_roots(store, first_root);
  if (!roots.ok()) return Error{Code::io, roots.error().message};
  if (owner_of(store, first_root) == Owner::another) {
    KIOSK_TRY_STATUS(change_owner(store, first_root, clock));
    roots = load_trusted_roots(store, first_root);
  }
  for (size_t i = 0; i < roots->files.size(); ++i)
    KIOSK_TRY_STATUS(keep(store.root(roots->roots[i].version), roots->files[i]));
  KIOSK_TRY_STATUS(mend_owner_record(store, *roots));
  return keep(store.metadata() / "root.json", roots->files.back());
}

}  // namespace kiosk::update
