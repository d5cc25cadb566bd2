// The page before the first red one, seen, heard and passed by hand, keypad and exploring finger, in the starter
// content.
#include <doctest/doctest.h>

#include <optional>
#include <sstream>

#include "tests/app/heard_visit.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Region;
using app::Key;
using audio::Way;
using test::HeardVisit;

namespace {

std::string tr(const char* tag, const std::string& words) {
  return ui::Words(test::tour().catalog().messages(LanguageTag::of(tag))).tr(words);
}

// The red page that stands nearest to the head of a list, whatever the content holds: its tile is on the first screen.
catalog::TopicSummary red_topic() {
  const catalog::Catalog& catalog = test::tour().catalog();
  std::optional<catalog::TopicSummary> found;
  size_t nearest = 0;
  for (const catalog::Section& section : catalog.sections(LanguageTag::of("en"))) {
    auto topics = catalog.topics(section.id, LanguageTag::of("en"));
    for (size_t at = 0; at < topics.size() && (!found || at < nearest); ++at) {
      if (topics[at].sensitivity != catalog::Sensitivity::red) continue;
      found = topics[at];
      nearest = at;
    }
  }
  REQUIRE(found.has_value());
  return *found;
}

// Before a list in which a red page stands, in speech mode or not.
HeardVisit before_red(const char* tag, bool headphones, bool speech) {
  const catalog::Catalog& catalog = test::tour().catalog();
  HeardVisit visit(catalog, test::tour().engine(), test::panels()[3].panel);
  auto topic = catalog.topic(red_topic().id, LanguageTag::of(tag));
  REQUIRE(topic.ok());
  REQUIRE(topic->sensitivity == catalog::Sensitivity::red);
  app::Session session = app::fresh_session(catalog);
  app::apply(session, ui::ChooseLanguage{LanguageTag::of(tag)}, catalog);
  app::apply(session, ui::OpenSection{topic->section}, catalog);
  visit.kiosk->set_session(session);
  visit.kiosk->draw(nullptr, 0);
  if (headphones)
    visit.headphones(true);
  else if (speech)
    visit.key(Key::help);
  visit.wait_until_silent();
  visit.take_transcript();
  return visit;
}

size_t words_in(const std::string& text) {
  std::istringstream stream(text);
  size_t words = 0;
  for (std::string word; stream >> word;) {
    // A quotation mark or a dash between spaces is no word.
    bool letters = word != "\u00ab" && word != "\u00bb" && word != "-" && word != "\u2013";
    words += letters;
  }
  return words;
}

std::string topic_tile() { return "topic-" + red_topic().id; }

}  // namespace

TEST_CASE("R59: the page before the first red one has at most forty words in every language, and each has a voice") {
  for (const LanguageTag& language : test::tour().languages()) {
    std::string tag = language.str();
    if (tag != "en" && tag != "fr" && tag != "ar") continue;
    HeardVisit visit = before_red(tag.c_str(), false, false);
    visit.tap(topic_tile());
    REQUIRE(visit.tree().screen == "interruption");
    std::string all;
    int parts = 0;
    for (const Node& node : visit.tree().nodes) {
      if (node.region != Region::page) continue;
      all += node.name + " ";
      ++parts;
      CHECK_MESSAGE(node.language == language, node.id);
      CHECK_MESSAGE(visit.recorder->speaker().voice_for(app::say(node.name, node.language)) != speech::Voice::none,
                    tag << ": " << node.name);
    }
    CHECK(parts == 6);
    CHECK_MESSAGE(words_in(all) <= 40, tag << ": " << words_in(all) << " words: " << all);
    CHECK_MESSAGE(words_in(all) > 20, all);
  }
}

TEST_CASE("R59: with headphones it is heard to its end before the red page, and is passed by keypad, once a session") {
  for (const char* tag : {"en", "fr", "ar"}) {
    HeardVisit visit = before_red(tag, true, true);
    std::string title = visit.tree().find(topic_tile())->name;
    visit.go_to(title);
    size_t begin = visit.here();
    visit.key(Key::select);
    REQUIRE(visit.tree().screen == "interruption");
    visit.wait_until_silent();
    std::string heard = visit.take_transcript();
    for (const Node& node : visit.tree().nodes) {
      if (node.region == Region::page)
        CHECK_MESSAGE(heard.find(node.name) != std::string::npos, tag << " did not say " << node.name);
    }
    CHECK_FALSE(visit.silent(Way::headphones, begin, visit.here()));
    CHECK(visit.silent(Way::loudspeaker, begin, visit.here()));
    visit.go_to(tr(tag, "Read on"));
    visit.key(Key::select);
    CHECK(visit.tree().screen == "topic");
    visit.wait(1);
    visit.key(Key::back);
    REQUIRE(visit.tree().screen == "section");
    visit.wait_until_silent();
    visit.go_to(title);
    visit.key(Key::select);
    CHECK_MESSAGE(visit.tree().screen == "topic", "asked twice in one session");
    visit.key(Key::leave);
    CHECK_FALSE(visit.kiosk->session().warned);
  }
}

TEST_CASE("R59 R10: an exploring finger hears it line by line and passes it with the second tap") {
  HeardVisit visit = before_red("en", true, true);
  visit.double_tap(topic_tile());
  REQUIRE(visit.tree().screen == "interruption");
  visit.wait_until_silent();
  visit.take_transcript();
  visit.tap("line-2");
  visit.wait_until_silent();
  CHECK(visit.take_transcript() == visit.tree().find("line-2")->name + "\n");
  visit.tap("proceed");
  CHECK(visit.tree().screen == "interruption");
  visit.wait(1);
  visit.double_tap("proceed");
  CHECK(visit.tree().screen == "topic");
}

TEST_CASE("R59 R56: the loudspeaker says it to who uses the kiosk by ear, and nothing unasked to who uses it by hand") {
  // It names nothing that the page after it is about: who stands beside it learns that others can hear, and no more.
  HeardVisit by_ear = before_red("en", false, true);
  by_ear.double_tap(topic_tile());
  REQUIRE(by_ear.tree().screen == "interruption");
  CHECK(by_ear.tree().sensitivity == Sensitivity::green);
  by_ear.wait_until_silent();
  CHECK(by_ear.take_transcript().find(tr("en", "This screen keeps no record of you.")) != std::string::npos);

  HeardVisit by_hand = before_red("en", false, false);
  size_t begin = by_hand.here();
  by_hand.tap(topic_tile());
  REQUIRE(by_hand.tree().screen == "interruption");
  by_hand.wait(5);
  CHECK(by_hand.silent(Way::loudspeaker, begin, by_hand.here()));
  by_hand.tap("listen");
  REQUIRE(by_hand.tree().screen == "interruption");
  by_hand.wait_until_silent();
  CHECK(by_hand.take_transcript().find(tr("en", "This screen keeps no record of you.")) != std::string::npos);
}
