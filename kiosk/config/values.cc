#include "kiosk/config/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "kiosk/base/utf8.h"
#include "kiosk/base/web_address.h"
#include "kiosk/config/plain_text.h"

namespace kiosk::config {
namespace {

constexpr const char* kText = "must be text in quotation marks";
constexpr size_t kLongestWords = 120;  // characters: two lines of a card

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Problem unseen_in(const std::string& text) {
  auto character = unseen_character(text);
  if (!character) return std::nullopt;
  return "holds " + *character + ", which nobody sees: delete it and type that part again";
}

std::string with_blanks_as(const std::string& text, std::string_view mark) {
  std::string made;
  for (char c : text) made += is_blank(c) ? std::string(mark) : std::string(1, c);
  return made;
}

// Quotation marks as word processors and telephones write them, inside of those that the file wants.
std::string without_quotation_marks(std::string text) {
  constexpr std::array<std::string_view, 10> kMarks{"\u201C", "\u201D", "\u201E", "\u2018", "\u2019",
                                                    "\u00AB", "\u00BB", "\"",     "'",      "`"};
  for (std::string_view mark : kMarks) {
    if (text.starts_with(mark)) text.erase(0, mark.size());
    if (text.ends_with(mark)) text.erase(text.size() - mark.size());
  }
  return text;
}

// The text of an address without what nobody sees; else what is wrong with it.
Problem read_unblank(const toml::node& node, std::string& into) {
  if (Problem problem = read_text(node, into)) return problem;
  if (const std::string bare = without_quotation_marks(into); bare != into)
    return "holds quotation marks beside those of the file: write \"" + bare + "\"";
  if (std::none_of(into.begin(), into.end(), is_blank)) return unseen_in(into);
  const size_t first = into.find_first_not_of(" \t\n\r"), last = into.find_last_not_of(" \t\n\r");
  const std::string trimmed = first == std::string::npos ? "" : into.substr(first, last + 1 - first);
  if (std::none_of(trimmed.begin(), trimmed.end(), is_blank)) return "holds a blank: write \"" + trimmed + "\"";
  return "holds a blank inside: write \"" + with_blanks_as(trimmed, "") + "\", or \"" + with_blanks_as(trimmed, "%20") +
         "\" if it belongs to the name of a folder";
}

}  // namespace

Problem read_text(const toml::node& node, std::string& into) {
  auto value = node.value<std::string>();
  if (!node.is_string()) return kText;
  into = *value;
  return std::nullopt;
}

Problem read_flag(const toml::node& node, bool& into) {
  if (!node.is_boolean()) return "must be true or false, without quotation marks";
  into = *node.value<bool>();
  return std::nullopt;
}

Problem read_number(const toml::node& node, double& into, const Range& range) {
  auto value = node.is_number() ? node.value<double>() : std::nullopt;
  const bool within = value && std::isfinite(*value) && *value >= range.least && *value <= range.most;
  if (within || (range.or_zero && value == 0.0)) {
    into = *value;
    return std::nullopt;
  }
  if (range.wanted) return range.wanted;
  std::ostringstream wanted;
  wanted.precision(9);
  wanted << "must be a number from " << range.least << " to " << range.most;
  if (range.or_zero) wanted << ", or 0";
  return wanted.str();
}

Problem read_whole(const toml::node& node, int& into, const std::vector<int>& allowed) {
  auto value = node.value<int>();
  if (node.is_integer() && value && std::find(allowed.begin(), allowed.end(), *value) != allowed.end()) {
    into = *value;
    return std::nullopt;
  }
  std::string wanted = "must be ";
  for (size_t i = 0; i < allowed.size(); ++i)
    wanted += (i == 0 ? "" : i + 1 == allowed.size() ? " or " : ", ") + std::to_string(allowed[i]);
  return wanted;
}

Problem read_hours(const toml::node& node, std::optional<OpeningHours>& into) {
  auto value = node.value<std::string>();
  if (!node.is_string()) return kText;
  into = std::nullopt;
  if (value->empty()) return std::nullopt;
  if (auto objection = objection_to_hours(*value)) {
    std::string sentence = objection->problem + " " + objection->remedy;
    sentence.pop_back();  // the dot: more follows
    return "is not understood: " + sentence;
  }
  into = *OpeningHours::parse(*value);
  if (into->holidays)
    return "speaks of public holidays (PH), of which this kiosk has no list. Leave that rule out: on a holiday the "
           "screen is then as on any other day";
  return std::nullopt;
}

Problem read_language(const toml::node& node, std::optional<LanguageTag>& into) {
  auto value = node.value<std::string>();
  into = std::nullopt;
  if (value && value->empty()) return std::nullopt;
  auto tag = value ? LanguageTag::parse(*value) : Result<LanguageTag>(Error{});
  if (!tag.ok()) return "must be the tag of a language, for example \"fr\"";
  into = *tag;
  return std::nullopt;
}

Problem read_address(const toml::node& node, std::string& into) {
  if (Problem problem = read_unblank(node, into); problem || into.empty()) return problem;
  auto address = WebAddress::parse(into);
  if (!address.ok()) return "is no address: " + address.error().message;
  if (address->scheme == "http")
    return "must begin with https://, so that nobody on the way reads or changes what comes: \"https" + into.substr(4) +
           "\", if the server answers there";
  if (address->scheme != "https") return "must begin with https://, not with " + address->scheme + "://";
  if (!address->user.empty()) return "must hold no name or pass word: the journal would show it";
  if (address->path.ends_with("%20"))
    return "ends with a blank (%20): write \"" + into.substr(0, into.size() - 3) + "\"";
  if (!address->query.empty())
    return "must end before \"" + address->query + "\": it is the folder under which the files are";
  return std::nullopt;
}

Problem read_proxy(const toml::node& node, std::string& into) {
  // As a file of proxy settings (PAC) has it.
  if (const auto text = node.value<std::string>(); text && text->starts_with("PROXY "))
    return "must be http://HOST:PORT: write \"http://" + text->substr(text->find_first_not_of(' ', 6)) + "\"";
  if (Problem problem = read_unblank(node, into); problem || into.empty()) return problem;
  const bool bare = into.find("://") == std::string::npos;
  auto address = WebAddress::parse(bare ? "http://" + into : into);
  constexpr const char* kForm = "must be http://HOST:PORT, for example \"http://proxy.example:3128\"";
  if (!address.ok()) return std::string(kForm) + ": " + address.error().message;
  if (address->scheme != "http")
    return std::string(kForm) + "; a proxy of another kind (" + address->scheme + "://) is not used";
  if (!address->path.empty() || !address->query.empty()) return std::string(kForm) + ", with nothing behind the port";
  if (!address->port) return std::string(kForm) + ": ask the network's administrator for the port";
  if (bare) return std::string(kForm) + ": write \"http://" + into + "\"";
  return std::nullopt;
}

Problem read_words(const toml::node& node, std::map<LanguageTag, std::string>& into) {
  constexpr const char* kForm = "must be a table like { en = \"The desk beside the door\", fr = \"...\" }";
  const toml::table* table = node.as_table();
  if (!table) return kForm;
  into.clear();
  for (auto&& [key, value] : *table) {
    const std::string name(key.str());
    auto tag = LanguageTag::parse(name);
    if (!tag.ok()) return "names \"" + name + "\", which is no tag of a language: write for example { en = \"...\" }";
    std::string words;
    Problem problem = read_text(value, words);
    if (!problem) problem = unseen_in(words);
    if (problem) return "in " + name + " " + *problem;
    if (words.find_first_not_of(" \t") == std::string::npos)
      return "says nothing in " + name + ": write it, or leave that language out";
    if (count_code_points(words) > kLongestWords)
      return "in " + name + " is longer than " + std::to_string(kLongestWords) + " characters: say it more shortly";
    if (could_be_dialled(words))
      return "in " + name +
             " holds three digits, which somebody might dial: nobody has signed for them. Say it in words";
    if (!into.emplace(*tag, words).second) return "says it twice in " + tag->str() + ": keep one of the two";
  }
  return std::nullopt;
}

}  // namespace kiosk::config
