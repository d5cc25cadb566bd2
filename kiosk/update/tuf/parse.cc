#include "kiosk/update/tuf/parse.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <set>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "kiosk/crypto/hex.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::update::tuf {
namespace {

Error wrong(const std::string& field, const std::string& must) {
  return {Code::invalid, "Metadata was refused: \"" + field.substr(0, 80) + "\" must be " + must + "."};
}

Result<const json::Json*> member(const json::Json& object, const char* name) {
  if (auto found = object.find(name); found != object.end()) return &*found;
  return wrong(name, "present");
}

Result<const json::Json*> object_member(const json::Json& object, const char* name) {
  KIOSK_TRY(value, member(object, name));
  if (!value->is_object()) return wrong(name, "an object");
  return value;
}

Result<std::string> string_member(const json::Json& object, const char* name) {
  KIOSK_TRY(value, member(object, name));
  if (!value->is_string()) return wrong(name, "a string");
  return value->get<std::string>();
}

Result<int64_t> integer_member(const json::Json& object, const char* name, int64_t least) {
  KIOSK_TRY(value, member(object, name));
  if (!value->is_number_integer() || value->get<int64_t>() < least) {
    return wrong(name, "an integer of " + std::to_string(least) + " or more");
  }
  return value->get<int64_t>();
}

Result<bool> bool_member(const json::Json& object, const char* name) {
  KIOSK_TRY(value, member(object, name));
  if (!value->is_boolean()) return wrong(name, "true or false");
  return value->get<bool>();
}

// A list of strings of which none stands twice.
Result<std::vector<std::string>> strings_member(const json::Json& object, const char* name) {
  KIOSK_TRY(value, member(object, name));
  if (!value->is_array()) return wrong(name, "a list of strings");
  std::vector<std::string> list;
  for (const json::Json& element : *value) {
    if (!element.is_string()) return wrong(name, "a list of strings");
    list.push_back(element.get<std::string>());
  }
  std::vector<std::string> sorted = list;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return wrong(name, "without repetition");
  return list;
}

std::optional<crypto::PublicKey> usable_key(const Key& key) {
  auto take = [](Result<crypto::PublicKey> result) -> std::optional<crypto::PublicKey> {
    if (!result.ok()) return std::nullopt;
    return *std::move(result);
  };
  if (key.type == "ed25519" && key.scheme == "ed25519") {
    auto raw = crypto::from_hex(key.text);
    return raw.ok() ? take(crypto::PublicKey::from_ed25519(*raw)) : std::nullopt;
  }
  if (key.type == "rsa" && key.scheme == "rsassa-pss-sha256") {
    return take(crypto::PublicKey::from_pem(key.text, crypto::Scheme::rsa_pss_sha256));
  }
  // The older name of the key type is still in use.
  if ((key.type == "ecdsa" || key.type == "ecdsa-sha2-nistp256") && key.scheme == "ecdsa-sha2-nistp256") {
    return take(crypto::PublicKey::from_pem(key.text, crypto::Scheme::ecdsa_p256_sha256));
  }
  return std::nullopt;
}

Result<Key> key_of(const json::Json& object) {
  if (!object.is_object()) return wrong("keys", "objects by key id");
  KIOSK_TRY(type, string_member(object, "keytype"));
  KIOSK_TRY(scheme, string_member(object, "scheme"));
  KIOSK_TRY(keyval, object_member(object, "keyval"));
  KIOSK_TRY(text, string_member(*keyval, "public"));
  Key key{type, scheme, text, std::nullopt};
  key.usable = usable_key(key);
  return key;
}

Result<Keys> keys_member(const json::Json& object) {
  KIOSK_TRY(map, object_member(object, "keys"));
  Keys keys;
  for (const auto& [id, value] : map->items()) {
    KIOSK_TRY(key, key_of(value));
    keys.emplace(id, key);
  }
  return keys;
}

Result<Role> parse_role(const json::Json& object) {
  if (!object.is_object()) return wrong("roles", "objects");
  KIOSK_TRY(key_ids, strings_member(object, "keyids"));
  KIOSK_TRY(threshold, integer_member(object, "threshold", 1));
  return Role{key_ids, threshold};
}

Result<Hashes> parse_hashes(const json::Json& value) {
  if (!value.is_object() || value.empty()) return wrong("hashes", "an object with at least one digest");
  Hashes hashes;
  for (const auto& [algorithm, digest] : value.items()) {
    // Digests become parts of file names: nothing but digits may stand in them.
    if (!digest.is_string() || !crypto::from_hex(digest.get<std::string>()).ok()) {
      return wrong("hashes", "hexadecimal digits");
    }
    hashes[algorithm] = digest.get<std::string>();
  }
  return hashes;
}

Result<FileMeta> parse_file_meta(const json::Json& object) {
  if (!object.is_object()) return wrong("meta", "objects by file name");
  FileMeta meta;
  KIOSK_TRY(version, integer_member(object, "version", 1));
  meta.version = version;
  if (object.contains("length")) {
    KIOSK_TRY(length, integer_member(object, "length", 0));
    meta.length = length;
  }
  if (auto found = object.find("hashes"); found != object.end()) {
    KIOSK_TRY(hashes, parse_hashes(*found));
    meta.hashes = hashes;
  }
  return meta;
}

Status parse_header(const json::Json& body, const char* type, Header& header) {
  KIOSK_TRY(actual_type, string_member(body, "_type"));
  if (actual_type != type) return wrong("_type", "\"" + std::string(type) + "\"");
  KIOSK_TRY(spec_version, string_member(body, "spec_version"));
  if (spec_version.rfind("1.", 0) != 0) {
    return Error{Code::unsupported, "Metadata was refused: it follows version " + spec_version.substr(0, 20) +
                                        " of the TUF specification, we know version 1."};
  }
  KIOSK_TRY(version, integer_member(body, "version", 1));
  KIOSK_TRY(expires_text, string_member(body, "expires"));
  KIOSK_TRY(expires, parse_instant(expires_text));
  header.version = version;
  header.expires = expires;
  if (body.contains("x-created")) {
    KIOSK_TRY(created_text, string_member(body, "x-created"));
    KIOSK_TRY(created, parse_instant(created_text));
    if (created > expires) return wrong("x-created", "before \"expires\"");
    header.created = created;
  }
  return {};
}

Status parse_body(const json::Json& body, Root& root) {
  KIOSK_TRY(keys, keys_member(body));
  root.keys = std::move(keys);
  KIOSK_TRY(roles, object_member(body, "roles"));
  if (roles->size() != 4) return wrong("roles", "root, timestamp, snapshot and targets");
  struct Place {
    const char* name;
    Role* role;
  };
  for (Place place : {Place{"root", &root.root}, Place{"timestamp", &root.timestamp}, Place{"snapshot", &root.snapshot},
                      Place{"targets", &root.targets}}) {
    KIOSK_TRY(object, object_member(*roles, place.name));
    KIOSK_TRY(role, parse_role(*object));
    *place.role = role;
  }
  KIOSK_TRY(consistent, bool_member(body, "consistent_snapshot"));
  root.consistent_snapshot = consistent;
  return {};
}

Status parse_body(const json::Json& body, Timestamp& timestamp) {
  KIOSK_TRY(meta, object_member(body, "meta"));
  KIOSK_TRY(snapshot, object_member(*meta, "snapshot.json"));
  KIOSK_TRY(file, parse_file_meta(*snapshot));
  timestamp.snapshot = file;
  return {};
}

Status parse_body(const json::Json& body, Snapshot& snapshot) {
  KIOSK_TRY(meta, object_member(body, "meta"));
  for (const auto& [name, value] : meta->items()) {
    KIOSK_TRY(file, parse_file_meta(value));
    snapshot.meta[name] = file;
  }
  return {};
}

Result<Delegation> parse_delegation(const json::Json& object) {
  if (!object.is_object()) return wrong("roles", "a list of objects");
  Delegation delegation;
  KIOSK_TRY(name, string_member(object, "name"));
  if (name.empty() || name == "root" || name == "timestamp" || name == "snapshot" || name == "targets") {
    return wrong("name", "the name of a delegated role");
  }
  KIOSK_TRY(role, parse_role(object));
  KIOSK_TRY(terminating, bool_member(object, "terminating"));
  if (object.contains("path_hash_prefixes")) {
    return Error{Code::unsupported, "Metadata was refused: it delegates by path_hash_prefixes, which we do not do."};
  }
  KIOSK_TRY(paths, strings_member(object, "paths"));
  delegation.name = name;
  delegation.role = role;
  delegation.terminating = terminating;
  delegation.paths = paths;
  return delegation;
}

Status parse_delegations(const json::Json& object, Targets& targets) {
  KIOSK_TRY(keys, keys_member(object));
  targets.keys = std::move(keys);
  if (object.contains("succinct_roles")) {
    return Error{Code::unsupported, "Metadata was refused: it delegates by succinct_roles, which we do not do."};
  }
  KIOSK_TRY(roles, member(object, "roles"));
  if (!roles->is_array()) return wrong("roles", "a list");
  std::set<std::string> names;
  for (const json::Json& value : *roles) {
    KIOSK_TRY(delegation, parse_delegation(value));
    if (!names.insert(delegation.name).second) return wrong("roles", "without repetition");
    targets.delegations.push_back(delegation);
  }
  return {};
}

Status parse_body(const json::Json& body, Targets& targets) {
  KIOSK_TRY(files, object_member(body, "targets"));
  for (const auto& [path, value] : files->items()) {
    if (!value.is_object()) return wrong("targets", "objects by path");
    TargetFile file;
    KIOSK_TRY(length, integer_member(value, "length", 0));
    KIOSK_TRY(hash_object, object_member(value, "hashes"));
    KIOSK_TRY(hashes, parse_hashes(*hash_object));
    file.length = length;
    file.hashes = hashes;
    if (auto custom = value.find("custom"); custom != value.end()) file.custom = json::canonical(*custom);
    targets.targets[path] = file;
  }
  if (body.contains("delegations")) {
    KIOSK_TRY(delegations, object_member(body, "delegations"));
    KIOSK_TRY_STATUS(parse_delegations(*delegations, targets));
  }
  return {};
}

Result<std::vector<Signature>> signatures_member(const json::Json& file) {
  KIOSK_TRY(list, member(file, "signatures"));
  if (!list->is_array() || list->size() > kMaxSignatures) return wrong("signatures", "a list of signatures");
  std::vector<Signature> signatures;
  for (const json::Json& value : *list) {
    if (!value.is_object()) return wrong("signatures", "a list of objects");
    KIOSK_TRY(key_id, string_member(value, "keyid"));
    KIOSK_TRY(hex, string_member(value, "sig"));
    for (const Signature& before : signatures) {
      if (before.key_id == key_id) return wrong("signatures", "without repetition of a key id");
    }
    // A signature that cannot be read is one that does not verify; others may still make up the threshold.
    auto bytes = crypto::from_hex(hex);
    signatures.push_back({key_id, bytes.ok() ? *bytes : std::string()});
  }
  return signatures;
}

template <class T>
Result<Signed<T>> parse_file(std::string_view bytes) {
  KIOSK_TRY(file, json::parse(bytes));
  if (!file.is_object()) return wrong("metadata", "a JSON object");
  Signed<T> result;
  KIOSK_TRY(signatures, signatures_member(file));
  KIOSK_TRY(body, object_member(file, "signed"));
  KIOSK_TRY_STATUS(parse_header(*body, T::kType, result.body));
  KIOSK_TRY_STATUS(parse_body(*body, result.body));
  result.signatures = std::move(signatures);
  result.canonical = json::canonical(*body);
  return result;
}

}  // namespace

Result<Signed<Root>> parse_root(std::string_view bytes) { return parse_file<Root>(bytes); }
Result<Signed<Timestamp>> parse_timestamp(std::string_view bytes) { return parse_file<Timestamp>(bytes); }
Result<Signed<Snapshot>> parse_snapshot(std::string_view bytes) { return parse_file<Snapshot>(bytes); }
Result<Signed<Targets>> parse_targets(std::string_view bytes) { return parse_file<Targets>(bytes); }

Result<Key> parse_key(std::string_view text) {
  KIOSK_TRY(object, json::parse(text));
  return key_of(object);
}

}  // namespace kiosk::update::tuf
