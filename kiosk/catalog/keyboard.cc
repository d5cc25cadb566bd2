#include "kiosk/catalog/keyboard.h"

#include <utf8proc.h>

#include <set>

#include "kiosk/base/utf8.h"
#include "kiosk/catalog/entry_rules.h"

namespace kiosk::catalog {
namespace {

constexpr int kMostInKey = 4;  // code points

bool may_be_typed(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) || c == U'\'' || c == U'\u2019';
}

}  // namespace

bool is_key(std::string_view text) {
  int count = 0;
  for (size_t at = 0; at < text.size(); ++count) {
    const auto c = next_code_point(text, at);
    if (!c || !may_be_typed(*c)) return false;
  }
  return count > 0 && count <= kMostInKey;
}

bool is_mark(std::string_view key) {
  const auto c = static_cast<utf8proc_int32_t>(code_point_at(key).value);
  return utf8proc_category(c) >= UTF8PROC_CATEGORY_MN && utf8proc_category(c) <= UTF8PROC_CATEGORY_ME;
}

// Title case, not upper case: Georgian has capitals that no name begins with.
std::string capital(const std::string& letter) {
  size_t at = 0;
  const auto first = next_code_point(letter, at);
  if (!first) return letter;
  return utf8(static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(*first)))) + letter.substr(at);
}

Status check_keyboard(const std::string& what, const Keyboard& keyboard) {
  std::set<std::string_view> keys;
  if (keyboard.sheets.size() > kMaxSheets)
    return invalid(what + " has more than " + std::to_string(kMaxSheets) + " sheets of keys.");
  for (const Keyboard::Sheet& sheet : keyboard.sheets) {
    if (sheet.empty() || sheet.size() > kMaxRowsOfSheet)
      return invalid(what + " has a sheet without rows, or one of more than " + std::to_string(kMaxRowsOfSheet) + ".");
    for (const Keyboard::Row& row : sheet) {
      if (row.empty() || row.size() > kMaxKeysOfRow)
        return invalid(what + " has a row without keys, or one of more than " + std::to_string(kMaxKeysOfRow) + ".");
      for (const std::string& key : row) {
        if (!is_key(key)) return invalid(what + " has a key \"" + key + "\", which is no letter.");
        if (!keys.insert(key).second) return invalid(what + " has the key \"" + key + "\" twice.");
      }
    }
  }
  return {};
}

}  // namespace kiosk::catalog
