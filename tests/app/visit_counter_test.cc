#include "kiosk/app/visit_counter.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/support/memory_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {
namespace {

using screens::Screen;
using std::chrono::hours;

const Date kToday = *parse_date("2026-11-24");

struct Counting {
  test::TemporaryFolder folder;
  test::MemoryCatalog catalog = test::small_catalog();
  VisitCounter counter{stats::Counter(folder / "counts.csv", hours(12))};
  Session session = fresh_session(catalog);

  Counting() { counter.tick(at(11)); }

  static std::chrono::local_seconds at(int hour) {
    return std::chrono::local_seconds(kToday.time_since_epoch()) + hours(hour);
  }
  void go(Screen screen, const std::string& argument = "") {
    screens::Place place;
    place.screen = screen;
    place.argument = argument;
    session.history.push_back(place);
    counter.see(session, catalog, kToday);
  }
  void end() {
    session = fresh_session(catalog);
    counter.see(session, catalog, kToday);
  }
  // Ten times over, so that no number is so small that it is merged with others.
  void visits(Screen screen, const std::string& argument = "") {
    for (int visit = 0; visit < 10; ++visit) {
      go(screen, argument);
      go(Screen::home);
      go(screen, argument);
      end();
    }
  }
  std::map<std::string, int64_t> written() {
    counter.tick(at(13));
    auto counts = stats::read_counts(folder / "counts.csv");
    REQUIRE(counts.ok());
    std::map<std::string, int64_t> topics;
    for (const auto& [key, count] : counts->all()) topics[key.topic] += count;
    return topics;
  }
};

TEST_CASE("a page counts for its section, once in a visit") {
  Counting counting;
  counting.visits(Screen::topic, "before-you-go");
  CHECK(counting.written() == std::map<std::string, int64_t>{{"travel", 10}});
}

TEST_CASE("a red page counts as its everyday section does, and nothing names it") {
  Counting counting;
  counting.visits(Screen::topic, "at-work");
  CHECK(counting.written() == std::map<std::string, int64_t>{{"travel", 10}});
}

TEST_CASE("R67: an answer to \"Did this help?\" counts for the section of its page, once in a visit") {
  Counting counting;
  for (int visit = 0; visit < 10; ++visit) {
    counting.go(Screen::topic, "before-you-go");
    for (bool yes : {true, false}) {
      apply(counting.session, ui::SayHelped{yes}, counting.catalog);
      counting.counter.see(counting.session, counting.catalog, kToday);
    }
    counting.end();
  }
  counting.written();
  auto counts = stats::read_counts(counting.folder / "counts.csv");
  REQUIRE(counts.ok());
  CHECK(counts->format() == "day,topic,language,count\n2026-11-24,travel,en,10\n2026-11-24,travel/helped,en,10\n");
}

TEST_CASE("contacts and news count for the sections that lead to them") {
  Counting counting;
  counting.visits(Screen::contact, "line");
  counting.visits(Screen::topic, "story");
  CHECK(counting.written() == std::map<std::string, int64_t>{{"help", 10}, {"news", 10}});
}

TEST_CASE("screens that belong to no topic count for nothing") {
  Counting counting;
  for (Screen screen : {Screen::home, Screen::search, Screen::about, Screen::display, Screen::interruption}) {
    counting.visits(screen, "at-work");
  }
  CHECK(counting.written().empty());
}

TEST_CASE("the file is written at its hour and at no other, whatever was opened") {
  Counting counting;
  counting.visits(Screen::topic, "before-you-go");
  counting.counter.tick(Counting::at(11) + std::chrono::minutes(59));
  CHECK_FALSE(std::filesystem::exists(counting.folder / "counts.csv"));
  counting.counter.tick(Counting::at(12));
  CHECK(std::filesystem::exists(counting.folder / "counts.csv"));
}

}  // namespace
}  // namespace kiosk::app
