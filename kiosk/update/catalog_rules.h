// The rules for what visitors read, applied once more where it is shown. Who signs words may not put a number among
// them, and who sets a date may not take every number off the screen: the builder refuses both, but whoever holds the
// keys of content and publisher need not use our builder. The code is the builder's (kiosk/rules).
#pragma once

#include <optional>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/sql/database.h"

namespace kiosk::update {

// `signed_at`: when the newest of the signed metadata was made; the edition cannot be of a later day, give or take a
// month. Error: Code::refused, naming the first text, date or reference that breaks a rule.
Status check_rules(const sql::Database& contacts, const sql::Database& content, std::optional<Instant> signed_at);

}  // namespace kiosk::update
