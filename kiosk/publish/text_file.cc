#include "kiosk/publish/text_file.h"

#include <algorithm>
#include <cstdio>

#include "kiosk/os/file.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

int line_at(std::string_view text, size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// The embedding and override characters reorder what follows them, digits included; the screen isolates by itself.
bool reorders(char32_t c) { return c >= 0x202A && c <= 0x202E; }

bool unusable(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xFFFD; }

bool check_characters(std::string_view text, const std::string& name, Problems& problems) {
  bool good = true;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) >= 0x20 && static_cast<unsigned char>(text[at]) < 0x7F) {
      ++at;
      continue;
    }
    size_t begin = at;
    std::optional<char32_t> c = next_code_point(text, at);
    if (!c) {
      problems.error({name, line_at(text, begin)}, "This line is not written in UTF-8.",
                     "Open the file in your editor and save it again with the encoding UTF-8.");
      return false;
    }
    if (reorders(*c)) {
      good = false;
      problems.error(
          {name, line_at(text, begin)},
          "This line holds the invisible character " + code_point_name(*c) + ", which can turn a number around.",
          "Delete the line and type it again; the screen puts numbers right by itself.");
    } else if (unusable(*c)) {
      good = false;
      problems.error({name, line_at(text, begin)},
                     "This line holds the character " + code_point_name(*c) + ", which cannot be shown.",
                     "Delete that character; it often comes from copying out of a damaged document.");
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

std::optional<char32_t> next_code_point(std::string_view text, size_t& at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char first = byte(at++);
  if (first < 0x80) return first;
  int more = first >= 0xC2 && first < 0xE0   ? 1
             : first >= 0xE0 && first < 0xF0 ? 2
             : first >= 0xF0 && first < 0xF5 ? 3
                                             : 0;
  if (more == 0) return std::nullopt;
  char32_t c = first & (0x3F >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return std::nullopt;
    c = (c << 6) | (byte(at++) & 0x3F);
  }
  constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
  if (c < kSmallest[more] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return std::nullopt;
  return c;
}

std::string utf8(char32_t c) {
  auto tail = [&](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | (c >> 6)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)};
}

std::string code_point_name(char32_t c) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
  return name;
}

std::string_view trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

}  // namespace kiosk::publish
