// Who may sign: a first repository, an exchanged key, signatures that are about to lapse. Each makes a draft
// (repository.h) and changes nothing else.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk::publish {

struct NewRepository {
  std::vector<update::tuf::Key> root, contacts, content, publisher;
  int root_threshold = 2;
  int contacts_threshold = 2;
};

// Roots sign for root and targets, because who may redelegate contacts could put his own key there.
// Error: Code::refused when there is a repository already, a threshold has too few keys, or is below two for root or
// contacts.
Status draft_repository(const Repository& repository, const NewRepository& who, Instant now);

// Puts `added` in the place of `removed` in `role` (root, contacts, content, publisher). What the removed key had
// signed is drafted anew as well where it would fall below its threshold.
// Error: Code::not_found when `removed` is none of the role's keys; invalid for an unknown role.
Status draft_key_change(const Repository& repository, const std::string& role, const update::tuf::Key& removed,
                        const update::tuf::Key& added, Instant now);

// New dates for everything that lapses within `margin`; snapshot and timestamp are renewed with any draft. What was
// drafted is returned by name; it may be nothing but those two.
Result<std::vector<std::string>> draft_renewal(const Repository& repository, std::chrono::days margin, Instant now);

}  // namespace kiosk::publish
