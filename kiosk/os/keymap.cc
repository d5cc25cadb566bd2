#include "kiosk/os/keymap.h"

#include <linux/input-event-codes.h>

#include <charconv>
#include <string>

namespace kiosk::os {

namespace {

struct Entry {
  int code;
  Key key;
};

constexpr Entry kKeyboard[] = {
    {KEY_LEFT, Key::previous}, {KEY_UP, Key::previous},  {KEY_RIGHT, Key::next},       {KEY_DOWN, Key::next},
    {KEY_TAB, Key::next},      {KEY_ENTER, Key::select}, {KEY_SPACE, Key::select},     {KEY_BACKSPACE, Key::back},
    {KEY_HOME, Key::home},     {KEY_F1, Key::help},      {KEY_PAGEUP, Key::scroll_up}, {KEY_PAGEDOWN, Key::scroll_down},
    {KEY_ESC, Key::leave},
};
constexpr Entry kNumpad[] = {
    {KEY_KP4, Key::previous},     {KEY_KP8, Key::previous},
    {KEY_KP6, Key::next},         {KEY_KP2, Key::next},
    {KEY_KP5, Key::select},       {KEY_KPENTER, Key::select},
    {KEY_KP7, Key::back},         {KEY_KP1, Key::home},
    {KEY_KP0, Key::help},         {KEY_KPMINUS, Key::volume_down},
    {KEY_KPPLUS, Key::volume_up}, {KEY_KP9, Key::scroll_up},
    {KEY_KP3, Key::scroll_down},
};
constexpr Entry kMedia[] = {
    {KEY_PREVIOUSSONG, Key::previous}, {KEY_NEXTSONG, Key::next}, {KEY_PLAYPAUSE, Key::select},
    {KEY_PLAYCD, Key::select},         {KEY_PLAY, Key::select},   {KEY_OK, Key::select},
    {KEY_SELECT, Key::select},         {KEY_STOPCD, Key::back},   {KEY_BACK, Key::back},
    {KEY_HOMEPAGE, Key::home},         {KEY_HELP, Key::help},     {KEY_VOLUMEDOWN, Key::volume_down},
    {KEY_VOLUMEUP, Key::volume_up},
};
constexpr Entry kAlternate[] = {
    {KEY_F13, Key::previous},       {KEY_F14, Key::next},      {KEY_F15, Key::select},
    {KEY_F16, Key::back},           {KEY_F17, Key::home},      {KEY_F18, Key::help},
    {KEY_F19, Key::volume_down},    {KEY_F20, Key::volume_up}, {KEY_F21, Key::headphones_in},
    {KEY_F22, Key::headphones_out},
};

constexpr std::pair<std::string_view, Key> kNames[] = {
    {"previous", Key::previous},
    {"next", Key::next},
    {"select", Key::select},
    {"back", Key::back},
    {"home", Key::home},
    {"help", Key::help},
    {"volume_down", Key::volume_down},
    {"volume_up", Key::volume_up},
    {"scroll_up", Key::scroll_up},
    {"scroll_down", Key::scroll_down},
    {"leave", Key::leave},
    {"headphones_in", Key::headphones_in},
    {"headphones_out", Key::headphones_out},
};

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

constexpr std::pair<std::string_view, int> kCodes[] = {
    {"LEFT", KEY_LEFT},
    {"RIGHT", KEY_RIGHT},
    {"UP", KEY_UP},
    {"DOWN", KEY_DOWN},
    {"TAB", KEY_TAB},
    {"ENTER", KEY_ENTER},
    {"SPACE", KEY_SPACE},
    {"BACKSPACE", KEY_BACKSPACE},
    {"ESC", KEY_ESC},
    {"HOME", KEY_HOME},
    {"END", KEY_END},
    {"PAGEUP", KEY_PAGEUP},
    {"PAGEDOWN", KEY_PAGEDOWN},
    {"INSERT", KEY_INSERT},
    {"DELETE", KEY_DELETE},
    {"KP0", KEY_KP0},
    {"KP1", KEY_KP1},
    {"KP2", KEY_KP2},
    {"KP3", KEY_KP3},
    {"KP4", KEY_KP4},
    {"KP5", KEY_KP5},
    {"KP6", KEY_KP6},
    {"KP7", KEY_KP7},
    {"KP8", KEY_KP8},
    {"KP9", KEY_KP9},
    {"KPDOT", KEY_KPDOT},
    {"KPENTER", KEY_KPENTER},
    {"KPPLUS", KEY_KPPLUS},
    {"KPMINUS", KEY_KPMINUS},
    {"KPASTERISK", KEY_KPASTERISK},
    {"KPSLASH", KEY_KPSLASH},
    {"PREVIOUSSONG", KEY_PREVIOUSSONG},
    {"NEXTSONG", KEY_NEXTSONG},
    {"PLAYPAUSE", KEY_PLAYPAUSE},
    {"STOPCD", KEY_STOPCD},
    {"PLAY", KEY_PLAY},
    {"VOLUMEUP", KEY_VOLUMEUP},
    {"VOLUMEDOWN", KEY_VOLUMEDOWN},
    {"MUTE", KEY_MUTE},
    {"HELP", KEY_HELP},
    {"BACK", KEY_BACK},
    {"HOMEPAGE", KEY_HOMEPAGE},
    {"OK", KEY_OK},
    {"SELECT", KEY_SELECT},
};

std::optional<int> code_of(std::string_view name) {
  if (name.starts_with("KEY_")) name.remove_prefix(4);
  // As they lie on a keyboard, which is how Linux numbers them.
  static constexpr struct {
    std::string_view letters;
    int first;
  } kRows[] = {{"QWERTYUIOP", KEY_Q}, {"ASDFGHJKL", KEY_A}, {"ZXCVBNM", KEY_Z}, {"1234567890", KEY_1}};
  if (name.size() == 1)
    for (const auto& row : kRows)
      if (size_t at = row.letters.find(name[0]); at != std::string_view::npos) return row.first + static_cast<int>(at);
  if (name.size() > 1 && name[0] == 'F') {
    auto f = number(name.substr(1));
    if (f && *f >= 1 && *f <= 10) return KEY_F1 + *f - 1;
    if (f && *f >= 11 && *f <= 12) return KEY_F11 + *f - 11;
    if (f && *f >= 13 && *f <= 24) return KEY_F13 + *f - 13;
    return std::nullopt;
  }
  for (const auto& [known, code] : kCodes)
    if (name == known) return code;
  auto plain = number(name);
  return plain && *plain > 0 && *plain < KEY_CNT ? plain : std::nullopt;
}

}  // namespace

int with_shift(int code) { return code == KEY_TAB ? KEY_LEFT : code; }

std::span<const std::pair<std::string_view, Key>> key_names() { return kNames; }

Result<int> key_code(std::string_view name) {
  if (auto code = code_of(name)) return *code;
  return Error{Code::invalid,
               "\"" + std::string(name) +
                   "\" is not a key. Write F1 to F24, A to Z, 0 to 9, a name such as "
                   "LEFT, KP5 or VOLUMEUP, or the number that the program evtest shows when the key is pressed"};
}

Keymap Keymap::standard() {
  Keymap map;
  auto add = [&](const auto& table) {
    for (const Entry& entry : table) map.keys_[entry.code] = entry.key;
  };
  add(kKeyboard);
  add(kNumpad);
  add(kMedia);
  add(kAlternate);
  return map;
}

std::optional<Key> Keymap::key(int code) const {
  auto found = keys_.find(code);
  if (found == keys_.end()) return std::nullopt;
  return found->second;
}

}  // namespace kiosk::os
