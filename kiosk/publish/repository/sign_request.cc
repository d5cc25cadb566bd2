#include "kiosk/publish/repository/sign_request.h"

#include <algorithm>

#include "kiosk/crypto/hex.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

constexpr size_t kMaxContactsBytes = 16u << 20;
constexpr size_t kMaxRequestBytes = 100u << 20;

std::vector<std::string> key_ids_for(const DraftFile& file, const tuf::Root& root, const std::optional<State>& state,
                                     const tuf::Targets& targets) {
  if (file.role == "root") {
    std::vector<std::string> ids = root.root.key_ids;
    if (state) ids.insert(ids.end(), state->root.root.key_ids.begin(), state->root.root.key_ids.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }
  if (file.role == "targets") return root.targets.key_ids;
  for (const tuf::Delegation& delegation : targets.delegations) {
    if (delegation.name == file.role) return delegation.role.key_ids;
  }
  return {};
}

// The digest of contacts.db that a contacts file names.
Result<std::string> contacts_digest(std::string_view metadata) {
  KIOSK_TRY(parsed, tuf::parse_targets(metadata));
  auto found = parsed.body.targets.find(kContactsTarget);
  if (found == parsed.body.targets.end() || found->second.hashes.count("sha256") == 0) {
    return Error{Code::invalid, "The metadata of contacts names no contacts.db."};
  }
  return found->second.hashes.at("sha256");
}

Result<std::string> read_contacts(const Repository& repository, std::string_view metadata) {
  KIOSK_TRY(hex, contacts_digest(metadata));
  KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(hex));
  return os::read_file(repository.folder / target_path(kContactsTarget, digest), kMaxContactsBytes);
}

Result<SignRequest> request_of(const json::Json& json) {
  try {
    SignRequest request;
    for (const json::Json& object : json.at("files")) {
      SignRequest::File file;
      file.draft.role = object.at("role").get<std::string>();
      file.draft.version = object.at("version").get<int64_t>();
      file.draft.text = object.at("metadata").get<std::string>();
      file.key_ids = object.at("key_ids").get<std::vector<std::string>>();
      request.files.push_back(std::move(file));
    }
    KIOSK_TRY(contacts, crypto::from_hex(json.at("contacts").get<std::string>()));
    KIOSK_TRY(previous, crypto::from_hex(json.at("previous").get<std::string>()));
    request.contacts = contacts;
    request.previous = previous;
    return request;
  } catch (const json::Json::exception&) { return Error{Code::invalid, "a field is missing or of another type"}; }
}

}  // namespace

Result<SignRequest> make_sign_request(const Repository& repository) {
  KIOSK_TRY(files, load_draft(repository));
  if (files.empty())
    return Error{Code::not_found, "Nothing in " + repository.folder.string() + " waits for signatures."};
  std::optional<State> state;
  if (std::filesystem::exists(repository.metadata() / "timestamp.json")) {
    KIOSK_TRY(loaded, load_state(repository));
    state = std::move(loaded);
  }
  tuf::Root root = state ? state->root : tuf::Root();
  tuf::Targets targets = state ? state->targets : tuf::Targets();
  for (const DraftFile& file : files) {
    if (file.role == "root") root = tuf::parse_root(file.text)->body;
    if (file.role == "targets") targets = tuf::parse_targets(file.text)->body;
  }
  SignRequest request;
  for (DraftFile& file : files) {
    if (file.role == "contacts") {
      KIOSK_TRY(contacts, read_contacts(repository, file.text));
      request.contacts = contacts;
      if (state && state->contacts) {
        KIOSK_TRY(previous, read_contacts(repository, tuf::write_unsigned(*state->contacts)));
        request.previous = previous;
      }
    }
    auto key_ids = key_ids_for(file, root, state, targets);
    request.files.push_back({std::move(file), std::move(key_ids)});
  }
  return request;
}

Status write_sign_request(const SignRequest& request, const std::filesystem::path& file) {
  json::Json files = json::Json::array();
  for (const SignRequest::File& each : request.files) {
    files.push_back({{"role", each.draft.role},
                     {"version", each.draft.version},
                     {"metadata", each.draft.text},
                     {"key_ids", each.key_ids}});
  }
  const json::Json json = {
      {"files", files}, {"contacts", crypto::to_hex(request.contacts)}, {"previous", crypto::to_hex(request.previous)}};
  return os::write_durably(file, json.dump(1) + "\n");
}

Result<SignRequest> read_sign_request(const std::filesystem::path& file) {
  KIOSK_TRY(text, os::read_file(file, kMaxRequestBytes));
  auto json = json::parse(text);
  auto request = json.ok() ? request_of(*json) : Result<SignRequest>(json.error());
  const std::string prefix = file.string() + " is not a request for signatures: ";
  if (!request.ok()) return Error{Code::invalid, prefix + request.error().message};
  for (const SignRequest::File& each : request->files) {
    const bool readable =
        each.draft.role == "root" ? tuf::parse_root(each.draft.text).ok() : tuf::parse_targets(each.draft.text).ok();
    if (!readable) return Error{Code::invalid, prefix + each.draft.name() + " cannot be read."};
    if (each.draft.role != "contacts") continue;
    KIOSK_TRY(digest, contacts_digest(each.draft.text));
    if (crypto::sha256(request->contacts).hex() != digest) {
      return Error{Code::invalid, prefix + "the numbers in it are not those that are to be signed."};
    }
  }
  return request;
}

Result<NumberChanges> numbers_of(const SignRequest& request, const std::filesystem::path& folder) {
  if (request.contacts.empty()) return NumberChanges();
  const std::filesystem::path now = folder / "contacts.db", before = folder / "previous.db";
  KIOSK_TRY_STATUS(os::write_durably(now, request.contacts));
  if (!request.previous.empty()) KIOSK_TRY_STATUS(os::write_durably(before, request.previous));
  auto changes = compare_numbers(request.previous.empty() ? std::filesystem::path() : before, now);
  KIOSK_TRY_STATUS(os::remove_durably(now));
  KIOSK_TRY_STATUS(os::remove_durably(before));
  return changes;
}

Result<int> sign(SignRequest& request, const SigningKey& key) {
  int signed_files = 0;
  for (SignRequest::File& file : request.files) {
    if (std::count(file.key_ids.begin(), file.key_ids.end(), key.id) == 0) continue;
    KIOSK_TRY(text, tuf::add_signature(file.draft.text, key.id, key.key));
    file.draft.text = text;
    ++signed_files;
  }
  if (signed_files > 0) return signed_files;
  return Error{Code::refused, "This key is none of those whose signature is asked for."};
}

Status take_signatures(const Repository& repository, const SignRequest& request) {
  KIOSK_TRY(files, load_draft(repository));
  for (const SignRequest::File& signed_file : request.files) {
    auto same = [&](const DraftFile& file) { return file.name() == signed_file.draft.name(); };
    auto file = std::find_if(files.begin(), files.end(), same);
    if (file == files.end()) {
      return Error{Code::refused,
                   "The signatures are for " + signed_file.draft.name() + ", which waits for none here."};
    }
    KIOSK_TRY(merged, tuf::merge_signatures(file->text, signed_file.draft.text));
    file->text = merged;
  }
  for (const DraftFile& file : files) {
    KIOSK_TRY_STATUS(os::write_durably(repository.draft() / file.name(), file.text));
  }
  return {};
}

}  // namespace kiosk::publish
