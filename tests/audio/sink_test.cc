#include <doctest/doctest.h>

#include <cstdlib>

#include "kiosk/audio/device_sink.h"
#include "kiosk/audio/loopback_sink.h"
#include "kiosk/audio/loudness.h"
#include "kiosk/audio/silent_sink.h"
#include "kiosk/audio/volume.h"
#include "kiosk/audio/wave_file.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::audio;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

void write_all(LoopbackSink& sink, const Sound& sound) {
  size_t at = 0;
  while (at < sound.samples.size()) {
    while (sink.room() > 0 && at < sound.samples.size()) {
      size_t count = std::min(Sink::kBlock, sound.samples.size() - at);
      sink.write(std::span(sound.samples).subspan(at, count));
      at += count;
    }
    sink.render(milliseconds(10));
  }
}

}  // namespace

TEST_CASE("what a sink is given is what the listener hears, at the same level") {
  auto sink = LoopbackSink::create();
  REQUIRE(sink);
  Sound tone = tests::sine(1000, milliseconds(1000), -20);
  write_all(*sink, tone);
  sink->render(milliseconds(300));
  CHECK(level(sink->recording(), 4800, 43200) == doctest::Approx(-20).epsilon(0.01));
  CHECK(level(sink->recording(), 50000, 60000) == -144);
  CHECK(sink->played() == tone.samples.size());
}

TEST_CASE("R7: every step of the volume is heard, 18 dB from the lowest to the highest and 12 in the middle") {
  std::vector<double> heard;
  Volume volume;
  while (volume.down()) {}
  do {
    auto sink = LoopbackSink::create();
    REQUIRE(sink);
    sink->set_gain(gain_of(volume.decibels()));
    write_all(*sink, tests::sine(1000, milliseconds(300), -10));
    heard.push_back(level(sink->recording(), 2400, 9600));
  } while (volume.up());
  for (size_t i = 1; i < heard.size(); ++i) CHECK(heard[i] - heard[i - 1] == doctest::Approx(4).epsilon(0.02));
  CHECK(heard.back() - heard.front() >= 18);
  CHECK(heard[Volume::kDefaultStep] - heard.front() == doctest::Approx(12).epsilon(0.02));
}

TEST_CASE("a cut is silence from the next sample on") {
  auto sink = LoopbackSink::create();
  REQUIRE(sink);
  Sound tone = tests::sine(1000, milliseconds(100), -10);
  for (size_t at = 0; at + Sink::kBlock <= tone.samples.size(); at += Sink::kBlock)
    sink->write(std::span(tone.samples).subspan(at, Sink::kBlock));
  sink->render(milliseconds(30));
  sink->cut();
  sink->render(milliseconds(100));
  CHECK(level(sink->recording(), 0, 1440) > -20);
  // OpenAL fades a stopped source out over a few samples so that it does not click.
  CHECK(level(sink->recording(), 1440 + 480, sink->recording().samples.size()) == -144);
  CHECK(sink->played() == 0);
  CHECK(sink->room() == OpenAlStream::kBlocks);
}

TEST_CASE("a sink that ran dry goes on with the next block and counts only what was heard") {
  auto sink = LoopbackSink::create();
  REQUIRE(sink);
  Sound tone = tests::sine(1000, milliseconds(20), -10);
  sink->write(tone.samples);
  sink->render(milliseconds(100));
  CHECK(sink->played() == 960);
  sink->write(tone.samples);
  sink->render(milliseconds(10));
  CHECK(sink->played() == 960 + 480);
  sink->render(milliseconds(50));
  CHECK(sink->played() == 1920);
}

TEST_CASE("a device that does not exist means no sound, is reported once, and is tried again ever later") {
  steady_clock::time_point now{};
  auto sink = make_device_sink("a device that does not exist", [&] { return now; });
  CHECK_FALSE(sink->trouble());
  CHECK_FALSE(sink->ready());
  REQUIRE(sink->trouble());
  CHECK(sink->trouble()->find("a device that does not exist") != std::string::npos);
  for (int i = 0; i < 100; ++i) {
    now += seconds(i);
    CHECK_FALSE(sink->ready());
  }
  // Nothing to do is done without complaint.
  sink->cut();
  sink->set_gain(0.5f);
  sink->rest();
  sink->release();
  CHECK(sink->room() == 0);
  CHECK(sink->played() == 0);
}

TEST_CASE("the silent sink takes sound at the pace of the clock") {
  steady_clock::time_point now{};
  SilentSink sink([&] { return now; });
  std::vector<int16_t> block(Sink::kBlock, 1000);
  int written = 0;
  while (sink.room() > 0) {
    sink.write(block);
    ++written;
  }
  CHECK(written == 8);
  CHECK(sink.played() == 0);
  now += milliseconds(50);
  CHECK(sink.played() == 2400);
  now += seconds(10);
  CHECK(sink.played() == 8 * Sink::kBlock);
  sink.write(block);
  CHECK(sink.played() == 8 * Sink::kBlock);
  now += milliseconds(10);
  CHECK(sink.played() == 8 * Sink::kBlock + 480);
}

TEST_CASE("a sound becomes a WAV file of its samples") {
  std::vector<uint8_t> bytes = encode_wave({{1, -2, 300}});
  REQUIRE(bytes.size() == 44 + 6);
  CHECK(std::string(bytes.begin(), bytes.begin() + 4) == "RIFF");
  CHECK(bytes[40] == 6);
  CHECK(bytes[46] == 0xfe);
  CHECK(bytes[47] == 0xff);
}
