// BCP 47 language tags, as far as content uses them: language[-Script][-REGION].
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk {

enum class Direction { left_to_right, right_to_left };

class LanguageTag {
 public:
  // "und", BCP 47's tag for a language that is not known.
  LanguageTag() = default;

  // Well-formed means: 2-3 letter language, optional 4-letter script, optional region of 2 letters or 3 digits.
  // Upper and lower case are accepted and brought into the standard form ("AR-arab-lr" becomes "ar-Arab-LR").
  // Error: Code::invalid, with what is wrong.
  static Result<LanguageTag> parse(std::string_view text);

  // REQUIRES: parse(text) succeeds. For tags in our own code.
  static LanguageTag of(std::string_view text);

  const std::string& str() const { return text_; }
  std::string_view language() const { return std::string_view(text_).substr(0, language_size_); }

  // ISO 15924 code: the tag's own, else the language's likely one (CLDR likely subtags for the languages of Liberia
  // and its visitors), else "Latn". Plain "vai" means Vaii and plain "bsq" means Bass.
  std::string script() const;

  // The base direction of a paragraph in this language: that of its script.
  Direction direction() const;

  auto operator<=>(const LanguageTag&) const = default;

 private:
  LanguageTag(std::string text, size_t language_size) : text_(std::move(text)), language_size_(language_size) {}

  std::string text_ = "und";
  size_t language_size_ = 3;
};

}  // namespace kiosk
