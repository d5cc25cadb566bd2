#include "kiosk/publish/keyboards.h"

// The program had the letters of eight scripts in a table, and every other language got Latin ones. Where keys come
// from now, first that has some: the pack's own files (keyboards/, of the language, then of its script), because an
// office knows what its visitors write; xkb, which knows what is printed on keys that people can buy; the keys of the
// source language, where the script is the same; the letters that the language's own pages use, in the order of
// Unicode. Whatever was taken, letters that pages use and no key types follow on sheets of their own, as far as search
// does not forgive them: what a page says can be typed. xkb's second level is a second sheet, unless it only has the
// capitals of the first. Rejected: xkb in the kiosk itself, which would search and compile at each start what never
// changes there; and files for every script, which no one here can judge.
// It breaks where a script is typed through a dialogue of its own: Chinese characters can only be picked one by one.

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "kiosk/base/utf8.h"
#include "kiosk/catalog/folding.h"
#include "kiosk/publish/coverage.h"
#include "kiosk/publish/script_letters.h"
#include "kiosk/publish/xkb_layouts.h"

namespace kiosk::publish {
namespace {

using catalog::Keyboard;
using Undrawable = std::function<std::vector<Undrawn>(const LanguageTag&, std::string_view)>;

constexpr size_t kKeysOfRow = 10, kKeysOfSheet = 30;  // of letters in the order of Unicode: they fit seven inches
constexpr size_t kSheetsOfLetters = 20;               // more are not turned through
constexpr size_t kFew = 5;                            // fewer letters than that are no row of their own
constexpr size_t kLongRow = 12;                       // of what a layout has

size_t count(const Keyboard::Sheet& sheet) {
  size_t keys = 0;
  for (const Keyboard::Row& row : sheet) keys += row.size();
  return keys;
}

// As search sees it.
std::u32string folded(const std::string& key) {
  std::u32string letters;
  for (const std::string& word : catalog::query_words(key)) letters += catalog::letters_of(word);
  return letters;
}

std::string small(const std::string& key) {
  std::string letters;
  for (size_t at = 0; at < key.size();) {
    const CodePoint next = code_point_at(key, at);
    append_utf8(letters, small_letter(next.value));
    at += next.size;
  }
  return letters;
}

// The letters of one language's pages and contacts, and how often they are there.
class UsedLetters {
 public:
  UsedLetters(const Content& content, const LanguageTag& language) : letters_(language) {
    for (const TopicFile& topic : content.topics) {
      if (topic.language != language) continue;
      for (const std::string* text : {&topic.title.text, &topic.summary.text, &topic.body}) add(*text);
      for (const Text& keyword : topic.keywords) add(keyword.text);
    }
    for (const ContactFile& contact : content.contacts) {
      for (const auto& field : catalog::kContactTexts<TextByLanguage>) {
        const TextByLanguage& texts = contact.*field.words;
        if (auto text = texts.find(language); text != texts.end()) add(text->second.text);
      }
    }
  }

  // In the order of Unicode; the rare ones are left out where there are too many.
  std::vector<char32_t> most_used() const {
    std::vector<std::pair<size_t, char32_t>> by_use;
    for (const auto& [letter, times] : times_) by_use.emplace_back(times, letter);
    std::ranges::sort(by_use, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    if (by_use.size() > kSheetsOfLetters * kKeysOfSheet) by_use.resize(kSheetsOfLetters * kKeysOfSheet);
    std::vector<char32_t> letters;
    for (const auto& [times, letter] : by_use) letters.push_back(letter);
    std::ranges::sort(letters);
    return letters;
  }

 private:
  void add(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const CodePoint next = code_point_at(text, at);
      at += next.size;
      if (!next.valid || !letters_.has(next.value)) continue;
      for (char32_t letter : typed_letters(small_letter(next.value))) ++times_[letter];
    }
  }

  ScriptLetters letters_;
  std::map<char32_t, size_t> times_;
};

// Row by row, sheet by sheet; what begins a Korean syllable is not on the sheet of what ends it.
std::vector<Keyboard::Sheet> sheets_of(const std::vector<char32_t>& letters) {
  std::vector<Keyboard::Sheet> sheets;
  for (size_t i = 0; i < letters.size(); ++i) {
    const bool other = i > 0 && place_in_syllable(letters[i]) != place_in_syllable(letters[i - 1]);
    if (sheets.empty() || other || count(sheets.back()) == kKeysOfSheet) sheets.emplace_back(1);
    if (sheets.back().back().size() == kKeysOfRow) sheets.back().emplace_back();
    sheets.back().back().push_back(utf8(letters[i]));
  }
  return sheets;
}

// The rows of one layout of xkb as sheets of keys.
class KeysOfLayout {
 public:
  KeysOfLayout(const LanguageTag& language, const XkbRows& rows) : letters_(language), rows_(rows) {}

