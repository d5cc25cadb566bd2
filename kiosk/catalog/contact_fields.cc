#include "kiosk/catalog/contact_fields.h"

#include <algorithm>

namespace kiosk::catalog {
namespace {

void append(std::string& list, std::string_view column) {
  if (!list.empty()) list += ", ";
  list += column;
}

}  // namespace

std::string contact_fact_columns() {
  std::string list;
  each_contact_fact([&](const auto& field) { append(list, field.column); });
  return list;
}

std::string contact_text_columns() {
  std::string list;
  for (const auto& field : kContactTexts<std::string>) append(list, field.key);
  return list;
}

std::vector<std::string> names_of_fact_columns() {
  std::vector<std::string> names;
  const std::string list = contact_fact_columns();
  for (size_t begin = 0; begin < list.size();) {
    const size_t comma = std::min(list.find(',', begin), list.size());
    names.push_back(list.substr(begin, comma - begin));
    begin = comma + 2;
  }
  return names;
}

}  // namespace kiosk::catalog
