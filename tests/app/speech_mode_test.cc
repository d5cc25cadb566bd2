// Without sight: the exploring finger, the headphones and what is focused, judged by what is heard.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/app/narration.h"
#include "tests/app/heard_stage.h"

using namespace kiosk;
using accessibility::Node;
using app::Key;
using audio::milliseconds;
using audio::samples_in;
using audio::Way;
using test::contains;
using test::HeardStage;
using test::HeardVisit;
using test::kHundredMs;

namespace {

const Node* focused(const HeardVisit& visit) {
  for (const Node& node : visit.tree().nodes) {
    if (node.focused) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("R6: plugged in headphones start speech with a welcome and silence the loudspeaker, for the whole session") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait(1);
  size_t plugged = visit.here();
  visit.headphones(true);
  visit.wait(2);
  CHECK(visit.silent(Way::loudspeaker, plugged + kHundredMs, visit.here()));
  CHECK_FALSE(visit.silent(Way::headphones, plugged, plugged + samples_in(milliseconds(1000))));
  CHECK(visit.tree().modes.speech);
  visit.wait_until_silent();
  std::string heard = visit.take_transcript();
  CHECK(contains(heard, "You can hear this screen."));
  CHECK(contains(heard, "Tap it twice to choose it."));

  visit.key(Key::next);
  visit.wait(0.3);
  size_t pulled = visit.here();
  visit.headphones(false);
  visit.wait(3);
  for (Way way : {Way::loudspeaker, Way::headphones}) CHECK(visit.silent(way, pulled + kHundredMs, visit.here()));
  CHECK_FALSE(visit.tree().modes.speech);
  size_t asked = visit.here();
  visit.tap("listen");
  visit.wait(2);
  CHECK(visit.silent(Way::loudspeaker, asked, visit.here()));
  CHECK(visit.tree().find("speech-notice"));  // R13, R14: why nothing is heard can be read
}

TEST_CASE("R10: a touch in speech mode speaks and does not act, wherever it is drawn along and lifted") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  std::vector<Node> nodes = visit.tree().nodes;
  REQUIRE(nodes.size() > 6);
  for (const Node& node : nodes) {
    visit.take_transcript();
    visit.down(node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2);
    visit.wait(0.2);
    visit.move(node.rect.x + 3, node.rect.y + 3);
    visit.wait(0.2);
    if (node.at_once) visit.move(1, 1);  // lifted there it would be a press, as the next test shows
    visit.up(node.rect.x + 3, node.rect.y + 3);
    CHECK_MESSAGE(visit.tree().screen == "home", node.id);
    visit.wait_until_silent();
    // The mark on a tile is the tile's own to a finger that explores.
    std::string name =
        node.role == accessibility::Role::listen ? node.name.substr(std::string("Hear: ").size()) : node.name;
    CHECK_MESSAGE(contains(visit.take_transcript(), name), node.id << " did not say " << name);
  }
}

TEST_CASE(
    "R51 R52: one touch on leave now leaves in every mode, in one frame and in silence, however long it is held") {
  for (bool speech : {false, true}) {
    for (double held : {0.05, 0.4, 3.0}) {
      HeardStage stage;
      HeardVisit& visit = stage.at_topic("before-you-go").visit;
      if (speech)
        visit.key(Key::help);
      else
        visit.tap("listen");
      visit.wait(1);
      REQUIRE(visit.tree().modes.speech == speech);
      Rect leave = visit.tree().find("leave")->rect;
      visit.down(leave.x + 5, leave.y + 5);
      visit.wait(held);
      CHECK(visit.tree().screen == "topic");  // R36: not before the finger lets go
      size_t left = visit.here();
      visit.up(leave.x + 12, leave.y + 5);  // a frightened hand does not keep still
      CHECK_MESSAGE(visit.tree().screen == "languages", (speech ? "in speech mode, held " : "by hand, held ") << held);
      CHECK_FALSE(visit.kiosk->in_use());
      visit.wait(2);
      CHECK(visit.silent(Way::loudspeaker, left + kHundredMs, visit.here()));
    }
  }
}

TEST_CASE(
    "R51 R10: a finger that explores and comes over leave now, or slides off it, hears what it is and leaves nothing") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  visit.take_transcript();
  Rect leave = visit.tree().find("leave")->rect, back = visit.tree().find("back")->rect;
  visit.down(back.x + 5, back.y + 5);
  visit.move(leave.x + 5, leave.y + 5);
  visit.wait_until_silent();
  visit.up(leave.x + 5, leave.y + 5);
  CHECK(contains(visit.take_transcript(), "Leave now\nButton."));
  CHECK(visit.tree().screen == "topic");
  visit.wait(2);
  visit.down(leave.x + 5, leave.y + 5);
  visit.move(back.x + 5, back.y + 5);
  visit.move(leave.x + 5, leave.y + 5);
  visit.up(leave.x + 5, leave.y + 5);
  CHECK(visit.tree().screen == "topic");
}

