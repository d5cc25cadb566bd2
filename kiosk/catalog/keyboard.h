// The keys on which a language is typed, as rows that the builder made (publish/keyboards.h), and what a key may be.
// The rows come with the catalog, so that a new script is typed without a new program; they are foreign bytes, so what
// is no key is passed over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::catalog {

struct Keyboard {
  using Row = std::vector<std::string>;  // what each key types
  using Sheet = std::vector<Row>;        // what is shown at once; another key turns to the next sheet

  std::vector<Sheet> sheets;
  bool as_on_keys = false;  // as on keyboards one can buy, which are not mirrored; else in the alphabet's order

  bool operator==(const Keyboard&) const = default;
};

inline constexpr size_t kKeysAtOnce = 33;  // of one sheet fit every panel
// Of one keyboard at most. Keys beyond are not read.
inline constexpr size_t kMaxSheets = 30, kMaxRowsOfSheet = 6, kMaxKeysOfRow = 14;

// One to four code points, each a letter, a mark or an apostrophe, in UTF-8.
bool is_key(std::string_view text);

// It types no letter, only what belongs to the one before.
bool is_mark(std::string_view key);

// The letter as a name begins with it; the same where its script knows no capitals.
std::string capital(const std::string& letter);

// Error: Code::invalid, with what is wrong.
Status check_keyboard(const std::string& what, const Keyboard& keyboard);

}  // namespace kiosk::catalog
