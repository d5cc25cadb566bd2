#include "tests/support/repository_simulator.h"

#include "kiosk/base/check.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::test {

using crypto::PrivateKey;
using crypto::Scheme;
using namespace update::tuf;

namespace {

std::vector<PrivateKey> new_keys(int count) {
  std::vector<PrivateKey> keys;
  for (int i = 0; i < count; ++i) keys.push_back(PrivateKey::generate(Scheme::ed25519));
  return keys;
}

FileMeta describe(int64_t version, const std::string& bytes, bool pin) {
  FileMeta meta;
  meta.version = version;
  if (pin) {
    meta.length = static_cast<int64_t>(bytes.size());
    meta.hashes["sha256"] = crypto::sha256(bytes).hex();
  }
  return meta;
}

void put(const std::vector<PrivateKey>& keys, int threshold, Role& role, Keys& map) {
  role = {{}, threshold};
  for (const PrivateKey& private_key : keys) {
    Key key = make_key(private_key.public_key());
    role.key_ids.push_back(key_id(key));
    map[key_id(key)] = key;
  }
}

}  // namespace

RepositorySimulator::RepositorySimulator(Instant now) {
  const Instant expires = now + std::chrono::days(365);
  root.version = 0;
  root.consistent_snapshot = true;
  timestamp.version = snapshot.version = 0;
  for (const char* role : {"targets", "contacts", "content"}) targets[role].version = 0;
  targets["targets"].delegations = {{"contacts", {}, true, {"contacts/*"}},
                                    {"content", {}, true, {"content/*", "delta/*"}}};
  for (Header* header : std::vector<Header*>{&root, &timestamp, &snapshot, &targets["targets"], &targets["contacts"],
                                             &targets["content"]}) {
    header->expires = expires;
    header->created = now;
  }
  set_keys("root", new_keys(3), 2);
  set_keys("timestamp", new_keys(1), 1);
  set_keys("snapshot", new_keys(1), 1);
  set_keys("targets", new_keys(1), 1);
  set_keys("contacts", new_keys(3), 2);
  set_keys("content", new_keys(1), 1);
  publish_root();
  publish();
}

void RepositorySimulator::set_keys(const std::string& role, std::vector<PrivateKey> keys, int threshold) {
  if (role == "root" && old_root_keys_.empty()) old_root_keys_ = std::move(keys_[role]);
  keys_[role] = std::move(keys);
  const std::vector<PrivateKey>& now = keys_[role];
  if (role == "root") put(now, threshold, root.root, root.keys);
  if (role == "timestamp") put(now, threshold, root.timestamp, root.keys);
  if (role == "snapshot") put(now, threshold, root.snapshot, root.keys);
  if (role == "targets") put(now, threshold, root.targets, root.keys);
  for (Delegation& delegation : targets["targets"].delegations) {
    if (delegation.name == role) put(now, threshold, delegation.role, targets["targets"].keys);
  }
}

void RepositorySimulator::replace_keys(const std::string& role, int count, int threshold) {
  set_keys(role, new_keys(count), threshold);
}

int RepositorySimulator::signers_of(const std::string& role) const {
  if (auto found = signers.find(role); found != signers.end()) return found->second;
  if (role == "root") return static_cast<int>(root.root.threshold);
  if (role == "timestamp") return static_cast<int>(root.timestamp.threshold);
  if (role == "snapshot") return static_cast<int>(root.snapshot.threshold);
  if (role == "targets") return static_cast<int>(root.targets.threshold);
  for (const Delegation& delegation : targets.at("targets").delegations) {
    if (delegation.name == role) return static_cast<int>(delegation.role.threshold);
  }
  return 1;
}

std::string RepositorySimulator::sign(const std::string& role, std::string file, int count) {
  for (int i = 0; i < count; ++i) {
    const PrivateKey& key = keys_.at(role)[i];
    auto next = add_signature(file, key_id(make_key(key.public_key())), key);
    KIOSK_CHECK(next.ok());
    file = *next;
  }
  return file;
}

void RepositorySimulator::publish_root() {
  ++root.version;
  std::string file = sign("root", write_unsigned(root), signers_of("root"));
  for (const PrivateKey& key : old_root_keys_) file = *add_signature(file, key_id(make_key(key.public_key())), key);
  old_root_keys_.clear();
  files["metadata/" + std::to_string(root.version) + ".root.json"] = file;
}

void RepositorySimulator::publish() {
  for (auto& [role, metadata] : targets) {
    ++metadata.version;
    std::string file = sign(role, write_unsigned(metadata), signers_of(role));
    if (dense) file = json::canonical(*json::parse(file));
    files["metadata/" + std::to_string(metadata.version) + "." + role + ".json"] = file;
    snapshot.meta[role + ".json"] = describe(metadata.version, file, pin_hashes);
  }
  ++snapshot.version;
  std::string file = sign("snapshot", write_unsigned(snapshot), signers_of("snapshot"));
  files["metadata/" + std::to_string(snapshot.version) + ".snapshot.json"] = file;
  ++timestamp.version;
  timestamp.snapshot = describe(snapshot.version, file, pin_hashes);
  files["metadata/timestamp.json"] = sign("timestamp", write_unsigned(timestamp), signers_of("timestamp"));
}

void RepositorySimulator::add_target(const std::string& role, const std::string& path, const std::string& bytes,
                                     const std::string& custom) {
  std::string hash = crypto::sha256(bytes).hex();
  targets[role].targets[path] = {static_cast<int64_t>(bytes.size()), {{"sha256", hash}}, custom};
  size_t slash = path.rfind('/');
  std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  files["targets/" + folder + hash + "." + name] = bytes;
}

Status MemorySource::read(const std::string& path, uint64_t offset, const Sink& sink) {
  asked.push_back(path);
  auto found = files_.find(path);
  if (found == files_.end()) return Error{Code::not_found, path + " is not there."};
  std::string_view rest = std::string_view(found->second).substr(std::min<size_t>(offset, found->second.size()));
  uint64_t given = offset;
  for (;;) {
    while (!rest.empty()) {
      std::string_view now = rest.substr(0, piece);
      if (auto stop = breaks_at.find(path); stop != breaks_at.end()) {
        if (given >= stop->second) {
          breaks_at.erase(stop);
          return Error{Code::interrupted, "Reading " + path + " broke off."};
        }
        now = now.substr(0, stop->second - given);
      }
      given += now.size();
      bytes_given += now.size();
      KIOSK_TRY_STATUS(sink(now));
      rest.remove_prefix(now.size());
    }
    if (endless.count(path) == 0) return {};
    rest = found->second;
  }
}

Result<std::optional<std::string>> MemoryMetadataStore::load(const std::string& role) {
  if (auto found = files.find(role); found != files.end()) return std::optional(found->second);
  return std::optional<std::string>();
}

Status MemoryMetadataStore::save(const std::string& role, std::string_view bytes) {
  files[role] = std::string(bytes);
  return {};
}

Status MemoryMetadataStore::remove(const std::string& role) {
  files.erase(role);
  return {};
}

}  // namespace kiosk::test
