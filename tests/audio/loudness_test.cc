#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/audio/loudness.h"
#include "kiosk/audio/volume.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::audio;

namespace {

// Speech as the meter sees it: bursts with pauses between them.
Sound bursts(double dbfs, milliseconds lead = milliseconds(20)) {
  Sound all = silence(lead);
  for (int i = 0; i < 10; ++i) {
    Sound burst = tests::sine(1000, milliseconds(400), dbfs);
    Sound pause = silence(milliseconds(100));
    all.samples.insert(all.samples.end(), burst.samples.begin(), burst.samples.end());
    all.samples.insert(all.samples.end(), pause.samples.begin(), pause.samples.end());
  }
  return all;
}

bool has(const Inspection& inspection, Fault fault) {
  return std::any_of(inspection.findings.begin(), inspection.findings.end(),
                     [&](const Finding& finding) { return finding.fault == fault; });
}

Inspection inspect_sound(Sound sound, int rate = 48000) {
  Recording recording;
  recording.sound = std::move(sound);
  recording.original_rate = rate;
  return inspect(recording);
}

}  // namespace

// EBU Tech 3341, case 1 for one channel: a 1000 Hz sine peaking at -23 dBFS in both channels is -23 LUFS, in one -26.
TEST_CASE("R97: loudness is that of BS.1770") {
  Sound tone = tests::sine(1000, milliseconds(20000), -23 - 3.01);
  REQUIRE(measure_loudness(tone).integrated);
  CHECK(*measure_loudness(tone).integrated == doctest::Approx(-26).epsilon(0.005));
  CHECK(measure_loudness(tone).true_peak == doctest::Approx(-23).epsilon(0.01));
}

TEST_CASE("silence has no loudness") {
  CHECK_FALSE(measure_loudness(silence(milliseconds(2000))).integrated);
  CHECK_FALSE(measure_loudness({}).integrated);
  CHECK(level(silence(milliseconds(10)), 0, 480) == -144);
}

TEST_CASE("R97: speech is brought to -19 LUFS from below and from above") {
  for (double dbfs : {-40.0, -25.0, -8.0}) {
    Sound sound = bursts(dbfs);
    normalize_speech(sound);
    CHECK(*measure_loudness(sound).integrated == doctest::Approx(-19).epsilon(0.01));
  }
}

TEST_CASE("R97: bringing speech to its level never lets it clip") {
  Sound sound = bursts(-45);
  sound.samples[30000] = 20000;  // one click far above the rest
  normalize_speech(sound);
  CHECK(measure_loudness(sound).true_peak <= -0.9);
}

TEST_CASE("a word shorter than the meter's gate is brought to about the same level") {
  Sound word = tests::sine(1000, milliseconds(200), -40);
  normalize_speech(word);
  CHECK(level(word, 0, word.samples.size()) == doctest::Approx(-19).epsilon(0.05));
  Sound nothing = silence(milliseconds(200));
  normalize_speech(nothing);
  CHECK(nothing.samples == silence(milliseconds(200)).samples);
}

TEST_CASE("trimming keeps what can be heard and ten milliseconds around it") {
  Sound sound = bursts(-20, milliseconds(700));
  Sound trimmed = trim_silence(sound);
  CHECK(trimmed.duration() >= milliseconds(4900));
  CHECK(trimmed.duration() <= milliseconds(4930));
  CHECK(trim_silence(silence(milliseconds(500))).samples.empty());
}

TEST_CASE("R97 R98: a recording as it should be has no findings") {
  Sound sound = bursts(-25);
  normalize_speech(sound);
  Inspection inspection = inspect_sound(sound);
  for (const Finding& finding : inspection.findings) MESSAGE(finding.sentence);
  CHECK(inspection.findings.empty());
  CHECK(inspection.length == milliseconds(5020));
}

TEST_CASE("R97 R98: each fault of a recording is found, and it alone") {
  Sound good = bursts(-25);
  normalize_speech(good);
  auto only = [](const Inspection& inspection, Fault fault) {
    return inspection.findings.size() == 1 && inspection.findings[0].fault == fault;
  };
  auto scaled = [&](double decibels) {
    Sound sound = good;
    for (int16_t& sample : sound.samples)
      sample = static_cast<int16_t>(sample * static_cast<double>(gain_of(decibels)));
    return sound;
  };
  CHECK(only(inspect_sound(scaled(-2)), Fault::too_quiet));
  CHECK(only(inspect_sound(scaled(2)), Fault::too_loud));
  CHECK(only(inspect_sound(good, 8000), Fault::narrow_bandwidth));
  CHECK(only(inspect_sound(silence(milliseconds(1000))), Fault::silent));

  Sound late = silence(milliseconds(300));
  late.samples.insert(late.samples.end(), good.samples.begin(), good.samples.end());
  CHECK(only(inspect_sound(late), Fault::late_start));

  Sound peak = good;
  peak.samples[30000] = 32767;
  peak.samples[30001] = 32767;
  CHECK(has(inspect_sound(peak), Fault::clipping));

  Sound noisy = good;
  for (size_t i = 0; i < noisy.samples.size(); ++i)
    noisy.samples[i] = static_cast<int16_t>(std::clamp(noisy.samples[i] + (i % 2 ? 150 : -150), -32768, 32767));
  CHECK(has(inspect_sound(noisy), Fault::noisy));

  Sound twice;
  for (int i = 0; i < 5; ++i) twice.samples.insert(twice.samples.end(), good.samples.begin(), good.samples.end());
  CHECK(only(inspect_sound(twice), Fault::too_long));

  Sound click;
  click.samples.assign(good.samples.begin() + 960, good.samples.begin() + 960 + 4800);
  CHECK(has(inspect_sound(click), Fault::too_short));

  Sound loud_then_quiet = bursts(-12), quiet = bursts(-30);
  loud_then_quiet.samples.insert(loud_then_quiet.samples.end(), quiet.samples.begin(), quiet.samples.end());
  CHECK(has(inspect_sound(loud_then_quiet), Fault::uneven));
}

