#include "kiosk/publish/repository/repository_check.h"

#include <algorithm>
#include <set>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::publish {

using namespace update;

namespace {

Status add_targets(const tuf::Targets& role, Inventory& inventory) {
  for (const auto& [target, file] : role.targets) {
    auto hex = file.hashes.find("sha256");
    if (hex == file.hashes.end()) return Error{Code::unsupported, target + " has no SHA-256."};
    KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(hex->second));
    inventory.files.push_back({target_path(target, digest), digest, static_cast<uint64_t>(file.length)});
  }
  return {};
}

// Everything below `folder` that is not in `kept`, as paths relative to it, goes.
Status remove_others(const std::filesystem::path& folder, const std::set<std::string>& kept) {
  std::vector<std::filesystem::path> others;
  std::error_code trouble;
  for (std::filesystem::recursive_directory_iterator at(folder, trouble), end; !trouble && at != end;
       at.increment(trouble)) {
    if (at->is_regular_file(trouble) && kept.count(at->path().lexically_relative(folder).generic_string()) == 0) {
      others.push_back(at->path());
    }
  }
  for (const auto& path : others) KIOSK_TRY_STATUS(os::remove_tree(path));
  return {};
}

}  // namespace

Result<Inventory> take_inventory(const Repository& repository, Instant now) {
  KIOSK_TRY(state, load_state(repository));
  Inventory inventory;
  inventory.version = state.snapshot.version;
  inventory.created = state.timestamp.created.value_or(Instant());
  inventory.expires =
      std::min({state.root.expires, state.targets.expires, state.snapshot.expires, state.timestamp.expires});
  for (int64_t version = 1; version <= state.root.version; ++version) {
    inventory.metadata.push_back("metadata/" + std::to_string(version) + ".root.json");
  }
  for (const auto& [name, meta] : state.snapshot.meta) {
    inventory.metadata.push_back("metadata/" + std::to_string(meta.version) + "." + name);
  }
  inventory.metadata.push_back("metadata/" + std::to_string(state.snapshot.version) + ".snapshot.json");
  inventory.metadata.push_back("metadata/timestamp.json");
  if (!state.contacts || !state.content) {
    return Error{Code::not_found, "Nothing has been published in " + repository.folder.string() + " yet."};
  }
  inventory.expires = std::min({inventory.expires, state.contacts->expires, state.content->expires});
  if (inventory.expires <= now) {
    return Error{Code::expired, "The signatures lapsed on " + format_instant(inventory.expires) +
                                    ". Renew them with kioskctl repository renew."};
  }
  KIOSK_TRY_STATUS(add_targets(*state.contacts, inventory));
  KIOSK_TRY_STATUS(add_targets(*state.content, inventory));
  KIOSK_TRY(index_digest, crypto::Sha256Digest::parse_hex(state.content->targets[kObjectsTarget].hashes["sha256"]));
  KIOSK_TRY(index, os::read_file(repository.folder / target_path(kObjectsTarget, index_digest), kMaxIndexBytes));
  KIOSK_TRY(objects, parse_objects_index(index));
  for (const ObjectEntry& object : objects) {
    inventory.files.push_back({object_path(object.digest), object.digest, object.length});
  }
  for (const Wanted& file : inventory.files) inventory.bytes += file.length;
  return inventory;
}

std::vector<std::string> damaged_files(const std::filesystem::path& folder, const Inventory& inventory) {
  std::vector<std::string> faults;
  for (const Wanted& file : inventory.files) {
    auto digest = crypto::sha256_of_file(folder / file.path);
    if (!digest.ok()) faults.push_back(digest.error().message);
    if (digest.ok() && *digest != file.digest) faults.push_back(file.path + " holds other bytes than were signed for.");
  }
  return faults;
}

Status export_to(const Repository& repository, const Inventory& inventory, const std::filesystem::path& stick) {
  std::error_code trouble;
  if (!std::filesystem::is_directory(stick, trouble)) {
    return Error{Code::not_found, "There is no folder " + stick.string() +
                                      ". Plug the stick in, open it once, and write where it is mounted: " +
                                      "the last column of lsblk says it."};
  }
  const std::filesystem::path folder = stick / kStickFolder;
  std::set<std::string> kept(inventory.metadata.begin(), inventory.metadata.end());
  std::vector<std::string> to_copy;
  uint64_t needed = 1u << 20;  // metadata, folders
  for (const Wanted& file : inventory.files) {
    kept.insert(file.path);
    std::error_code absent;
    if (std::filesystem::file_size(folder / file.path, absent) == file.length && !absent) continue;
    to_copy.push_back(file.path);
    needed += file.length;
  }
  KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  KIOSK_TRY_STATUS(remove_others(folder, kept));
  KIOSK_TRY(free, os::free_bytes(folder));
  if (free < needed) {
    return Error{Code::no_space, "The stick is too small: " + std::to_string(needed / 1'000'000 + 1) +
                                     " MB are needed and " + std::to_string(free / 1'000'000) + " MB are free."};
  }
  to_copy.insert(to_copy.end(), inventory.metadata.begin(), inventory.metadata.end());
  for (const std::string& path : to_copy) KIOSK_TRY_STATUS(os::copy_durably(repository.folder / path, folder / path));
  KIOSK_TRY_STATUS(os::sync_file_system(folder));
  for (const std::string& fault : damaged_files(folder, inventory)) {
    return Error{Code::damaged, "The stick does not keep what is written to it. Take another one. " + fault};
  }
  // The last look is that of a kiosk.
  KIOSK_TRY(again, load_state(Repository{folder}));
  if (again.snapshot.version == inventory.version) return {};
  return Error{Code::damaged, "The stick does not keep what is written to it. Take another one."};
}

}  // namespace kiosk::publish
