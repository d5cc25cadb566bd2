// The speaker on its own threads. Tests wait for what happens, never for a time.
#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "tests/speech/stage.h"

using namespace kiosk;
using namespace kiosk::speech;
using namespace kiosk::speech_tests;
using catalog::Sensitivity;

namespace {

// A sink that plays as fast as it is fed and remembers.
class QuickSink : public audio::Sink {
 public:
  bool ready() override { return true; }
  int room() override { return 500; }
  void write(std::span<const int16_t> block) override {
    std::lock_guard lock(mutex);
    written += block.size();
    sounding = true;
    happened.notify_all();
  }
  size_t played() override {
    std::lock_guard lock(mutex);
    return slow ? std::min<size_t>(written, 100) : written;
  }
  void cut() override {
    std::lock_guard lock(mutex);
    written = 0;
    sounding = false;
    happened.notify_all();
  }
  void set_gain(float) override {}
  void rest() override {}
  void release() override {}
  std::optional<std::string> trouble() const override { return std::nullopt; }

  bool wait_until_sounding(bool wanted) {
    std::unique_lock lock(mutex);
    return happened.wait_for(lock, std::chrono::seconds(30), [&] { return sounding == wanted; });
  }

  std::mutex mutex;
  std::condition_variable happened;
  size_t written = 0;
  bool sounding = false;
  bool slow = false;
};

struct LiveStage {
  std::mutex mutex;
  std::condition_variable changed;
  QuickSink* sink = nullptr;
  std::unique_ptr<Speaker> speaker;

  explicit LiveStage(std::unique_ptr<Synthesizer> voice = std::make_unique<ToneSynthesizer>()) {
    auto first = std::make_unique<QuickSink>(), second = std::make_unique<QuickSink>();
    sink = first.get();
    Speaker::Parts parts;
    parts.loudspeaker = std::move(first);
    parts.headphones = std::move(second);
    parts.synthesizer = std::move(voice);
    parts.clock = [] { return std::chrono::steady_clock::now(); };
    parts.changed = [this] {
      std::lock_guard lock(mutex);
      changed.notify_all();
    };
    speaker = std::make_unique<Speaker>(std::move(parts), Speaker::Drive::threads);
  }
  ~LiveStage() { speaker.reset(); }

  bool wait_until_silent() {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(30), [&] { return speaker->state() == State::silent; });
  }
};

}  // namespace

TEST_CASE("with threads, a queue is prepared and played to its end by itself") {
  LiveStage stage;
  stage.speaker->play({words("a", "One. Two. Three. Four. Five. Six. Seven."), number("n", "+231 770 800 911")},
                      Sensitivity::green, Asked::by_visitor);
  CHECK(stage.wait_until_silent());
  CHECK_FALSE(stage.speaker->now());
}

TEST_CASE("R5: a stop reaches the sink at once") {
  LiveStage stage;
  stage.sink->slow = true;
  stage.speaker->play({words("a", std::string(300, 'a'))}, Sensitivity::green, Asked::by_visitor);
  REQUIRE(stage.sink->wait_until_sounding(true));
  auto asked = std::chrono::steady_clock::now();
  stage.speaker->stop();
  CHECK(stage.speaker->state() == State::silent);
  REQUIRE(stage.sink->wait_until_sounding(false));
  auto took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - asked);
  MESSAGE("the sink was cut " << took.count() << " ms after the stop");
}

TEST_CASE("R16: a real voice sounds soon after it was asked") {
  auto espeak = make_espeak();
  REQUIRE(espeak.ok());
  LiveStage stage(*std::move(espeak));
  stage.sink->slow = true;
  auto asked = std::chrono::steady_clock::now();
  stage.speaker->play({words("a", "Keep your passport with you, and give a copy of it to somebody whom you trust.")},
                      Sensitivity::green, Asked::by_visitor);
  REQUIRE(stage.sink->wait_until_sounding(true));
  auto took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - asked);
  MESSAGE("the first sample reached the sink after " << took.count() << " ms");
}

TEST_CASE("asking a thousand times leaves the last answer, and the program ends while it speaks") {
  LiveStage stage;
  for (int i = 0; i < 1000; ++i) {
    stage.speaker->play({words("a", "One. Two."), number("n", "116")}, Sensitivity::green, Asked::by_visitor);
    if (i % 3 == 0) stage.speaker->repeat();
    if (i % 5 == 0) stage.speaker->pause();
    if (i % 7 == 0) stage.speaker->resume();
    if (i % 11 == 0) stage.speaker->end_session();
    if (i % 13 == 0) stage.speaker->set_pace(i % 2 ? Pace::slower : Pace::normal);
    (void)stage.speaker->now();
  }
  stage.speaker->play({words("a", "One. Two.")}, Sensitivity::green, Asked::by_visitor);
  CHECK(stage.wait_until_silent());
  stage.sink->slow = true;
  stage.speaker->play({words("a", std::string(300, 'a'))}, Sensitivity::green, Asked::by_visitor);
}
