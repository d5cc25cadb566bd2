// A kiosk's life on a virtual clock: every day visitors, at a random moment of it a power cut, once a month a stick
// with new content. Prints what the program held and wrote, and exits with 1 when it held more at the end than after
// the first days, wrote more than the aim allows, or kept a file that only grows.
//
// usage: soak CONTENT_FOLDER [DAYS [SEED]]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "kiosk/base/check.h"
#include "kiosk/fleet/collect.h"
#include "kiosk/fleet/receipt.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/directory_source.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/updater.h"
#include "tests/soak/measure.h"
#include "tests/soak/program.h"
#include "tests/soak/publisher.h"
#include "tests/soak/visitor.h"

namespace {

using namespace kiosk;
using namespace kiosk::test;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int kWarmUp = 5;  // days in which caches that live as long as the process fill up
constexpr double kMoreHeap = 0.02;
constexpr uint64_t kMostWritten = 5'000'000;  // bytes on a day

struct Day {
  uint64_t heap_off = 0;      // with the power off: what no part of the program should have kept
  uint64_t heap_on = 0;       // when the first picture is drawn
  uint64_t heap_evening = 0;  // after a day of visits; depends on what they opened
  uint64_t resident = 0;
  uint64_t written = 0;  // by the kiosk and its updater
  bool stick = false;
};

class Office {
 public:
  Office(const std::filesystem::path& content, int number_of_days, int stick_every, unsigned seed)
      : stick_every_(stick_every), generator_(seed) {
    folders_ = {machine_.path()};
    make_content(content, number_of_days);
    std::filesystem::create_directories(folders_.counts().parent_path());
    count_the_year_before();
  }

  Day live_one_day(int number) {
    Day day;
    const auto morning = std::chrono::floor<days>(clock_.time) + hours(8);
    const auto evening = morning + hours(9);
    const auto power_fails = morning + minutes(60 + generator_() % (8 * 60));
    const uint64_t before = bytes_written();
    clock_.time = morning;
    for (const auto until : {std::chrono::sys_seconds(power_fails), std::chrono::sys_seconds(evening)}) {
      Program program(folders_, clock_, "boot " + std::to_string(number) + (until == evening ? "b" : "a"));
      day.heap_on = heap_bytes();
      while (clock_.time < until) {
        visit(program, clock_, until, generator_);
        ++visits_;
        if (clock_.time < until) program.rest();
        clock_.time = std::min(clock_.time + minutes(20 + generator_() % 90), until);
        if (clock_.time < until) program.rest();
      }
      if (until == evening && number % stick_every_ == 0) {
        day.stick = true;
        update(stick(number));
        program.rest();
      }
      day.heap_evening = heap_bytes();
    }
    day.heap_off = heap_bytes();
    day.resident = resident_bytes();
    day.written = bytes_written() - before;
    clock_.time = morning + days(1);
    return day;
  }

  std::map<std::string, uint64_t> files() const { return file_sizes(machine_.path()); }
  int visits() const { return visits_; }
  int updates() const { return updates_; }
  // On the stick of the last update.
  ptrdiff_t receipts() const {
    return std::distance(std::filesystem::directory_iterator(stick(updates_ * stick_every_) / fleet::kReceiptFolder),
                         {});
  }

 private:
  std::filesystem::path stick(int number) const { return sticks_ / std::to_string(number); }

  // All of it beforehand: what the office's own computer holds and writes is not what is measured.
  void make_content(const std::filesystem::path& content, int number_of_days) {
    Publisher publisher(content, clock_.time);
    first_root_ = publisher.first_root();
    write_file(folders_.root(), first_root_);
    const auto today = std::chrono::floor<days>(clock_.time);
    publisher.build_edition(today, folders_.built_in());
    for (int number = stick_every_; number <= number_of_days; number += stick_every_) {
      publisher.write_stick(today + days(number - 1), stick(number));
    }
  }

  void update(const std::filesystem::path& stick) {
    update::UpdaterOptions options;
    options.first_root = first_root_;
    options.build = clock_.time - days(3000);
    options.health = folders_.health();
    options.reserve = 0;
    update::DirectorySource source(stick / update::kStickFolder);
    const update::Store store = folders_.store();
    const update::CheckRelease check = [](const std::filesystem::path& made) { return update::check_catalog(made); };
    const update::OnProgress progress = [](const update::Progress&) {};
    const update::Report report = update::Updater(store, options, clock_, check, progress).run(source);
    if (report.outcome != update::Outcome::updated) std::fprintf(stderr, "%s\n", report.detail.c_str());
    KIOSK_CHECK(report.outcome == update::Outcome::updated);
    ++updates_;
    fleet::Sources sources;
    sources.store = store;
    sources.health = folders_.health();
    sources.build = options.build;
    KIOSK_CHECK(fleet::leave_receipt(stick, store.folder / "identity", fleet::collect(sources, clock_)).ok());
  }

