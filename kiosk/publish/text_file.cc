#include "kiosk/publish/text_file.h"

#include <algorithm>

#include "kiosk/base/utf8.h"
#include "kiosk/os/file.h"
#include "kiosk/rules/characters.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

int line_at(std::string_view text, size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

bool check_characters(std::string_view text, const std::string& name, Problems& problems) {
  bool good = true;
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) >= 0x20 && static_cast<unsigned char>(text[at]) < 0x7F) {
      before = static_cast<unsigned char>(text[at++]);
      continue;
    }
    size_t begin = at;
    std::optional<char32_t> c = next_code_point(text, at);
    if (!c) {
      problems.error({name, line_at(text, begin)}, "This line is not written in UTF-8.",
                     "Open the file in your editor and save it again with the encoding UTF-8.");
      return false;
    }
    const char32_t after = at < text.size() ? code_point_at(text, at).value : 0;
    std::optional<rules::Objection> refused = rules::objection_to(before, *c, after);
    before = *c;
    if (refused) {
      good = false;
      problems.error({name, line_at(text, begin)}, "This line holds " + refused->what, refused->remedy);
    }
  }
  return good;
}

}  // namespace

std::optional<std::string> read_text_file(const fs::path& folder, const std::string& name, Problems& problems) {
  Result<std::string> read = os::read_file(folder / name, kMaxTextFile);
  if (!read.ok()) {
    problems.error({name}, "The file cannot be read. " + read.error().message,
                   read.error().code == Code::damaged
                       ? "Split it into several pages, or check that it is a text at all."
                       : "Check that it is there, and that you may open it.");
    return std::nullopt;
  }
  std::string& bytes = *read;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);  // Windows editors begin UTF-8 files so
  if (bytes.find('\r') != std::string::npos) {
    std::string lines;
    lines.reserve(bytes.size());
    for (size_t i = 0; i < bytes.size(); ++i) {
      if (bytes[i] != '\r')
        lines += bytes[i];
      else if (i + 1 == bytes.size() || bytes[i + 1] != '\n')
        lines += '\n';
    }
    bytes = std::move(lines);
  }
  if (!check_characters(bytes, name, problems)) return std::nullopt;
  return std::move(bytes);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreak[] = {"\u00A0", "\u202F"};
  for (size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
    for (std::string_view blank : kNoBreak) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size());
      if (text.ends_with(blank)) text.remove_suffix(blank.size());
    }
  }
  return text;
}

}  // namespace kiosk::publish
