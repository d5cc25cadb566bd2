// Which key of which keyboard means what. Assistive keypads are USB keyboards whose maker sends one of several tables
// of codes, so no single set of codes is wired in (R18). Codes are those of Linux, KEY_* in input-event-codes.h: what
// GLFW hands out as scan code on Wayland, and plus 8 on X11. Plain values.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "kiosk/base/result.h"

namespace kiosk::os {

enum class Key {
  previous,
  next,
  select,
  back,
  home,
  help,
  volume_down,
  volume_up,
  scroll_up,
  scroll_down,
  leave,
  headphones_in,  // keypads with a jack of their own send it as a key
  headphones_out,
};

// What a key is while Shift is held: Tab goes back. Every other key is itself.
int with_shift(int code);

// As settings name them: "volume_up".
std::span<const std::pair<std::string_view, Key>> key_names();

// The code of a key as settings name it: F1 to F24, A to Z, 0 to 9, another of the kernel's names (LEFT, KP5, VOLUMEUP;
// any of them may have KEY_ in front), or the number that the program evtest shows. Error: Code::invalid with what is
// allowed.
Result<int> key_code(std::string_view name);

class Keymap {
 public:
  // Everything below at once:
  //   keyboard    arrows, Tab (with Shift: previous), Enter, Space, Backspace, Home, Page Up/Down, F1, Escape
  //   numpad      4 8 previous, 6 2 next, 5 Enter select, 7 back, 1 home, 0 help, - + volume, 9 3 scroll
  //   media       previous, next, play, stop (back), home page, back, help, volume
  //   alternate   F13 previous, F14 next, F15 select, F16 back, F17 home, F18 help, F19 F20 volume, F21 headphones in,
  //               F22 out: for keypads whose codes can be set, because no ordinary keyboard has these keys
  static Keymap standard();

  // An office's own table on top: replaces what the code meant.
  void assign(int code, Key key) { keys_[code] = key; }

  std::optional<Key> key(int code) const;
  // All of them, by code.
  const std::map<int, Key>& keys() const { return keys_; }

 private:
  std::map<int, Key> keys_;
};

}  // namespace kiosk::os
