// A number by ear, measured on what the sink played.
#include <doctest/doctest.h>

#include "kiosk/speech/recordings.h"
#include "kiosk/speech/spelling.h"
#include "tests/speech/stage.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::speech;
using namespace kiosk::speech_tests;
using audio::Way;
using catalog::Sensitivity;

namespace {

// What a listener writes down: symbols by pitch, a bar for each pause of at least 400 ms.
std::string listen(const Sound& sound) {
  std::string all;
  size_t end = 0;
  for (Stretch stretch : stretches(sound, milliseconds(60))) {
    if (!all.empty() && stretch.begin - end >= audio::samples_in(milliseconds(400))) all += '|';
    double pitch = pitch_of(sound, stretch);
    for (char symbol : std::string("0123456789+*#"))
      if (std::abs(pitch - ToneSynthesizer::pitch(symbol)) < 30) all += symbol;
    end = stretch.end;
  }
  return all;
}

const char* const kNumbers[][2] = {{"116", "116"},
                                   {"4455", "4455"},
                                   {"+231 770 800 911", "+231|770|800|911"},
                                   {"0770 800 911", "0770|800|911"},
                                   {"*123#", "*123#"},
                                   {"+41 22 717 91 11", "+41|22|717|91|11"},
                                   {"0 00 000", "0|00|000"}};

}  // namespace

TEST_CASE("R85 R87: the sink plays exactly the digits shown, in their groups, with pauses of at least 400 ms") {
  for (const auto& [display, expected] : kNumbers) {
    Stage stage;
    stage.speaker->play({number("n", display)}, Sensitivity::green, Asked::by_visitor);
    stage.finish();
    CHECK(listen(stage.heard(Way::loudspeaker)) == expected);
  }
}

TEST_CASE("a number is heard in a language that is only spoken where all of its digits are recorded, else not at all") {
  const LanguageTag kpelle = LanguageTag::of("xpe");
  for (const std::string recorded : {"16", "1"}) {
    Stage stage;
    for (char digit : recorded)
      stage.recordings->files[digit_recording_name(kpelle, digit)] =
          tests::encode_opus(tests::sine(2400, milliseconds(300), -20));
    Utterance wanted = number("n", "116");
    wanted.spoken = kpelle;
    stage.speaker->play({wanted}, Sensitivity::green, Asked::by_visitor);
    stage.finish();
    const bool all = recorded == "16";
    CHECK(listen(stage.heard(Way::loudspeaker)) == (all ? "" : "116"));
    CHECK(stage.voice->said.empty() == all);
  }
}

TEST_CASE("R85: slower keeps digits and groups, and repeating starts the number over") {
  Stage stage;
  stage.speaker->set_pace(Pace::slower);
  stage.speaker->play({number("n", "0770 800 911")}, Sensitivity::green, Asked::by_visitor);
  stage.finish();
  CHECK(listen(stage.heard(Way::loudspeaker)) == "0770|800|911");
  stage.advance(milliseconds(500));
  stage.speaker->repeat();
  stage.finish();
  CHECK(listen(stage.heard(Way::loudspeaker)) == "0770|800|911|0770|800|911");
}

TEST_CASE("R85: the digit that is heard is the one that is marked") {
  Stage stage;
  const std::string display = "+231 770";
  stage.speaker->play({number("n", display)}, Sensitivity::green, Asked::by_visitor);
  std::string marked;
  size_t last = std::string::npos;
  while (stage.speaker->state() == State::speaking) {
    stage.advance(milliseconds(10));
    auto now = stage.speaker->now();
    if (now && now->range.begin != last) marked += display[last = now->range.begin];
  }
  CHECK(marked == "+231770");
}

TEST_CASE("R87: recorded digits are used when all of them are there, and never mixed with the synthetic voice") {
  auto record = [](Stage& stage, std::string_view symbols) {
    for (char symbol : symbols)
      stage.recordings->files[digit_recording_name(LanguageTag::of("en"), symbol)] =
          tests::encode_opus(tests::sine(ToneSynthesizer::pitch(symbol), milliseconds(400), -19));
  };
  Stage complete;
  record(complete, "16");
  CHECK(complete.speaker->voice_for(number("n", "116")) == Voice::recorded);
  complete.speaker->play({number("n", "116")}, Sensitivity::green, Asked::by_visitor);
  complete.finish();
  CHECK(listen(complete.heard(Way::loudspeaker)) == "116");
  CHECK(complete.voice->said.empty());

  Stage missing;
  record(missing, "1");
  CHECK(missing.speaker->voice_for(number("n", "116")) == Voice::synthetic);

  Stage damaged;
  record(damaged, "16");
  damaged.recordings->files[digit_recording_name(LanguageTag::of("en"), '6')].resize(100);
  damaged.speaker->play({number("n", "116")}, Sensitivity::green, Asked::by_visitor);
  damaged.finish();
  CHECK(listen(damaged.heard(Way::loudspeaker)) == "116");
  CHECK(damaged.voice->said == std::vector<std::string>{"1", "6"});
}

TEST_CASE("R87: a number of which one digit has no sound is not said at all") {
  Stage stage;
  stage.voice->mute = "6";
  stage.speaker->play({number("n", "+231 116")}, Sensitivity::green, Asked::by_visitor);
  stage.finish();
  CHECK(listen(stage.heard(Way::loudspeaker)) == "");

  // The language may have no word for a sign; its translator does.
  Stage stars;
  stars.voice->mute = "*";
  Utterance code = number("n", "*123");
  stars.speaker->play({code}, Sensitivity::green, Asked::by_visitor);
  stars.finish();
  CHECK(stars.here() < audio::kSampleRate / 10);
  code.star = "star";
  stars.speaker->play({code}, Sensitivity::green, Asked::by_visitor);
  stars.finish();
  CHECK(stars.voice->said == std::vector<std::string>{"*", "star", "1", "2", "3"});

  Stage other;
  CHECK(other.speaker->play({number("n", "116", "vai")}, Sensitivity::green, Asked::by_visitor) == Answer::no_voice);
  CHECK(other.speaker->play({number("n", "call 116")}, Sensitivity::green, Asked::by_visitor) == Answer::no_voice);
}