TEST_CASE("R10: the second, separate tap on the same thing acts, and so does the select key; once each") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  visit.tap("section-travel");
  CHECK(visit.tree().screen == "home");
  visit.key(Key::select);
  CHECK(visit.tree().screen == "section");
  visit.wait_until_silent();
  visit.key(Key::back);
  visit.wait_until_silent();
  REQUIRE(visit.tree().screen == "home");
  visit.double_tap("section-travel");
  CHECK(visit.tree().screen == "section");

  visit.key(Key::back);
  visit.wait_until_silent();
  visit.tap("section-travel");
  visit.wait(2);
  visit.tap("section-travel");  // much later: another look, no second tap
  CHECK(visit.tree().screen == "home");
}

TEST_CASE(
    "R11: next comes to everything that is there once, in reading order, and back to the start; previous goes back") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.key(Key::help);
  size_t count = app::stops(visit.tree()).size();
  std::vector<std::string> order;
  for (size_t i = 0; i < count; ++i) {
    visit.key(Key::next);
    REQUIRE(focused(visit));
    order.push_back(focused(visit)->id);
  }
  CHECK(std::set<std::string>(order.begin(), order.end()).size() == count);
  CHECK(order.front() == "title");
  CHECK(std::find(order.begin(), order.end(), "title") < std::find(order.begin(), order.end(), "block-0"));
  CHECK(std::find(order.begin(), order.end(), "block-0") < std::find(order.begin(), order.end(), "leave"));
  visit.key(Key::next);
  CHECK(focused(visit)->id == order.front());
  visit.key(Key::previous);
  CHECK(focused(visit)->id == order.back());
}

TEST_CASE("R12: what is focused says its name, what it is, which of how many, and its state without being operated") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  visit.tap("section-travel");
  visit.wait_until_silent();
  std::string tile = visit.take_transcript();
  CHECK_MESSAGE(tile.ends_with("Travel safely\nOpens a page. 2 of 3.\n"), tile);
  visit.key(Key::select);
  visit.go_to("Before you go");
  visit.go_to("Before you go");
  visit.key(Key::select);
  visit.wait_until_silent();
  REQUIRE(visit.tree().screen == "topic");
  visit.go_to("ask\nNot ticked.");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "ask\nTicked."));
  CHECK(visit.tree().screen == "topic");
}

TEST_CASE("R13: what cannot be pressed now says so, by its name") {
  accessibility::Tree tree;
  accessibility::Node& node = tree.nodes.emplace_back();
  node.id = "update";
  node.role = accessibility::Role::button;
  node.name = "Look for new content";
  node.actions = {"press"};
  node.enabled = false;
  std::string said;
  const ui::Words words;
  auto own = [&](const LanguageTag&) -> const ui::Words& { return words; };
  for (const speech::Utterance& one : app::describe(tree, node, own)) said += one.text + "\n";
  CHECK(contains(said, "Look for new content\nButton. Not available now."));
}

TEST_CASE("R42: in speech mode the warning waits three minutes, is spoken, and any key goes on") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::next);
  visit.wait_until_silent();
  visit.wait(175);
  CHECK(visit.tree().screen == "home");
  for (int times = 0; times < 11; ++times) {
    visit.wait(10);
    REQUIRE(visit.tree().screen == "idle_warning");
    visit.wait(3);
    CHECK(contains(visit.take_transcript(), "Are you still here?"));
    visit.key(Key::next);
    CHECK(visit.tree().screen == "home");
    visit.wait_until_silent();
    visit.wait(172);
  }
  visit.wait(30);
  CHECK(visit.tree().screen == "languages");
  CHECK_FALSE(visit.tree().modes.speech);
}

TEST_CASE("R42: whoever uses the screen by hand hears the warning, too") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.wait(93);
  REQUIRE(visit.tree().screen == "idle_warning");
  CHECK(contains(visit.take_transcript(), "Are you still here?"));
}

