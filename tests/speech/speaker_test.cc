#include <doctest/doctest.h>

#include "kiosk/audio/earcon.h"
#include "kiosk/audio/loudness.h"
#include "tests/speech/stage.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::speech;
using namespace kiosk::speech_tests;
using audio::silence;
using audio::Way;
using catalog::Sensitivity;

namespace {

constexpr double kSilent = -144;

std::vector<Utterance> page() {
  return {words("title", "Check a recruiter"), words("first", "Ask for a licence. Never pay first.")};
}

double correlation(const Sound& sound, size_t at, const Sound& reference) {
  double product = 0, ours = 0, theirs = 0;
  for (size_t i = 0; i < reference.samples.size() && at + i < sound.samples.size(); ++i) {
    double a = sound.samples[at + i], b = reference.samples[i];
    product += a * b;
    ours += a * a;
    theirs += b * b;
  }
  return ours == 0 || theirs == 0 ? 0 : product / std::sqrt(ours * theirs);
}

}  // namespace

TEST_CASE("R99: the sentence that is heard is known by utterance and place in its text") {
  Stage stage;
  CHECK(stage.speaker->play(page(), Sensitivity::green, Asked::by_visitor) == Answer::speaking);
  CHECK(stage.speaker->state() == State::speaking);
  std::vector<std::string> spoken;
  std::vector<size_t> began;
  std::string last;
  const std::string text[] = {"Check a recruiter", "Ask for a licence. Never pay first."};
  while (stage.speaker->state() == State::speaking) {
    stage.advance(milliseconds(10));
    auto now = stage.speaker->now();
    if (!now) continue;
    std::string part = text[now->id == "first"].substr(now->range.begin, now->range.end - now->range.begin);
    if (part == last) continue;
    spoken.push_back(last = part);
    began.push_back(stage.here());
    CHECK(now->voice == Voice::synthetic);
  }
  CHECK(spoken == std::vector<std::string>{"Check a recruiter", "Ask for a licence.", "Never pay first."});
  auto heard = stretches(stage.heard(Way::loudspeaker), milliseconds(100));
  REQUIRE(heard.size() == 3);
  for (size_t i = 0; i < 3; ++i) {
    auto off = std::abs(static_cast<double>(began[i]) - static_cast<double>(heard[i].begin)) / 48;
    MESSAGE("highlight and sound differ by " << off << " ms");
    CHECK(off <= 200);
  }
  CHECK_FALSE(stage.speaker->now());
  CHECK(stage.changes >= 4);
}

TEST_CASE("R4 R5: after a stop both ways are silent within 100 ms, and nothing comes back") {
  Stage stage;
  stage.speaker->play(page(), Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(500));
  size_t stopped = stage.here();
  CHECK(stage.level(Way::loudspeaker, stopped - 4800, stopped) > -40);
  stage.speaker->stop();
  CHECK(stage.speaker->state() == State::silent);
  stage.advance(milliseconds(3000));
  CHECK(stage.level(Way::loudspeaker, stopped + audio::samples_in(milliseconds(100)), stage.here()) == kSilent);
  CHECK(stage.level(Way::headphones, 0, stage.here()) == kSilent);
  stage.speaker->resume();
  CHECK(stage.speaker->repeat() == Answer::no_voice);
  stage.advance(milliseconds(1000));
  CHECK(stage.level(Way::loudspeaker, stopped + audio::samples_in(milliseconds(100)), stage.here()) == kSilent);
}

TEST_CASE("R5: a new utterance cuts the old one within 100 ms") {
  Stage stage;
  stage.speaker->play({number("n", "1")}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(100));
  size_t asked = stage.here();
  stage.speaker->play({number("n", "9 9 9")}, Sensitivity::green, Asked::by_visitor);
  stage.finish();
  for (Stretch stretch : stretches(stage.heard(Way::loudspeaker), milliseconds(50)))
    if (stretch.begin >= asked + 480)
      CHECK(pitch_of(stage.heard(Way::loudspeaker), stretch) ==
            doctest::Approx(ToneSynthesizer::pitch('9')).epsilon(0.03));
}

