#include <doctest/doctest.h>

#include <linux/input-event-codes.h>

#include <vector>

#include "kiosk/os/keypad.h"

using namespace kiosk;
using namespace kiosk::os;
using std::chrono::milliseconds;

namespace {

Keypad::Time at(int time) { return Keypad::Time(milliseconds(time)); }

std::optional<Key> meaning(int code) { return Keymap::standard().key(code); }

}  // namespace

TEST_CASE("R18: each function has a key on a keyboard, a numpad, media keys and the alternate table") {
  const struct {
    Key key;
    std::vector<int> codes;
  } kAll[] = {
      {Key::previous, {KEY_LEFT, KEY_UP, KEY_KP4, KEY_KP8, KEY_PREVIOUSSONG, KEY_F13}},
      {Key::next, {KEY_RIGHT, KEY_DOWN, KEY_TAB, KEY_KP6, KEY_KP2, KEY_NEXTSONG, KEY_F14}},
      {Key::select, {KEY_ENTER, KEY_SPACE, KEY_KP5, KEY_KPENTER, KEY_PLAYPAUSE, KEY_PLAYCD, KEY_PLAY, KEY_F15}},
      {Key::back, {KEY_BACKSPACE, KEY_KP7, KEY_BACK, KEY_STOPCD, KEY_F16}},
      {Key::home, {KEY_HOME, KEY_KP1, KEY_HOMEPAGE, KEY_F17}},
      {Key::help, {KEY_F1, KEY_KP0, KEY_HELP, KEY_F18}},
      {Key::volume_down, {KEY_KPMINUS, KEY_VOLUMEDOWN, KEY_F19}},
      {Key::volume_up, {KEY_KPPLUS, KEY_VOLUMEUP, KEY_F20}},
      {Key::headphones_in, {KEY_F21}},
      {Key::headphones_out, {KEY_F22}},
      {Key::leave, {KEY_ESC}},
  };
  for (const auto& [key, codes] : kAll)
    for (int code : codes) CHECK(meaning(code) == key);
  CHECK_FALSE(meaning(KEY_POWER));
  CHECK_FALSE(meaning(0));
}

TEST_CASE("R18: Tab with Shift goes back, and Shift changes nothing else") {
  CHECK(meaning(with_shift(KEY_TAB)) == Key::previous);
  for (int code : {KEY_ENTER, KEY_BACKSPACE, KEY_KP6, KEY_F13, KEY_A}) CHECK(with_shift(code) == code);
}

TEST_CASE("R18: a custom table is laid over the others") {
  Keymap map = Keymap::standard();
  map.assign(*key_code("F23"), Key::select);
  map.assign(*key_code("A"), Key::previous);
  map.assign(*key_code("0"), Key::help);
  map.assign(*key_code("105"), Key::next);  // the left arrow of a keypad that is mounted upside down
  CHECK(map.key(KEY_F23) == Key::select);
  CHECK(map.key(KEY_A) == Key::previous);
  CHECK(map.key(KEY_0) == Key::help);
  CHECK(map.key(KEY_LEFT) == Key::next);
  CHECK(map.key(KEY_F13) == Key::previous);
}

TEST_CASE("keys have the names that the kernel gives them, and a mistake says what is allowed") {
  CHECK(*key_code("KEY_KP5") == KEY_KP5);
  CHECK(*key_code("LEFT") == KEY_LEFT);
  CHECK(*key_code("VOLUMEUP") == KEY_VOLUMEUP);
  CHECK(*key_code("F12") == KEY_F12);
  CHECK(*key_code("Q") == KEY_Q);
  for (const char* name : {"", "F0", "F25", "AA", "-1", "99999999999", "1x", "a", "KEY_", "KP10"})
    CHECK_MESSAGE(!key_code(name).ok(), name);
  CHECK(key_code("left").error().message.find("evtest") != std::string::npos);
}

TEST_CASE("R19: the same key within half a second is one press, later it is two") {
  for (int gap = 100; gap < 500; gap += 30) {
    Keypad keypad(Keymap::standard());
    CHECK(keypad.press(KEY_RIGHT, at(1000)));
    CHECK_FALSE(keypad.press(KEY_RIGHT, at(1000 + gap)));
  }
  Keypad keypad(Keymap::standard());
  CHECK(keypad.press(KEY_RIGHT, at(1000)));
  CHECK(keypad.press(KEY_RIGHT, at(1600)));
}

