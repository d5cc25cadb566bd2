// What the two writers check and write alike. Only for writer.cc and contacts_writer.cc.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/catalog/model.h"
#include "kiosk/sql/statement.h"

namespace kiosk::catalog {

inline Error invalid(std::string message) { return {Code::invalid, std::move(message)}; }

// `what` begins the sentence of the error: "Contact \"gbv-116\"".
Status check_id(const std::string& what, const std::string& id);

// Entries of a list that is written as one text: not empty, without blanks, not too many.
Status check_list(const std::string& what, const std::vector<std::string>& list);

// Rows of (owner, position, title, address, publisher, date).
Status write_source_rows(sql::Statement& insert, int64_t owner, const std::vector<Source>& sources);

}  // namespace kiosk::catalog
