#include <array>
#include <cstdio>
#include <utility>

#include "kiosk/base/ascii.h"
#include "kiosk/base/opening_hours_reader.h"

namespace kiosk {
namespace {

// "mon", "Monday", "MO" -> "Mo"; "" for no day.
std::string day_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> kNames{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
  constexpr std::array<std::string_view, 7> kFrench{"lundi",    "mardi",  "mercredi", "jeudi",
                                                    "vendredi", "samedi", "dimanche"};
  const std::string small = ascii::small(word);
  if (small.size() < 2) return "";
  for (size_t day = 0; day < kFrench.size(); ++day)
    if (small.size() >= 3 && small != "mar" &&
        (kFrench[day].starts_with(small) || small == std::string(kFrench[day]) + "s"))
      return {static_cast<char>(kNames[day][0] - 'a' + 'A'), kNames[day][1]};
  for (std::string_view name : kNames) {
    if (name.substr(0, small.size()) != small && small != std::string(name) + "s") continue;
    return {static_cast<char>(name[0] - 'a' + 'A'), name[1]};
  }
  return "";
}

class Tidier {
 public:
  explicit Tidier(std::string_view text) : rest_(text) {}

  std::string tidied() {
    while (!rest_.empty()) {
      if (ascii::is_digit(rest_.front()))
        take_time();
      else if (ascii::is_letter(rest_.front()))
        take_word();
      else
        take_mark();
    }
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == ',' || out_.back() == ';')) out_.pop_back();
    return out_;
  }

 private:
  std::string_view take_while(bool (*wanted)(char)) {
    size_t size = 0;
    while (size < rest_.size() && wanted(rest_[size])) ++size;
    std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  // A blank separates; nothing begins with one, and none is beside a dash or before a mark.
  void put(std::string_view piece) {
    const bool joins = piece == "-" || piece == "," || piece == ";";
    if (joins)
      while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    else if (!out_.empty() && out_.back() != '-' && out_.back() != ',' && out_.back() != ' ')
      out_ += ' ';
    out_ += piece;
    if (piece == ";") out_ += ' ';
  }

  // 8, 8:30, 8.30, 8h, 8h30, 8am, 8 PM
  void take_time() {
    const std::string hours(take_while(ascii::is_digit));
    std::string minutes = "00";
    if (rest_.size() > 1 && std::string_view(":.h").find(rest_[0]) != std::string_view::npos &&
        ascii::is_digit(rest_[1])) {
      rest_.remove_prefix(1);
      minutes = take_while(ascii::is_digit);
    } else if (rest_.starts_with("h") && (rest_.size() == 1 || !ascii::is_letter(rest_[1]))) {
      rest_.remove_prefix(1);
    }
    if (hours.size() > 2 || minutes.size() != 2) return put(hours + ":" + minutes);
    char time[16];
    std::snprintf(time, sizeof time, "%02d:", hour_of(std::stoi(hours)));
    put(time + minutes);
  }

  int hour_of(int hour) {
    const std::string_view before = rest_;
    while (rest_.starts_with(" ")) rest_.remove_prefix(1);
    const std::string word = ascii::small(take_while(ascii::is_letter));
    if (word == "am") return hour % 12;
    if (word == "pm") return hour % 12 + 12;
    rest_ = before;
    return hour;
  }

  void take_word() {
    const std::string_view word = take_while(ascii::is_letter);
    const std::string day = day_of(word), small = ascii::small(word);
    if (!day.empty()) return put(day);
    if (small == "to" || small == "until" || small == "till" || small == "au") return put("-");
    if (small == "and" || small == "et") return put(",");
    if (small == "off" || small == "closed") return put("off");
    if (small == "ph") return put("PH");
    put(word);
  }

  void take_mark() {
    for (auto [mark, means] :
         {std::pair("\u2013", "-"), std::pair("\u2014", "-"), std::pair("\u2212", "-"), std::pair("\u2010", "-"),
          std::pair("\u2011", "-"), std::pair("\u00E0", "-"), std::pair("\u00A0", ""), std::pair("\u202F", ""),
          std::pair("-", "-"), std::pair(",", ","), std::pair(";", ";"), std::pair(" ", ""), std::pair("\t", "")}) {
      if (!rest_.starts_with(mark)) continue;
      rest_.remove_prefix(std::string_view(mark).size());
      if (*means != '\0') put(means);
      return;
    }
    out_ += rest_.front();
    rest_.remove_prefix(1);
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string tidied_hours(std::string_view text) { return Tidier(text).tidied(); }

}  // namespace kiosk
