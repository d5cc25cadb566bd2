// The staff's PIN by keypad and ear: whoever stands beside it learns nothing of it.
#include <doctest/doctest.h>

#include <set>

#include "kiosk/audio/earcon.h"
#include "kiosk/crypto/pin_hash.h"
#include "tests/app/heard_stage.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using accessibility::Node;
using app::Key;
using audio::Way;
using test::contains;
using test::HeardVisit;

namespace {

constexpr const char* kPin = "271828";

struct Office {
  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::source_path("assets/fonts.conf"));
  HeardVisit visit{catalog, *engine, {1280, 800, 1280 / 216.8f, 850}, [](app::Kiosk::Parts& parts) {
                     static const std::string hash = crypto::hash_pin(kPin);
                     parts.staff.pin = hash;
                   }};

  Office() {
    for (char corner : std::string("LRLLRR")) {
      float x = corner == 'L' ? 20 : 1260;
      visit.down(x, 20);
      visit.up(x, 20);
      visit.wait(0.6);
    }
    REQUIRE(visit.tree().screen == "staff_pin");
    visit.key(Key::help);  // speech starts
    visit.wait_until_silent();
  }

  void focus(const std::string& id) {
    for (int i = 0; i < 40; ++i) {
      for (const Node& node : visit.tree().nodes) {
        if (node.focused && node.id == id) return visit.wait_until_silent();
      }
      visit.key(Key::next);
    }
    FAIL("the keypad never came to " << id);
  }

  // What the loudspeaker played, from the first sample that is a sound.
  std::vector<int16_t> hear_select() {
    size_t begin = visit.here();
    visit.key(Key::select);
    visit.wait_until_silent();
    const auto& all = visit.recorder->heard(Way::loudspeaker).samples;
    while (begin < all.size() && all[begin] == 0) ++begin;
    size_t end = all.size();
    while (end > begin && all[end - 1] == 0) --end;
    return {all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)};
  }
};

}  // namespace

TEST_CASE("R15: each digit of the PIN is heard as the same tone, sample for sample, and no digit is ever said") {
  Office office;
  std::set<std::vector<int16_t>> tones;
  std::string heard = office.visit.take_transcript();
  for (char digit = '0'; digit <= '9'; ++digit) {
    office.focus("digit-" + std::string(1, digit));
    tones.insert(office.hear_select());
    heard += office.visit.take_transcript();
  }
  REQUIRE(tones.size() == 1);
  CHECK(tones.begin()->size() > audio::key_tone().samples.size() / 2);
  CHECK_MESSAGE(heard.find_first_of("0123456789") == std::string::npos, heard);
  CHECK(contains(heard, "Key"));
  CHECK(office.visit.tree().find("typed")->name == "Digits typed: 10");
  office.focus("typed");
  CHECK(office.visit.take_transcript().find_first_of("0123456789") == std::string::npos);
}

TEST_CASE("R1 R15: by keypad and ear a wrong PIN is told so, and the right one leads on and says where") {
  Office office;
  auto type = [&](const std::string& pin) {
    for (char digit : pin)
      office.focus("digit-" + std::string(1, digit)), office.visit.wait(0.6), office.visit.key(Key::select);
    office.focus("enter");
    office.visit.take_transcript();
    office.visit.key(Key::select);
    office.visit.wait_until_silent();
    return office.visit.take_transcript();
  };
  std::string wrong = type("000000");
  CHECK_MESSAGE(contains(wrong, "That was not the PIN."), wrong);
  CHECK(wrong.find_first_of("0123456789") == std::string::npos);
  std::string right = type(kPin);
  CHECK(office.visit.tree().screen == "staff_status");
  CHECK_MESSAGE(contains(right, office.visit.tree().find("title")->name), right);
}
