// Without sight: the keypad, the exploring finger and the headphones, judged by what is heard.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "kiosk/audio/earcon.h"
#include "tests/app/heard_stage.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using app::Key;
using audio::milliseconds;
using audio::samples_in;
using audio::Way;
using test::HeardStage;
using test::HeardVisit;

namespace {

constexpr size_t kHundredMs = samples_in(milliseconds(100));

bool contains(const std::string& heard, const std::string& words) { return heard.find(words) != std::string::npos; }

// Goes on with the keypad until `words` are heard.
void go_to(HeardVisit& visit, const std::string& words) {
  for (int steps = 0; steps < 100; ++steps) {
    visit.take_transcript();
    visit.key(Key::next);
    visit.wait_until_silent();
    if (contains(visit.take_transcript(), words)) return;
  }
  FAIL("the keypad never came to " << words);
}

const Node* focused(const HeardVisit& visit) {
  for (const Node& node : visit.tree().nodes) {
    if (node.focused) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("R9: any key of the keypad starts speech, which welcomes in every language that has a voice") {
  for (Key key : {Key::next, Key::previous, Key::select, Key::help, Key::back, Key::home, Key::volume_up, Key::volume_down}) {
    HeardStage stage([](test::MemoryCatalog& catalog) {
      catalog.own_messages[LanguageTag::of("ar")]["Welcome. Choose your language."] = "ARABIC WELCOME";
    });
    HeardVisit& visit = stage.visit;
    size_t begin = visit.here();
    visit.key(key);
    CHECK(visit.tree().modes.speech);
    visit.wait(2);
    CHECK_FALSE(visit.silent(Way::loudspeaker, begin, visit.here()));
    if (key != Key::help) continue;
    visit.wait_until_silent();
    std::string heard = visit.take_transcript();
    CHECK(contains(heard, "Welcome."));
    CHECK(contains(heard, "ARABIC WELCOME"));
    CHECK(contains(heard, "Tap it twice to choose it."));
  }
}

TEST_CASE("R9: the wheel of a mouse starts no speech") {
  HeardStage stage;
  stage.visit.kiosk->turn_page(true, 1);
  stage.visit.wait(1);
  CHECK_FALSE(stage.visit.tree().modes.speech);
}

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
    visit.kiosk->touch({app::TouchPhase::move, 0, node.rect.x + 3, node.rect.y + 3}, visit.seconds());
    visit.wait(0.2);
    visit.up(node.rect.x + 3, node.rect.y + 3);
    CHECK_MESSAGE(visit.tree().screen == "home", node.id);
    visit.wait_until_silent();
    CHECK_MESSAGE(contains(visit.take_transcript(), node.name), node.id << " did not say " << node.name);
  }
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

TEST_CASE("R11: next comes to everything that is there once, in reading order, and back to the start; previous goes back") {
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
  CHECK(order.front() == "where");
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
  go_to(visit, "Before you go");
  go_to(visit, "Before you go");
  visit.key(Key::select);
  visit.wait_until_silent();
  REQUIRE(visit.tree().screen == "topic");
  go_to(visit, "ask\nNot ticked.");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "ask\nTicked."));
  CHECK(visit.tree().screen == "topic");
}

TEST_CASE("R13: what cannot be pressed now says so, by its name") {
  HeardStage stage;
  HeardVisit& visit = stage.visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  go_to(visit, "Back");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Back\nButton.\nNot available now."));
}

TEST_CASE("R18: help describes what is focused, then where one is, then how it is done") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::next);
  visit.wait_until_silent();
  go_to(visit, "Travel safely");
  auto help = [&] {
    visit.key(Key::help);
    visit.wait_until_silent();
    return visit.take_transcript();
  };
  CHECK(contains(help(), "Travel safely\nOpens a page."));
  std::string where = help();
  CHECK(contains(where, "You are here:\nWhat do you need?"));
  CHECK(contains(where, "Things to choose on this page:"));
  CHECK(contains(help(), "The arrow keys go from one thing to the next."));
  CHECK(visit.tree().screen == "home");
}

TEST_CASE("R18: every table of keys works, and a key that is in none does nothing") {
  struct Case {
    int code;  // input-event-codes.h
    const char* screen;
  };
  // Home from the keyboard, the numpad, the media keys and the alternate table; then back.
  for (Case one : {Case{102, "home"}, Case{79, "home"}, Case{172, "home"}, Case{187, "home"}, Case{14, "home"}, Case{71, "home"},
                   Case{158, "home"}, Case{186, "home"}, Case{30, "section"}, Case{139, "section"}}) {
    HeardStage stage;
    HeardVisit& visit = stage.at_home().visit;
    visit.tap("section-travel");
    visit.press(one.code);
    CHECK_MESSAGE(visit.tree().screen == one.screen, one.code);
  }
}

