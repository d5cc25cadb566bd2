#include "kiosk/update/tuf/write.h"

#include "kiosk/crypto/hex.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/update/tuf/json.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update::tuf {
namespace {

Json header(const Header& from, const char* type) {
  Json body = {
      {"_type", type}, {"spec_version", "1.0.34"}, {"version", from.version}, {"expires", format_time(from.expires)}};
  if (from.created) body["x-created"] = format_time(*from.created);
  return body;
}

Json key_json(const Key& key) {
  return {{"keytype", key.type}, {"scheme", key.scheme}, {"keyval", {{"public", key.text}}}};
}

Json keys_json(const Keys& keys) {
  Json map = Json::object();
  for (const auto& [id, key] : keys) map[id] = key_json(key);
  return map;
}

Json role_json(const Role& role) { return {{"keyids", role.key_ids}, {"threshold", role.threshold}}; }

Json file_meta_json(const FileMeta& meta) {
  Json object = {{"version", meta.version}};
  if (meta.length) object["length"] = *meta.length;
  if (!meta.hashes.empty()) object["hashes"] = meta.hashes;
  return object;
}

// One blank of indentation a level: signers read these files before they sign.
std::string file_text(const Json& body, const Json& signatures) {
  return Json{{"signatures", signatures}, {"signed", body}}.dump(1) + "\n";
}

Result<Json> read_file(std::string_view text) {
  KIOSK_TRY(file, parse_json(text));
  if (!file.is_object() || !file.contains("signed") || !file.contains("signatures") || !file["signatures"].is_array()) {
    return Error{Code::invalid, "This is not a metadata file: it needs \"signed\" and \"signatures\"."};
  }
  return std::move(file);
}

void put_signature(Json& signatures, const Json& signature) {
  for (Json& before : signatures) {
    if (before.value("keyid", "") == signature.value("keyid", "")) {
      before = signature;
      return;
    }
  }
  signatures.push_back(signature);
}

}  // namespace

std::string write_unsigned(const Root& root) {
  Json body = header(root, Root::kType);
  body["consistent_snapshot"] = root.consistent_snapshot;
  body["keys"] = keys_json(root.keys);
  body["roles"] = {{"root", role_json(root.root)},
                   {"timestamp", role_json(root.timestamp)},
                   {"snapshot", role_json(root.snapshot)},
                   {"targets", role_json(root.targets)}};
  return file_text(body, Json::array());
}

std::string write_unsigned(const Timestamp& timestamp) {
  Json body = header(timestamp, Timestamp::kType);
  body["meta"] = {{"snapshot.json", file_meta_json(timestamp.snapshot)}};
  return file_text(body, Json::array());
}

std::string write_unsigned(const Snapshot& snapshot) {
  Json body = header(snapshot, Snapshot::kType);
  body["meta"] = Json::object();
  for (const auto& [name, meta] : snapshot.meta) body["meta"][name] = file_meta_json(meta);
  return file_text(body, Json::array());
}

std::string write_unsigned(const Targets& targets) {
  Json body = header(targets, Targets::kType);
  body["targets"] = Json::object();
  for (const auto& [path, file] : targets.targets) {
    Json object = {{"length", file.length}, {"hashes", file.hashes}};
    if (!file.custom.empty()) object["custom"] = Json::parse(file.custom);
    body["targets"][path] = object;
  }
  if (!targets.delegations.empty()) {
    Json roles = Json::array();
    for (const Delegation& delegation : targets.delegations) {
      Json object = role_json(delegation.role);
      object["name"] = delegation.name;
      object["terminating"] = delegation.terminating;
      object["paths"] = delegation.paths;
      roles.push_back(object);
    }
    body["delegations"] = {{"keys", keys_json(targets.keys)}, {"roles", roles}};
  }
  return file_text(body, Json::array());
}

Result<std::string> add_signature(std::string_view file, const std::string& key_id, const crypto::PrivateKey& key) {
  KIOSK_TRY(metadata, read_file(file));
  std::string signature = key.sign(canonical_json(metadata["signed"]));
  put_signature(metadata["signatures"], {{"keyid", key_id}, {"sig", crypto::to_hex(signature)}});
  return file_text(metadata["signed"], metadata["signatures"]);
}

Result<std::string> merge_signatures(std::string_view file, std::string_view other) {
  KIOSK_TRY(ours, read_file(file));
  KIOSK_TRY(theirs, read_file(other));
  if (ours["signed"] != theirs["signed"]) {
    return Error{Code::refused, "The signatures were not taken over: the two files say different things."};
  }
  for (const Json& signature : theirs["signatures"]) {
    if (!signature.is_object()) return Error{Code::invalid, "A signature in the other file is not an object."};
    put_signature(ours["signatures"], signature);
  }
  return file_text(ours["signed"], ours["signatures"]);
}

Key make_key(const crypto::PublicKey& key) {
  switch (key.scheme()) {
    case crypto::Scheme::ed25519: return {"ed25519", "ed25519", key.text(), key};
    case crypto::Scheme::rsa_pss_sha256: return {"rsa", "rsassa-pss-sha256", key.text(), key};
    case crypto::Scheme::ecdsa_p256_sha256: break;
  }
  return {"ecdsa", "ecdsa-sha2-nistp256", key.text(), key};
}

std::string key_id(const Key& key) { return crypto::sha256(canonical_json(key_json(key))).hex(); }

}  // namespace kiosk::update::tuf
