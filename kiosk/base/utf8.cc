#include "kiosk/base/utf8.h"

#include <utf8proc.h>

#include <cstdio>

namespace kiosk {

CodePoint code_point_at(std::string_view text, size_t at) {
  if (at >= text.size()) return {0, 0, false};
  utf8proc_int32_t value = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                                 static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  return size > 0 ? CodePoint{static_cast<char32_t>(value), static_cast<size_t>(size), true} : CodePoint{};
}

std::optional<char32_t> next_code_point(std::string_view text, size_t& at) {
  const CodePoint next = code_point_at(text, at);
  at += next.size;
  return next.valid ? std::optional(next.value) : std::nullopt;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += code_point_at(text, at).size) ++count;
  return count;
}

void erase_last_code_point(std::string& text) {
  size_t last = 0;
  for (size_t at = 0; at < text.size(); at += code_point_at(text, at).size) last = at;
  text.resize(last);
}

void append_utf8(std::string& text, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
}

std::string utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

std::string code_point_name(char32_t code_point) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code_point));
  return name;
}

}  // namespace kiosk
