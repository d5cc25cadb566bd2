// The voice of a visit, heard as a visitor hears it: from the sinks.
#include <doctest/doctest.h>

#include "tests/app/heard_visit.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using app::Key;
using audio::milliseconds;
using audio::samples_in;
using audio::Way;

namespace {

struct Stage {
  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine = [] {
    auto made = text::Engine::create(KIOSK_SOURCE_DIR "/assets/fonts.conf");
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    return *std::move(made);
  }();
  test::HeardVisit visit{catalog, *engine, {1280, 800, 1280 / 216.8f, 850}};

  Stage& at_home() {
    visit.tap("language-en");
    visit.wait_until_silent();
    visit.take_transcript();
    return *this;
  }
  Stage& at_topic(const char* topic) {
    at_home();
    visit.tap("section-travel");
    visit.tap(std::string("topic-") + topic);
    if (visit.tree().screen == "interruption") visit.tap("proceed");
    REQUIRE(visit.tree().screen == "topic");
    return *this;
  }
};

constexpr size_t kHundredMs = samples_in(milliseconds(100));

}  // namespace

TEST_CASE("listen reads the page that stands there, from its title to its end, and nothing that stands round it") {
  Stage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait_until_silent();
  std::string heard = visit.take_transcript();
  for (const char* words : {"Before you go", "First words.", "1. ", "one", "ask", "A note.", "Help line", "Checked on"}) {
    CHECK_MESSAGE(heard.find(words) != std::string::npos, std::string(words) << " was not heard");
  }
  CHECK(heard.find("Leave now") == std::string::npos);
  CHECK(heard.find("Before you go") < heard.find("First words."));
  CHECK(heard.find("First words.") < heard.find("A note."));
}

TEST_CASE("R4: while a page is read there are pause, repeat, slower and stop; stop is silence within 100 ms") {
  Stage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  CHECK_FALSE(visit.tree().find("speech-pause"));
  visit.tap("listen");
  for (const char* id : {"speech-pause", "speech-repeat", "speech-slower", "speech-quieter", "speech-louder", "speech-stop"}) {
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
  Stage stage;
  test::HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.tap("listen");
  visit.wait(1);
  size_t touched = visit.here();
  visit.down(640, 300);
  visit.wait(0.5);
  CHECK(visit.silent(Way::loudspeaker, touched + kHundredMs, visit.here()));
}

TEST_CASE("R5 R52: leaving while a page is read is silence within 100 ms, and nothing of it stays") {
  Stage stage;
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
