// Who may sign for what, before and after: what the keepers of root must look at before signing.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/publish/repository/signer_words.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::publish {

struct Powers {
  std::optional<update::tuf::Root> root;
  std::optional<update::tuf::Targets> targets;  // of the role "targets"
};

// Four groups of four digits, made from the key itself: the id beside it in the metadata is a name that whoever writes
// the metadata chooses.
std::string key_mark(const update::tuf::Key& key);

// Error: Code::refused for powers that no repository of ours gives: fewer than two people for root, targets or
// contacts, fewer different keys than signatures, another role or path than contacts and content, targets of the role
// "targets" itself.
Status check_powers(const Powers& powers);

// For people: each group with its threshold, each key of it that stays, comes or goes. `before` is empty where there is
// nothing to compare with.
std::string describe(const Powers& before, const Powers& after, const SignerWords& words);

}  // namespace kiosk::publish