TEST_CASE("R43: the idle time rests while a page is read and begins at its end") {
  HeardStage stage([](test::MemoryCatalog& catalog) {
    std::string& body = catalog.own_topics.front().body = "Begin.";
    for (int i = 0; i < 60; ++i) body += " " + std::string(60, 'a') + ".";
  });
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait(150);
  CHECK(visit.recorder->speaker().state() == speech::State::speaking);
  CHECK(visit.tree().screen == "topic");
  visit.wait_until_silent();
  visit.wait(88);
  CHECK(visit.tree().screen == "topic");
  visit.wait(4);
  CHECK(visit.tree().screen == "idle_warning");
}

TEST_CASE("R45: after a visit by ear the next one finds nothing of it") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.key(Key::help);
  visit.key(Key::volume_up);
  visit.key(Key::leave);
  CHECK_FALSE(visit.kiosk->in_use());
  CHECK_FALSE(visit.tree().modes.speech);
  size_t begin = visit.here();
  visit.wait(10);
  CHECK(visit.silent(Way::loudspeaker, begin + kHundredMs, visit.here()));
  visit.tap("language-en");
  CHECK(visit.tree().screen == "home");  // a touch acts again
}

TEST_CASE("R56: a red page is not heard on the loudspeaker unasked, and listen asks first") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("at-work").visit;
  size_t begin = visit.here();
  visit.wait(5);
  CHECK(visit.silent(Way::loudspeaker, begin, visit.here()));
  begin = visit.here();
  visit.tap("listen");
  REQUIRE(visit.tree().screen == "play_aloud");
  visit.wait(3);
  CHECK(visit.silent(Way::loudspeaker, begin, visit.here()));
  visit.tap("play-not");
  CHECK(visit.tree().screen == "topic");
  visit.wait(3);
  CHECK(visit.silent(Way::loudspeaker, begin, visit.here()));

  visit.tap("listen");
  visit.tap("play-aloud");
  CHECK(visit.tree().screen == "topic");
  visit.wait(2);
  CHECK(contains(visit.take_transcript(), "When work feels wrong"));
  visit.tap("back");
  visit.tap("topic-at-work");
  begin = visit.here();
  visit.tap("listen");
  CHECK(visit.tree().screen == "play_aloud");  // asked again for every page
}

TEST_CASE("R56: in speech mode a red page stays unsaid on the loudspeaker, and says what to do; headphones hear it") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.key(Key::next);
  visit.key(Key::back);
  visit.wait_until_silent();
  visit.take_transcript();
  visit.double_tap("topic-at-work");
  if (visit.tree().screen == "interruption") visit.wait_until_silent(), visit.double_tap("proceed");
  REQUIRE(visit.tree().sensitivity == Sensitivity::red);
  visit.take_transcript();
  visit.wait_until_silent();
  std::string heard = visit.take_transcript();
  CHECK_FALSE(contains(heard, "When work feels wrong"));
  CHECK(contains(heard, "Plug in headphones"));
  visit.tap("title");
  visit.wait_until_silent();
  CHECK_FALSE(contains(visit.take_transcript(), "When work feels wrong"));
  size_t plugged = visit.here();
  visit.headphones(true);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "When work feels wrong"));
  CHECK(visit.silent(Way::loudspeaker, plugged + kHundredMs, visit.here()));
}

TEST_CASE(
    "R74: a language that is touched greets in its own voice; in speech mode it says its name in its own language") {
  auto arabic = [](test::MemoryCatalog& catalog) {
    catalog.own_messages[LanguageTag::of("ar")] = {{"Welcome.", "ARABIC WELCOME"}, {"{1} of {2}.", "ARABIC {1} {2}"}};
  };
  HeardStage stage(arabic);
  HeardVisit& visit = stage.visit;
  visit.tap("language-ar");
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "ARABIC WELCOME"));

  HeardStage exploring(arabic);
  exploring.visit.key(Key::help);
  exploring.visit.wait_until_silent();
  exploring.visit.take_transcript();
  exploring.visit.tap("language-ar");
  exploring.visit.wait_until_silent();
  CHECK(exploring.visit.tree().screen == "languages");
  CHECK(contains(exploring.visit.take_transcript(), "العربية.\nChoose me.\nARABIC 2 2"));
}
