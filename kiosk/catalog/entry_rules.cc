#include "kiosk/catalog/entry_rules.h"

#include "kiosk/base/slug.h"
#include "kiosk/catalog/schema.h"

namespace kiosk::catalog {

Status check_id(const std::string& what, const std::string& id) {
  if (is_slug(id)) return {};
  return invalid(what + " has no proper id. Use small letters, digits and hyphens.");
}

Status check_list(const std::string& what, const std::vector<std::string>& list) {
  if (list.size() > kMaxListLength)
    return invalid(what + " has a list of " + std::to_string(list.size()) + "; " + std::to_string(kMaxListLength) +
                   " are the most. Shorten it.");
  for (const std::string& one : list)
    if (one.empty() || one.find(' ') != std::string::npos)
      return invalid(what + " lists \"" + one + "\", which is not one word. Write one word for each.");
  return {};
}

Status write_source_rows(sql::Statement& insert, int64_t owner, const std::vector<Source>& sources) {
  int64_t position = 0;
  for (const Source& source : sources) {
    insert.bind(1, owner).bind(2, ++position).bind(3, std::string_view(source.title));
    const bool usual = source.language == LanguageTag();
    insert.bind(4, usual ? std::string_view() : std::string_view(source.language.str()))
        .bind(5, std::string_view(source.address));
    insert.bind(6, std::string_view(source.publisher));
    source.date ? insert.bind(7, format_date(*source.date)) : insert.bind_null(7);
    KIOSK_TRY_STATUS(insert.run());
  }
  return {};
}

}  // namespace kiosk::catalog
