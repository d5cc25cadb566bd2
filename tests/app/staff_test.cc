// The way of staff through the program, and everybody else's way past it.
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "kiosk/crypto/pin_hash.h"
#include "tests/app/touched_kiosk.h"

using namespace kiosk;
using namespace kiosk::app;
using accessibility::Node;

namespace {

constexpr const char* kPin = "271828";

class Office : public test::TouchedKiosk {
 public:
  explicit Office(bool with_catalog = true, bool with_pin = true) {
    static const std::string hash = crypto::hash_pin(kPin);
    Kiosk::Parts made = parts();
    if (!with_catalog) made.catalog = nullptr;
    made.staff.pin = with_pin ? hash : "";
    facts.version = 12;
    facts.can_roll_back = facts.has_network_address = true;
    made.staff.facts = [this] { return facts; };
    start(std::move(made));
  }

  void knock() {
    for (char corner : std::string("LRLLRR")) tap_at(corner == 'L' ? 20 : 1260, 20);
  }

  void enter() {
    knock();
    REQUIRE(screen() == "staff_pin");
    type_pin(kPin);
    REQUIRE(screen() == "staff_status");
  }

  screens::StaffFacts facts;
};

}  // namespace

TEST_CASE(
    "R73: six touches in the upper corners and the PIN lead to the staff's screen, and leaving to the first one") {
  Office office;
  office.enter();
  CHECK(office.find("content")->name.find("12") != std::string::npos);
  office.tap("leave");
  CHECK(office.screen() == "languages");
  CHECK(office.kiosk->session() == fresh_session(office.catalog));
  CHECK_FALSE(office.kiosk->in_use());
}

TEST_CASE("R73: staff get in where no content can be opened, and nobody where no PIN was set") {
  Office without_content(false);
  without_content.enter();
  without_content.tap("leave");
  CHECK(without_content.screen() == "no_catalog");
  Office without_pin(true, false);
  without_pin.knock();
  CHECK(without_pin.screen() == "languages");
}

TEST_CASE("R73: a million random touches never come to the PIN") {
  ui::Panel panel{1024, 600, 1024 / 153.0f, 900};
  std::mt19937 random(7);
  std::uniform_real_distribution<float> x(0, 1024), y(0, 600);
  CornerGesture gesture;
  double seconds = 0;
  bool opened = false;
  for (int i = 0; i < 1'000'000 && !opened; ++i) {
    Touch touch{TouchPhase::down, 0, x(random), y(random)};
    opened = gesture.touch(touch, panel, seconds);
    touch.phase = TouchPhase::up;
    opened = opened || gesture.touch(touch, panel, seconds += 0.1);
  }
  CHECK_FALSE(opened);
}

TEST_CASE("R73: the gesture counts only in its order, in the corners, and in ten seconds") {
  Office office;
  for (char corner : std::string("LRLRRL")) office.tap_at(corner == 'L' ? 20 : 1260, 20);
  CHECK(office.screen() == "languages");
  for (char corner : std::string("LRLLRR")) office.tap_at(corner == 'L' ? 20 : 1260, 120);
  CHECK(office.screen() == "languages");
  for (char corner : std::string("LRLLRR")) {
    office.tap_at(corner == 'L' ? 20 : 1260, 20);
    office.seconds += 2;
  }
  CHECK(office.screen() == "languages");
  office.tap("language-en");
  office.knock();
  CHECK_MESSAGE(office.screen() != "staff_pin", "the way in is the first screen's alone");
}

TEST_CASE("R73: five wrong tries lock the PIN for five minutes, then for ten") {
  PinGate gate(crypto::hash_pin(kPin));
  double seconds = 100;
  for (double lock : {300.0, 600.0}) {
    for (int i = 0; i < 5; ++i) {
      CHECK(gate.locked_for(seconds) == 0);
      CHECK_FALSE(gate.try_pin("000000", seconds));
    }
    CHECK(gate.locked_for(seconds) == lock);
    CHECK_MESSAGE(!gate.try_pin(kPin, seconds + lock - 1), "the right PIN is no help while locked");
    seconds += lock;
  }
  CHECK(gate.try_pin(kPin, seconds));
}

