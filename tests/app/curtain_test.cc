// The privacy curtain: what is seen, touched and heard while it is down.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/heard_stage.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Region;
using app::Key;
using audio::Way;
using test::contains;
using test::HeardStage;
using test::HeardVisit;

namespace {

// With headphones on a page that is long enough to be still read when something happens.
struct Reading : HeardStage {
  explicit Reading(const std::string& topic = "at-work")
      : HeardStage([](test::MemoryCatalog& content) {
          for (catalog::Topic& one : content.own_topics) {
            for (int i = 0; i < 20; ++i)
              one.body += "\n\nParagraph number " + std::to_string(i) + ". It has two sentences.\n";
          }
        }) {
    at_topic(topic);
    visit.headphones(true);
    for (int i = 0; i < 6000 && visit.transcript().back().words != "First words."; ++i) visit.wait(0.01);
    REQUIRE(visit.transcript().back().words == "First words.");
    visit.take_transcript();
  }
};

// Words and pictures of the page that stand on the screen.
std::vector<std::string> seen_of_page(const HeardVisit& visit) {
  std::vector<std::string> seen;
  for (const Node& node : visit.tree().nodes) {
    if (node.region == Region::page && !(node.text.empty() && node.icon.empty())) seen.push_back(node.id);
  }
  return seen;
}

bool is_down(const HeardVisit& visit) { return visit.kiosk->session().settings.curtain; }

}  // namespace

TEST_CASE("R62: the privacy curtain hides the page at one tap, while the headphones go on with it from the same word") {
  for (const char* topic : {"at-work", "before-you-go"}) {
    Reading stage(topic);
    HeardVisit& visit = stage.visit;
    std::vector<Node> bar;
    for (const Node& node : visit.tree().nodes) {
      if (node.region == Region::controls && !node.id.starts_with("page-")) bar.push_back(node);
    }
    size_t tapped = visit.here();
    visit.tap("curtain");
    CHECK(is_down(visit));
    CHECK(seen_of_page(visit) == std::vector<std::string>{"curtain-show"});
    for (const Node& node : bar) {
      const Node* still = visit.tree().find(node.id);
      REQUIRE_MESSAGE(still, node.id);
      CHECK_MESSAGE((still->rect == node.rect && !still->hidden && !still->icon.empty()), node.id);
    }
    for (int i = 0; i < 10; ++i) {
      size_t begin = visit.here();
      visit.wait(1);
      CHECK_FALSE(visit.silent(Way::headphones, begin, visit.here()));
    }
    CHECK(visit.silent(Way::loudspeaker, tapped, visit.here()));
    visit.wait_until_silent();
    std::string heard = visit.take_transcript();
    CHECK_MESSAGE(heard.starts_with("First words.\n"), heard);  // the sentence that was heard when it came down
    CHECK_FALSE(contains(heard, "You can hear this screen."));
    CHECK_FALSE(contains(heard, "Hide page"));
    CHECK(contains(heard, "Paragraph number 19."));
    CHECK(contains(heard, "Checked on"));
  }
}

TEST_CASE("R62: who taps twice by habit hides the page all the same, and it is shown by a tap twice on the way back") {
  Reading stage;
  HeardVisit& visit = stage.visit;
  visit.double_tap("curtain");
  CHECK(is_down(visit));
  visit.tap("curtain-show");  // speaks only
  CHECK(is_down(visit));
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Show page\nButton."));
  visit.double_tap("curtain-show");
  CHECK_FALSE(is_down(visit));
  CHECK(seen_of_page(visit).size() > 5);
}

TEST_CASE(
    "R62: a finger that slides over the curtain's control hears what it is and how it stands, and hides nothing") {
  Reading stage;
  HeardVisit& visit = stage.visit;
  Rect control = visit.tree().find("curtain")->rect;
  visit.down(control.x + control.width / 2, control.y - 100);
  visit.move(control.x + control.width / 2, control.y + 10);
  visit.wait(0.1);
  visit.up(control.x + control.width / 2, control.y + 10);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Hide page\nOff."));
  CHECK_FALSE(is_down(visit));
}

TEST_CASE("R62: by keypad and ear the curtain is found, lowered and raised, and says how it stands") {
  Reading stage;
  HeardVisit& visit = stage.visit;
  visit.go_to("Hide page\nOff.");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Hide page\nOn."));
  CHECK(is_down(visit));
  CHECK(seen_of_page(visit) == std::vector<std::string>{"curtain-show"});
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Hide page\nOff."));
  CHECK_FALSE(is_down(visit));
}

