// A keyboard as rows of content.db.
#pragma once

#include <cstdint>

#include "kiosk/base/result.h"
#include "kiosk/catalog/keyboard.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

// REQUIRES: check_keyboard() found nothing wrong.
Status write_keyboard(sql::Database& database, int64_t language, const Keyboard& keyboard);

// What is no key is passed over. Without any sheet where the language has no row that is sound.
Result<Keyboard> read_keyboard(const sql::Database& database, int64_t language);

}  // namespace kiosk::catalog
