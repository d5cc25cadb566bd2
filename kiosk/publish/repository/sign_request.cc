#include "kiosk/publish/repository/sign_request.h"

#include <algorithm>
#include <set>

#include "kiosk/crypto/hex.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

constexpr size_t kMaxContactsBytes = 16u << 20;
constexpr size_t kMaxRequestBytes = 100u << 20;
constexpr int kRequestFormat = 2;

Result<std::string> read_contacts(const Repository& repository, std::string_view metadata) {
  KIOSK_TRY(parsed, tuf::parse_targets(metadata));
  auto found = parsed.body.targets.find(kContactsTarget);
  if (found == parsed.body.targets.end() || found->second.hashes.count("sha256") == 0) {
    return Error{Code::invalid, "The metadata of contacts names no contacts.db."};
  }
  KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(found->second.hashes.at("sha256")));
  return os::read_file(repository.folder / target_path(kContactsTarget, digest), kMaxContactsBytes);
}

Result<std::string> read_metadata(const Repository& repository, int64_t version, const std::string& role) {
  return os::read_file(repository.metadata() / (std::to_string(version) + "." + role + ".json"), tuf::kMaxTargetsBytes);
}

Result<SignRequest::InForce> read_in_force(const Repository& repository) {
  KIOSK_TRY(state, load_state(repository));
  SignRequest::InForce in_force;
  for (int64_t version = 1; version <= state.root.version; ++version) {
    KIOSK_TRY(root, read_metadata(repository, version, "root"));
    in_force.roots.push_back(root);
  }
  KIOSK_TRY(targets, read_metadata(repository, state.targets.version, "targets"));
  in_force.targets = targets;
  if (state.contacts) {
    KIOSK_TRY(contacts, read_metadata(repository, state.contacts->version, "contacts"));
    in_force.contacts = contacts;
    // One that rotted is about to be replaced: then there is nothing to compare with.
    if (auto database = read_contacts(repository, contacts); database.ok()) in_force.database = *database;
  }
  return in_force;
}

// A member that we do not know could mean something to whoever reads the request next.
Status check_members(const json::Json& object, const std::set<std::string>& known) {
  for (const auto& [name, value] : object.items()) {
    if (!known.contains(name))
      return Error{Code::invalid, "it holds \"" + name.substr(0, 40) + "\", which none should"};
  }
  return {};
}

Result<SignRequest::InForce> in_force_of(const json::Json& json) {
  KIOSK_TRY_STATUS(check_members(json, {"roots", "targets", "contacts", "database"}));
  SignRequest::InForce in_force;
  in_force.roots = json.at("roots").get<std::vector<std::string>>();
  in_force.targets = json.at("targets").get<std::string>();
  in_force.contacts = json.at("contacts").get<std::string>();
  KIOSK_TRY(database, crypto::from_hex(json.at("database").get<std::string>()));
  in_force.database = database;
  return in_force;
}

Result<SignRequest> request_of(const json::Json& json) {
  try {
    if (json.at("format").get<int>() != kRequestFormat) {
      return Error{Code::unsupported, "it was made by another version of kioskctl"};
    }
    KIOSK_TRY_STATUS(check_members(json, {"format", "files", "contacts", "in_force", "record"}));
    SignRequest request;
    for (const json::Json& object : json.at("files")) {
      KIOSK_TRY_STATUS(check_members(object, {"role", "version", "metadata"}));
      request.files.push_back({object.at("role").get<std::string>(), object.at("version").get<int64_t>(),
                               object.at("metadata").get<std::string>()});
    }
    KIOSK_TRY(contacts, crypto::from_hex(json.at("contacts").get<std::string>()));
    request.contacts = contacts;
    if (!json.at("in_force").is_null()) {
      KIOSK_TRY(in_force, in_force_of(json.at("in_force")));
      request.in_force = std::move(in_force);
    }
    KIOSK_TRY(record, signing_record_of(json.at("record")));
    request.record = std::move(record);
    return request;
  } catch (const json::Json::exception&) { return Error{Code::invalid, "a field is missing or of another type"}; }
}

}  // namespace

Result<SignRequest> make_sign_request(const Repository& repository) {
  SignRequest request;
  KIOSK_TRY(files, load_draft(repository));
  request.files = std::move(files);
  if (request.files.empty())
    return Error{Code::not_found, "Nothing in " + repository.folder.string() + " waits for signatures."};
  if (std::filesystem::exists(repository.metadata() / "timestamp.json")) {
    KIOSK_TRY(in_force, read_in_force(repository));
    request.in_force = std::move(in_force);
  }
  for (const DraftFile& file : request.files) {
    if (file.role != "contacts") continue;
    KIOSK_TRY(contacts, read_contacts(repository, file.text));
    request.contacts = contacts;
  }
  KIOSK_TRY(record, read_signing_record(repository.draft_record()));
  request.record = std::move(record);
  return request;
}

Status write_sign_request(const SignRequest& request, const std::filesystem::path& file) {
  json::Json files = json::Json::array();
  for (const DraftFile& each : request.files) {
    files.push_back({{"role", each.role}, {"version", each.version}, {"metadata", each.text}});
  }
  json::Json json = {{"format", kRequestFormat},
                     {"files", files},
                     {"contacts", crypto::to_hex(request.contacts)},
                     {"in_force", nullptr},
                     {"record", json_of(request.record)}};
  if (request.in_force) {
    json["in_force"] = {{"roots", request.in_force->roots},
                        {"targets", request.in_force->targets},
                        {"contacts", request.in_force->contacts},
                        {"database", crypto::to_hex(request.in_force->database)}};
  }
  return os::write_durably(file, json.dump(1) + "\n");
}

Result<SignRequest> read_sign_request(const std::filesystem::path& file) {
  KIOSK_TRY(text, os::read_file(file, kMaxRequestBytes));
  auto json = json::parse(text);
  auto request = json.ok() ? request_of(*json) : Result<SignRequest>(json.error());
  if (request.ok()) return request;
  return Error{Code::invalid, file.string() + " is not a request for signatures: " + request.error().message + "."};
}

Status take_signatures(const Repository& repository, const SignRequest& request) {
  KIOSK_TRY(files, load_draft(repository));
  for (const DraftFile& signed_file : request.files) {
    auto same = [&](const DraftFile& file) { return file.name() == signed_file.name(); };
    auto file = std::find_if(files.begin(), files.end(), same);
    if (file == files.end()) {
      return Error{Code::refused, "The signatures are for " + signed_file.name() + ", which waits for none here."};
    }
    KIOSK_TRY(merged, tuf::merge_signatures(file->text, signed_file.text));
    file->text = merged;
  }
  for (const DraftFile& file : files) {
    KIOSK_TRY_STATUS(os::write_durably(repository.draft() / file.name(), file.text));
  }
  KIOSK_TRY(record, read_signing_record(repository.draft_record()));
  add_notes(record, request.record);
  return write_signing_record(record, repository.draft_record());
}

}  // namespace kiosk::publish
