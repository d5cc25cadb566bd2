#include "kiosk/catalog/column.h"

#include "kiosk/base/utf8.h"

namespace kiosk::catalog {

std::string text_at(const sql::Statement& row, int column) {
  const std::string_view bytes = row.text(column);
  std::string text;
  text.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const size_t begin = at;
    const auto letter = next_code_point(bytes, at);
    text += letter.value_or(0) != 0 ? bytes.substr(begin, at - begin) : std::string_view("\xef\xbf\xbd");
  }
  return text;
}

std::optional<Date> date_at(const sql::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  auto date = parse_date(row.text(column));
  if (!date) return std::nullopt;
  return *date;
}

std::vector<std::string> list_at(const sql::Statement& row, int column) {
  std::vector<std::string> list;
  const std::string text = text_at(row, column);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) list.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return list;
}

std::vector<LanguageTag> languages_at(const sql::Statement& row, int column) {
  std::vector<LanguageTag> languages;
  for (const std::string& text : list_at(row, column))
    if (auto tag = LanguageTag::parse(text)) languages.push_back(*tag);
  return languages;
}

std::vector<Source> sources_of(sql::Statement& rows, int most, const LanguageTag& usual) {
  std::vector<Source> sources;
  while (static_cast<int>(sources.size()) < most) {
    auto row = rows.step();
    if (!row || !*row) return sources;
    const auto language = LanguageTag::parse(rows.text(4));
    sources.push_back(
        {text_at(rows, 0), text_at(rows, 1), text_at(rows, 2), date_at(rows, 3), language ? *language : usual});
  }
  rows.reset();
  return sources;
}

}  // namespace kiosk::catalog
