#include "kiosk/update/proof.h"

#include "kiosk/base/instant.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/file.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxProofBytes = 16u << 20;

// Serves metadata out of a proof: "metadata/7.contacts.json" is its "contacts.json", whatever version that is; the
// client judges the version. There are no later roots in it.
class ProofSource : public Source {
 public:
  explicit ProofSource(const Proof& proof) : proof_(proof) {}

  Status read(const std::string& path, uint64_t, const Sink& sink) override {
    std::string name = path.substr(path.rfind('/') + 1);
    if (name != "timestamp.json") name = name.substr(name.find('.') + 1);
    auto found = proof_.find(name);
    if (name == "root.json" || name == kOwnerInProof || found == proof_.end())
      return Error{Code::not_found, "The proof has no " + name + "."};
    return sink(found->second);
  }

 private:
  const Proof& proof_;
};

// The one root that is given, and nothing kept but for this run.
class OneRoot : public tuf::MetadataStore {
 public:
  explicit OneRoot(const std::string& root) { files_["root"] = root; }

  Result<std::optional<std::string>> load(const std::string& role) override {
    auto found = files_.find(role);
    return found == files_.end() ? std::optional<std::string>() : std::optional(found->second);
  }
  Status save(const std::string& role, std::string_view bytes) override {
    files_[role] = bytes;
    return {};
  }
  Status remove(const std::string& role) override {
    files_.erase(role);
    return {};
  }

 private:
  std::map<std::string, std::string> files_;
};

Result<Wanted> wanted(const std::string& target, const tuf::TargetFile& file) {
  auto found = file.hashes.find("sha256");
  if (found == file.hashes.end()) return Error{Code::unsupported, target + " was refused: it has no SHA-256."};
  KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(found->second));
  return Wanted{target_path(target, digest), digest, static_cast<uint64_t>(file.length)};
}

Status find_content(tuf::Client& client, Proven& edition) {
  KIOSK_TRY(file, client.find_target(kContentTarget));
  KIOSK_TRY(packed, wanted(kContentTarget, file));
  const Error wrong{Code::invalid, "The content was refused: its size and SHA-256 before packing are not stated."};
  auto custom = json::parse(file.custom);
  if (!custom.ok() || !custom->is_object() || !custom->contains("length") || !custom->contains("sha256")) return wrong;
  const json::Json& length = (*custom)["length"];
  const json::Json& digest = (*custom)["sha256"];
  if (!length.is_number_integer() || length.get<int64_t>() < 0 || !digest.is_string()) return wrong;
  KIOSK_TRY(plain, crypto::Sha256Digest::parse_hex(digest.get<std::string>()));
  edition.packed_content = packed;
  edition.content = plain;
  edition.content_length = length.get<uint64_t>();
  return {};
}

// A proof carries every root after the first that there was when it was written.
int64_t root_noted_in(const Proof& proof, const TrustedRoots& roots) {
  int64_t version = 0;
  for (const tuf::Root& root : roots.roots) {
    if (&root == &roots.roots.front() || proof.contains(root_in_proof(root.version))) version = root.version;
  }
  return version;
}

}  // namespace

std::string Proven::identity() const {
  return crypto::sha256(contacts.digest.hex() + content.hex() + objects.digest.hex()).hex();
}

Result<Wanted> find_wanted(tuf::Client& client, const std::string& target) {
  KIOSK_TRY(file, client.find_target(target));
  return wanted(target, file);
}

Result<Proven> edition_of(tuf::Client& client) {
  Proven edition;
  KIOSK_TRY(contacts, find_wanted(client, kContactsTarget));
  KIOSK_TRY_STATUS(find_content(client, edition));
  KIOSK_TRY(objects, find_wanted(client, kObjectsTarget));
  edition.contacts = contacts;
  edition.objects = objects;
  edition.version = client.snapshot().version;
  edition.created = client.snapshot().created;
  edition.expires = client.earliest_expiry();
  return edition;
}

Result<Proof> read_proof(const std::filesystem::path& release) {
  const std::filesystem::path file = release / "proof.json";
  KIOSK_TRY(bytes, os::read_file(file, kMaxProofBytes));
  const Error damaged{Code::damaged, file.string() + " is not of its form. It is written by kioskctl update only."};
  auto object = json::parse(bytes);
  if (!object.ok() || !object->is_object()) return damaged;
  Proof proof;
  for (const auto& [name, text] : object->items()) {
    if (!text.is_string()) return damaged;
    proof[name] = text.get<std::string>();
  }
  return proof;
}

Proof proof_from_trust(const Store& store, const TrustedRoots& roots) {
  Proof proof;
  auto names = os::list_folder(store.metadata());
  for (const std::string& name : names.ok() ? *names : std::vector<std::string>()) {
    if (name == "root.json" || name == kOwnerInProof || !name.ends_with(".json")) continue;
    if (auto bytes = os::read_file(store.metadata() / name, tuf::kMaxTargetsBytes); bytes.ok()) proof[name] = *bytes;
  }
  if (auto record = owner_record(store)) proof[kOwnerInProof] = *record;
  for (size_t i = 1; i < roots.files.size(); ++i) proof[root_in_proof(roots.roots[i].version)] = roots.files[i];
  return proof;
}

std::string write_proof(const Proof& proof) { return json::Json(proof).dump(1) + "\n"; }

Result<Proven> prove(const TrustedRoots& roots, const Proof& proof) {
  std::optional<Error> of_newest;
  for (size_t i = roots.roots.size(); i-- > 0;) {
    ProofSource source(proof);
    OneRoot store(roots.files[i]);
    // No time at all: dates have no say here.
    tuf::Client client(source, store, Instant::min());
    Status refreshed = client.refresh();
    auto edition = refreshed.ok() ? edition_of(client) : Result<Proven>(refreshed.error());
    if (edition.ok()) {
      edition->root = root_noted_in(proof, roots);
      return edition;
    }
    if (!of_newest) of_newest = edition.error();
  }
  return *of_newest;
}

}  // namespace kiosk::update
