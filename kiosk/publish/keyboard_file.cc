#include "kiosk/publish/keyboard_file.h"

#include <set>

#include "kiosk/base/language_tag.h"
#include "kiosk/base/utf8.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/text/font_list.h"

namespace kiosk::publish {
namespace {

using catalog::Keyboard;

constexpr std::string_view kOrder = "order:", kEnding = ".txt";

class Reader {
 public:
  Reader(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  void line(std::string_view text) {
    ++line_;
    if (text.starts_with('#')) return;
    if (text.starts_with(kOrder)) return order(trimmed(text.substr(kOrder.size())));
    if (text.empty()) {
      begins_sheet_ = true;
    } else {
      row(text);
    }
  }

  Keyboard keyboard() && { return std::move(keyboard_); }

 private:
  void order(std::string_view word) {
    keyboard_.as_on_keys = word == "keyboard";
    if (!keyboard_.as_on_keys && word != "alphabet")
      problems_.error({file_, line_}, "The order is neither keyboard nor alphabet.",
                      "Write \"order: keyboard\" where keys lie as on keyboards one can buy, else leave it out.");
  }

  // With blanks between them keys may have several letters; without any, each character is a key.
  static Keyboard::Row keys_of(std::string_view text) {
    Keyboard::Row keys;
    const bool apart = text.find(' ') != std::string_view::npos;
    for (size_t at = 0, size = 0; at < text.size(); at += size) {
      size = apart ? std::min(text.find(' ', at), text.size()) - at : code_point_at(text, at).size;
      if (size > 0) keys.emplace_back(text.substr(at, size));
      if (apart) ++size;
    }
    return keys;
  }

  void row(std::string_view text) {
    Keyboard::Row keys;
    for (std::string& key : keys_of(text)) {
      if (!catalog::is_key(key)) {
        problems_.error({file_, line_}, "The key \"" + key + "\" is not one to four letters or marks.",
                        "Write letters only; with keys of several letters, a blank between two keys.");
      } else if (!seen_.insert(key).second) {
        problems_.error({file_, line_}, "The key \"" + key + "\" is there twice.", "Delete one of the two.");
      } else {
        keys.push_back(std::move(key));
      }
    }
    if (keys.size() > catalog::kMaxKeysOfRow)
      return problems_.error({file_, line_},
                             "The row has more than " + std::to_string(catalog::kMaxKeysOfRow) + " keys.",
                             "Divide it into two rows.");
    if (!keys.empty()) add(std::move(keys));
  }

  void add(Keyboard::Row keys) {
    if (begins_sheet_) keyboard_.sheets.emplace_back();
    begins_sheet_ = false;
    keyboard_.sheets.back().push_back(std::move(keys));
    if (keyboard_.sheets.size() > catalog::kMaxSheets || keyboard_.sheets.back().size() > catalog::kMaxRowsOfSheet)
      problems_.error({file_, line_}, "There are too many rows.",
                      "Write at most " + std::to_string(catalog::kMaxRowsOfSheet) +
                          " rows, then an empty line before those that another key turns to.");
  }

  const std::string& file_;
  Problems& problems_;
  int line_ = 0;
  Keyboard keyboard_;
  bool begins_sheet_ = true;
  std::set<std::string> seen_;
};

// The tag or the script that a file is called by; empty: neither.
std::string name_of(std::string_view file) {
  std::string name(file.substr(file.rfind('/') + 1));
  if (!name.ends_with(kEnding)) return {};
  name.resize(name.size() - kEnding.size());
  const auto tag = LanguageTag::parse(name);
  return text::is_script(name) || (tag.ok() && tag->str() == name) ? name : "";
}

}  // namespace

std::optional<KeyboardFile> read_keyboard_file(const std::string& file, std::string_view text, Problems& problems) {
  KeyboardFile read{file, name_of(file), {}};
  if (read.name.empty()) {
    problems.error({file}, "This is not the keyboard of a language or a script.",
                   "Call it by a language's tag or a script's code, and .txt: fr.txt, Adlm.txt.");
    return std::nullopt;
  }
  Reader reader(file, problems);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    reader.line(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  read.keyboard = std::move(reader).keyboard();
  if (!read.keyboard.sheets.empty()) return read;
  problems.error({file}, "The file has no row of keys.", "Write one row of letters a line, or delete the file.");
  return std::nullopt;
}

}  // namespace kiosk::publish
