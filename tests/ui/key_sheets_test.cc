#include "kiosk/ui/key_sheets.h"

#include <doctest/doctest.h>

#include <string>

using namespace kiosk;
using ui::KeyRoom;
using ui::KeySheet;
using Row = catalog::Keyboard::Row;
using Sheet = catalog::Keyboard::Sheet;

namespace {

// Keys "k0", "k1" ...
Sheet sheet_of(std::initializer_list<size_t> rows, const std::string& name = "k") {
  Sheet sheet;
  size_t number = 0;
  for (size_t length : rows) {
    Row& row = sheet.emplace_back();
    while (row.size() < length) row.push_back(name + std::to_string(number++));
  }
  return sheet;
}

std::string shape(const std::vector<KeySheet>& sheets) {
  std::string all;
  for (const KeySheet& sheet : sheets) {
    all += all.empty() ? "" : " | ";
    for (const Row& row : sheet.rows) all += std::to_string(row.size()) + " ";
    all += "+" + std::to_string(sheet.beside_space.size());
  }
  return all;
}

const KeyRoom kSevenInches{10, 3, true}, kTenInches{14, 4, true}, kUpright{6, 5, true};

}  // namespace

TEST_CASE("rows that fit stay as they are") {
  CHECK(shape(lay_out_keys({sheet_of({10, 9, 10})}, kSevenInches)) == "10 9 10 +0");
  CHECK(shape(lay_out_keys({sheet_of({12, 11, 10})}, kTenInches)) == "12 11 10 +0");
}

TEST_CASE("a few letters too many stand beside the space bar") {
  CHECK(shape(lay_out_keys({sheet_of({11, 11, 11})}, kSevenInches)) == "10 10 10 +3");
  CHECK(shape(lay_out_keys({sheet_of({10, 9, 10})}, kUpright)) == "6 6 6 6 5 +0");
}

TEST_CASE("more letters than fit are divided evenly, and every key is on one sheet") {
  CHECK(shape(lay_out_keys({sheet_of({10, 10, 10, 10})}, kSevenInches)) == "10 10 +0 | 10 10 +0");
  CHECK(shape(lay_out_keys({sheet_of({10, 10, 10, 10})}, kTenInches)) == "10 10 10 10 +0");
  // A key that turns takes the place of a letter beside the space bar.
  CHECK(shape(lay_out_keys({sheet_of({12, 11, 8}), sheet_of({9, 8}, "m")}, kSevenInches)) == "10 10 10 +1 | 9 8 +0");
  CHECK(shape(lay_out_keys({sheet_of({12, 11, 10}), sheet_of({9, 8}, "m")}, kSevenInches)) == "9 9 7 +0 | 9 9 7 +0");
  for (const KeyRoom& room : {kSevenInches, kTenInches, kUpright, KeyRoom{4, 8, false}}) {
    const std::vector<Sheet> sheets{sheet_of({9, 12, 12, 10}), sheet_of({12, 13, 11, 9}, "m"), sheet_of({1}, "n")};
    Row before, after;
    for (const Sheet& sheet : sheets)
      for (const Row& row : sheet) before.insert(before.end(), row.begin(), row.end());
    for (const KeySheet& sheet : lay_out_keys(sheets, room)) {
      CHECK(sheet.rows.size() <= room.rows);
      for (const Row& row : sheet.rows) {
        CHECK(row.size() <= room.per_row);
        after.insert(after.end(), row.begin(), row.end());
      }
      after.insert(after.end(), sheet.beside_space.begin(), sheet.beside_space.end());
    }
    CHECK(before == after);
  }
}
