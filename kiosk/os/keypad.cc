#include "kiosk/os/keypad.h"

#include <algorithm>

namespace kiosk::os {

namespace {

bool may_repeat(Key key) {
  switch (key) {
    case Key::previous:
    case Key::next:
    case Key::scroll_up:
    case Key::scroll_down:
    case Key::volume_up:
    case Key::volume_down: return true;
    default: return false;
  }
}

}  // namespace

Keypad::Keypad(Keymap keymap, std::chrono::milliseconds debounce, std::chrono::milliseconds repeat)
    : keymap_(std::move(keymap)),
      debounce_(std::clamp(debounce, std::chrono::milliseconds(0), kLongestDebounce)),
      repeat_(repeat) {}

std::optional<Keypad::Press> Keypad::press(int code, Time now) {
  auto key = keymap_.key(code);
  if (!key) return std::nullopt;
  const bool same = code == last_code_ && last_;
  // Counted from the last press that was accepted: a trembling hand does not lock its key for good.
  if (same && now - *last_ < debounce_) return std::nullopt;
  before_[1] = same ? before_[0] : std::nullopt;
  before_[0] = same ? last_ : std::nullopt;
  last_code_ = code;
  last_ = now;
  repeated_.reset();
  bool leave = (*key == Key::back || *key == Key::home) && before_[1] && now - *before_[1] <= kTriple;
  if (leave) reset();
  return Press{*key, leave};
}

std::optional<Key> Keypad::hold(int code, Time now) {
  auto key = keymap_.key(code);
  if (repeat_ <= repeat_.zero() || !key || !may_repeat(*key) || code != last_code_ || !last_) return std::nullopt;
  if (now - repeated_.value_or(*last_) < repeat_) return std::nullopt;
  repeated_ = now;
  return key;
}

void Keypad::reset() {
  last_code_ = 0;
  last_.reset();
  repeated_.reset();
  before_[0].reset();
  before_[1].reset();
}

}  // namespace kiosk::os