TEST_CASE("R19: another key is heard at once, and trembling does not lock a key for good") {
  Keypad keypad(Keymap::standard());
  CHECK(keypad.press(KEY_RIGHT, at(0)));
  CHECK(keypad.press(KEY_LEFT, at(50)));
  int accepted = 0;
  for (int time = 1000; time <= 3000; time += 100) accepted += keypad.press(KEY_RIGHT, at(time)).has_value();
  CHECK(accepted == 5);
}

TEST_CASE("R19: the time is adjustable, as far as three presses still fit into five seconds") {
  Keypad slow(Keymap::standard(), milliseconds(2000));
  CHECK(slow.press(KEY_RIGHT, at(0)));
  CHECK_FALSE(slow.press(KEY_RIGHT, at(1999)));
  CHECK(slow.press(KEY_RIGHT, at(2000)));

  Keypad slowest(Keymap::standard(), milliseconds(60000));
  CHECK_FALSE(slowest.press(KEY_HOME, at(0))->leave);
  CHECK_FALSE(slowest.press(KEY_HOME, at(2400))->leave);
  CHECK(slowest.press(KEY_HOME, at(4800))->leave);
}

TEST_CASE("R19: a held key is one press unless repeats are set, and then it moves on at that pace and no faster") {
  Keypad still(Keymap::standard());
  still.press(KEY_RIGHT, at(0));
  for (int time = 30; time < 10000; time += 30) CHECK_FALSE(still.hold(KEY_RIGHT, at(time)));

  Keypad repeating(Keymap::standard(), Keypad::kDebounce, milliseconds(2000));
  repeating.press(KEY_RIGHT, at(0));
  int moved = 0;
  for (int time = 20; time <= 10000; time += 20) moved += repeating.hold(KEY_RIGHT, at(time)) == Key::next;
  CHECK(moved == 5);
  CHECK_FALSE(repeating.hold(KEY_LEFT, at(20000)));  // is not the key that went down
}

TEST_CASE("R19: what chooses, goes back or leaves is never repeated by holding it") {
  for (int code : {KEY_ENTER, KEY_BACKSPACE, KEY_HOME, KEY_F1, KEY_ESC, KEY_F21}) {
    Keypad keypad(Keymap::standard(), Keypad::kDebounce, milliseconds(500));
    keypad.press(code, at(0));
    for (int time = 30; time < 6000; time += 30) CHECK_FALSE(keypad.hold(code, at(time)));
  }
}

TEST_CASE("R54: back or home three times within five seconds leaves, a moment more does not") {
  for (int code : {KEY_BACKSPACE, KEY_HOME, KEY_F16, KEY_KP1}) {
    for (int third = 1200; third <= 6000; third += 100) {
      Keypad keypad(Keymap::standard());
      CHECK_FALSE(keypad.press(code, at(0))->leave);
      CHECK_FALSE(keypad.press(code, at(third / 2))->leave);
      CHECK(keypad.press(code, at(third))->leave == (third <= 5000));
    }
  }
}

TEST_CASE("R54: the three presses may lie anywhere, and none of another key between them") {
  Keypad late(Keymap::standard());
  for (int time : {0, 3000, 6000}) CHECK_FALSE(late.press(KEY_HOME, at(time))->leave);
  CHECK_FALSE(late.press(KEY_HOME, at(8500))->leave);
  CHECK(late.press(KEY_HOME, at(9500))->leave);
  // Counting starts over afterwards.
  CHECK_FALSE(late.press(KEY_HOME, at(10200))->leave);

  Keypad between(Keymap::standard());
  between.press(KEY_HOME, at(0));
  between.press(KEY_HOME, at(1000));
  between.press(KEY_RIGHT, at(2000));
  CHECK_FALSE(between.press(KEY_HOME, at(3000))->leave);
}

TEST_CASE("R54: going quickly through a list does not leave") {
  Keypad keypad(Keymap::standard());
  for (int time = 0; time < 6000; time += 600) CHECK_FALSE(keypad.press(KEY_RIGHT, at(time))->leave);
}

TEST_CASE("R54: presses that are one because of the debounce count once") {
  Keypad keypad(Keymap::standard());
  for (int time = 0; time < 500; time += 100) {
    auto press = keypad.press(KEY_HOME, at(time));
    CHECK(press.has_value() == (time == 0));
  }
}