  // Nothing where most of its letters are of another script.
  std::optional<Keyboard> keyboard() {
    if (!is_of_script()) return std::nullopt;
    Keyboard::Sheet first = level(&XkbKey::plain), second = level(&XkbKey::shifted);
    join_digit_keys(first);
    join_digit_keys(second);
    if (count(first) > catalog::kKeysAtOnce) move_forgiven(first, second);
    join_few(first, second);
    Keyboard keyboard;
    keyboard.as_on_keys = true;
    if (second.empty()) {
      keyboard.sheets = {std::move(first)};
    } else if (count(first) + count(second) <= catalog::kKeysAtOnce && first.size() < catalog::kMaxRowsOfSheet &&
               count(second) <= catalog::kMaxKeysOfRow) {
      first.push_back(in_one_row(second));
      keyboard.sheets = {std::move(first)};
    } else {
      if (count(second) <= kKeysOfRow) second = {in_one_row(second)};
      keyboard.sheets = {std::move(first), std::move(second)};
    }
    return keyboard;
  }

 private:
  // Its plain keys have letters, and most of those are the script's.
  bool is_of_script() const {
    size_t own = 0, others = 0;
    for (const auto& row : rows_) {
      for (const XkbKey& key : row) {
        const char32_t c = code_point_at(key.plain).value;
        if (letters_.has(c))
          ++own;
        else if (is_letter(c))
          ++others;
      }
    }
    return own > others;
  }

  bool is_wanted(const std::string& key) const {
    if (!catalog::is_key(key)) return false;
    bool letter = false;
    for (char32_t c : catalog::letters_of(key)) {
      if (!letters_.has(c) || is_form(c)) return false;
      letter = letter || is_letter(c);
    }
    return !letter || !folded(key).empty();  // search passes over a tatweel
  }

  // The letters of one level that are on no key yet, capitals or not.
  Keyboard::Sheet level(std::string XkbKey::*typed) {
    Keyboard::Sheet sheet;
    for (const auto& row : rows_) {
      Keyboard::Row keys;
      for (const XkbKey& key : row)
        if (is_wanted(key.*typed) && seen_.insert(small(key.*typed)).second && keys.size() < catalog::kMaxKeysOfRow)
          keys.push_back(key.*typed);
      if (!keys.empty()) sheet.push_back(std::move(keys));
    }
    return sheet;
  }

  // A few letters on the keys of the digits are no row: they follow the last one.
  static void join_digit_keys(Keyboard::Sheet& sheet) {
    if (sheet.size() < 4 || sheet.front().size() >= kFew) return;
    if (sheet.front().size() + sheet.back().size() > kLongRow) return;
    sheet.back().insert(sheet.back().end(), sheet.front().begin(), sheet.front().end());
    sheet.erase(sheet.begin());
  }

  // Nor are they worth a sheet.
  static void join_few(Keyboard::Sheet& first, Keyboard::Sheet& second) {
    const size_t few = count(second);
    if (few >= kFew || first.empty() || first.back().size() + few > kLongRow) return;
    const Keyboard::Row row = in_one_row(second);
    first.back().insert(first.back().end(), row.begin(), row.end());
    second.clear();
  }

  // Where there are too many keys, those give way that search takes for others: those with accents.
  static void move_forgiven(Keyboard::Sheet& first, Keyboard::Sheet& second) {
    std::set<std::u32string> plain;
    for (const auto& row : first)
      for (const std::string& key : row)
        if (folded(key) == catalog::letters_of(key)) plain.insert(folded(key));
    Keyboard::Row moved;
    Keyboard::Sheet left = first;
    for (auto& row : left) {
      std::erase_if(row, [&](const std::string& key) {
        const std::u32string letters = catalog::letters_of(key);
        const bool forgiven = letters.size() == 1 && is_accented(letters.front()) && plain.contains(folded(key));
        if (forgiven) moved.push_back(key);
        return forgiven;
      });
    }
    std::erase_if(left, [](const auto& row) { return row.empty(); });
    if (count(left) > catalog::kKeysAtOnce) return;
    first = std::move(left);
    for (size_t at = 0; at < moved.size(); at += kKeysOfRow) {
      const auto from = moved.begin() + static_cast<std::ptrdiff_t>(at);
      const auto to = moved.begin() + static_cast<std::ptrdiff_t>(std::min(at + kKeysOfRow, moved.size()));
      if (second.size() < catalog::kMaxRowsOfSheet) second.emplace_back(from, to);
    }
  }

