// What a screen tells of an update, and when. How it looks on each panel: update_strip_test.cc.
#include <doctest/doctest.h>

#include <memory>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/narration.h"
#include "kiosk/base/instant.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;
using accessibility::Node;
using accessibility::Role;
using update::Origin;
using update::Outcome;

namespace {

const ui::Panel kTenInch{1280, 800, 1280 / 216.8f, 850}, kSevenInch{1024, 600, 1024 / 153.0f, 900};

class Hall {
 public:
  explicit Hall(const ui::Panel& panel = kTenInch) {
    auto made = text::Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    engine = *std::move(made);
    Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = &catalog;
    parts.panel = panel;
    parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    kiosk->see_update(std::nullopt, last, 0);
    draw();
  }

  void draw() { kiosk->draw(nullptr, 0); }
  const Node* strip() const { return kiosk->scene().tree.find("update"); }
  bool says(const std::string& part) const { return strip() && strip()->name.find(part) != std::string::npos; }
  bool spelled() const { return strip() && !strip()->text.empty(); }

  void runs(uint64_t percent, Origin origin = Origin::stick) {
    progress = update::Progress{update::Step::fetching, percent * 1000, 100'000, origin};
    see();
  }
  void ends(Outcome outcome, Origin origin = Origin::stick) {
    progress.reset();
    last.emplace();
    last->report.outcome = outcome;
    last->report.origin = origin;
    last->report.version = 12;
    last->at = Instant(std::chrono::seconds(1000 + static_cast<int64_t>(seconds)));
    see();
  }
  void see() {
    kiosk->see_update(progress, last, seconds);
    if (kiosk->dirty()) draw();
  }
  // Only as often as the kiosk itself asks for.
  void wait(double time) {
    for (double end = seconds + time; seconds < end;) {
      seconds = std::min(end, std::max(seconds + 0.01, kiosk->next_tick()));
      kiosk->tick(seconds);
      if (kiosk->dirty()) draw();
    }
  }
  void touch(TouchPhase phase, const Node& node) {
    float x = node.rect.x + node.rect.width / 2, y = node.rect.y + node.rect.height / 2;
    kiosk->touch({phase, 0, x, y}, seconds);
    if (kiosk->dirty()) draw();
  }
  void tap(const std::string& id) {
    const Node* node = kiosk->scene().tree.find(id);
    REQUIRE_MESSAGE(node, "no " << id << " on " << kiosk->scene().tree.screen);
    Node copy = *node;
    touch(TouchPhase::down, copy);
    wait(0.1);
    touch(TouchPhase::up, copy);
    wait(0.6);
  }

  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine;
  std::unique_ptr<Kiosk> kiosk;
  std::optional<update::Progress> progress;
  std::optional<update::OutcomeRecord> last;
  double seconds = 0;
};

}  // namespace

TEST_CASE(
    "an update that was taken and one that was refused have pictures of their own, and the day is said in words") {
  for (auto [outcome, icon] : {std::pair(Outcome::updated, "check"), std::pair(Outcome::up_to_date, "check"),
                               std::pair(Outcome::refused, "alert"), std::pair(Outcome::no_space, "alert")}) {
    Hall hall;
    hall.runs(60);
    CHECK(hall.strip()->icon == "usb");
    hall.ends(outcome);
    REQUIRE(hall.strip());
    CHECK(hall.strip()->icon == icon);
  }
  Hall hall;
  hall.runs(60);
  hall.ends(Outcome::updated);
  hall.last->report.created = Instant(*parse_date("2026-11-23"));
  hall.last->at += std::chrono::seconds(1);
  hall.see();
  CHECK(hall.says("Updated to version 12 of 23 November 2026."));
}

TEST_CASE("where nobody reads, a stick's update appears in words, moves on, tells its end and is gone") {
  Hall hall;
  CHECK_FALSE(hall.strip());
  hall.runs(10);
  REQUIRE(hall.spelled());
  CHECK(hall.says("leave it in"));
  CHECK(hall.strip()->role == Role::progress);
  CHECK(hall.strip()->value == "10");
  hall.runs(60);
  CHECK(hall.strip()->value == "60");
  hall.ends(Outcome::updated);
  CHECK(hall.spelled());
  CHECK(hall.says("Updated to version 12."));
  CHECK_FALSE(hall.says("take the stick out"));
  hall.wait(4);
  CHECK(hall.says("You can take the stick out."));
  hall.wait(20);
  CHECK_FALSE(hall.strip());
}

TEST_CASE("a stick that was pulled too early need not be taken out") {
  Hall hall;
  hall.runs(10);
  hall.ends(Outcome::interrupted);
  hall.wait(10);
  CHECK(hall.says("removed too early"));
  CHECK_FALSE(hall.says("take the stick out"));
}

TEST_CASE("nothing moves under the eyes of a reader: the words wait for another page or the end of the visit") {
  Hall hall;
  hall.tap("language-en");
  std::vector<Node> before = hall.kiosk->scene().tree.nodes;
  hall.runs(40);
  REQUIRE(hall.strip());
  CHECK_FALSE(hall.spelled());
  for (const Node& node : before) {
    const Node* after = hall.kiosk->scene().tree.find(node.id);
    REQUIRE(after);
    CHECK(after->rect == node.rect);
    CHECK(after->clip == node.clip);
  }
  SUBCASE("another page") {
    hall.tap("display");
    CHECK(hall.spelled());
    // And there they stay, however it goes on, until the page changes once more.
    hall.ends(Outcome::updated);
    hall.wait(30);
    CHECK(hall.says("take the stick out"));
    hall.tap("back");
    CHECK_FALSE(hall.strip());
  }
  SUBCASE("the end of the visit") {
    hall.ends(Outcome::refused);
    hall.wait(10);
    CHECK_FALSE(hall.spelled());
    hall.tap("leave");
    CHECK(hall.spelled());
    CHECK(hall.says("damaged or was altered"));
    hall.wait(21);
    CHECK_FALSE(hall.strip());
  }
}

TEST_CASE("seven inches have no room for words but for the end, and only where nobody reads") {
  Hall hall(kSevenInch);
  Node tile = *hall.kiosk->scene().tree.find("language-en");
  hall.runs(40);
  REQUIRE(hall.strip());
  CHECK_FALSE(hall.spelled());
  CHECK(hall.kiosk->scene().tree.find("language-en")->rect == tile.rect);
  hall.tap("language-en");
  hall.ends(Outcome::updated);
  hall.tap("display");
  CHECK_FALSE(hall.spelled());
  hall.tap("leave");
  CHECK(hall.spelled());
  CHECK(hall.says("Updated to version 12."));
  hall.wait(21);
  CHECK_FALSE(hall.strip());
}

TEST_CASE("nothing moves under a finger either") {
  Hall hall;
  Node tile = *hall.kiosk->scene().tree.find("language-en");
  hall.touch(TouchPhase::down, tile);
  hall.runs(40);
  CHECK_FALSE(hall.spelled());
  CHECK(hall.kiosk->scene().tree.find("language-en")->rect == tile.rect);
}

TEST_CASE("of what comes over the network visitors see nothing, and no frame is drawn for it") {
  Hall hall;
  hall.progress = update::Progress{update::Step::fetching, 5, 10, Origin::network};
  hall.kiosk->see_update(hall.progress, hall.last, 1);
  CHECK_FALSE(hall.kiosk->dirty());
  hall.ends(Outcome::no_connection, Origin::network);
  CHECK_FALSE(hall.strip());
}

TEST_CASE("what ended before the screen was there is not told") {
  Hall hall;
  hall.ends(Outcome::updated);
  REQUIRE(hall.strip());
  Kiosk::Parts parts;
  parts.engine = hall.engine.get();
  parts.catalog = &hall.catalog;
  parts.now = [] { return screens::Moment{}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  Kiosk later(std::move(parts), 0);
  later.see_update(std::nullopt, hall.last, 0);
  CHECK_FALSE(later.draw(nullptr, 0).tree.find("update"));
}

TEST_CASE("an updater that died takes its strip with it") {
  Hall hall;
  hall.runs(40);
  hall.wait(170);
  CHECK(hall.strip());
  hall.wait(20);
  CHECK_FALSE(hall.strip());
}

TEST_CASE("an update is spoken of to those who ask, with its percent, and is no part of the page that is read out") {
  Hall hall;
  hall.runs(40);
  const accessibility::Tree& tree = hall.kiosk->scene().tree;
  ui::Words none;
  auto words = [&](const LanguageTag&) -> const ui::Words& { return none; };
  for (const speech::Utterance& utterance : read_page(tree, words)) CHECK(utterance.id != "update");
  auto asked = describe(tree, *hall.strip(), words);
  REQUIRE_FALSE(asked.empty());
  CHECK(asked.front().text.find("40 percent") != std::string::npos);
}
