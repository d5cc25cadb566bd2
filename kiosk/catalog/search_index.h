// Fills the search tables of content.db (SCHEMA.md, "Search"). Belongs to the writer.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

// Indexes every row of topic_text. `keywords`: by the number of the text, in one string; those without have none.
// All at once and in order of numbers: FTS5 would start a new segment for every number that is smaller than the last.
Status build_search_index(sql::Database& content, const std::map<int64_t, std::string>& keywords);

}  // namespace kiosk::catalog
