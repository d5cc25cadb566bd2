#include "kiosk/rules/pass_phrase.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace kiosk::rules {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// As it is where it is not UTF-8.
std::string in_form(std::string_view text, utf8proc_option_t form) {
  utf8proc_uint8_t* made = nullptr;
  utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &made, form);
  std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owned(made, std::free);
  return size < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(made), static_cast<size_t>(size));
}

constexpr utf8proc_option_t kComposed = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
constexpr utf8proc_option_t kDecomposed = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);

std::string_view line_of(std::string_view typed) {
  if (typed.starts_with(kByteOrderMark)) typed.remove_prefix(kByteOrderMark.size());
  return typed.substr(0, typed.find_first_of("\r\n"));
}

}  // namespace

std::string pass_phrase(std::string_view typed) { return in_form(line_of(typed), kComposed); }

std::vector<std::string> pass_phrase_forms(std::string_view typed) {
  std::vector<std::string> forms;
  auto add = [&](std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
  };
  const std::string words(line_of(typed));
  for (const std::string& form : {pass_phrase(typed), std::string(typed), words, in_form(words, kDecomposed)})
    add(form);
  for (const std::string& form : std::vector<std::string>(forms)) {
    std::string bare(line_of(form));
    add(bare + "\r");
    add(std::string(kByteOrderMark) + bare);
    add(std::string(kByteOrderMark) + bare + "\r");
  }
  return forms;
}

}  // namespace kiosk::rules
