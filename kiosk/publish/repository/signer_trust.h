// What a signer knows for sure, kept beside the private key as NAME.trust.json: the newest root that signatures led to
// from the one that the signer was given, and the newest versions signed for. A request is compared with what that root
// vouches for, and one that goes behind those versions is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "kiosk/base/result.h"

namespace kiosk::publish {

struct SignerTrust {
  std::string root;                                // root metadata; empty: none yet
  std::map<std::string, int64_t> signed_versions;  // by role
};

std::filesystem::path trust_file_of(const std::filesystem::path& private_key);

// One that is not there is empty. Error: Code::damaged; trust must not shrink silently.
Result<SignerTrust> load_trust(const std::filesystem::path& file);
Status save_trust(const std::filesystem::path& file, const SignerTrust& trust);

}  // namespace kiosk::publish
