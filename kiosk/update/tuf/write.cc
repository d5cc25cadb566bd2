#include "kiosk/update/tuf/write.h"

#include "kiosk/base/instant.h"
#include "kiosk/crypto/hex.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update::tuf {
namespace {

json::Json header(const Header& from, const char* type) {
  json::Json body = {{"_type", type},
                     {"spec_version", "1.0.34"},
                     {"version", from.version},
                     {"expires", format_instant(from.expires)}};
  if (from.created) body["x-created"] = format_instant(*from.created);
  return body;
}

json::Json key_json(const Key& key) {
  return {{"keytype", key.type}, {"scheme", key.scheme}, {"keyval", {{"public", key.text}}}};
}

json::Json keys_json(const Keys& keys) {
  json::Json map = json::Json::object();
  for (const auto& [id, key] : keys) map[id] = key_json(key);
  return map;
}

json::Json role_json(const Role& role) { return {{"keyids", role.key_ids}, {"threshold", role.threshold}}; }

json::Json file_meta_json(const FileMeta& meta) {
  json::Json object = {{"version", meta.version}};
  if (meta.length) object["length"] = *meta.length;
  if (!meta.hashes.empty()) object["hashes"] = meta.hashes;
  return object;
}

// One blank of indentation a level: signers read these files before they sign.
std::string file_text(const json::Json& body, const json::Json& signatures) {
  return json::Json{{"signatures", signatures}, {"signed", body}}.dump(1) + "\n";
}

Result<json::Json> read_file(std::string_view text) {
  KIOSK_TRY(file, json::parse(text));
  if (!file.is_object() || !file.contains("signed") || !file.contains("signatures") || !file["signatures"].is_array()) {
    return Error{Code::invalid, "This is not a metadata file: it needs \"signed\" and \"signatures\"."};
  }
  return std::move(file);
}

void put_signature(json::Json& signatures, const json::Json& signature) {
  for (json::Json& before : signatures) {
    if (before.value("keyid", "") == signature.value("keyid", "")) {
      before = signature;
      return;
    }
  }
  signatures.push_back(signature);
}

}  // namespace

std::string write_unsigned(const Root& root) {
  json::Json body = header(root, Root::kType);
  body["consistent_snapshot"] = root.consistent_snapshot;
  body["keys"] = keys_json(root.keys);
  body["roles"] = {{"root", role_json(root.root)},
                   {"timestamp", role_json(root.timestamp)},
                   {"snapshot", role_json(root.snapshot)},
                   {"targets", role_json(root.targets)}};
  return file_text(body, json::Json::array());
}

std::string write_unsigned(const Timestamp& timestamp) {
  json::Json body = header(timestamp, Timestamp::kType);
  body["meta"] = {{"snapshot.json", file_meta_json(timestamp.snapshot)}};
  return file_text(body, json::Json::array());
}

std::string write_unsigned(const Snapshot& snapshot) {
  json::Json body = header(snapshot, Snapshot::kType);
  body["meta"] = json::Json::object();
  for (const auto& [name, meta] : snapshot.meta) body["meta"][name] = file_meta_json(meta);
  return file_text(body, json::Json::array());
}

std::string write_unsigned(const Targets& targets) {
  json::Json body = header(targets, Targets::kType);
  body["targets"] = json::Json::object();
  for (const auto& [path, file] : targets.targets) {
    json::Json object = {{"length", file.length}, {"hashes", file.hashes}};
    if (!file.custom.empty()) object["custom"] = json::Json::parse(file.custom);
    body["targets"][path] = object;
  }
  if (!targets.delegations.empty()) {
    json::Json roles = json::Json::array();
    for (const Delegation& delegation : targets.delegations) {
      json::Json object = role_json(delegation.role);
      object["name"] = delegation.name;
      object["terminating"] = delegation.terminating;
      object["paths"] = delegation.paths;
      roles.push_back(object);
    }
    body["delegations"] = {{"keys", keys_json(targets.keys)}, {"roles", roles}};
  }
  return file_text(body, json::Json::array());
}

Result<std::string> add_signature(std::string_view file, const std::string& key_id, const crypto::PrivateKey& key) {
  KIOSK_TRY(metadata, read_file(file));
  std::string signature = key.sign(json::canonical(metadata["signed"]));
  put_signature(metadata["signatures"], {{"keyid", key_id}, {"sig", crypto::to_hex(signature)}});
  return file_text(metadata["signed"], metadata["signatures"]);
}

Result<std::string> merge_signatures(std::string_view file, std::string_view other) {
  KIOSK_TRY(ours, read_file(file));
  KIOSK_TRY(theirs, read_file(other));
  if (ours["signed"] != theirs["signed"]) {
    return Error{Code::refused, "The signatures were not taken over: the two files say different things."};
  }
  for (const json::Json& signature : theirs["signatures"]) {
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

std::string key_id(const Key& key) { return crypto::sha256(json::canonical(key_json(key))).hex(); }

}  // namespace kiosk::update::tuf