TEST_CASE("R19: the same key within half a second counts once") {
  for (double gap : {0.1, 0.3, 0.49, 0.6}) {
    HeardStage stage;
    HeardVisit& visit = stage.at_home().visit;
    visit.tap("section-travel");
    visit.tap("topic-before-you-go");
    visit.wait(1);
    visit.press(14);
    visit.wait(gap - 0.02);
    visit.press(14);
    CHECK_MESSAGE(visit.tree().screen == (gap < 0.5 ? "section" : "home"), gap);
  }
}

TEST_CASE("R54: back or home three times within five seconds leaves") {
  for (int code : {14, 102}) {
    for (double gap : {0.6, 2.4, 2.6}) {
      HeardStage stage;
      HeardVisit& visit = stage.at_topic("before-you-go").visit;
      visit.tap("display");
      visit.wait(1);
      for (int i = 0; i < 3; ++i) {
        if (i > 0) visit.wait(gap - 0.02);
        visit.press(code);
      }
      CHECK_MESSAGE((visit.tree().screen == "languages" && !visit.kiosk->in_use()) == (2 * gap <= 5), code << " every " << gap);
    }
  }
}

TEST_CASE("R20: where speech is on, home begins with its own sound, the same every time") {
  HeardStage stage;
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.key(Key::next);
  visit.wait_until_silent();
  size_t begin = visit.here();
  visit.key(Key::home);
  visit.wait(2);
  const audio::Sound reference = audio::home_earcon();
  const auto& heard = visit.recorder->heard(Way::loudspeaker).samples;
  CHECK(reference.duration() >= milliseconds(1000));
  CHECK(reference.duration() <= milliseconds(2000));
  double best = 0;
  for (size_t shift = 0; shift < kHundredMs; shift += 4) {
    double both = 0, one = 0, other = 0;
    for (size_t i = 0; i < reference.samples.size(); i += 7) {
      double a = reference.samples[i], b = heard[begin + shift + i];
      both += a * b, one += a * a, other += b * b;
    }
    if (one > 0 && other > 0) best = std::max(best, both / std::sqrt(one * other));
  }
  CHECK(best > 0.95);
}

TEST_CASE("R7: volume by key and on the screen: seven steps that are heard, said, and end with a tone") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  visit.take_transcript();
  std::vector<double> levels;
  for (int i = 0; i < 3; ++i) visit.key(Key::volume_down), visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Volume 1 of 7."));
  for (int step = 0; step < 7; ++step) {
    if (step > 0) visit.key(Key::volume_up), visit.wait_until_silent();
    size_t begin = visit.here();
    visit.tap("section-travel");
    visit.wait(0.1);
    levels.push_back(visit.level(Way::loudspeaker, begin + kHundredMs, visit.here()));
    visit.wait_until_silent();
  }
  for (size_t i = 1; i < levels.size(); ++i) CHECK(levels[i] > levels[i - 1] + 3);
  CHECK(levels.back() - levels.front() >= 18);
  CHECK(std::abs(levels[3] - levels[0] - 12) <= 1);
  visit.take_transcript();
  visit.key(Key::volume_up);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "Volume 7 of 7."));

  HeardStage by_hand;
  by_hand.at_topic("before-you-go").visit.tap("listen");
  by_hand.visit.tap("speech-louder");
  CHECK(by_hand.visit.recorder->speaker().volume().step() == audio::Volume::kDefaultStep + 1);
  CHECK(by_hand.visit.recorder->speaker().state() == speech::State::speaking);
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
  REQUIRE(visit.tree().sensitivity == "red");
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

TEST_CASE("R74: a language that is touched greets in its own voice; in speech mode it says its name in its own language") {
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
  CHECK(contains(exploring.visit.take_transcript(), "العربية\nARABIC 2 2"));
}

TEST_CASE("R85: in speech mode a number is heard digit by digit, and again at select") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.tap("section-help");
  visit.tap("contact-line");
  visit.key(Key::help);
  visit.wait_until_silent();
  go_to(visit, "Phone number.\n1\n1\n6\n");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "1\n1\n6\n"));
  CHECK(visit.tree().screen == "contact");
}
