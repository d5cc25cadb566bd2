// Each key of each table, and keys of an office's own, sent to the whole program: what is on the screen and what is
// heard must be what the function's first key does (R18). And a keypad that is there, is not there, or is pulled out
// (R41).
#include <doctest/doctest.h>

#include <linux/input-event-codes.h>

#include <map>

#include "kiosk/accessibility/dump.h"
#include "tests/app/heard_stage.h"

using namespace kiosk;
using os::Key;
using test::HeardStage;
using test::HeardVisit;

namespace {

struct Outcome {
  std::string tree, heard;
  bool operator==(const Outcome&) const = default;
};

// Speech is on, the second thing on the page has the focus, and then the key is pressed.
Outcome after(int code, const config::Config& config = {}) {
  HeardStage stage([](test::MemoryCatalog&) {}, config);
  HeardVisit& visit = stage.at_topic("before-you-go").visit;
  visit.press(KEY_RIGHT);
  visit.wait(1);
  visit.press(KEY_TAB);
  visit.wait(5);  // silent again
  visit.take_transcript();
  visit.press(code);
  visit.wait(3);
  return {accessibility::dump_json(visit.tree()), visit.take_transcript()};
}

}  // namespace

TEST_CASE("R18: every key of every table does what the first key of its function does, to the eye and to the ear") {
  std::map<Key, Outcome> expected;
  const Outcome nothing = after(KEY_POWER);
  const os::Keymap standard = os::Keymap::standard();
  for (const auto& entry : standard.keys()) {
    const auto code = entry.first;
    const Key key = entry.second;
    Outcome outcome = after(code);
    if (key != Key::headphones_out && key != Key::scroll_up) CHECK_MESSAGE(outcome != nothing, code);
    auto [first, fresh] = expected.emplace(key, outcome);
    CHECK_MESSAGE(first->second.tree == outcome.tree, code);
    CHECK_MESSAGE(first->second.heard == outcome.heard, code);
  }
  CHECK(expected.size() == os::key_names().size());
}

TEST_CASE("R18: a key of the office's own table does the same, and what it meant before it means no more") {
  config::Config config;
  const os::Keymap standard = os::Keymap::standard();
  int code = KEY_Q;
  for (const auto& [name, key] : os::key_names()) config.own_keys[key] = {code++};
  code = KEY_Q;
  for (const auto& entry : os::key_names()) {
    const auto& name = entry.first;
    const Key key = entry.second;
    int usual = 0;
    for (const auto& [other, meaning] : standard.keys())
      if (meaning == key) usual = other;
    CHECK_MESSAGE(after(code, config) == after(usual), std::string(name));
    ++code;
  }
  config.own_keys = {{Key::help, {KEY_HOME}}};
  CHECK(after(KEY_HOME, config) == after(KEY_F1));
}

TEST_CASE("R41: a keypad that is pulled out in the middle of a visit leaves the screen to the finger") {
  HeardStage stage;
  HeardVisit& visit = stage.at_home().visit;
  visit.press(KEY_RIGHT);
  visit.kiosk->hold(KEY_RIGHT, visit.seconds());  // it was down when the cable came out; no key is told any more
  visit.wait_until_silent();
  visit.double_tap("section-help");
  visit.wait_until_silent();
  CHECK(visit.tree().screen == "contacts");
  visit.double_tap("leave");
  CHECK(visit.tree().screen == "languages");
  CHECK_FALSE(visit.kiosk->in_use());
  visit.press(KEY_RIGHT);  // plugged in again, for the next visitor
  CHECK(visit.tree().modes.speech);
}

TEST_CASE("R41: with the finger alone and with the keypad alone the same page is reached") {
  HeardStage by_finger;
  by_finger.at_topic("before-you-go");
  HeardStage by_key;
  HeardVisit& visit = by_key.visit;
  auto choose = [&](const std::string& words) {
    visit.go_to(words);
    visit.press(KEY_ENTER);
    visit.wait_until_silent();
    visit.take_transcript();
  };
  visit.press(KEY_F1);
  visit.wait_until_silent();
  choose("English.\n");
  choose("Travel safely\n");
  choose("Before you go\n");
  CHECK(visit.tree().screen == "topic");
  CHECK(visit.tree().argument == by_finger.visit.tree().argument);
}
