// The voice of a visit, heard as a visitor hears it: from the sinks.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "kiosk/speech/recordings.h"
#include "tests/app/heard_stage.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using accessibility::Node;
using app::Key;
using audio::Way;
using test::HeardStage;
using test::kHundredMs;

TEST_CASE("listen reads the page that stands there, from its title to its end, and nothing that stands round it") {
  HeardStage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait_until_silent();
  std::string heard = visit.take_transcript();
  for (const char* words :
       {"Before you go", "First words.", "1. ", "one", "ask", "A note.", "Help line", "Checked on"}) {
    CHECK_MESSAGE(heard.find(words) != std::string::npos, std::string(words) << " was not heard");
  }
  CHECK(heard.find("Leave now") == std::string::npos);
  CHECK(heard.find("Before you go") < heard.find("First words."));
  CHECK(heard.find("First words.") < heard.find("A note."));
}

TEST_CASE("R4: while a page is read there are pause, repeat, slower and stop; stop is silence within 100 ms") {
  HeardStage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  CHECK_FALSE(visit.tree().find("speech-pause"));
  visit.tap("listen");
  for (const char* id :
       {"speech-pause", "speech-repeat", "speech-slower", "speech-quieter", "speech-louder", "speech-stop"}) {
    const Node* node = visit.tree().find(id);
    REQUIRE_MESSAGE(node, std::string(id));
    CHECK(node->can_act());
  }
  visit.tap("speech-pause");
  CHECK(visit.recorder->speaker().state() == speech::State::paused);
  size_t paused = visit.here();
  visit.wait(2);
  CHECK(visit.silent(Way::loudspeaker, paused, visit.here()));
  visit.tap("speech-pause");
  CHECK(visit.recorder->speaker().state() == speech::State::speaking);

  size_t stopped = visit.here();
  visit.tap("speech-stop");
  visit.wait(1);
  CHECK(visit.silent(Way::loudspeaker, stopped + 2 * kHundredMs, visit.here()));  // the finger was down for 100 ms
  CHECK_FALSE(visit.tree().find("speech-pause"));
}

TEST_CASE("R5: a touch on anything but the voice's own controls is silence within 100 ms, before it lets go") {
  HeardStage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait(1);
  size_t touched = visit.here();
  visit.down(640, 300);
  visit.wait(0.5);
  CHECK(visit.silent(Way::loudspeaker, touched + kHundredMs, visit.here()));
}

TEST_CASE("R5 R52: leaving while a page is read is silence within 100 ms, and nothing of it stays") {
  HeardStage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.tap("speech-slower");
  visit.tap("speech-louder");
  visit.wait(1);
  size_t left = visit.here();
  visit.key(Key::leave);
  CHECK(visit.tree().screen == "languages");
  visit.wait(2);
  CHECK(visit.silent(Way::loudspeaker, left + kHundredMs, visit.here()));
  CHECK_FALSE(visit.kiosk->in_use());
  CHECK(visit.recorder->speaker().volume().step() == audio::Volume::kDefaultStep);
  CHECK(visit.recorder->speaker().pace() == speech::Pace::normal);
}

TEST_CASE("R96: slower is 0.8 of the pace, and what a computer says is marked on the screen") {
  double lengths[2] = {};
  for (bool slower : {false, true}) {
    HeardStage stage;
    test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
    visit.tap("listen");
    visit.wait(1);
    CHECK(visit.tree().find("speech-synthetic"));
    if (slower) visit.tap("speech-slower");
    CHECK(visit.tree().find("speech-slower")->state.pressed == slower);
    visit.tap("speech-stop");
    visit.tap("listen");
    double begin = visit.seconds();
    if (slower) CHECK(visit.tree().find("speech-slower")->state.pressed == true);
    visit.wait_until_silent();
    lengths[slower] = visit.seconds() - begin;
  }
  CHECK(lengths[1] / lengths[0] > 1.15);
  CHECK(lengths[1] / lengths[0] < 1.35);
}

TEST_CASE("R4: repeat says the sentence again that is heard") {
  HeardStage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  for (int i = 0; i < 2000 && visit.transcript().back().words != "A note."; ++i) visit.wait(0.01);
  REQUIRE(visit.transcript().back().words == "A note.");
  visit.take_transcript();
  visit.tap("speech-repeat");
  visit.wait(1);
  CHECK(visit.take_transcript().starts_with("A note.\n"));
}

TEST_CASE("R99: the sentence that is heard is marked where it stands, and comes into view") {
  HeardStage stage([](test::MemoryCatalog& catalog) {
    std::string& body = catalog.own_topics.front().body;
    body = "The first. The second.";
    for (int i = 0; i < 12; ++i) body += "\n\nParagraph number " + std::to_string(i) + ". It has two sentences.";
  });
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  std::map<std::string, int> marked;
  while (visit.recorder->busy()) {
    visit.wait(0.05);
    auto now = visit.recorder->speaker().now();
    if (!now || now->id.empty()) continue;
    const auto& mark = visit.kiosk->scene().read_along;
    REQUIRE_MESSAGE(mark, now->id << " is heard and not marked");
    const Node* node = visit.tree().find(now->id);
    REQUIRE(node);
    CHECK_MESSAGE(mark->y >= node->rect.y - 1, now->id);
    CHECK_MESSAGE(mark->bottom() <= node->rect.bottom() + 1, now->id);
    // One more frame, and the page has moved to it.
    const Rect& view = visit.tree().page_area;
    visit.wait(0.02);
    auto later = visit.recorder->speaker().now();
    const auto& after = visit.kiosk->scene().read_along;
    // The title stays in its band.
    if (after && later && later->id == now->id && later->part == now->part && now->id != "title" && now->id != "where")
      CHECK_MESSAGE((after->y >= view.y - 1 && after->bottom() <= view.bottom() + 1), now->id);
    ++marked[now->id];
  }
  CHECK(marked.contains("block-12"));
  CHECK_FALSE(visit.kiosk->scene().read_along);
}

