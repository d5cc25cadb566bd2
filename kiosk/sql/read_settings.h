// The settings under which a database is read that may have been made to harm us. After SQLite's own advice
// (sqlite.org/security.html), each tried against the attack it is for; tests/sql reads every one of them back.
#pragma once

#include "kiosk/base/result.h"

struct sqlite3;

namespace kiosk::sql {

struct Watch;

inline constexpr int kHeapLimitBytes = 64 << 20;

// Before the first statement: switches, limits and the deadline.
Status restrict_connection(sqlite3* connection, Watch* watch);

// After the full-text tables are awake: from here on only reading is left.
void allow_only_reading(sqlite3* connection);

}  // namespace kiosk::sql
