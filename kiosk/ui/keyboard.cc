#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/ui/key_sheets.h"

namespace kiosk::ui {
namespace {

struct KeyShape {
  float height, gap, least_width;  // mm
};

constexpr float kTurningSize = 0.6f;  // letters on a key that turns to them, of those on the others

// Seven inches have room for ten keys of 13 mm in a row, and for four such rows below what is found, if nothing is
// between them (the waiver of R35 in tests/README.md).
KeyShape key_shape(const Frame& frame) {
  return frame.size_class().is_compact() ? KeyShape{13, 0.3f, 13} : KeyShape{15, 1.5f, 12.6f};
}

constexpr size_t kRows = 4, kCompactRows = 3, kLeastKeys = 30;  // of one sheet, whatever its rows hold

using Row = catalog::Keyboard::Row;
using Sheet = catalog::Keyboard::Sheet;

Row characters(std::string_view row) {
  Row all;
  for (size_t at = 0, size = 0; at < row.size(); at += size) {
    size = code_point_at(row, at).size;
    all.emplace_back(row.substr(at, size));
  }
  return all;
}

// A catalog that has no keys for the language, or no catalog: a name can be typed all the same.
const std::vector<Sheet>& plain_letters() {
  static const std::vector<Sheet> sheets{{characters("qwertyuiop"), characters("asdfghjkl"), characters("zxcvbnm")}};
  return sheets;
}

// No brackets: where one reads from the right they would show the other one than they type.
const std::vector<Sheet>& digits_and_signs() {
  static const std::vector<Sheet> sheets{{characters("1234567890"), characters("-/.,:'&+"), characters("éèêëàâçîôû")}};
  return sheets;
}

std::vector<Sheet> sheets_of(const Frame& frame, KeyboardLayer layer) {
  if (layer == KeyboardLayer::digits) return digits_and_signs();
  std::vector<Sheet> sheets = frame.keyboard().sheets;
  if (sheets.empty()) sheets = plain_letters();
  if (layer != KeyboardLayer::capitals) return sheets;
  std::set<std::string> seen;  // σ and ς have one capital: the second key keeps its letter
  for (Sheet& sheet : sheets) {
    for (Row& row : sheet) {
      for (std::string& letter : row)
        if (std::string large = catalog::capital(letter); seen.insert(large).second) letter = std::move(large);
    }
  }
  return sheets;
}

// A few letters that fill no row of their own stand in the last row where height is dear: a row is what results need
// on seven inches, and the field of what is typed.
std::vector<KeySheet> laid_out(const Frame& frame, float width, KeyboardLayer layer, bool with_field) {
  const KeyShape shape = key_shape(frame);
  const bool compact = frame.size_class().is_compact();
  KeyRoom room;
  room.per_row = static_cast<size_t>(
      std::max(4.0f, std::floor((width + frame.mm(shape.gap) + 0.5f) / frame.mm(shape.least_width + shape.gap))));
  room.rows = std::max(compact ? kCompactRows : kRows, (kLeastKeys + room.per_row - 1) / room.per_row);
  room.shares_last_row = with_field || compact;
  return lay_out_keys(sheets_of(frame, layer), room);
}

struct Key {
  std::string id, name, icon;
  std::string letters;  // to which it turns: shown instead of its name
  Action action;
};

void draw_key(Frame& frame, const Key& key, const Rect& at) {
  frame.node(accessibility::Role::key, key.id, key.name, at);
  frame.press(key.action);
  const Theme& theme = frame.theme();
  bool down = frame.is_pressed(key.id);
  Colour before = frame.surface(), plate = down ? theme.pressed : theme.surface;
  frame.painter().fill(at, plate, frame.mm(2));
  frame.painter().border(at, theme.hairline, frame.mm(0.3f), frame.mm(2));
  frame.set_surface(plate);
  if (!key.icon.empty()) {
    float side = frame.mm(9);
    frame.icon(key.icon, {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side},
               down ? theme.on_action : theme.action);
  } else {
    TextStyle style = styles::kLabel;
    if (frame.size_class().is_compact()) style.capital = Mm{4.8f};
    style.align = text::Align::center;
    style.scale = 1;
    const bool turns = !key.letters.empty();
    if (turns) style.capital.value *= kTurningSize, style.colour = theme.action;
    if (down) style.colour = theme.on_action;
    const text::Paragraph& letter = frame.lay(turns ? key.letters : key.name, style, at.width);
    frame.text(letter, {at.x, at.y + (at.height - letter.height) / 2, at.width, letter.height}, style);
  }
  frame.focus_ring(at, frame.mm(2));
  frame.set_surface(before);
}

// The first letters of the sheet to which a key turns; of a sheet of marks, those.
std::string first_letters(const KeySheet& sheet) {
  constexpr size_t kShown = 3;
  Row letters, marks;
  for (const Row& row : sheet.rows)
    for (const std::string& key : row) (catalog::is_mark(key) ? marks : letters).push_back(key);
  const Row& all = letters.empty() ? marks : letters;
  std::string shown;
  for (size_t i = 0; i < std::min(kShown, all.size()); ++i) shown += (i ? " " : "") + all[i];
  return shown;
}

// What stands in the last row. A key without an id holds its place.
std::vector<Key> last_keys(const Frame& frame, KeyboardLayer layer, const std::vector<KeySheet>& sheets, size_t shown,
                           size_t turning) {
  std::vector<Key> keys;
  for (const std::string& letter : sheets[shown].beside_space)
    keys.push_back({"key-" + letter, letter, "", "", Type{letter}});
  const bool capitals = layer == KeyboardLayer::capitals, digits = layer == KeyboardLayer::digits;
  const int sheet = static_cast<int>(shown);
  if (layer != KeyboardLayer::search) {
    keys.push_back({"key-capitals", capitals ? frame.tr("Small letters") : frame.tr("Capital letters"),
                    "apple-keyboard-shift", "",
                    Staff{capitals ? StaffDeed::letters : StaffDeed::capitals, digits ? 0 : sheet}});
    keys.push_back({"key-digits", digits ? frame.tr("ABC") : frame.tr("123"), digits ? "alphabetical" : "numeric", "",
                    Staff{digits ? StaffDeed::letters : StaffDeed::digits}});
  }
  auto turn = [&](const char* id, const std::string& name, size_t to) {
    if (digits) return keys.push_back({});
    const int number = static_cast<int>(to);
    Action action = TurnKeys{number};
    if (layer != KeyboardLayer::search) action = Staff{capitals ? StaffDeed::capitals : StaffDeed::letters, number};
    keys.push_back({id, name, "", first_letters(sheets[to]), std::move(action)});
  };
  if (turning > 1)
    turn("key-letters-previous", frame.tr("Previous letters"), (shown + sheets.size() - 1) % sheets.size());
  if (turning > 0) turn("key-letters-next", frame.tr("Next letters"), (shown + 1) % sheets.size());
  keys.push_back({"key-space", frame.tr("Space"), "minus", "", Type{" "}});
  keys.push_back({"key-erase", frame.tr("Delete"), "backspace", "", Erase{}});
  return keys;
}

// The space bar is two or three times as wide as the others, and a line as on many keys: its word does not fit in every
// language.
void draw_last_row(Frame& frame, const Rect& at, const std::vector<Key>& keys, bool narrow_bar, float gap) {
  float count = static_cast<float>(keys.size()), bar = narrow_bar ? 2 : 3, x = at.x;
  float cell = (at.width - (count - 1) * gap) / (count + bar - 1);
  for (const Key& key : keys) {
    float wide = key.id == "key-space" ? bar * cell : cell;
    if (!key.id.empty()) draw_key(frame, key, {x, at.y, wide, at.height});
    x += wide + gap;
  }
}

// How many keys turn in the layers of letters.
size_t turning_in(const Frame& frame, float width, KeyboardLayer layer, bool with_field) {
  if (layer == KeyboardLayer::digits) layer = KeyboardLayer::letters;
  return turning_keys(laid_out(frame, width, layer, with_field).size());
}

}  // namespace

float key_height(const Frame& frame) { return frame.mm(key_shape(frame).height); }

float keyboard_height(Frame& frame, float width, KeyboardLayer layer, bool with_field) {
  const KeyShape shape = key_shape(frame);
  size_t rows = 0;
  auto make_room = [&](KeyboardLayer one) {
    for (const KeySheet& sheet : laid_out(frame, width, one, with_field)) rows = std::max(rows, sheet.rows.size());
  };
  make_room(layer);
  if (layer != KeyboardLayer::search) make_room(KeyboardLayer::letters), make_room(KeyboardLayer::digits);
  return frame.mm(shape.height + shape.gap) * static_cast<float>(rows + 1) - frame.mm(shape.gap);
}

void draw_keyboard(Frame& frame, const Rect& at, KeyboardLayer layer, int sheet, float kept) {
  const KeyShape shape = key_shape(frame);
  float gap = frame.mm(shape.gap), tall = frame.mm(shape.height), y = at.y;
  const std::vector<KeySheet> sheets = laid_out(frame, at.width, layer, kept > 0);
  const size_t shown = std::min(static_cast<size_t>(std::max(0, sheet)), sheets.size() - 1);
  const Sheet& rows = sheets[shown].rows;
  size_t longest = 0;
  for (const KeySheet& one : sheets)
    for (const Row& row : one.rows) longest = std::max(longest, row.size());
  float pitch = std::min((at.width + gap) / static_cast<float>(longest), frame.mm(24));
  float start = at.x + (at.width - pitch * static_cast<float>(longest) + gap) / 2;
  // Digits run from left to right in every language (R91), and letters lie as on other keyboards.
  bool as_on_keys = layer == KeyboardLayer::digits || frame.keyboard().as_on_keys;
  bool unmirrored = as_on_keys && frame.painter().mirrored();
  for (const Row& row : rows) {
    float x = start + pitch * static_cast<float>(longest - row.size()) / 2;
    for (const std::string& character : row) {
      float from = unmirrored ? at.x + at.right() - x - (pitch - gap) : x;
      draw_key(frame, {"key-" + character, character, "", "", Type{character}}, {from, y, pitch - gap, tall});
      x += pitch;
    }
    y += tall + gap;
  }
  y = at.y + keyboard_height(frame, at.width, layer, kept > 0) - tall;
  float width = pitch * static_cast<float>(longest) - gap;
  if (kept > 0) start = at.x + kept + gap, width = at.width - kept - gap;
  const size_t turning = turning_in(frame, at.width, layer, kept > 0);
  draw_last_row(frame, {start, y, width, tall}, last_keys(frame, layer, sheets, shown, turning),
                !sheets[shown].beside_space.empty() || turning > 0, gap);
}

Box keyboard_box(KeyboardLayer layer, int sheet) {
  Box box;
  box.height = [layer](Frame& frame, float width) { return keyboard_height(frame, width, layer); };
  box.draw = [layer, sheet](Frame& frame, const Rect& at) { draw_keyboard(frame, at, layer, sheet); };
  return box;
}

}  // namespace kiosk::ui