TEST_CASE("two channels are said, and one that is dead is named with how much quieter it is") {
  Sound good = bursts(-25), quiet = good;
  normalize_speech(good);
  for (size_t i = 0; i < quiet.samples.size(); ++i) quiet.samples[i] = static_cast<int16_t>(good.samples[i] / 32);
  auto inspected = [](const std::vector<Sound>& channels) {
    auto recording = decode_opus(tests::encode_opus(channels));
    REQUIRE_MESSAGE(recording.ok(), recording.error().message);
    return inspect(*recording);
  };
  auto sentence = [](const Inspection& inspection, Fault fault) {
    for (const Finding& finding : inspection.findings)
      if (finding.fault == fault) return finding.sentence;
    return std::string();
  };
  CHECK_FALSE(has(inspected({good}), Fault::many_channels));
  CHECK(has(inspected({good, good}), Fault::many_channels));
  CHECK_FALSE(has(inspected({good, good}), Fault::dead_channel));
  CHECK(sentence(inspected({good, quiet}), Fault::dead_channel).starts_with("Its right channel is 3"));
  CHECK(sentence(inspected({quiet, good}), Fault::dead_channel).starts_with("Its left channel is 3"));
  CHECK(has(inspected({good, silence(good.duration())}), Fault::dead_channel));
  CHECK(sentence(inspected(std::vector<Sound>(6, good)), Fault::many_channels) == "It has 6 channels; wanted is one.");

  Sound upside_down = good;
  for (int16_t& sample : upside_down.samples) sample = static_cast<int16_t>(-sample);
  CHECK(sentence(inspected({good, upside_down}), Fault::opposed_channels)
            .starts_with("Its two channels cancel each other ("));
  CHECK_FALSE(has(inspected({good, good}), Fault::opposed_channels));
  CHECK_FALSE(has(inspected({good, silence(good.duration())}), Fault::opposed_channels));
  CHECK_FALSE(has(inspected({silence(good.duration()), silence(good.duration())}), Fault::opposed_channels));
}

TEST_CASE("what a phone or a music program writes beside the sound is told: a cover, a place, too low a rate") {
  Sound good = bursts(-25);
  normalize_speech(good);
  auto inspected = [&](const tests::OpusFile& file) {
    auto recording = decode_opus(tests::encode_opus({good}, file));
    REQUIRE_MESSAGE(recording.ok(), recording.error().message);
    return inspect(*recording);
  };
  CHECK(inspected({}).findings.empty());
  CHECK(inspected({{"TITLE=Digits", "ARTIST=a speaker", "ENCODER=x"}}).findings.empty());
  for (const char* note : {"LOCATION=+06.3005-010.7969/", "location-eng=+06.3", "GPSLatitude=6.3",
                           "com.apple.quicktime.location.ISO6709=+06", "xyz=+06.3-010.7/"})
    CHECK_MESSAGE(has(inspected({{note}}), Fault::place_noted), note);
  const std::string picture =
      std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29) + std::string(30'000, 'x');
  const Inspection covered = inspected({{}, picture});
  CHECK(has(covered, Fault::cover_picture));
  CHECK(covered.findings.front().sentence == "It carries a picture of 40 kB, which no one sees: leave it out.");
  for (int rate : {8000, 11025, 12000}) CHECK_MESSAGE(has(inspected({{}, {}, rate}), Fault::narrow_bandwidth), rate);
  for (int rate : {16000, 44100, 48000}) CHECK_MESSAGE(!has(inspected({{}, {}, rate}), Fault::narrow_bandwidth), rate);
}

TEST_CASE("a recording that goes on in silence after its last word is told") {
  Sound good = bursts(-25);
  normalize_speech(good);
  for (const auto& row : {std::pair(0, false), std::pair(800, false), std::pair(1500, true), std::pair(9000, true)}) {
    const auto& after = row.first;
    const auto& told = row.second;
    Sound sound = good;
    const Sound pause = silence(milliseconds(after));
    sound.samples.insert(sound.samples.end(), pause.samples.begin(), pause.samples.end());
    CHECK_MESSAGE(has(inspect_sound(sound), Fault::late_end) == told, after);
  }
}
