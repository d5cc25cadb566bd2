// Whether the clock of a machine that is about to sign can be right. An edition that is signed under a clock of 2030
// would lock kiosks out of every later one, and one signed under 2020 is dead when it comes out. So the clock is held
// against everything else that knows a day; where it lies far off, a person must say the day.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk::publish {

// One thing that knows that a day has come, or what day it is about.
struct DayKnown {
  std::string by;  // "the last edition", for a sentence
  Instant time;
  // Written by the very clock that is in question: it can show that the clock went back, not that it ran ahead.
  bool of_this_clock = false;
  bool is_now = false;  // another clock, which says what time it is
};

// Before the newest day that is known to have passed no clock can be right; more than this after it none need be.
inline constexpr std::chrono::days kFarAhead{400};
// Clocks differ by zones typed wrongly, and files come from other machines.
inline constexpr std::chrono::days kClockSlack{1};

// The last edition, the program's build, the newest file of the repository, the day of the catalog's edition (none:
// `catalog` is empty).
std::vector<DayKnown> days_known(const Repository& repository, const std::filesystem::path& catalog, Instant build);

// The clock of the server from which kiosks fetch this repository; no one else's is asked.
inline DayKnown day_of_server(const std::string& address, Instant time) {
  return {"the server of " + address + " says that it is", time, false, true};
}

// `said`: the day in words, from a person; empty: nobody said it. Error: Code::refused, saying what does not fit, and
// what to do; invalid when `said` is no day.
Status check_clock(Instant now, const std::vector<DayKnown>& known, const std::string& said);

// "28 November 2026". Error: Code::invalid.
Result<Date> day_in_words(std::string_view text);
std::string in_words(Date date);

}  // namespace kiosk::publish
