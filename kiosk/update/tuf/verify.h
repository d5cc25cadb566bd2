// Judges metadata: signatures against a role, bytes against a length and hashes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update::tuf {

// How many different keys of `role` have signed `canonical`. A key that is listed under two ids counts once.
int count_signers(const Role& role, const Keys& keys, std::string_view canonical,
                  const std::vector<Signature>& signatures);

// Error: Code::refused, saying how many of how many signatures there were. `what` names the file for the message.
Status verify_signatures(const std::string& what, const Role& role, const Keys& keys, std::string_view canonical,
                         const std::vector<Signature>& signatures);

// Every digest we know must match, and there must be one that we know. Error: Code::damaged, or unsupported.
Status verify_hashes(const std::string& what, const Hashes& hashes, std::string_view bytes);

}  // namespace kiosk::update::tuf
