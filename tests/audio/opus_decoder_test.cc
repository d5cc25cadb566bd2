#include <doctest/doctest.h>

#include <random>

#include "kiosk/audio/loudness.h"
#include "kiosk/audio/opus_decoder.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::audio;

TEST_CASE("a recording is decoded at its length and level") {
  Sound tone = tests::sine(440, milliseconds(1500), -20);
  auto recording = decode_opus(tests::encode_opus(tone));
  REQUIRE(recording.ok());
  CHECK(recording->sound.samples.size() == tone.samples.size());
  CHECK(recording->original_rate == 48000);
  CHECK(level(recording->sound, 4800, 67200) == doctest::Approx(-20).epsilon(0.03));
}

TEST_CASE("a stereo recording is mixed down at the same level") {
  auto recording = decode_opus(tests::encode_opus(tests::sine(440, milliseconds(1000), -20), 2));
  REQUIRE(recording.ok());
  CHECK(recording->channels == 2);
  CHECK(recording->sound.samples.size() == 48000);
  CHECK(level(recording->sound, 4800, 43200) == doctest::Approx(-20).epsilon(0.03));
}

TEST_CASE("what is not a recording is refused") {
  CHECK(decode_opus({}).error().code == Code::damaged);
  std::vector<uint8_t> text(5000, 'x');
  CHECK(decode_opus(text).error().code == Code::damaged);
}

TEST_CASE("a recording of more than two minutes is refused") {
  CHECK(decode_opus(tests::encode_opus(silence(milliseconds(119000)))).ok());
  CHECK(decode_opus(tests::encode_opus(silence(milliseconds(121000)))).error().code == Code::refused);
}

TEST_CASE("too many bytes are refused unread") {
  std::vector<uint8_t> bytes(kMaxRecordingBytes + 1);
  CHECK(decode_opus(bytes).error().code == Code::refused);
}

TEST_CASE("a recording cut short is refused, wherever it is cut") {
  std::vector<uint8_t> whole = tests::encode_opus(tests::sine(440, milliseconds(3000), -20));
  for (size_t size = 0; size < whole.size(); size += 97) {
    std::vector<uint8_t> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(decode_opus(part).ok());
  }
}

TEST_CASE("a recording with damaged bytes is refused or played, and never more than its limit") {
  const std::vector<uint8_t> whole = tests::encode_opus(tests::sine(440, milliseconds(1000), -20));
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<uint8_t> bytes = whole;
    for (int change = 0; change < 3; ++change) bytes[random() % bytes.size()] = static_cast<uint8_t>(random());
    auto recording = decode_opus(bytes);
    if (!recording.ok())
      ++refused;
    else
      CHECK(recording->sound.duration() <= kMaxRecording);
  }
  CHECK(refused >= 295);  // Ogg pages carry a checksum
}