TEST_CASE(
    "R62: behind the curtain the keypad goes through the page by ear, presses it, and the next page stays hidden") {
  Reading stage("before-you-go");
  HeardVisit& visit = stage.visit;
  visit.tap("curtain");
  visit.go_to("Help line");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(visit.tree().screen == "contact");
  CHECK(contains(visit.take_transcript(), "1\n1\n6\n"));
  CHECK(is_down(visit));
  CHECK(seen_of_page(visit) == std::vector<std::string>{"curtain-show"});
  for (const Node& node : visit.tree().nodes) CHECK_MESSAGE((!node.phone || node.phone->as_drawn().empty()), node.id);
}

TEST_CASE("R62: a hand reaches nothing that the curtain hides, and shows the page with one tap") {
  Reading stage("before-you-go");
  HeardVisit& visit = stage.visit;
  std::vector<Node> page;
  for (const Node& node : visit.tree().nodes) {
    if (node.region == Region::page && node.can_act()) page.push_back(node);
  }
  REQUIRE(!page.empty());
  visit.tap("curtain");
  visit.headphones(false);  // touch acts again, and the page stays hidden
  REQUIRE(is_down(visit));
  CHECK_FALSE(visit.tree().find("curtain"));
  Rect way_back = visit.tree().find("curtain-show")->rect;
  for (const Node& node : page) {
    float x = node.rect.x + node.rect.width / 2, y = node.rect.y + node.rect.height / 2;
    if (way_back.contains(x, y) || !node.clip.contains(x, y)) continue;
    visit.down(x, y);
    visit.up(x, y);
    CHECK_MESSAGE(visit.tree().screen == "topic", node.id);
    visit.wait(1);
  }
  CHECK(is_down(visit));
  visit.tap("curtain-show");
  CHECK_FALSE(is_down(visit));
  CHECK(visit.tree().screen == "topic");
}

TEST_CASE("R62 R45: the curtain rises when the visitor leaves or walks away, and never covers the warning") {
  Reading stage;
  HeardVisit& visit = stage.visit;
  visit.tap("curtain");
  visit.tap("leave");
  CHECK_FALSE(is_down(visit));
  CHECK_FALSE(visit.kiosk->in_use());
  CHECK(seen_of_page(visit).size() > 2);

  Reading walked_away("before-you-go");
  HeardVisit& other = walked_away.visit;
  other.tap("curtain");
  other.wait_until_silent();
  for (int i = 0; i < 300 && other.tree().screen != "idle_warning"; ++i) other.wait(1);
  REQUIRE(other.tree().screen == "idle_warning");
  std::vector<std::string> seen = seen_of_page(other);
  CHECK(std::count(seen.begin(), seen.end(), "stay") == 1);
  CHECK_FALSE(other.tree().find("curtain"));
  CHECK(is_down(other));
  for (int i = 0; i < 60 && other.kiosk->in_use(); ++i) other.wait(1);
  CHECK(other.tree().screen == "languages");
  CHECK_FALSE(is_down(other));
}

TEST_CASE("R62: the curtain is offered where one person alone hears the page, also to a hand that pressed listen") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  CHECK_FALSE(visit.tree().find("curtain"));
  visit.tap("listen");
  CHECK_FALSE(visit.tree().find("curtain"));  // on the loudspeaker it would hide what everybody hears
  visit.headphones(true);
  CHECK(visit.tree().find("curtain"));
  visit.tap("leave");
  REQUIRE_FALSE(visit.kiosk->in_use());
  // The next one finds the headphones still plugged in.
  stage.at_topic("before-you-go");
  CHECK_FALSE(visit.tree().find("curtain"));
  visit.tap("listen");
  visit.wait(0.5);
  REQUIRE(visit.tree().find("curtain"));
  visit.tap("curtain");
  CHECK(is_down(visit));
  CHECK(visit.recorder->speaker().state() == speech::State::speaking);
  CHECK(visit.tree().find("speech-stop"));
  visit.tap("curtain-show");
  CHECK_FALSE(is_down(visit));
  CHECK(visit.recorder->speaker().state() == speech::State::speaking);
}
