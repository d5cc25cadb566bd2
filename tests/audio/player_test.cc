#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "kiosk/audio/device_sink.h"
#include "kiosk/audio/loopback_sink.h"
#include "kiosk/audio/loudness.h"
#include "kiosk/audio/player.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::audio;
using std::chrono::steady_clock;

namespace {

// A player on two loopback sinks, under a virtual clock: both recordings and the clock go on together.
struct Rig {
  steady_clock::time_point now{};
  LoopbackSink* loudspeaker = nullptr;
  LoopbackSink* headphones = nullptr;
  int changes = 0;
  std::unique_ptr<Player> player;

  Rig() {
    auto first = LoopbackSink::create(), second = LoopbackSink::create();
    loudspeaker = first.get();
    headphones = second.get();
    player = std::make_unique<Player>(
        std::move(first), std::move(second), [this] { return now; }, [this] { ++changes; });
  }

  void advance(milliseconds time) {
    for (milliseconds step(0); step < time; step += milliseconds(10)) {
      player->feed();
      loudspeaker->render(milliseconds(10));
      headphones->render(milliseconds(10));
      now += milliseconds(10);
    }
    player->feed();
  }

  size_t samples() const { return loudspeaker->recording().samples.size(); }
};

Piece piece(uint64_t tag, const Sound& sound) {
  auto shared = std::make_shared<const Sound>(sound);
  return {tag, shared, 0, sound.samples.size()};
}

Sound ramp(size_t count) {
  Sound sound;
  for (size_t i = 0; i < count; ++i) sound.samples.push_back(static_cast<int16_t>(i % 20000 + 1));
  return sound;
}

// Where `part` begins in `whole`, sample for sample but for the rounding of the mixer.
std::optional<size_t> find(const Sound& whole, std::span<const int16_t> part) {
  for (size_t at = 0; at + part.size() <= whole.samples.size(); ++at) {
    size_t i = 0;
    while (i < part.size() && std::abs(whole.samples[at + i] - part[i]) <= 1) ++i;
    if (i == part.size()) return at;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("pieces are heard one after the other without a gap, and the way that was not asked for stays silent") {
  Rig rig;
  Sound whole = ramp(15000);
  auto shared = std::make_shared<const Sound>(whole);
  rig.player->start(Way::headphones);
  rig.player->append({1, shared, 0, 5000});
  rig.player->append({2, shared, 5000, 15000});
  rig.player->close();
  rig.advance(milliseconds(500));
  CHECK(find(rig.headphones->recording(), std::span(whole.samples).subspan(100)));
  CHECK(level(rig.loudspeaker->recording(), 0, rig.samples()) == -144);
  CHECK(rig.player->finished());
}

TEST_CASE("R99: what is heard is known to within one round") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  for (uint64_t tag = 1; tag <= 3; ++tag) rig.player->append(piece(tag, tests::sine(500, milliseconds(200), -20)));
  rig.player->close();
  CHECK_FALSE(rig.player->heard());
  for (int time = 10; time <= 590; time += 10) {
    rig.advance(milliseconds(10));
    REQUIRE(rig.player->heard());
    CHECK(rig.player->heard()->tag == static_cast<uint64_t>((time - 1) / 200 + 1));
  }
  CHECK(rig.changes == 3);
  rig.advance(milliseconds(30));
  CHECK(rig.player->finished());
  CHECK(rig.changes == 4);
}

TEST_CASE("R4 R5: a stop silences within ten milliseconds, whatever was queued") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, tests::sine(500, milliseconds(5000), -20)));
  rig.advance(milliseconds(1000));
  size_t stopped = rig.samples();
  CHECK(level(rig.loudspeaker->recording(), stopped - 4800, stopped) > -25);
  rig.player->stop();
  rig.advance(milliseconds(1000));
  CHECK(level(rig.loudspeaker->recording(), stopped + 480, rig.samples()) == -144);
  CHECK(rig.player->finished());
  CHECK_FALSE(rig.player->heard());
}

