#include "kiosk/os/keypad.h"

#include <algorithm>

namespace kiosk::os {

Keypad::Keypad(Keymap keymap, std::chrono::milliseconds debounce)
    : keymap_(std::move(keymap)), debounce_(std::clamp(debounce, std::chrono::milliseconds(0), kLongestDebounce)) {}

std::optional<Keypad::Press> Keypad::press(int code, Time now) {
  auto key = keymap_.key(code);
  if (!key) return std::nullopt;
  const bool same = code == last_code_ && last_;
  // Counted from the last press that was accepted: a hand that trembles on does not lock its key for ever.
  if (same && now - *last_ < debounce_) return std::nullopt;
  before_[1] = same ? before_[0] : std::nullopt;
  before_[0] = same ? last_ : std::nullopt;
  last_code_ = code;
  last_ = now;
  bool leave = (*key == Key::back || *key == Key::home) && before_[1] && now - *before_[1] <= kTriple;
  if (leave) reset();
  return Press{*key, leave};
}

void Keypad::reset() {
  last_code_ = 0;
  last_.reset();
  before_[0].reset();
  before_[1].reset();
}

}  // namespace kiosk::os
