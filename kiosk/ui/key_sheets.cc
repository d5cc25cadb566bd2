#include "kiosk/ui/key_sheets.h"

#include <algorithm>

namespace kiosk::ui {
namespace {

using Row = catalog::Keyboard::Row;
using Sheet = catalog::Keyboard::Sheet;

constexpr size_t kMostBesideSpace = 3;  // letters and keys that turn

size_t count(const Sheet& sheet) {
  size_t keys = 0;
  for (const Row& row : sheet) keys += row.size();
  return keys;
}

size_t ceiling(size_t whole, size_t part) { return (whole + part - 1) / part; }

// Its own rows where none is too long; else the same keys in rows of `per_row`.
Sheet shortened(const Sheet& sheet, size_t per_row) {
  if (std::ranges::all_of(sheet, [&](const Row& row) { return row.size() <= per_row; })) return sheet;
  Sheet shorter(1);
  for (const Row& row : sheet) {
    for (const std::string& key : row) {
      if (shorter.back().size() == per_row) shorter.emplace_back();
      shorter.back().push_back(key);
    }
  }
  return shorter;
}

// As few parts as fit, with as many keys in each.
std::vector<KeySheet> divided(const std::vector<Sheet>& sheets, const KeyRoom& room) {
  Row keys;
  for (const Sheet& sheet : sheets)
    for (const Row& row : sheet) keys.insert(keys.end(), row.begin(), row.end());
  std::vector<KeySheet> parts(ceiling(keys.size(), room.rows * room.per_row));
  const size_t in_part = ceiling(keys.size(), parts.size());
  const size_t in_row = ceiling(in_part, ceiling(in_part, room.per_row));
  for (size_t i = 0; i < keys.size(); ++i) {
    Sheet& rows = parts[i / in_part].rows;
    if (i % in_part % in_row == 0) rows.emplace_back();
    rows.back().push_back(keys[i]);
  }
  return parts;
}

KeySheet whole(const Sheet& sheet, size_t turning, const KeyRoom& room) {
  KeySheet laid{shortened(sheet, room.per_row), {}};
  if (room.shares_last_row && laid.rows.size() > 1 && laid.rows.back().size() + turning <= kMostBesideSpace) {
    laid.beside_space = std::move(laid.rows.back());
    laid.rows.pop_back();
  }
  return laid;
}

}  // namespace

std::vector<KeySheet> lay_out_keys(const std::vector<Sheet>& sheets, const KeyRoom& room) {
  const bool few = sheets.size() == 1 && count(sheets.front()) <= catalog::kKeysAtOnce;
  std::vector<KeySheet> laid;
  // Keys that turn leave less room beside the space bar, and then there may be more sheets.
  for (size_t turning : {0, 1, 2}) {
    laid.clear();
    for (const Sheet& sheet : sheets) laid.push_back(whole(sheet, turning, room));
    const auto fits = [&](const KeySheet& sheet) { return few || sheet.rows.size() <= room.rows; };
    if (!std::ranges::all_of(laid, fits)) laid = divided(sheets, room);
    if (turning_keys(laid.size()) <= turning) break;
  }
  return laid;
}

}  // namespace kiosk::ui