TEST_CASE("R73: who is locked out sees no keys, also after leaving and coming back") {
  Office office;
  office.knock();
  for (int i = 0; i < 5; ++i) office.type_pin("111111");
  CHECK_FALSE(office.find("digit-1"));
  office.tap("leave");
  office.knock();
  CHECK(office.screen() == "staff_pin");
  CHECK_FALSE(office.find("digit-1"));
}

TEST_CASE("R15: the keys of the PIN all say the same, and what was typed is nowhere in the tree") {
  Office office;
  office.knock();
  std::set<std::string> spoken;
  for (char digit = '0'; digit <= '9'; ++digit) spoken.insert(office.find("digit-" + std::string(1, digit))->spoken);
  CHECK(spoken.size() == 1);
  CHECK(spoken.begin()->find_first_of("0123456789") == std::string::npos);
  for (char digit : std::string("271")) office.tap("digit-" + std::string(1, digit));
  for (const Node& node : office.kiosk->scene().tree.nodes) {
    CHECK(node.name.find("271") == std::string::npos);
    CHECK(node.value.empty());
  }
}

TEST_CASE("R73: the staff's screens close after a minute without a touch") {
  Office office;
  office.enter();
  office.wait(59);
  CHECK(office.screen() == "staff_status");
  office.wait(2);
  CHECK(office.screen() == "languages");
}

TEST_CASE(
    "R49: while the screen is cleaned random touches do nothing for thirty seconds, then the first screen returns") {
  Office office;
  office.enter();
  office.tap("clean");
  REQUIRE(office.screen() == "staff_clean");
  std::mt19937 random(3);
  std::uniform_real_distribution<float> x(0, 1280), y(0, 800);
  for (double end = office.seconds + 28; office.seconds < end;) {
    office.tap_at(x(random), y(random));
    REQUIRE(office.screen() == "staff_clean");
  }
  office.kiosk->key(Key::leave, office.seconds);
  office.wait(3);
  CHECK(office.screen() == "staff_cleaned");
  office.tap("again");
  CHECK(office.screen() == "staff_clean");
  office.wait(42);
  CHECK(office.screen() == "languages");
}

TEST_CASE("what staff ask for appears as a file, and going back and restarting ask first") {
  Office office;
  office.enter();
  office.tap("update");
  CHECK(office.asked("update"));
  office.tap("rollback");
  CHECK(office.screen() == "staff_rollback");
  CHECK_FALSE(office.asked("rollback"));
  office.tap("no");
  CHECK_FALSE(office.asked("rollback"));
  office.tap("rollback");
  office.tap("yes");
  CHECK(office.asked("rollback"));
  CHECK(office.find("note"));
  office.tap("restart");
  office.tap("machine");
  CHECK(office.asked("reboot"));
  CHECK_FALSE(office.asked("restart"));
}

TEST_CASE("the staff's screen tells the last update in its own sentence, and when the network is looked at next") {
  Office office;
  office.facts.last_update.emplace();
  office.facts.last_update->outcome = update::Outcome::no_space;
  office.facts.last_update->bytes_needed = 209'000'001;
  office.facts.last_update_on = *parse_date("2026-11-24");
  office.facts.next_look = {{*parse_date("2026-11-25"), 905}, {*parse_date("2026-11-25"), 1265}};
  office.enter();
  CHECK(
      office.find("last-update")->name ==
      "Last update: There is too little space: 210 MB are needed. Nothing was changed. That was on 24 November 2026.");
  CHECK(office.find("network")->name ==
        "The kiosk looks for new content on the network once a day. Next between 25 November 2026 at 15:05 and 25 "
        "November "
        "2026 at 21:05.");
}

TEST_CASE("staff read when phone numbers go off the screen, and that they did") {
  Office office;
  office.enter();
  CHECK_FALSE(office.find("numbers"));
  Office soon;
  soon.facts.numbers_lapse = *parse_date("2027-02-21");
  soon.enter();
  CHECK(soon.find("numbers")->name ==
        "Phone numbers go off this screen after 21 February 2027. Ask for a newer stick.");
  Office late;
  late.facts.numbers_lapse = *parse_date("2027-02-21");
  late.facts.numbers_lapsed = true;
  late.enter();
  CHECK(late.find("numbers")->name == "The check of phone numbers ran out on 21 February 2027. Ask for a newer stick.");
}

