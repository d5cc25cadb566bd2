// A machine without a sound device, or one that vanishes: the visitor loses sound, is told so, and loses nothing else.
#include <doctest/doctest.h>

#include "kiosk/app/kiosk.h"
#include "kiosk/audio/device_sink.h"
#include "tests/speech/stage.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using accessibility::Node;

namespace {

// No sound device opens until `there`.
struct Machine {
  Machine() {
    speech::Speaker::Parts speaking;
    speaking.clock = [this] { return now; };
    auto open = [this](const std::string&) { return there ? audio::OpenAlStream::open_loopback() : nullptr; };
    speaking.loudspeaker = audio::make_device_sink("Loud", speaking.clock, open);
    speaking.headphones = audio::make_device_sink("Near", speaking.clock, open);
    speaking.synthesizer = std::make_unique<speech_tests::ToneSynthesizer>();
    speaker = std::make_unique<speech::Speaker>(std::move(speaking), speech::Speaker::Drive::by_hand);
    app::Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = &catalog;
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.speaker = speaker.get();
    parts.now = [] { return screens::Moment{}; };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<app::Kiosk>(std::move(parts), 0);
    draw();
  }

  const accessibility::Tree& tree() const { return kiosk->scene().tree; }
  void draw() { kiosk->draw(nullptr, 0); }
  void wait(double time) {
    for (double end = seconds + time; seconds < end; seconds += 0.05) {
      now += std::chrono::milliseconds(50);
      speaker->turn();
      kiosk->tick(seconds);
      if (kiosk->dirty()) draw();
    }
  }
  void tap(const std::string& id) {
    const Node* node = tree().find(id);
    REQUIRE_MESSAGE(node, id);
    const float x = node->rect.x + node->rect.width / 2, y = node->rect.y + node->rect.height / 2;
    kiosk->touch({app::TouchPhase::down, 0, x, y}, seconds);
    wait(0.1);
    kiosk->touch({app::TouchPhase::up, 0, x, y}, seconds);
    draw();
  }
  // As the program does it at its start, in a thread of its own: both ways are tried.
  void try_devices() {
    for (bool headphones : {true, false}) {
      speaker->set_headphones(headphones);
      speech::Utterance tone;
      tone.kind = speech::Kind::home;
      speaker->play({tone}, catalog::Sensitivity::green, speech::Asked::by_visitor);
      wait(1);
    }
  }

  bool there = false;
  std::chrono::steady_clock::time_point now{};
  double seconds = 0;
  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine = *text::Engine::create(KIOSK_SOURCE_DIR "/assets/fonts.conf");
  std::unique_ptr<speech::Speaker> speaker;
  std::unique_ptr<app::Kiosk> kiosk;
};

}  // namespace

TEST_CASE("where no sound device opens nothing is offered to be heard, and all else works") {
  Machine machine;
  machine.tap("language-en");
  REQUIRE(machine.tree().find("listen"));
  CHECK(machine.tree().find("listen")->can_act());  // nobody has tried a device yet
  machine.try_devices();
  CHECK_FALSE(machine.tree().find("listen")->can_act());
  machine.tap("listen");
  CHECK_FALSE(machine.tree().find("speech-stop"));
  machine.tap("section-help");
  CHECK(machine.tree().screen == "contacts");
}

TEST_CASE("where no sound device opens a key moves the focus and starts no speech that nobody would hear") {
  Machine machine;
  machine.tap("language-en");
  machine.try_devices();
  machine.kiosk->key(app::Key::next, machine.seconds);
  machine.draw();
  CHECK_FALSE(machine.tree().modes.speech);
}

TEST_CASE("a sound device that vanishes while a page is heard is told in words, and offered again when it is back") {
  Machine machine;
  machine.tap("language-en");
  machine.tap("listen");
  machine.wait(1);
  const Node* notice = machine.tree().find("speech-notice");
  REQUIRE(notice);
  CHECK(notice->name == "There is no sound on this machine.");
  CHECK(notice->role == accessibility::Role::status);
  machine.try_devices();
  CHECK_FALSE(machine.tree().find("listen")->can_act());
  machine.there = true;
  machine.wait(30);
  CHECK(machine.tree().find("listen")->can_act());
  machine.tap("leave");
  machine.tap("language-en");
  machine.tap("listen");
  machine.wait(0.5);
  CHECK_FALSE(machine.tree().find("speech-notice"));
}
