#include <doctest/doctest.h>

#include "kiosk/audio/device_sink.h"
#include "kiosk/main/sound.h"

using namespace kiosk;
using audio::Way;

namespace {

// A jack that is where the test says.
struct HandJack : os::HeadphoneJack {
  std::optional<bool> in;
  std::optional<bool> plugged_in() const override { return in; }
};

struct Stage {
  Stage() {
    speech::Speaker::Parts parts;
    parts.clock = [this] { return now; };
    auto absent = [](const std::string&) { return std::unique_ptr<audio::OpenAlStream>(); };
    parts.loudspeaker = audio::make_device_sink("Loud", parts.clock, absent);
    parts.headphones = audio::make_device_sink("Near", parts.clock, absent);
    sound.speaker = std::make_unique<speech::Speaker>(std::move(parts), speech::Speaker::Drive::by_hand);
    auto made = std::make_unique<HandJack>();
    jack = made.get();
    sound.jack = std::move(made);
  }
  std::vector<bool> look() {
    std::vector<bool> changes;
    sound.look([&](bool in) {
      changes.push_back(in);
      sound.speaker->set_headphones(in);
    });
    return changes;
  }
  void speak() {
    speech::Utterance tone;
    tone.kind = speech::Kind::home;
    sound.speaker->play({tone}, catalog::Sensitivity::green, speech::Asked::by_visitor);
    for (int i = 0; i < 200; ++i) {
      sound.speaker->turn();
      now += std::chrono::milliseconds(10);
    }
  }

  std::chrono::steady_clock::time_point now;
  Sound sound;
  HandJack* jack = nullptr;
};

}  // namespace

TEST_CASE("R6: each change of the machine's jack is told once") {
  Stage stage;
  stage.jack->in = false;
  stage.look();
  CHECK(stage.look().empty());
  stage.jack->in = true;
  CHECK(stage.look() == std::vector<bool>{true});
  CHECK(stage.look().empty());
  stage.jack->in = std::nullopt;  // a sound card with its jack was pulled out
  CHECK(stage.look() == std::vector<bool>{false});
}

TEST_CASE("R6: the empty jack of the machine does not contradict headphones in the keypad") {
  Stage stage;
  stage.jack->in = false;
  stage.look();
  stage.sound.speaker->set_headphones(true);  // the keypad said so, by a key
  CHECK(stage.look().empty());
  CHECK(stage.sound.speaker->privacy().headphones());
}

TEST_CASE("a sound device that is absent is named for staff, each way by the name that the settings gave it") {
  Stage stage;
  CHECK(stage.sound.trouble().empty());
  stage.speak();
  CHECK(stage.sound.trouble().find("Sound device \"Loud\" does not open") != std::string::npos);
  stage.sound.speaker->set_headphones(true);
  stage.speak();
  CHECK(stage.sound.trouble().find("\"Near\"") != std::string::npos);
  CHECK(stage.sound.speaker->state() == speech::State::silent);  // the words came to their end
}
