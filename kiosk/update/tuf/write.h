// Writes TUF metadata files and puts signatures on them: for those who publish, and for tests.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/crypto/private_key.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update::tuf {

// A metadata file without any signature yet.
std::string write_unsigned(const Root& root);
std::string write_unsigned(const Timestamp& timestamp);
std::string write_unsigned(const Snapshot& snapshot);
std::string write_unsigned(const Targets& targets);

// `file` with the signature of `key` added under `key_id`; an older one under that id gives way.
// Error: Code::invalid when `file` is not a metadata file.
Result<std::string> add_signature(std::string_view file, const std::string& key_id, const crypto::PrivateKey& key);

// `file` with all signatures taken over from `other`, which must sign the same words.
// Error: Code::invalid when either is not a metadata file, Code::refused when they say different things.
Result<std::string> merge_signatures(std::string_view file, std::string_view other);

Key make_key(const crypto::PublicKey& key);

// The SHA-256 of the key's canonical form, as the specification recommends.
std::string key_id(const Key& key);

}  // namespace kiosk::update::tuf
