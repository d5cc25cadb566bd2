// Reads one value of a setting, or says what should stand there instead: "must be true or false". Used by the table of
// settings.cc alone; the sentence follows the key's name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/language_tag.h"
#include "kiosk/base/opening_hours.h"
#include "kiosk/config/toml.h"

namespace kiosk::config {

using Problem = std::optional<std::string>;

struct Range {
  double least = 0, most = 0;
  bool or_zero = false;          // 0 as well, below `least`: "not known"
  const char* wanted = nullptr;  // none: "a number from .. to .."
};

Problem read_text(const toml::node& node, std::string& into);
Problem read_flag(const toml::node& node, bool& into);
// Neither NaN nor infinity is within any range.
Problem read_number(const toml::node& node, double& into, const Range& range);
Problem read_whole(const toml::node& node, int& into, const std::vector<int>& allowed);
// "": none.
Problem read_hours(const toml::node& node, std::optional<OpeningHours>& into);
Problem read_language(const toml::node& node, std::optional<LanguageTag>& into);
// "": none. Else https://HOST, a port and a path where there are any.
Problem read_address(const toml::node& node, std::string& into);
// "": none. Else http://HOST:PORT.
Problem read_proxy(const toml::node& node, std::string& into);
// A table of a language and what is said in it. It is shown to visitors though nobody signed for it, so it holds no
// three digits in a row: nothing that could be dialled.
Problem read_words(const toml::node& node, std::map<LanguageTag, std::string>& into);

}  // namespace kiosk::config
