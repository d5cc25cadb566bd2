#include "kiosk/text/font_list.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "kiosk/base/ascii.h"

namespace kiosk::text {
namespace {

constexpr size_t kMaxFonts = 256;

std::string_view trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The word that `rest` begins with; `rest` goes on behind it.
std::string_view next_word(std::string_view& rest) {
  size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  std::string_view word = rest.substr(0, end);
  rest = trimmed(rest.substr(end));
  return word;
}

}  // namespace

bool is_script(std::string_view word) {
  return word.size() == 4 && ascii::is_capital(word[0]) && std::all_of(word.begin() + 1, word.end(), ascii::is_small);
}

Result<std::vector<FontEntry>> parse_font_list(std::string_view text, std::string_view name) {
  std::vector<FontEntry> entries;
  size_t number = 0;
  auto invalid = [&](std::string what) {
    return Error{Code::invalid, std::string(name) + ":" + std::to_string(number) + ": " + std::move(what) +
                                    " Write for example: Arab bold /usr/share/fonts/arabic.ttf"};
  };
  while (!text.empty()) {
    ++number;
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;

    FontEntry entry;
    entry.script = next_word(line);
    if (!is_script(entry.script)) return invalid("\"" + entry.script + "\" is not a script's code of four letters.");
    std::string_view weight = next_word(line);
    if (weight != "regular" && weight != "bold") return invalid("after the script comes \"regular\" or \"bold\".");
    entry.weight = weight == "bold" ? Weight::bold : Weight::regular;
    entry.path = line;
    if (!entry.path.is_absolute()) return invalid("the path of the font must begin with \"/\".");
    if (entries.size() == kMaxFonts) return invalid("that is more fonts than anything needs.");
    entries.push_back(std::move(entry));
  }
  auto lacks = [&](std::string_view script) {
    return std::none_of(entries.begin(), entries.end(),
                        [&](const FontEntry& e) { return e.script == script && e.weight == Weight::regular; });
  };
  if (lacks("Latn")) return invalid("a line that begins with \"Latn regular\" is needed.");
  if (lacks("Icon")) return invalid("a line that begins with \"Icon regular\" is needed.");
  return entries;
}

Result<std::vector<FontEntry>> read_font_list(const std::filesystem::path& fonts_conf) {
  std::ifstream file(fonts_conf, std::ios::binary);
  std::stringstream text;
  if (!file || !(text << file.rdbuf())) {
    return Error{Code::not_found,
                 "The list of fonts " + fonts_conf.string() +
                     " cannot be read. Install the kiosk package again, or name the file assets/fonts.conf."};
  }
  return parse_font_list(text.str(), fonts_conf.string());
}

}  // namespace kiosk::text