TEST_CASE("R13: a language that no voice speaks says so on the screen, and everything else goes on") {
  HeardStage stage([](test::MemoryCatalog& catalog) {
    catalog.own_languages.push_back({LanguageTag::of("vai"), "\uA559\uA524"});
    catalog.own_messages[LanguageTag::of("vai")] = {};
  });
  test::HeardVisit& visit = stage.visit;
  visit.tap("language-vai");
  CHECK(visit.tree().screen == "home");
  visit.tap("display");
  visit.tap("listen");
  const Node* notice = visit.tree().find("speech-notice");
  REQUIRE(notice);
  CHECK(notice->name == "No voice speaks this language yet.");
  visit.tap("back");
  CHECK(visit.tree().screen == "home");
  visit.tap("section-help");
  CHECK(visit.tree().screen == "contacts");
  CHECK_FALSE(visit.tree().find("speech-notice"));
}

TEST_CASE(
    "a language that is only spoken is chosen, shows the source words marked as such, and is heard by its recording") {
  const LanguageTag kpelle = LanguageTag::of("xpe");
  HeardStage stage([&](test::MemoryCatalog& catalog) { catalog.own_languages.push_back({kpelle, "Kpɛlɛwoo", true}); });
  test::HeardVisit& visit = stage.visit;
  // A made-up recording of one paragraph; its pitch is that of no voice.
  visit.recordings->files[speech::recording_name(kpelle, "First words.")] =
      tests::encode_opus(tests::sine(700, audio::milliseconds(900), -20));
  const Node* tile = visit.tree().find("language-xpe");
  REQUIRE(tile);
  CHECK(tile->name == "Kpɛlɛwoo");
  visit.tap("language-xpe");
  visit.wait_until_silent();
  visit.tap("section-travel");
  visit.tap("topic-before-you-go");
  const Node* notice = visit.tree().find("fallback");
  REQUIRE(notice);
  CHECK(notice->name == "These words are in English. Press \"Listen\" to hear them in Kpɛlɛwoo.");
  const Node* words = nullptr;
  for (const Node& node : visit.tree().nodes)
    if (node.name == "First words.") words = &node;
  REQUIRE(words);
  CHECK(words->language == LanguageTag::of("en"));
  visit.take_transcript();
  visit.voice->said.clear();
  visit.tap("listen");
  visit.wait_until_silent();
  CHECK(test::contains(visit.take_transcript(), "First words."));
  CHECK(std::count(visit.voice->said.begin(), visit.voice->said.end(), "First words.") == 0);
  CHECK(std::count(visit.voice->said.begin(), visit.voice->said.end(), "A note.") > 0);
}

TEST_CASE(
    "a kiosk whose sound devices vanish in mid-word goes on showing and marking, and shows that there is no sound") {
  HeardStage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait(1);
  CHECK(visit.tree().find("speech-notice") == nullptr);
  visit.recorder->set_present(false);
  visit.wait(1);
  const Node* notice = visit.tree().find("speech-notice");
  REQUIRE(notice);
  CHECK(notice->name == "There is no sound at the moment.");
  visit.wait_until_silent();
  CHECK(visit.tree().screen == "topic");
  CHECK(visit.recorder->speaker().trouble(Way::loudspeaker));
  visit.recorder->set_present(true);
  visit.tap("listen");
  visit.tap("speech-repeat");
  visit.wait(1);
  CHECK_FALSE(visit.tree().find("speech-notice"));
  size_t begin = visit.here();
  visit.wait(3);
  CHECK_FALSE(visit.silent(Way::loudspeaker, begin, visit.here()));
}

TEST_CASE("a kiosk that never had a sound device shows everything, by finger and by keypad") {
  HeardStage stage;
  test::HeardVisit& visit = stage.visit;
  visit.recorder->set_present(false);
  visit.tap("language-en");
  visit.tap("section-help");
  visit.tap("listen");
  visit.wait(1);
  REQUIRE(visit.tree().find("speech-notice"));
  CHECK(visit.tree().find("speech-notice")->name == "There is no sound at the moment.");
  visit.tap("speech-stop");
  visit.wait(1);
  CHECK_FALSE(visit.tree().find("speech-notice"));
  visit.tap("contact-line");
  REQUIRE(visit.tree().screen == "contact");
  CHECK(visit.tree().find("number-0")->phone->as_drawn() == "116");
  visit.key(Key::home);
  CHECK(visit.tree().screen == "home");
  CHECK(visit.recorder->speaker().trouble(Way::loudspeaker));
}

TEST_CASE("R5: nothing sounds that nobody asked for, on the first screen and on a page") {
  HeardStage stage;
  test::HeardVisit& visit = stage.visit;
  size_t begin = visit.here();
  visit.wait(60);
  stage.at_home();
  visit.tap("section-travel");
  size_t page = visit.here();
  visit.wait(60);
  for (Way way : {Way::loudspeaker, Way::headphones}) {
    CHECK(visit.silent(way, begin, begin + 60 * audio::kSampleRate));
    CHECK(visit.silent(way, page, visit.here()));
  }
}
