#include "kiosk/config/plain_text.h"

#include <utf8proc.h>

#include <cstdio>

namespace kiosk::config {
namespace {

constexpr utf8proc_int32_t kNonJoiner = 0x200C, kJoiner = 0x200D;

// Takes the first character off `text`; -1 where that is no UTF-8.
utf8proc_int32_t take_first(std::string_view& text) {
  utf8proc_int32_t character = -1;
  auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                               static_cast<utf8proc_ssize_t>(text.size()), &character);
  text.remove_prefix(size > 0 ? static_cast<size_t>(size) : 1);
  return size > 0 ? character : -1;
}

bool is_unseen(utf8proc_int32_t character) {
  if (character == kNonJoiner || character == kJoiner) return false;
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return false;
  }
}

bool is_letter(utf8proc_int32_t character) {
  const auto category = utf8proc_category(character);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(utf8proc_int32_t character) {
  const auto category = utf8proc_category(character);
  return category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NO;
}

}  // namespace

std::optional<std::string> unseen_character(std::string_view text) {
  while (!text.empty()) {
    const utf8proc_int32_t character = take_first(text);
    if (character >= 0 && !is_unseen(character)) continue;
    if (character < 0) return "bytes that are no text";
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    return name;
  }
  return std::nullopt;
}

size_t characters_in(std::string_view text) {
  size_t count = 0;
  for (; !text.empty(); ++count) take_first(text);
  return count;
}

bool could_be_dialled(std::string_view text) {
  int digits = 0;
  while (!text.empty()) {
    const utf8proc_int32_t character = take_first(text);
    if (character < 0 || is_letter(character)) digits = 0;
    if (character >= 0 && is_digit(character) && ++digits == 3) return true;
  }
  return false;
}

}  // namespace kiosk::config
