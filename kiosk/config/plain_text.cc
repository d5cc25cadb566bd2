#include "kiosk/config/plain_text.h"

#include <utf8proc.h>

#include "kiosk/base/utf8.h"

namespace kiosk::config {
namespace {

constexpr char32_t kNonJoiner = 0x200C, kJoiner = 0x200D;

utf8proc_category_t category_of(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

bool is_unseen(char32_t character) {
  if (character == kNonJoiner || character == kJoiner) return false;
  switch (category_of(character)) {
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

bool is_letter(char32_t character) {
  const auto category = category_of(character);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t character) {
  const auto category = category_of(character);
  return category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NO;
}

}  // namespace

std::optional<std::string> unseen_character(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto character = next_code_point(text, at);
    if (!character) return "bytes that are no text";
    if (is_unseen(*character)) return code_point_name(*character);
  }
  return std::nullopt;
}

bool could_be_dialled(std::string_view text) {
  int digits = 0;
  for (size_t at = 0; at < text.size();) {
    const auto character = next_code_point(text, at);
    if (!character || is_letter(*character)) digits = 0;
    if (character && is_digit(*character) && ++digits == 3) return true;
  }
  return false;
}

}  // namespace kiosk::config
