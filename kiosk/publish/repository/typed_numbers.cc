#include "kiosk/publish/repository/typed_numbers.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/rules/phone_in_text.h"

namespace kiosk::publish {
namespace {

constexpr size_t kMaxListBytes = 1 << 20;

// Between two groups of one number.
bool groups(char32_t c) {
  return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == 0xA0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x2013);
}

bool is_year(const std::string& digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace

std::string dialled_form(std::string_view typed) {
  std::string form;
  for (size_t at = 0; at < typed.size();) {
    const size_t begin = at;
    const auto c = next_code_point(typed, at);
    if (!c) return {};
    if (auto digit = rules::digit_of(*c)) {
      form += *digit;
    } else if (!groups(*c) && *c != '\r' && *c != '\t') {
      form += typed.substr(begin, at - begin);  // a letter stays, so that nothing matches
    }
  }
  return form;
}

Result<std::map<std::string, std::set<std::string>>> read_typed_numbers(const std::filesystem::path& file) {
  KIOSK_TRY(text, os::read_file(file, kMaxListBytes));
  std::map<std::string, std::set<std::string>> numbers;
  std::istringstream lines(text);
  int line_number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++line_number;
    std::string_view rest = trimmed(line);
    if (rest.empty() || rest.front() == '#') continue;
    const size_t end = rest.find_first_of(" \t:");
    const std::string form = end == std::string_view::npos ? std::string() : dialled_form(rest.substr(end + 1));
    if (form.empty()) {
      return Error{Code::invalid,
                   file.string() + ":" + std::to_string(line_number) +
                       ": this is no number of a contact. Write \"ID NUMBER\", for example \"gbv-116 116\"."};
    }
    numbers[std::string(rest.substr(0, end))].insert(form);
  }
  return numbers;
}

std::set<std::string> digits_in_text(std::string_view text, size_t shortest) {
  std::set<std::string> found;
  std::vector<std::string> run;
  bool in_group = false, separated = false;
  auto end_run = [&] {
    std::string digits;
    for (const std::string& group : run) digits += group;
    if (digits.size() >= shortest && !std::all_of(run.begin(), run.end(), is_year)) found.insert(digits);
    run.clear();
    in_group = separated = false;
  };
  for (size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    const auto digit = c ? rules::digit_of(*c) : std::nullopt;
    if (digit) {
      if (!in_group) run.emplace_back();
      run.back() += *digit;
      in_group = true;
      separated = false;
    } else if (c && groups(*c) && !run.empty() && !separated) {
      in_group = false;
      separated = true;
    } else {
      end_run();
    }
  }
  end_run();
  return found;
}

}  // namespace kiosk::publish