TEST_CASE("content past its date is taken only where staff are offered it, after a question") {
  Office strict;
  strict.enter();
  CHECK_FALSE(strict.find("expired"));
  Office lenient;
  lenient.facts.may_accept_expired = true;
  lenient.enter();
  lenient.tap("expired");
  CHECK(lenient.screen() == "staff_expired");
  lenient.tap("no");
  CHECK_FALSE(lenient.asked("expired"));
  lenient.tap("expired");
  lenient.tap("yes");
  CHECK(lenient.asked("expired"));
  CHECK(lenient.find("note")->name.find("fifteen minutes") != std::string::npos);
}

TEST_CASE("staff read that the disk takes no changes, and nothing of it while it does") {
  Office well;
  well.enter();
  CHECK_FALSE(well.find("disk-read-only"));
  Office failing;
  failing.facts.disk_read_only = true;
  failing.enter();
  CHECK(failing.find("disk-read-only"));
}

TEST_CASE("a kiosk is given to another publisher by the content key on their paper, and by no other digits") {
  Office alone;
  alone.enter();
  CHECK_FALSE(alone.find("owner-change"));
  Office office;
  office.facts.offered_key = "01234 56789 01234 56789 01234 56789";
  office.enter();
  office.tap("owner-change");
  REQUIRE(office.screen() == "staff_owner");
  auto type = [&](const std::string& digits) {
    for (char digit : digits) office.tap("digit-" + std::string(1, digit));
  };
  type("012345678901234567890123456780");
  std::string typed;
  for (int i = 0; const accessibility::Node* group = office.find("key-group-" + std::to_string(i)); ++i)
    typed += (i > 0 ? " " : "") + group->name;
  CHECK(typed == "01234 56789 01234 56789 01234 56780");
  office.tap("enter");
  CHECK(office.screen() == "staff_owner");
  CHECK(office.find("state")->name.find("not the content key") != std::string::npos);
  CHECK_FALSE(office.asked("owner"));
  office.tap("erase");
  office.tap("enter");
  CHECK_MESSAGE(!office.asked("owner"), "a part of the key is no key");
  type("9");
  type("9");  // one more than there are digits
  office.tap("enter");
  CHECK(office.screen() == "staff_status");
  CHECK(test::read_file(office.requests / "owner") == "012345678901234567890123456789");
  CHECK(office.find("note")->name.find("plug their stick in again") != std::string::npos);
}

TEST_CASE("staff read that a kiosk was given to another publisher, and who that is") {
  Office awaited;
  awaited.facts.new_owner_awaited = true;
  awaited.facts.content_key = "01234 56789 01234 56789 01234 56789";
  awaited.enter();
  CHECK(awaited.find("owner")->name.find("01234 56789 01234 56789 01234 56789") != std::string::npos);
  Office arrived;
  arrived.facts.other_owner_since = *parse_date("2026-11-24");
  arrived.facts.content_key = "01234 56789 01234 56789 01234 56789";
  arrived.enter();
  CHECK(arrived.find("owner")->name ==
        "Another publisher since 24 November 2026. Content key: \u206601234 56789 01234 56789 01234 56789\u2069");
}

TEST_CASE("where nobody acts on requests staff are told so") {
  Requests nobody("");
  CHECK_FALSE(nobody.ask(Request::restart).ok());
  Requests nowhere("/nonexistent/requests");
  CHECK_FALSE(nowhere.ask(Request::restart).ok());
}

TEST_CASE("the test of the touch panel fills every field that answers") {
  Office office;
  office.enter();
  office.tap("touch");
  for (int i = 0; i < screens::kTouchColumns * screens::kTouchRows; ++i) office.tap("field-" + std::to_string(i));
  CHECK(office.find("state")->name == "Every part of the screen answers.");
}