TEST_CASE("R4: a pause keeps the place, and repeating says the same samples again") {
  Stage stage;
  stage.speaker->play(page(), Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(1500));
  REQUIRE(stage.speaker->now());
  std::string id = stage.speaker->now()->id;
  stage.speaker->pause();
  stage.advance(milliseconds(100));
  size_t paused = stage.here();
  stage.advance(milliseconds(5000));
  CHECK(stage.level(Way::loudspeaker, paused, stage.here()) == kSilent);
  CHECK(stage.speaker->state() == State::paused);
  CHECK(stage.speaker->now()->id == id);
  stage.speaker->resume();
  stage.advance(milliseconds(100));
  CHECK(stage.level(Way::loudspeaker, paused, stage.here()) > -60);

  CHECK(stage.speaker->repeat() == Answer::speaking);
  stage.advance(milliseconds(10));
  CHECK(stage.speaker->now()->part == 0);
  stage.finish();
  auto once = stretches(stage.heard(Way::loudspeaker), milliseconds(100)).back();
  stage.advance(milliseconds(500));
  // What was heard last can be repeated after the end, too.
  CHECK(stage.speaker->repeat() == Answer::speaking);
  stage.finish();
  auto all = stretches(stage.heard(Way::loudspeaker), milliseconds(100));
  auto again = all.back();
  REQUIRE(again.begin > once.begin);
  const auto& samples = stage.heard(Way::loudspeaker).samples;
  CHECK(again.end - again.begin == once.end - once.begin);
  CHECK(std::equal(samples.begin() + static_cast<std::ptrdiff_t>(once.begin),
                   samples.begin() + static_cast<std::ptrdiff_t>(once.end),
                   samples.begin() + static_cast<std::ptrdiff_t>(again.begin)));
}

TEST_CASE("R96: slower starts the sentence over and takes a quarter longer") {
  Stage stage;
  stage.speaker->play({words("w", "Twenty letters here.")}, Sensitivity::green, Asked::by_visitor);
  stage.finish();
  auto normal = stretches(stage.heard(Way::loudspeaker), milliseconds(100)).back();
  stage.speaker->play({words("w", "Twenty letters here.")}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(300));
  size_t asked = stage.here();
  stage.speaker->set_pace(Pace::slower);
  stage.finish();
  size_t length = stage.here() - asked;
  CHECK(static_cast<double>(length) / static_cast<double>(normal.end - normal.begin) ==
        doctest::Approx(1.25).epsilon(0.06));
}

TEST_CASE("R96: a pace that was changed in a pause holds when speech goes on") {
  Stage stage;
  stage.speaker->play({words("w", "Twenty letters here.")}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(300));
  stage.speaker->pause();
  stage.speaker->set_pace(Pace::slower);
  stage.advance(milliseconds(500));
  CHECK(stage.speaker->state() == State::paused);
  stage.speaker->resume();
  size_t resumed = stage.here();
  stage.finish();
  CHECK(stage.here() - resumed >= audio::samples_in(milliseconds(1240)));
}

TEST_CASE("R56: entering a red page says nothing on the loudspeaker; headphones and a knowing choice do") {
  Stage stage;
  CHECK(stage.speaker->play(page(), Sensitivity::red, Asked::automatically) == Answer::private_only);
  CHECK(stage.speaker->play(page(), Sensitivity::red, Asked::by_visitor) == Answer::private_only);
  stage.advance(milliseconds(3000));
  CHECK(stage.level(Way::loudspeaker, 0, stage.here()) == kSilent);
  CHECK(stage.level(Way::headphones, 0, stage.here()) == kSilent);

  stage.speaker->play(page(), Sensitivity::green, Asked::automatically);
  size_t green = stage.here();
  stage.advance(milliseconds(500));
  CHECK(stage.speaker->play(page(), Sensitivity::red, Asked::aloud_knowingly) == Answer::speaking);
  size_t red = stage.here();
  stage.advance(milliseconds(500));
  double quieter =
      stage.level(Way::loudspeaker, red + 4800, stage.here()) - stage.level(Way::loudspeaker, green + 4800, red);
  CHECK(quieter == doctest::Approx(-6).epsilon(0.05));
}

TEST_CASE("R56: refusing to speak a red page also ends what was spoken before") {
  Stage stage;
  stage.speaker->play(page(), Sensitivity::green, Asked::automatically);
  stage.advance(milliseconds(300));
  size_t entered = stage.here();
  CHECK(stage.speaker->play(page(), Sensitivity::red, Asked::automatically) == Answer::private_only);
  stage.advance(milliseconds(2000));
  CHECK(stage.level(Way::loudspeaker, entered + audio::samples_in(milliseconds(100)), stage.here()) == kSilent);
}

