#include "kiosk/base/language_tag.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "kiosk/base/ascii.h"
#include "kiosk/base/likely_scripts.h"

namespace kiosk {
namespace {

bool all_letters(std::string_view text) { return std::ranges::all_of(text, ascii::is_letter); }

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    size_t dash = text.find('-');
    parts.push_back(text.substr(0, dash));
    if (dash == std::string_view::npos) return parts;
    text.remove_prefix(dash + 1);
  }
}

constexpr std::string_view kRightToLeftScripts[] = {
    "Adlm", "Arab", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Hatr", "Hebr", "Hung", "Khar", "Lydi",
    "Mand", "Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Nkoo", "Orkh", "Ougr", "Palm", "Phli",
    "Phlp", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sogd", "Sogo", "Syrc", "Thaa", "Yezi"};

}  // namespace

Result<LanguageTag> LanguageTag::parse(std::string_view text) {
  auto invalid = [&](const char* why) {
    return Error{Code::invalid, "\"" + std::string(text) + "\" is not a language tag: " + why +
                                    ". Write for example en, fr, vai-Vaii or en-LR."};
  };
  std::vector<std::string_view> parts = split(text);
  std::string tag;
  size_t next = 0;
  if (parts[0].size() < 2 || parts[0].size() > 3 || !all_letters(parts[0])) {
    return invalid("it must begin with a language of two or three letters");
  }
  for (char c : parts[next++]) tag += ascii::small(c);
  size_t language_size = tag.size();
  if (next < parts.size() && parts[next].size() == 4 && all_letters(parts[next])) {
    tag += '-';
    tag += ascii::capital(parts[next][0]);
    for (char c : parts[next].substr(1)) tag += ascii::small(c);
    ++next;
  }
  if (next < parts.size() && ((parts[next].size() == 2 && all_letters(parts[next])) ||
                              (parts[next].size() == 3 && ascii::all_digits(parts[next])))) {
    tag += '-';
    for (char c : parts[next++]) tag += ascii::capital(c);
  }
  if (next != parts.size()) return invalid("after the language there may only be a script and a region");
  return LanguageTag(std::move(tag), language_size);
}

LanguageTag LanguageTag::of(std::string_view text) {
  auto tag = parse(text);
  KIOSK_CHECK(tag.ok());
  return *tag;
}

std::string LanguageTag::script() const {
  std::vector<std::string_view> parts = split(text_);
  if (parts.size() > 1 && parts[1].size() == 4) return std::string(parts[1]);
  const std::string_view region = parts.size() > 1 ? parts[1] : std::string_view();
  if (language() == "zh" && (region == "TW" || region == "HK" || region == "MO")) return "Hant";
  return std::string(likely_script(language()));
}

Direction LanguageTag::direction() const {
  std::string own = script();
  return std::ranges::binary_search(kRightToLeftScripts, own) ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace kiosk
