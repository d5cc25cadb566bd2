// Finds phone numbers in running text. The text is cut into runs: groups of digits with a space, a hyphen, a dot, a
// bracket and the like between them; a sentence's end ends a run. A run is then judged by its digits alone, so that
// "0770-800 911",
// "(0770) 800/911" and "٠٧٧٠ ٨٠٠ ٩١١" are the same.
//
// A number that slips through reaches somebody without two people having signed for it, and an amount that is taken for
// a number costs an editor one rewording. So what looks alike is let pass only where its form is that of a year, a day,
// a time, an amount of less than ten millions, a decimal or a range of these; all else of six digits or more is a
// number.
#include "kiosk/rules/phone_in_text.h"

#include <algorithm>
#include <iterator>

#include "kiosk/base/ascii.h"
#include "kiosk/base/utf8.h"
#include "kiosk/rules/digits.h"
#include "kiosk/rules/number_run.h"

namespace kiosk::rules {
namespace {

struct Character {
  char32_t c = 0;
  size_t begin = 0, end = 0;  // bytes
  std::string digits;
};

// The characters that are seen, letter by letter.
std::vector<Character> seen_characters(std::string_view text) {
  std::vector<Character> characters;
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    std::optional<char32_t> c = next_code_point(text, at);
    if (!c || is_unseen(*c)) continue;
    characters.push_back({*c, begin, at, digits_in(*c)});
  }
  return characters;
}

char look_alike(char32_t c) { return c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : 0; }

// "O77O 8OO 9ll": a word of digits and of letters that look like them is a number.
void read_look_alikes(std::vector<Character>& characters) {
  for (size_t i = 0; i < characters.size();) {
    size_t digits = 0, letters = 0, end = i;
    for (; end < characters.size(); ++end) {
      const Character& one = characters[end];
      if (!one.digits.empty()) {
        ++digits;
      } else if (look_alike(one.c) != 0) {
        ++letters;
      } else {
        break;
      }
    }
    bool whole =
        (i == 0 || !is_letter(characters[i - 1].c)) && (end == characters.size() || !is_letter(characters[end].c));
    if (whole && digits >= 2 && letters > 0) {
      for (size_t at = i; at < end; ++at)
        if (characters[at].digits.empty()) characters[at].digits = std::string(1, look_alike(characters[at].c));
    }
    i = std::max(end, i + 1);
  }
}

std::vector<NumberRun> runs_of(std::string_view text) {
  std::vector<Character> characters = seen_characters(text);
  read_look_alikes(characters);
  std::vector<NumberRun> runs;
  NumberRun run;
  std::string separator;
  bool in_group = false, plus_before = false;
  auto end_run = [&] {
    if (!run.groups.empty()) runs.push_back(std::move(run));
    run = {};
    separator.clear();
    in_group = false;
  };
  for (const Character& one : characters) {
    bool plus = one.c == '+' || one.c == 0xFF0B || one.c == 0x2795 || one.c == 0xFE62;
    if (!one.digits.empty()) {
      if (run.groups.empty()) run.plus = plus_before;
      if (!in_group) run.groups.push_back({{}, separator, one.begin, one.end});
      run.groups.back().digits += one.digits;
      run.groups.back().end = one.end;
      in_group = true;
      plus_before = false;
      separator.clear();
    } else if (plus) {
      end_run();
      plus_before = true;
    } else if (char kind = separator_kind(one.c); kind != 0) {
      in_group = false;
      plus_before = plus_before && (kind == ' ' || kind == '(');
      separator += kind;
      bool sentence = separator == ", " || separator == ": " || separator == ". ";
      if (separator.size() > 3 || sentence) end_run();
    } else {
      end_run();
      plus_before = false;
    }
  }
  end_run();
  return runs;
}

}  // namespace

std::optional<char> digit_of(char32_t c) {
  const std::string digits = digits_in(c);
  return digits.size() == 1 ? std::optional<char>(digits[0]) : std::nullopt;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), ascii::is_digit);
  return digits;
}

std::string seen_digits_of(std::string_view text) {
  std::string digits;
  for (const Character& one : seen_characters(text)) digits += one.digits;
  return digits;
}

void KnownNumbers::add(std::string_view form) {
  std::string digits = digits_of(form);
  if (digits.size() >= 3) digits_.insert(digits);  // shorter ones would forbid "15 counties"
}

std::vector<std::string> find_phone_numbers(std::string_view text, const KnownNumbers& known) {
  std::vector<std::string> found;
  for (const NumberRun& whole : runs_of(text)) {
    if (known.contains(whole.digits())) {
      found.emplace_back(text.substr(whole.begin(), whole.end() - whole.begin()));
      continue;
    }
    for (const NumberRun& run : parted_at_dates(whole)) {
      if (is_phone(run, known)) found.emplace_back(text.substr(run.begin(), run.end() - run.begin()));
    }
  }
  return found;
}

std::string with_plain_digits(std::string_view text) {
  std::string plain;
  for (const NumberRun& whole : runs_of(text)) {
    for (const NumberRun& run : parted_at_dates(whole)) {
      if (is_harmless(run)) continue;
      plain += run.plus ? "; +" : "; ";
      for (const NumberRun::Group& group : run.groups) {
        if (&group != &run.groups.front()) plain += ' ';
        plain += group.digits;
      }
    }
  }
  return plain;
}

}  // namespace kiosk::rules