TEST_CASE("R6: headphones silence the loudspeaker at once and for the rest of the session") {
  Stage stage;
  stage.speaker->play(page(), Sensitivity::green, Asked::automatically);
  stage.advance(milliseconds(300));
  size_t plugged = stage.here();
  stage.speaker->set_headphones(true);
  CHECK(stage.speaker->play({words("welcome", "Welcome.")}, Sensitivity::green, Asked::automatically) ==
        Answer::speaking);
  stage.advance(milliseconds(300));
  CHECK(stage.level(Way::headphones, plugged + 4800, stage.here()) > -50);
  // The welcome begins within a second.
  CHECK(stretches(stage.heard(Way::headphones), milliseconds(100)).front().begin - plugged <= audio::kSampleRate);

  size_t pulled = stage.here();
  stage.speaker->set_headphones(false);
  CHECK(stage.speaker->state() == State::silent);
  CHECK(stage.speaker->play(page(), Sensitivity::green, Asked::by_visitor) == Answer::private_only);
  stage.advance(milliseconds(2000));
  CHECK(stage.level(Way::loudspeaker, plugged + audio::samples_in(milliseconds(100)), stage.here()) == kSilent);
  CHECK(stage.level(Way::headphones, pulled + audio::samples_in(milliseconds(100)), stage.here()) == kSilent);

  stage.speaker->end_session();
  CHECK(stage.speaker->play(page(), Sensitivity::green, Asked::automatically) == Answer::speaking);
}

TEST_CASE("R7: each step of the volume is heard in the middle of a word") {
  Stage stage;
  while (stage.speaker->quieter()) {}
  stage.speaker->play({words("w", std::string(200, 'w'))}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(100));
  std::vector<double> levels;
  do {
    stage.advance(milliseconds(50));
    size_t begin = stage.here();
    stage.advance(milliseconds(300));
    levels.push_back(stage.level(Way::loudspeaker, begin, stage.here()));
  } while (stage.speaker->louder());
  CHECK(levels.size() == audio::Volume::kSteps);
  for (size_t i = 1; i < levels.size(); ++i) CHECK(levels[i] > levels[i - 1] + 3);
  CHECK(levels.back() - levels.front() >= 18);
}

TEST_CASE("R8 R45: the next visitor finds silence, the default volume and the normal pace") {
  Stage stage;
  stage.speaker->set_pace(Pace::slower);
  while (stage.speaker->louder()) {}
  stage.speaker->play(page(), Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(200));
  stage.speaker->end_session();
  size_t left = stage.here();
  CHECK(stage.speaker->state() == State::silent);
  CHECK(stage.speaker->volume().step() == audio::Volume::kDefaultStep);
  CHECK(stage.speaker->pace() == Pace::normal);
  CHECK(stage.speaker->repeat() == Answer::no_voice);
  stage.advance(milliseconds(500));
  CHECK(stage.level(Way::loudspeaker, left + audio::samples_in(milliseconds(100)), stage.here()) == kSilent);
  stage.speaker->play({words("w", "Twenty letters here.")}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(500));
  // -19 dBFS at 12 dB below full: the default step.
  CHECK(stage.level(Way::loudspeaker, stage.here() - 14400, stage.here()) == doctest::Approx(-31).epsilon(0.02));
}

TEST_CASE("R20: home begins with its earcon") {
  Stage stage;
  while (stage.speaker->louder()) {}
  size_t pressed = stage.here();
  stage.speaker->play({{"home", Kind::home, "", LanguageTag::of("en")}, words("w", "Home.")}, Sensitivity::green,
                      Asked::automatically);
  stage.finish();
  double best = 0;
  Sound reference = audio::home_earcon();
  for (size_t at = pressed; at < pressed + 960; ++at)
    best = std::max(best, correlation(stage.heard(Way::loudspeaker), at, reference));
  MESSAGE("cross-correlation " << best);
  CHECK(best > 0.95);
}

TEST_CASE("a recording of the very words is preferred to the synthetic voice, and of other words it is not") {
  Stage stage;
  const std::string text = "Ask for a licence. Never pay first.";
  Sound recorded = tests::sine(800, milliseconds(1000), -19);
  Sound pause = silence(milliseconds(300));
  recorded.samples.insert(recorded.samples.end(), pause.samples.begin(), pause.samples.end());
  Sound second = tests::sine(900, milliseconds(1000), -19);
  recorded.samples.insert(recorded.samples.end(), second.samples.begin(), second.samples.end());
  stage.recordings->files[recording_name(LanguageTag::of("en"), text)] = tests::encode_opus(recorded);

  CHECK(stage.speaker->voice_for(words("w", text)) == Voice::recorded);
  CHECK(stage.speaker->voice_for(words("w", text + " ")) == Voice::recorded);
  CHECK(stage.speaker->voice_for(words("w", text + "!")) == Voice::synthetic);
  stage.speaker->play({words("w", text)}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(500));
  CHECK(stage.speaker->now()->voice == Voice::recorded);
  CHECK(stage.speaker->now()->part == 0);
  stage.advance(milliseconds(1200));
  CHECK(stage.speaker->now()->part == 1);
  stage.finish();
  auto heard = stretches(stage.heard(Way::loudspeaker), milliseconds(100));
  REQUIRE(heard.size() == 2);
  CHECK(pitch_of(stage.heard(Way::loudspeaker), heard[0]) == doctest::Approx(800).epsilon(0.02));
  CHECK(pitch_of(stage.heard(Way::loudspeaker), heard[1]) == doctest::Approx(900).epsilon(0.02));
  CHECK(stage.voice->said.empty());
}

