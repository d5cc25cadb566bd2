#include "kiosk/publish/repository/clock_check.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <iterator>
#include <sstream>

#include "kiosk/catalog/schema.h"
#include "kiosk/os/directory.h"

namespace kiosk::publish {

using namespace update;

namespace {

constexpr const char* kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                   "july",    "august",   "september", "october", "november", "december"};

std::optional<Instant> written_at(const std::filesystem::path& file) {
  std::error_code absent;
  const auto time = std::filesystem::last_write_time(file, absent);
  if (absent) return std::nullopt;
  return std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(time));
}

std::optional<Instant> newest_file(const std::filesystem::path& folder) {
  std::optional<Instant> newest;
  const auto names = os::list_folder(folder);
  if (!names.ok()) return newest;
  for (const std::string& name : *names) {
    const auto time = written_at(folder / name);
    if (time && (!newest || *time > *newest)) newest = time;
  }
  return newest;
}

// The day that the content's editors gave to their edition.
std::optional<Instant> day_of_edition(const std::filesystem::path& catalog) {
  auto database =
      sql::Database::open_readonly_immutable(catalog / catalog::kContentFile, catalog::content_read_options());
  if (!database.ok()) return std::nullopt;
  auto row = database->prepare("SELECT published FROM pack");
  if (!row.ok()) return std::nullopt;
  const auto found = row->step();
  if (!found.ok() || !*found) return std::nullopt;
  const auto date = parse_date(row->text(0));
  if (!date.ok()) return std::nullopt;
  return Instant(*date);
}

std::string lower(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
  return word;
}

Status check_said(Date today, const std::string& said) {
  KIOSK_TRY(day, day_in_words(said));
  if (std::chrono::abs(day - today) <= kClockSlack) return {};
  return Error{Code::refused, "You say that today is " + in_words(day) + ", and this computer's clock says " +
                                  in_words(today) + ". Set the clock first. Nothing was signed."};
}

}  // namespace

std::vector<DayKnown> days_known(const Repository& repository, const std::filesystem::path& catalog, Instant build) {
  std::vector<DayKnown> known{{"this program was built", build}};
  if (std::filesystem::exists(repository.metadata() / "timestamp.json")) {
    if (auto state = load_state(repository); state.ok() && state->timestamp.created) {
      known.push_back({"the last edition was made", *state->timestamp.created});
    }
  }
  if (auto time = newest_file(repository.metadata()))
    known.push_back({"a file of the repository was written", *time, true});
  if (catalog.empty()) return known;
  if (auto day = day_of_edition(catalog)) known.push_back({"the day of this edition (pack.yaml) is", *day});
  if (auto time = newest_file(catalog)) known.push_back({"a file of the catalog was written", *time, true});
  return known;
}

Status check_clock(Instant now, const std::vector<DayKnown>& known, const std::string& said) {
  const Date today = std::chrono::floor<std::chrono::days>(now);
  if (!said.empty()) return check_said(today, said);
  const std::string remedy = " If the clock is right, say the day in words: --today \"" + in_words(today) +
                             "\". If not, set it. Nothing was signed.";
  const std::string clock = "This computer's clock says " + in_words(today) + ", but ";
  auto said_by = [](const DayKnown& day) {
    return day.by + " " + in_words(std::chrono::floor<std::chrono::days>(day.time));
  };
  std::optional<DayKnown> newest;
  for (const DayKnown& day : known) {
    const bool differs = day.is_now && now > day.time + kClockSlack;
    if (differs || day.time > now + kClockSlack) return Error{Code::refused, clock + said_by(day) + "." + remedy};
    if (!day.of_this_clock && (!newest || day.time > newest->time)) newest = day;
  }
  if (newest && now > newest->time + kFarAhead) {
    return Error{Code::refused, clock + "the newest other day is far before it: " + said_by(*newest) + "." + remedy};
  }
  return {};
}

Result<Date> day_in_words(std::string_view text) {
  std::istringstream words{std::string(text)};
  int day = 0, year = 0;
  std::string month, more;
  words >> day >> month >> year;
  if (!words.fail() && !(words >> more)) {
    const auto at = std::find(std::begin(kMonths), std::end(kMonths), lower(month));
    const auto number = static_cast<unsigned>(at - std::begin(kMonths)) + 1;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(number),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (at != std::end(kMonths) && date.ok()) return Date(date);
  }
  return Error{Code::invalid,
               "\"" + std::string(text) + "\" is no day in words. Write, for example, \"28 November 2026\"."};
}

std::string in_words(Date date) {
  const std::chrono::year_month_day day(date);
  std::string month = kMonths[static_cast<unsigned>(day.month()) - 1];
  month[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(month[0])));
  return std::to_string(static_cast<unsigned>(day.day())) + " " + month + " " +
         std::to_string(static_cast<int>(day.year()));
}

}  // namespace kiosk::publish
