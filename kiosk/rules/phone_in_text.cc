#include "kiosk/rules/phone_in_text.h"

// Finds phone numbers in running text. The text is cut into runs: groups of digits with a space, a hyphen, a dot and
// the like between them; a sentence's end and brackets end a run. A run is then judged by its digits alone, so that
// "0770-800 911" and "٠٧٧٠ ٨٠٠ ٩١١" are the same. What may look alike and is none is recognized first: years, ISO days,
// times, thousands.
#include <algorithm>
#include <iterator>
#include <optional>

#include "kiosk/rules/code_point.h"

namespace kiosk::rules {

std::optional<char> digit_of(char32_t c) {
  for (char32_t zero : {char32_t{'0'}, char32_t{0x0660}, char32_t{0x06F0}, char32_t{0x07C0}, char32_t{0xA620},
                        char32_t{0xFF10}, char32_t{0x1E950}}) {
    if (c >= zero && c < zero + 10) return static_cast<char>('0' + (c - zero));
  }
  return std::nullopt;
}

namespace {

struct Group {
  std::string digits;
  std::string separator;  // what stands before it, inside the run
};

struct NumberRun {
  std::vector<Group> groups;
  bool plus = false;
  size_t begin = 0, end = 0;  // bytes

  std::string digits() const {
    std::string all;
    for (const Group& group : groups) all += group.digits;
    return all;
  }
};

// The character as a separator between groups of one number, in ASCII; 0: it ends the number.
char separator_of(char32_t c) {
  if (c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F) return ' ';
  if (c == '-' || (c >= 0x2010 && c <= 0x2013)) return '-';
  if (c == '.' || c == ':' || c == ',') return static_cast<char>(c);
  if (c == 0x066B || c == 0x066C || c == 0x060C) return ',';
  return 0;
}

bool invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x2066 && c <= 0x2069) || c == 0x00AD || c == 0xFEFF;
}

std::vector<NumberRun> runs_of(std::string_view text) {
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
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    std::optional<char32_t> c = next_code_point(text, at);
    if (!c || invisible(*c)) continue;
    if (std::optional<char> digit = digit_of(*c)) {
      if (run.groups.empty()) run.begin = begin, run.plus = plus_before;
      if (!in_group) run.groups.push_back({{}, separator});
      run.groups.back().digits += *digit;
      run.end = at;
      in_group = true;
      plus_before = false;
      separator.clear();
    } else if (char kind = separator_of(*c); kind != 0) {
      in_group = false;
      separator += kind;
      bool sentence = separator == ", " || separator == ": " || separator == ". ";
      if (separator.size() > 3 || sentence) end_run();
    } else {
      end_run();
      plus_before = *c == '+' || *c == 0xFF0B;
    }
  }
  end_run();
  return runs;
}

bool is_year(const std::string& digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool all_years(const NumberRun& run) {
  for (const Group& group : run.groups) {
    if (!is_year(group.digits)) return false;
  }
  return true;
}

bool is_iso_day(const NumberRun& run) {
  return run.groups.size() == 3 && is_year(run.groups[0].digits) && run.groups[1].digits.size() == 2 &&
         run.groups[2].digits.size() == 2 && run.groups[1].separator == "-" && run.groups[2].separator == "-";
}

// "08:00", "08:00-17:00"
bool is_times(const NumberRun& run) {
  if (run.groups.size() % 2 != 0) return false;
  for (size_t i = 0; i < run.groups.size(); i += 2) {
    if (run.groups[i].digits.size() > 2 || run.groups[i + 1].digits.size() != 2 || run.groups[i + 1].separator != ":")
      return false;
  }
  return true;
}

// "8,938", "30 000", "5.248.621", "1 060 000": the first group has no leading 0. Three groups of three digits separated
// by spaces, though, are how phone numbers are written.
bool is_amount(const NumberRun& run) {
  if (run.plus || run.groups.size() < 2 || run.groups[0].digits[0] == '0' || run.groups[0].digits.size() > 3)
    return false;
  const std::string& separator = run.groups[1].separator;
  if (separator != " " && separator != "," && separator != ".") return false;
  for (size_t i = 1; i < run.groups.size(); ++i) {
    if (run.groups[i].digits.size() != 3 || run.groups[i].separator != separator) return false;
  }
  return separator == "," || run.groups.size() == 2 || run.groups[0].digits.size() < 3;
}

// "10.7", "2,5"
bool is_decimal(const NumberRun& run) {
  return !run.plus && run.groups.size() == 2 && (run.groups[1].separator == "." || run.groups[1].separator == ",") &&
         run.groups[0].digits.size() + run.groups[1].digits.size() < 7;
}

// Some groups in a row, or all of them, are a number of the pack.
bool holds_known(const NumberRun& run, const KnownNumbers& known) {
  for (size_t first = 0; first < run.groups.size(); ++first) {
    std::string digits;
    for (size_t last = first; last < run.groups.size() && digits.size() <= 15; ++last) {
      digits += run.groups[last].digits;
      if (known.contains(digits)) return true;
    }
  }
  return false;
}

bool is_phone(const NumberRun& run, const KnownNumbers& known) {
  std::string digits = run.digits();
  if (known.contains(digits)) return true;
  if (is_iso_day(run) || is_times(run) || is_amount(run) || is_decimal(run)) return false;
  if (holds_known(run, known)) return true;
  if (all_years(run)) return false;
  return (digits.size() >= 4 && (run.plus || digits[0] == '0')) || digits.size() >= 7;
}

}  // namespace

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

void KnownNumbers::add(std::string_view form) {
  std::string digits = digits_of(form);
  if (digits.size() >= 3) digits_.insert(digits);  // shorter ones would forbid "15 counties"
}

std::vector<std::string> find_phone_numbers(std::string_view text, const KnownNumbers& known) {
  std::vector<std::string> found;
  for (const NumberRun& run : runs_of(text)) {
    if (is_phone(run, known)) found.emplace_back(text.substr(run.begin, run.end - run.begin));
  }
  return found;
}

}  // namespace kiosk::rules