  static Keyboard::Row in_one_row(const Keyboard::Sheet& sheet) {
    Keyboard::Row all;
    for (const auto& row : sheet) all.insert(all.end(), row.begin(), row.end());
    return all;
  }

  ScriptLetters letters_;
  const XkbRows& rows_;
  std::set<std::string> seen_;
};

class Maker {
 public:
  Maker(const Content& content, const Undrawable& undrawn) : content_(content), undrawn_(undrawn) {}

  Keyboard make(const LanguageTag& language) {
    const std::vector<char32_t> used = UsedLetters(content_, language).most_used();
    std::optional<Keyboard> found = known(language);
    const LanguageTag& source = content_.pack.source_language;
    if (!found && language.script() == source.script()) found = known(source);
    Keyboard keyboard = found.value_or(Keyboard{});
    add_missing(used, keyboard);
    leave_out_undrawn(language, keyboard);
    return keyboard;
  }

 private:
  std::optional<Keyboard> known(const LanguageTag& language) const {
    if (const KeyboardFile* file = file_for(language)) return file->keyboard;
    std::optional<Keyboard> found;
    xkb_.find(language, [&](const XkbRows& rows) {
      found = KeysOfLayout(language, rows).keyboard();
      return found.has_value();
    });
    return found;
  }

  // By its tag, by its language if that is written in the same script, by its script.
  const KeyboardFile* file_for(const LanguageTag& language) const {
    const std::string plain(language.language()), script = language.script();
    const bool usual = LanguageTag::of(plain).script() == script;
    for (const std::string& name : {language.str(), usual ? plain : script, script}) {
      const auto found = std::ranges::find(content_.keyboards, name, &KeyboardFile::name);
      if (found != content_.keyboards.end()) return &*found;
    }
    return nullptr;
  }

  static void add_missing(const std::vector<char32_t>& used, Keyboard& keyboard) {
    std::set<char32_t> on_keys;
    std::set<std::string> keys;
    for (const auto& sheet : keyboard.sheets) {
      for (const auto& row : sheet) {
        for (const std::string& key : row) {
          keys.insert(key);
          for (char32_t c : folded(key)) on_keys.insert(c);
        }
      }
    }
    std::vector<char32_t> missing;
    for (char32_t letter : used) {
      const std::string key = utf8(letter);
      const std::u32string as = folded(key);
      const bool forgiven = std::ranges::all_of(as, [&](char32_t c) { return on_keys.contains(c); });
      const bool typed = keys.contains(key) || (!keys.empty() && forgiven);
      if (!typed && catalog::is_key(key)) missing.push_back(letter);
    }
    for (Keyboard::Sheet& sheet : sheets_of(missing))
      if (keyboard.sheets.size() < catalog::kMaxSheets) keyboard.sheets.push_back(std::move(sheet));
  }

  void leave_out_undrawn(const LanguageTag& language, Keyboard& keyboard) const {
    if (!undrawn_) return;
    std::string letters;
    for (const auto& sheet : keyboard.sheets)
      for (const auto& row : sheet)
        for (const std::string& key : row) letters += key + catalog::capital(key);
    std::set<char32_t> none;
    for (const Undrawn& one : undrawn_(language, letters)) none.insert(one.character);
    if (none.empty()) return;
    const auto is_undrawn = [&](const std::string& key) {
      return std::ranges::any_of(catalog::letters_of(key), [&](char32_t c) { return none.contains(c); });
    };
    for (auto& sheet : keyboard.sheets) {
      for (auto& row : sheet) std::erase_if(row, is_undrawn);
      std::erase_if(sheet, [](const auto& row) { return row.empty(); });
    }
    std::erase_if(keyboard.sheets, [](const auto& sheet) { return sheet.empty(); });
  }

  const Content& content_;
  const Undrawable& undrawn_;
  XkbLayouts xkb_;
};

}  // namespace

Keyboards make_keyboards(const Content& content, const std::vector<LanguageTag>& languages, const Undrawable& undrawn) {
  Keyboards keyboards;
  Maker maker(content, undrawn);
  for (const LanguageTag& language : languages) {
    Keyboard keyboard = maker.make(language);
    if (!keyboard.sheets.empty()) keyboards.emplace(language, std::move(keyboard));
  }
  return keyboards;
}

}  // namespace kiosk::publish