TEST_CASE("R5: a new queue cuts the old one; the two never overlap") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, tests::sine(500, milliseconds(5000), -10)));
  rig.advance(milliseconds(300));
  size_t began = rig.samples();
  rig.player->start(Way::headphones);
  rig.player->append(piece(2, tests::sine(500, milliseconds(300), -10)));
  rig.advance(milliseconds(200));
  CHECK(level(rig.loudspeaker->recording(), began + 480, rig.samples()) == -144);
  CHECK(level(rig.headphones->recording(), 0, began) == -144);
  CHECK(level(rig.headphones->recording(), began + 960, rig.samples()) > -15);
  CHECK(rig.player->heard()->tag == 2);
}

TEST_CASE("R4: after a pause every sample is heard once") {
  Rig rig;
  Sound whole = ramp(40000);
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, whole));
  rig.player->close();
  rig.advance(milliseconds(300));
  rig.player->pause();
  CHECK(rig.player->paused());
  size_t paused = rig.samples();
  rig.advance(milliseconds(3000));
  CHECK(level(rig.loudspeaker->recording(), paused + 480, rig.samples()) == -144);
  auto heard = rig.player->heard();
  REQUIRE(heard);
  size_t resumed = rig.samples();
  rig.player->resume();
  rig.advance(milliseconds(900));
  CHECK(rig.player->finished());
  // The mixer fades over its first samples; after them it goes on exactly where the pause began.
  auto rest = std::span(whole.samples).subspan(heard->sample + 200);
  auto at = find(rig.loudspeaker->recording(), rest);
  REQUIRE(at);
  CHECK(*at == resumed + 200);
}

TEST_CASE("what comes late is heard when it comes") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, tests::sine(500, milliseconds(100), -20)));
  rig.advance(milliseconds(500));
  CHECK_FALSE(rig.player->finished());
  CHECK(rig.player->waiting() == 0);
  size_t late = rig.samples();
  rig.player->append(piece(2, tests::sine(500, milliseconds(100), -20)));
  CHECK(rig.player->waiting() == 1);
  rig.player->close();
  rig.advance(milliseconds(300));
  CHECK(level(rig.loudspeaker->recording(), late + 480, late + 4800) > -25);
  CHECK(rig.player->finished());
}

TEST_CASE("an empty queue is finished at once, and an empty piece does not count") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, {}));
  CHECK(rig.player->waiting() == 0);
  rig.player->close();
  rig.advance(milliseconds(10));
  CHECK(rig.player->finished());
}

TEST_CASE("a device that vanishes in mid-word costs sound only: the words go on and end in time") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  for (uint64_t tag = 1; tag <= 3; ++tag) rig.player->append(piece(tag, tests::sine(500, milliseconds(1000), -20)));
  rig.player->close();
  rig.advance(milliseconds(500));
  rig.loudspeaker->set_present(false);
  rig.advance(milliseconds(1000));
  REQUIRE(rig.player->heard());
  CHECK(rig.player->heard()->tag == 2);
  CHECK(rig.player->trouble(Way::loudspeaker));

  rig.loudspeaker->set_present(true);
  size_t back = rig.samples();
  rig.advance(milliseconds(200));
  CHECK(level(rig.loudspeaker->recording(), back + 960, rig.samples()) > -25);
  CHECK_FALSE(rig.player->trouble(Way::loudspeaker));
  rig.advance(milliseconds(1400));
  CHECK(rig.player->finished());
}

TEST_CASE("without any device what was asked for still comes to its end") {
  Rig rig;
  rig.loudspeaker->set_present(false);
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, tests::sine(500, milliseconds(1000), -20)));
  rig.player->close();
  rig.advance(milliseconds(900));
  CHECK_FALSE(rig.player->finished());
  rig.advance(milliseconds(200));
  CHECK(rig.player->finished());
}

TEST_CASE("a probe makes no sound and reports what is wrong before anyone listens") {
  Rig rig;
  rig.headphones->set_present(false);
  rig.player->probe();
  CHECK_FALSE(rig.player->trouble(Way::loudspeaker));
  CHECK(rig.player->trouble(Way::headphones));
  rig.advance(milliseconds(200));
  CHECK(level(rig.loudspeaker->recording(), 0, rig.samples()) == -144);
}