TEST_CASE("R96: slower keeps the pitch of a recording") {
  Stage stage;
  stage.recordings->files[recording_name(LanguageTag::of("vai"), "ꕉ")] =
      tests::encode_opus(tests::sine(800, milliseconds(2000), -19));
  stage.speaker->set_pace(Pace::slower);
  stage.speaker->play({words("w", "ꕉ", "vai")}, Sensitivity::green, Asked::by_visitor);
  stage.finish();
  auto heard = stretches(stage.heard(Way::loudspeaker), milliseconds(100));
  REQUIRE(heard.size() == 1);
  CHECK(audio::time_of(heard[0].end - heard[0].begin).count() == doctest::Approx(2500).epsilon(0.02));
  CHECK(pitch_of(stage.heard(Way::loudspeaker), heard[0]) == doctest::Approx(800).epsilon(0.03));
}

TEST_CASE("a damaged or over-long recording gives way to the synthetic voice") {
  for (bool damaged : {true, false}) {
    Stage stage;
    auto bytes = tests::encode_opus(silence(milliseconds(damaged ? 2000 : 121000)));
    if (damaged) bytes.resize(bytes.size() / 2);
    stage.recordings->files[recording_name(LanguageTag::of("en"), "Go home.")] = bytes;
    stage.speaker->play({words("w", "Go home.")}, Sensitivity::green, Asked::by_visitor);
    stage.advance(milliseconds(100));
    REQUIRE(stage.speaker->now());
    CHECK(stage.speaker->now()->voice == Voice::synthetic);
    stage.finish();
  }
}

TEST_CASE("R13: what has no voice is reported, and does not hold up the rest") {
  Stage stage;
  CHECK(stage.speaker->voice_for(words("w", "Iyuô", "kpe")) == Voice::none);
  CHECK(stage.speaker->voice_for(words("w", " ", "en")) == Voice::none);
  CHECK(stage.speaker->play({words("w", "Iyuô", "kpe")}, Sensitivity::green, Asked::by_visitor) == Answer::no_voice);
  CHECK(stage.speaker->state() == State::silent);
  CHECK(stage.speaker->play({words("w", "Iyuô", "kpe"), words("x", "Hello.")}, Sensitivity::green, Asked::by_visitor) ==
        Answer::speaking);
  stage.advance(milliseconds(50));
  CHECK(stage.speaker->now()->id == "x");
}

TEST_CASE("a voice that fails while it speaks costs its words only") {
  Stage stage;
  stage.voice->broken = true;
  stage.speaker->play({words("w", "One. Two."), {"tone", Kind::end_tone, "", LanguageTag::of("en")}},
                      Sensitivity::green, Asked::by_visitor);
  stage.finish();
  CHECK(stretches(stage.heard(Way::loudspeaker), milliseconds(100)).size() == 1);
}

TEST_CASE("a device that vanishes in mid-word loses the sound, and the highlight goes on") {
  Stage stage;
  stage.speaker->play({words("a", "First sentence. Second sentence.")}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(300));
  stage.loudspeaker->set_present(false);
  stage.advance(milliseconds(1200));
  REQUIRE(stage.speaker->now());
  CHECK(stage.speaker->now()->part == 1);
  CHECK(stage.speaker->trouble(Way::loudspeaker));
  stage.finish();
}

TEST_CASE("another catalog's recordings are used from the next word on") {
  Stage stage;
  auto other = std::make_unique<MapRecordings>();
  other->files[recording_name(LanguageTag::of("kpe"), "Iyuô")] =
      tests::encode_opus(tests::sine(800, milliseconds(500), -19));
  stage.speaker->set_recordings(std::move(other));
  CHECK(stage.speaker->play({words("w", "Iyuô", "kpe")}, Sensitivity::green, Asked::by_visitor) == Answer::speaking);
  stage.finish();
}

TEST_CASE("a long page is prepared a little ahead of the listener, not all at once") {
  Stage stage;
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Sentence " + std::to_string(i) + "! ";
  stage.speaker->play({words("w", text)}, Sensitivity::green, Asked::by_visitor);
  stage.advance(milliseconds(50));
  CHECK(stage.voice->said.size() <= 5);
  stage.finish();
  CHECK(stage.voice->said.size() == 100);
}
