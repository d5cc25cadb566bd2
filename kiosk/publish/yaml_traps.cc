#include "kiosk/publish/yaml_traps.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/rules/characters.h"
#include "kiosk/rules/digits.h"

namespace kiosk::publish {
namespace {

// Where the source of a plain text ends: it is the value, but for line breaks and blanks between its words.
size_t end_of_plain(const YamlScalar& scalar) {
  size_t at = scalar.position;
  auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  for (size_t i = 0; i < scalar.value.size() && at < scalar.source.size(); ++i) {
    if (!blank(scalar.value[i])) {
      if (scalar.source[at++] != scalar.value[i]) return std::string_view::npos;
      continue;
    }
    while (at < scalar.source.size() && blank(scalar.source[at])) ++at;
    while (i + 1 < scalar.value.size() && blank(scalar.value[i + 1])) ++i;
  }
  return at;
}

// "House #12": the rest of the line is a remark to YAML. A remark that is meant has two blanks before it, or has one
// behind its #.
void judge_remark(const YamlScalar& scalar, std::vector<YamlComplaint>& complaints) {
  size_t end = end_of_plain(scalar);
  if (end == std::string_view::npos) return;
  std::string_view rest = scalar.source.substr(end);
  rest = rest.substr(0, rest.find('\n'));
  size_t hash = rest.find_first_not_of(" \t");
  if (hash == 0 || hash == std::string_view::npos || rest[hash] != '#') return;
  bool is_remark = hash >= 2 && (hash + 1 == rest.size() || rest[hash + 1] == ' ');
  if (is_remark) return;
  std::string cut(rest.substr(hash, 40));
  complaints.push_back(
      {scalar.line, Severity::warning,
       "Only \"" + std::string(scalar.value) + "\" is read here: from the # on, \"" + cut + "\" counts as a remark.",
       "Put quotes around the whole text if the # belongs to it; put two blanks before the # and one "
       "behind it if it is a remark."});
}

struct Quotes {
  std::string_view open, close;
};
constexpr Quotes kBookQuotes[] = {{"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u201E", "\u201D"},
                                  {"\u2018", "\u2019"}, {"\u201A", "\u2018"}, {"\u201D", "\u201D"},
                                  {"\u2019", "\u2019"}, {"\uFF02", "\uFF02"}};

const Quotes* book_quotes_round(std::string_view value) {
  for (const Quotes& quotes : kBookQuotes) {
    bool round = value.size() > quotes.open.size() + quotes.close.size() && value.starts_with(quotes.open) &&
                 value.ends_with(quotes.close);
    if (round) return &quotes;
  }
  return nullptr;
}

bool is_other_blank(char32_t c) { return c > 0x7F && rules::separator_kind(c) == ' '; }

// The first character of `line` from `at` on.
std::optional<char32_t> character_at(std::string_view line, size_t at) {
  return at < line.size() ? next_code_point(line, at) : std::nullopt;
}

std::optional<std::pair<std::string, std::string>> trap_in_line(std::string_view line) {
  size_t indent = line.find_first_not_of(' ');
  if (indent == std::string_view::npos || line[indent] == '#') return std::nullopt;
  std::optional<char32_t> first = character_at(line, indent);
  if (first == U'\t') return {{"This line begins with a tab.", "Indent with blanks, not with the tab key."}};
  if (first && is_other_blank(*first)) {
    return {{"This line begins with a no-break space (" + code_point_name(*first) + ").",
             "Delete it and type blanks; on some keyboards Alt and the space bar make it."}};
  }
  bool dash = line[indent] == '-';
  size_t key_end = line.find_first_of(":'\"{[#", indent);
  size_t mark = dash ? indent : key_end;
  for (size_t sign : {mark, key_end}) {
    if (sign == std::string_view::npos || (line[sign] != ':' && line[sign] != '-')) continue;
    std::optional<char32_t> next = character_at(line, sign + 1);
    if (!next || !(is_other_blank(*next) || (*next == U'\t' && line[sign] == '-'))) continue;
    return {{"Behind the " + std::string(1, line[sign]) + " stands a " +
                 (*next == U'\t' ? std::string("tab") : "no-break space (" + code_point_name(*next) + ")") +
                 " where YAML wants a blank.",
             "Delete it and type a blank; on some keyboards Alt and the space bar make a no-break space."}};
  }
  return std::nullopt;
}

}  // namespace

std::vector<YamlComplaint> complaints_about_lines(std::string_view text, int first_line) {
  std::vector<YamlComplaint> complaints;
  for (size_t at = 0; at < text.size(); ++first_line) {
    size_t stop = std::min(text.find('\n', at), text.size());
    if (auto trap = trap_in_line(text.substr(at, stop - at)))
      complaints.push_back({first_line, Severity::error, trap->first, trap->second});
    at = stop + 1;
  }
  return complaints;
}

void judge_scalar(const YamlScalar& scalar, std::vector<YamlComplaint>& complaints) {
  if (auto refused = rules::objection_to_text(scalar.value)) {
    complaints.push_back({scalar.line, Severity::error, "This text holds, written as an escape, " + refused->what,
                          "Take the escape with the \\ out of the text. " + refused->remedy});
  } else if (scalar.value.find('\t') != std::string_view::npos) {
    complaints.push_back({scalar.line, Severity::error, "This text holds a tab.", "Write a blank instead."});
  }
  if (!scalar.plain) return;
  judge_remark(scalar, complaints);
  if (const Quotes* quotes = book_quotes_round(scalar.value)) {
    complaints.push_back({scalar.line, Severity::warning,
                          "The quotation marks " + std::string(quotes->open) + std::string(quotes->close) +
                              " are shown as part of the text.",
                          "Write the straight ones, \"...\", if they are only to hold the text together."});
  }
}

std::string yaml_reason(const std::string& reason) {
  constexpr std::pair<std::string_view, const char*> kWords[] = {
      {"illegal map value", "there is a second colon with a blank behind it, or a colon where no name is before it"},
      {"end of sequence flow not found", "a [ has no ] at its end"},
      {"end of sequence not found", "something other than the next - of a list begins in its column"},
      {"end of map flow not found", "a { has no } at its end"},
      {"end of map not found", "this line begins in another column than the names before it"},
      {"illegal block entry", "a - of a list is in a place where no list can begin"},
      {"illegal flow end", "there is a ] or } that nothing opened"},
      {"illegal EOF in scalar", "a quotation mark is not closed before the end of the file"},
      {"unknown escape character", "a \\ inside quotation marks is followed by a letter that means nothing"},
      {"unknown token", "a text begins with a sign that YAML keeps for itself, such as @ or %"},
  };
  for (const auto& [known, words] : kWords)
    if (reason.find(known) != std::string::npos) return words;
  return reason;
}

std::string yaml_remedy(const std::string& reason, std::string_view text, int line) {
  if (reason.find("tab") != std::string::npos) return "Indent with spaces, not with the tab key.";
  size_t begin = 0;
  for (int i = 0; i < line && begin != std::string_view::npos; ++i)
    begin = text.find('\n', begin) == std::string_view::npos ? begin : text.find('\n', begin) + 1;
  std::string_view row = text.substr(begin, text.find('\n', begin) - begin);
  for (const Quotes& quotes : kBookQuotes) {
    if (row.find(std::string(": ") + std::string(quotes.open)) != std::string_view::npos) {
      return "Write straight quotation marks, \"...\", around the text: " + std::string(quotes.open) +
             std::string(quotes.close) + " are none to YAML.";
    }
  }
  return "Compare this line and the one above with the examples in AUTHORING.md: a text with a comma, a colon, a # or "
         "a "
         "quotation mark in it needs quotes around it, and everything that belongs together begins at the same column.";
}

}  // namespace kiosk::publish
