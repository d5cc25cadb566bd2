// What is heard, and what is said of it, where a recording or the voice itself fails.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/speech/stage.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::speech;
using namespace kiosk::speech_tests;
using audio::milliseconds;
using catalog::Sensitivity;

TEST_CASE("a recording that is in the catalog and cannot be read gives way to the synthetic voice") {
  struct Unreadable : MapRecordings {
    bool has(const std::string&) const override { return true; }
    Result<std::vector<uint8_t>> read(const std::string& name) override {
      return Error{Code::damaged, name + " is not what the catalog says"};
    }
  };
  Stage stage;
  stage.speaker->set_recordings(std::make_unique<Unreadable>());
  stage.speaker->play({words("w", "Go home."), number("n", "116")}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(100));
  REQUIRE(stage.speaker->now());
  CHECK(stage.speaker->now()->voice == Voice::synthetic);
  stage.finish();
  CHECK(std::count(stage.voice->said.begin(), stage.voice->said.end(), "1") == 1);
  CHECK(std::count(stage.voice->said.begin(), stage.voice->said.end(), "6") == 1);
}

TEST_CASE(
    "where the synthetic voice did not load recordings and tones are heard, and the rest is said to have no voice") {
  auto sink = audio::LoopbackSink::create(), other = audio::LoopbackSink::create();
  audio::LoopbackSink* heard = sink.get();
  auto files = std::make_unique<MapRecordings>();
  files->files[recording_name(LanguageTag::of("en"), "Go home.")] =
      tests::encode_opus(tests::sine(800, milliseconds(500), -19));
  std::chrono::steady_clock::time_point now{};
  Speaker::Parts parts;
  parts.loudspeaker = std::move(sink);
  parts.headphones = std::move(other);
  parts.recordings = std::move(files);
  parts.clock = [&] { return now; };
  Speaker speaker(std::move(parts), Speaker::Drive::by_hand);
  CHECK(speaker.play({words("w", "Stay.")}, Sensitivity::green, Asked::by_visitor) == Answer::no_voice);
  CHECK(speaker.play({number("n", "116")}, Sensitivity::green, Asked::by_visitor) == Answer::no_voice);
  CHECK(speaker.play({words("w", "Go home.")}, Sensitivity::green, Asked::by_visitor) == Answer::speaking);
  for (int i = 0; i < 120; ++i) {
    speaker.turn();
    heard->render(milliseconds(10));
    now += milliseconds(10);
  }
  CHECK(stretches(heard->recording(), milliseconds(100)).size() == 1);
}
