// The keypad, judged by what is heard.
#include <doctest/doctest.h>

#include <cmath>

#include "kiosk/audio/earcon.h"
#include "tests/app/heard_stage.h"

using namespace kiosk;
using app::Key;
using audio::milliseconds;
using audio::Way;
using test::contains;
using test::HeardStage;
using test::HeardVisit;
using test::kHundredMs;

TEST_CASE("R9: any key of the keypad starts speech, which welcomes in every language that has a voice") {
  for (Key key :
       {Key::next, Key::previous, Key::select, Key::help, Key::back, Key::home, Key::volume_up, Key::volume_down}) {
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

TEST_CASE("R18: help describes what is focused, then where one is, then how it is done") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.key(Key::next);
  visit.wait_until_silent();
  visit.go_to("Travel safely");
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
  for (Case one : {Case{102, "home"}, Case{79, "home"}, Case{172, "home"}, Case{187, "home"}, Case{14, "home"},
                   Case{71, "home"}, Case{158, "home"}, Case{186, "home"}, Case{30, "section"}, Case{139, "section"}}) {
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
      CHECK_MESSAGE((visit.tree().screen == "languages" && !visit.kiosk->in_use()) == (2 * gap <= 5),
                    code << " every " << gap);
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

TEST_CASE("R85: in speech mode a number is heard digit by digit, and again at select") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.tap("section-help");
  visit.tap("contact-line");
  visit.key(Key::help);
  visit.wait_until_silent();
  visit.go_to("Phone number.\n1\n1\n6\n");
  visit.key(Key::select);
  visit.wait_until_silent();
  CHECK(contains(visit.take_transcript(), "1\n1\n6\n"));
  CHECK(visit.tree().screen == "contact");
}
