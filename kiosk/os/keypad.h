// Turns raw key presses into what a visitor meant: tremor protection (R19) and the discreet way out (R54).
// A value of one session; time is passed in.
#pragma once

#include <chrono>
#include <optional>

#include "kiosk/os/keymap.h"

namespace kiosk::os {

class Keypad {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::milliseconds kDebounce{500};
  // With a longer one, three presses would no longer fit into kTriple.
  static constexpr std::chrono::milliseconds kLongestDebounce{2400};
  static constexpr std::chrono::seconds kTriple{5};

  struct Press {
    Key key = Key::next;
    // Back or home for the third time within five seconds: leave now. Only these two, because anyone who goes through a
    // list quickly presses "next" that often.
    bool leave = false;
  };

  // `repeat`: after so long, and then as often, a key that is held moves on by one; 0: a held key is one press.
  explicit Keypad(Keymap keymap, std::chrono::milliseconds debounce = kDebounce,
                  std::chrono::milliseconds repeat = std::chrono::milliseconds(0));

  // None: the key means nothing, or it is the same key again within the debounce time.
  std::optional<Press> press(int code, Time now);
  // The key that was pressed last is still down, which the window system says many times a second. Only what moves on
  // or changes the volume is ever repeated; what chooses or leaves needs a press of its own.
  std::optional<Key> hold(int code, Time now);

  // The next visitor.
  void reset();

 private:
  Keymap keymap_;
  std::chrono::milliseconds debounce_, repeat_;
  int last_code_ = 0;
  std::optional<Time> last_;       // accepted press
  std::optional<Time> repeated_;   // of it, while it is held
  std::optional<Time> before_[2];  // of the same key: the press before the last one, and the one before that
};

}  // namespace kiosk::os
