#include "kiosk/publish/picture/shape_rules.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace kiosk::publish {
namespace {

constexpr double kFarthest = 1000;

bool is_between(char c) { return c == ' ' || c == ',' || c == '\n' || c == '\t' || c == '\r'; }

void skip_between(std::string_view& text) {
  while (!text.empty() && is_between(text.front())) text.remove_prefix(1);
}

// The number at the beginning of `text`, which is moved behind it. "1.5.5" are two numbers, as in path data.
std::optional<double> take_number(std::string_view& text) {
  std::string_view digits = text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  if (error != std::errc() || !(std::fabs(value) <= kFarthest)) return std::nullopt;
  text = digits.substr(static_cast<size_t>(end - digits.data()));
  return value;
}

// How many numbers a command of path data takes each time; -1: there is no such command. Arcs are not allowed: their
// flags may be written without a blank between, and curves draw the same.
int numbers_of(char command) {
  switch (command | 0x20) {
    case 'z': return 0;
    case 'h':
    case 'v': return 1;
    case 'm':
    case 'l':
    case 't': return 2;
    case 's':
    case 'q': return 4;
    case 'c': return 6;
    default: return -1;
  }
}

// The numbers in round brackets at the beginning of `text`, which is moved behind them.
std::optional<std::vector<double>> take_numbers(std::string_view& text) {
  if (!text.starts_with('(')) return std::nullopt;
  text.remove_prefix(1);
  std::vector<double> numbers;
  for (skip_between(text); !text.starts_with(')'); skip_between(text)) {
    std::optional<double> number = take_number(text);
    if (!number || numbers.size() == 3) return std::nullopt;
    numbers.push_back(*number);
  }
  text.remove_prefix(1);
  return numbers;
}

}  // namespace

bool is_length(std::string_view text) { return take_number(text).has_value() && text.empty(); }

bool is_path_data(std::string_view text) {
  skip_between(text);
  if (!text.starts_with('M') && !text.starts_with('m')) return false;
  while (!text.empty()) {
    const int wanted = numbers_of(text.front());
    if (wanted < 0) return false;
    text.remove_prefix(1);
    int count = 0;
    for (skip_between(text); !text.empty() && numbers_of(text.front()) < 0; skip_between(text), ++count) {
      if (!take_number(text)) return false;
    }
    if (wanted == 0 ? count != 0 : count == 0 || count % wanted != 0) return false;
  }
  return true;
}

std::optional<double> scale_of_transform(std::string_view text) {
  double scale = 1;
  for (skip_between(text); !text.empty(); skip_between(text)) {
    const size_t bracket = text.find('(');
    if (bracket == std::string_view::npos) return std::nullopt;
    const std::string_view name = text.substr(0, bracket);
    text.remove_prefix(bracket);
    std::optional<std::vector<double>> numbers = take_numbers(text);
    if (!numbers) return std::nullopt;
    const size_t count = numbers->size();
    if (name == "scale" && (count == 1 || count == 2)) {
      scale *= std::sqrt(std::fabs((*numbers)[0] * numbers->back()));
    } else if (!(name == "translate" && (count == 1 || count == 2)) && !(name == "rotate" && count % 2 == 1)) {
      return std::nullopt;
    }
  }
  return scale > 0 ? std::optional(scale) : std::nullopt;
}

}  // namespace kiosk::publish