  // So that the file of counts has the length that it keeps, and growing can be told from having grown.
  void count_the_year_before() {
    stats::Counter counter(folders_.counts(), hours(12));
    for (auto day = std::chrono::floor<days>(clock_.time) - days(450); day < clock_.time; day += days(1)) {
      for (const char* topic : {"help", "travel", "work", "return", "borders", "agreements", "news"}) {
        for (const char* language : {"en", "fr", "ar"}) {
          if (generator_() % 3 == 0) continue;
          for (int count = 0; count < 12; ++count) {
            counter.opened(topic, LanguageTag::of(language), std::chrono::floor<days>(day));
            counter.end_session();
          }
        }
      }
      KIOSK_CHECK(counter.tick(std::chrono::local_seconds(day.time_since_epoch()) + hours(11)).ok());
      KIOSK_CHECK(counter.tick(std::chrono::local_seconds(day.time_since_epoch()) + hours(13)).ok());
    }
  }

  const int stick_every_;  // days
  std::mt19937 generator_;
  FixedClock clock_{std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + hours(8)};
  TemporaryFolder machine_, sticks_;
  MachineFolders folders_;
  std::string first_root_;
  int visits_ = 0, updates_ = 0;
};

uint64_t median(std::vector<Day> const& all, size_t from, size_t to, uint64_t Day::*what) {
  std::vector<uint64_t> values;
  for (size_t at = from; at < to; ++at) values.push_back(all[at].*what);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

int failures = 0;

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::printf("NOT SO: %s\n", what.c_str());
  ++failures;
}

double megabytes(uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

// Prints how a figure went from the first days to the last; returns by how many bytes it grew.
double compare(const std::vector<Day>& all, uint64_t Day::*what, const char* name) {
  const size_t few = std::min<size_t>(5, (all.size() - kWarmUp) / 2);
  const uint64_t first = median(all, kWarmUp, kWarmUp + few, what),
                 last = median(all, all.size() - few, all.size(), what);
  std::printf("%-32s %8.3f MB after the warm-up, %8.3f MB at the end: %+.2f %%\n", name, megabytes(first),
              megabytes(last), 100 * (static_cast<double>(last) / static_cast<double>(first) - 1));
  return static_cast<double>(last) - static_cast<double>(first);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: soak CONTENT_FOLDER [DAYS [SEED]]\n"), 2;
  const int count = argc > 2 ? std::atoi(argv[2]) : 365;
  const unsigned seed = argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1;
  if (count < 2 * kWarmUp) return std::fprintf(stderr, "soak: at least %d days are needed\n", 2 * kWarmUp), 2;
  // A short run shall see sticks too.
  Office office(argv[1], count, count < 90 ? 4 : 30, seed);
  std::vector<Day> all;
  std::vector<std::map<std::string, uint64_t>> months;
  for (int number = 1; number <= count; ++number) {
    all.push_back(office.live_one_day(number));
    if (number % 30 == 0) {
      std::printf("day %3d: heap %.3f MB with the power off, %.3f MB with the first picture\n", number,
                  megabytes(all.back().heap_off), megabytes(all.back().heap_on));
      std::fflush(stdout);
    }
    // A quarter of a year each, or a quarter of the run: enough to see what never shrinks.
    if (number % std::max(1, count / 4) == 0) months.push_back(office.files());
  }
  std::printf("%d days, %d visits, %d power cuts, %d sticks\n", count, office.visits(), count, office.updates());
  const double most = kMoreHeap * static_cast<double>(all[kWarmUp].heap_on);
  require(compare(all, &Day::heap_on, "heap, first picture of the day") <= most,
          "the heap of a fresh start stays within 2 %");
  require(compare(all, &Day::heap_off, "heap, power off") <= most,
          "what a power cut leaves in the process stays within 2 %");
  compare(all, &Day::heap_evening, "heap, last picture of the day");
  compare(all, &Day::resident, "resident, power off");
  uint64_t usual = 0, with_stick = 0, sum = 0;
  for (const Day& day : all) {
    (day.stick ? with_stick : usual) = std::max(day.stick ? with_stick : usual, day.written);
    sum += day.written;
  }
  std::printf("written a day: %.3f MB on average, at most %.3f MB without a stick, %.3f MB with one\n",
              megabytes(sum) / count, megabytes(usual), megabytes(with_stick));
  require(usual < kMostWritten, "less than 5 MB are written on a day");
  for (const std::string& name : only_growing(months)) require(false, name + " does not only grow");
  std::printf("files kept: %zu kinds, %.3f MB in all\n", months.back().size(), [&] {
    uint64_t bytes = 0;
    for (const auto& [name, size] : months.back()) bytes += size;
    return megabytes(bytes);
  }());
  if (office.updates() > 0) require(office.receipts() == 1, "one receipt of this kiosk is on the stick");
  return failures == 0 ? 0 : 1;
}
