#include <doctest/doctest.h>

#include "kiosk/speech/alignment.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::audio;
using namespace kiosk::speech;

namespace {

void add(Sound& to, const Sound& more) {
  to.samples.insert(to.samples.end(), more.samples.begin(), more.samples.end());
}

}  // namespace

TEST_CASE("R99: sentences begin after the pauses of the recording, also when one is read slower than another") {
  const std::string text = "One short. A second sentence that is longer. The third one.";
  Sound sound;
  std::vector<size_t> truth;
  for (int length : {1300, 2400, 1500}) {
    truth.push_back(sound.samples.size());
    add(sound, tests::sine(400, milliseconds(length / 2 - 60), -20));
    add(sound, silence(milliseconds(120)));  // a breath inside the sentence is not a boundary
    add(sound, tests::sine(400, milliseconds(length / 2 - 60), -20));
    add(sound, silence(milliseconds(400)));
  }
  auto begins = align(sound, text, split_sentences(text));
  REQUIRE(begins.size() == 4);
  CHECK(begins[0] == 0);
  for (size_t i = 1; i < 3; ++i) {
    MESSAGE("off by " << (static_cast<double>(begins[i]) - static_cast<double>(truth[i])) / 48 << " ms");
    CHECK(begins[i] <= truth[i] + samples_in(milliseconds(200)));
    CHECK(begins[i] + samples_in(milliseconds(200)) >= truth[i]);
  }
  CHECK(begins[3] == sound.samples.size());
}

TEST_CASE("a recording without pauses is shared out by length") {
  Sound sound = tests::sine(400, milliseconds(3000), -20);
  const std::string text = "Aaaa. Bbbbbbbbb.";
  auto begins = align(sound, text, split_sentences(text));
  REQUIRE(begins.size() == 3);
  CHECK(begins[1] == doctest::Approx(48000).epsilon(0.01));
}

TEST_CASE("boundaries rise whatever the recording") {
  const std::string text = "A. B. C. D. E. F.";
  auto sentences = split_sentences(text);
  for (const Sound& sound : {Sound{}, silence(milliseconds(500)), tests::sine(400, milliseconds(7), -3)}) {
    auto begins = align(sound, text, sentences);
    REQUIRE(begins.size() == sentences.size() + 1);
    for (size_t i = 1; i < begins.size(); ++i) CHECK(begins[i] >= begins[i - 1]);
    CHECK(begins.back() == sound.samples.size());
  }
}