TEST_CASE("R66: an absent device is tried at the same times whether or not anyone listens") {
  std::vector<std::vector<int64_t>> attempts;
  for (bool listening : {false, true}) {
    steady_clock::time_point now{};
    std::vector<int64_t> times;
    auto absent = [&](const std::string&) {
      times.push_back(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
      return std::unique_ptr<OpenAlStream>();
    };
    auto clock = [&] { return now; };
    Player player(make_device_sink("absent", clock, absent), LoopbackSink::create(), clock, {});
    player.probe();
    for (int i = 0; i < 3000; ++i) {
      if (listening && i % 100 == 30) {
        player.start(Way::loudspeaker);
        player.append(piece(1, tests::sine(500, milliseconds(30000), -20)));
        player.close();
      }
      auto next = player.feed();
      REQUIRE(next);
      now += std::chrono::seconds(1);
    }
    attempts.push_back(times);
  }
  CHECK(attempts[0] == std::vector<int64_t>{0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 1623, 2223, 2823});
  CHECK(attempts[1] == attempts[0]);
}

TEST_CASE("a device that comes late is heard from the next word on") {
  steady_clock::time_point now{};
  bool present = false;
  auto late = [&](const std::string&) { return present ? OpenAlStream::open_loopback() : nullptr; };
  auto clock = [&] { return now; };
  Player player(make_device_sink("late", clock, late), LoopbackSink::create(), clock, {});
  player.probe();
  CHECK(player.trouble(Way::loudspeaker));
  present = true;
  now += std::chrono::seconds(1);
  player.feed();
  CHECK_FALSE(player.trouble(Way::loudspeaker));
  CHECK_FALSE(player.feed());
}

TEST_CASE("R7: the gain is heard at once, in the middle of a word") {
  Rig rig;
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, tests::sine(500, milliseconds(2000), -10)));
  rig.advance(milliseconds(500));
  rig.player->set_gain(Way::loudspeaker, 0.1f);
  size_t changed = rig.samples();
  rig.advance(milliseconds(500));
  CHECK(level(rig.loudspeaker->recording(), changed - 9600, changed) == doctest::Approx(-10).epsilon(0.02));
  CHECK(level(rig.loudspeaker->recording(), changed + 2400, rig.samples()) == doctest::Approx(-30).epsilon(0.02));
}

TEST_CASE("at rest the feeding thread has nothing to do") {
  Rig rig;
  CHECK_FALSE(rig.player->feed());
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(1, tests::sine(500, milliseconds(100), -20)));
  CHECK(rig.player->feed());
  rig.player->stop();
  auto wait = rig.player->feed();
  REQUIRE(wait);
  rig.now += *wait;
  CHECK_FALSE(rig.player->feed());
}

TEST_CASE("asking from one thread while another feeds neither blocks nor loses the last word") {
  Rig rig;
  std::atomic<bool> done = false;
  std::thread feeder([&] {
    while (!done) {
      auto next = rig.player->feed();
      rig.loudspeaker->render(milliseconds(10));
      rig.player->wait(next ? std::optional(milliseconds(0)) : std::nullopt);
    }
  });
  Sound tone = tests::sine(500, milliseconds(50), -20);
  for (uint64_t i = 1; i <= 500; ++i) {
    rig.player->start(i % 2 ? Way::loudspeaker : Way::headphones);
    rig.player->append(piece(i, tone));
    if (i % 3 == 0) rig.player->pause();
    if (i % 5 == 0) rig.player->resume();
    if (i % 7 == 0) rig.player->stop();
  }
  rig.player->start(Way::loudspeaker);
  rig.player->append(piece(501, tone));
  rig.player->close();
  while (!rig.player->finished()) std::this_thread::yield();
  CHECK(rig.player->heard()->tag == 501);
  done = true;
  rig.player->wake();
  feeder.join();
}
