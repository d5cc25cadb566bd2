#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "kiosk/base/utf8.h"

namespace kiosk::ui {
namespace {

constexpr size_t kMostInLastRow = 3;

struct KeyShape {
  float height, gap, least_width;  // mm
};

// Seven inches have room for ten keys of 13 mm in a row, and for four such rows below what is found, if nothing is
// between them (the waiver of R35 in tests/README.md).
KeyShape key_shape(const Frame& frame) {
  return frame.size_class().is_compact() ? KeyShape{13, 0.3f, 13} : KeyShape{15, 1.5f, 12.6f};
}

// One row of characters, as a reader of the script expects them. Vai has too many syllables for one page: the seven
// vowels' series of its consonants stand in the order of the Unicode chart, the ones that carry most words.
struct Layout {
  std::string_view script, language;
  std::vector<std::string_view> rows;
  bool as_on_keys = false;  // as on keys that one can buy, which are not mirrored; else in the alphabet's order
};

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all{
      {"Latn", "fr", {"azertyuiop", "qsdfghjklm", "wxcvbn'éèà"}},
      {"Latn", "", {"qwertyuiop", "asdfghjkl", "zxcvbnmɛɔŋ"}},
      {"Arab", "", {"ضصثقفغعهخحج", "شسيبلاتنمكط", "ذئءؤرىةوزظد"}, true},
      {"Nkoo", "", {"ߊߋߌߍߎߏߐߒߓߔ", "ߕߖߗߘߙߚߛߜߝߞ", "ߟߠߡߢߣߤߥߦ߫߬"}},
      {"Adlm",
       "",
       {"𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉", "𞤊𞤋𞤌𞤍𞤎𞤏𞤐𞤑𞤒𞤓",
        "𞤔𞤕𞤖𞤗𞤘𞤙𞤚𞤛𞥆𞥄"}},
      {"Bass",
       "",
       {"𖫐𖫑𖫒𖫓𖫔𖫕𖫖𖫗𖫘𖫙", "𖫚𖫛𖫜𖫝𖫞𖫟𖫠𖫡𖫢𖫣",
        "𖫤𖫥𖫦𖫧𖫨𖫩𖫪𖫫𖫬𖫭"}},
      {"Ethi", "", {"ሀለሐመሠረሰሸቀበ", "ተቸኀነኘአከኸወዐ", "ዘዠየደጀገጠጨጰፀ"}},
      {"Vaii", "", {"ꔀꔁꔂꔃꔄꔅꔆꔇꔈꔉ", "ꔤꔦꔨꔪꔬꔮꔰꔲꔴꔶ", "ꕉꕊꕋꕌꕍꕎꕏꕐꕑꕒ", "ꕞꕠꕢꕤꕦꕨꕪꕬꕮꕰ"}},
  };
  return all;
}

const Layout& layout_of(const LanguageTag& language) {
  const Layout* chosen = nullptr;
  for (const Layout& layout : layouts()) {
    if (layout.script != language.script()) continue;
    if (layout.language == language.language()) return layout;
    if (layout.language.empty()) chosen = &layout;
  }
  return chosen ? *chosen : layouts()[1];
}

std::vector<std::string> characters(std::string_view row) {
  std::vector<std::string> all;
  for (size_t at = 0, size = 0; at < row.size(); at += size) {
    size = code_point_at(row, at).size;
    all.emplace_back(row.substr(at, size));
  }
  return all;
}

std::vector<std::vector<std::string>> characters_of(const LanguageTag& language, KeyboardLayer layer) {
  if (layer == KeyboardLayer::digits) {
    // No brackets: where one reads from the right they would show the other one than they type.
    return {characters("1234567890"), characters("-/.,:'&+"), characters("éèêëàâçîôû")};
  }
  std::vector<std::vector<std::string>> rows = keyboard_layout(language);
  if (layer != KeyboardLayer::capitals) return rows;
  for (auto& row : rows)
    for (std::string& letter : row) letter = capital(letter);
  return rows;
}

// The layer's own rows where they fit the width; else the same characters in shorter rows.
std::vector<std::vector<std::string>> rows_for(Frame& frame, float width, KeyboardLayer layer) {
  std::vector<std::vector<std::string>> rows = characters_of(frame.settings().language, layer);
  const KeyShape shape = key_shape(frame);
  size_t most = static_cast<size_t>(
      std::max(4.0f, std::floor((width + frame.mm(shape.gap) + 0.5f) / frame.mm(shape.least_width + shape.gap))));
  size_t longest = 0;
  for (const auto& row : rows) longest = std::max(longest, row.size());
  if (longest <= most) return rows;
  std::vector<std::vector<std::string>> shorter(1);
  for (const auto& row : rows) {
    for (const std::string& character : row) {
      if (shorter.back().size() == most) shorter.emplace_back();
      shorter.back().push_back(character);
    }
  }
  return shorter;
}

struct Key {
  std::string id, label, icon;
  Action action;
};

void draw_key(Frame& frame, const Key& key, const Rect& at) {
  frame.node(accessibility::Role::key, key.id, key.label, at);
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
    if (down) style.colour = theme.on_action;
    const text::Paragraph& letter = frame.lay(key.label, style, at.width);
    frame.text(letter, {at.x, at.y + (at.height - letter.height) / 2, at.width, letter.height}, style);
  }
  frame.focus_ring(at, frame.mm(2));
  frame.set_surface(before);
}

// A few letters that fill no row of their own stand in the last row where height is dear: a row is what results need
// on seven inches, and the field of what is typed.
std::vector<std::string> take_letters_of_last_row(const Frame& frame, std::vector<std::vector<std::string>>& rows,
                                                  bool with_field) {
  if ((!with_field && !frame.size_class().is_compact()) || rows.size() < 2 || rows.back().size() > kMostInLastRow)
    return {};
  std::vector<std::string> letters = std::move(rows.back());
  rows.pop_back();
  return letters;
}

// The space bar is two or three times as wide as the others, and a line as on many keys: its word does not fit in every
// language.
void draw_last_row(Frame& frame, const Rect& at, KeyboardLayer layer, float gap,
                   const std::vector<std::string>& letters) {
  std::vector<Key> keys;
  for (const std::string& letter : letters) keys.push_back({"key-" + letter, letter, "", Type{letter}});
  bool capitals = layer == KeyboardLayer::capitals, digits = layer == KeyboardLayer::digits;
  if (layer != KeyboardLayer::search) {
    keys.push_back({"key-capitals", capitals ? frame.tr("Small letters") : frame.tr("Capital letters"),
                    "apple-keyboard-shift", Staff{capitals ? StaffDeed::letters : StaffDeed::capitals}});
    keys.push_back({"key-digits", digits ? frame.tr("ABC") : frame.tr("123"), digits ? "alphabetical" : "numeric",
                    Staff{digits ? StaffDeed::letters : StaffDeed::digits}});
  }
  keys.push_back({"key-space", frame.tr("Space"), "minus", Type{" "}});
  keys.push_back({"key-erase", frame.tr("Delete"), "backspace", Erase{}});
  float count = static_cast<float>(keys.size()), bar = letters.empty() ? 3 : 2, x = at.x;
  float cell = (at.width - (count - 1) * gap) / (count + bar - 1);
  for (const Key& key : keys) {
    float wide = key.id == "key-space" ? bar * cell : cell;
    draw_key(frame, key, {x, at.y, wide, at.height});
    x += wide + gap;
  }
}

}  // namespace

std::vector<std::vector<std::string>> keyboard_layout(const LanguageTag& language) {
  std::vector<std::vector<std::string>> rows;
  for (std::string_view row : layout_of(language).rows) rows.push_back(characters(row));
  return rows;
}

std::string capital(const std::string& letter) {
  if (letter.size() == 1)
    return letter[0] >= 'a' && letter[0] <= 'z' ? std::string(1, static_cast<char>(letter[0] - 'a' + 'A')) : letter;
  static const std::map<std::string, std::string> others{{"é", "É"}, {"è", "È"}, {"à", "À"},
                                                         {"ɛ", "Ɛ"}, {"ɔ", "Ɔ"}, {"ŋ", "Ŋ"}};
  auto found = others.find(letter);
  return found == others.end() ? letter : found->second;
}

float key_height(const Frame& frame) { return frame.mm(key_shape(frame).height); }

float keyboard_height(Frame& frame, float width, KeyboardLayer layer, bool with_field) {
  const KeyShape shape = key_shape(frame);
  auto own = rows_for(frame, width, layer);
  take_letters_of_last_row(frame, own, with_field);
  size_t rows = own.size();
  if (layer != KeyboardLayer::search) {
    for (KeyboardLayer other : {KeyboardLayer::letters, KeyboardLayer::digits}) {
      auto its = rows_for(frame, width, other);
      take_letters_of_last_row(frame, its, with_field);
      rows = std::max(rows, its.size());
    }
  }
  return frame.mm(shape.height + shape.gap) * static_cast<float>(rows + 1) - frame.mm(shape.gap);
}

void draw_keyboard(Frame& frame, const Rect& at, KeyboardLayer layer, float kept) {
  const KeyShape shape = key_shape(frame);
  float gap = frame.mm(shape.gap), tall = frame.mm(shape.height), y = at.y;
  std::vector<std::vector<std::string>> rows = rows_for(frame, at.width, layer);
  std::vector<std::string> letters = take_letters_of_last_row(frame, rows, kept > 0);
  size_t longest = 0;
  for (const auto& row : rows) longest = std::max(longest, row.size());
  float pitch = std::min((at.width + gap) / static_cast<float>(longest), frame.mm(24));
  float start = at.x + (at.width - pitch * static_cast<float>(longest) + gap) / 2;
  // Digits run from left to right in every language (R91), and letters lie as on other keyboards.
  bool as_on_keys = layer == KeyboardLayer::digits || layout_of(frame.settings().language).as_on_keys;
  bool unmirrored = as_on_keys && frame.painter().mirrored();
  for (const auto& row : rows) {
    float x = start + pitch * static_cast<float>(longest - row.size()) / 2;
    for (const std::string& character : row) {
      float from = unmirrored ? at.x + at.right() - x - (pitch - gap) : x;
      draw_key(frame, {"key-" + character, character, "", Type{character}}, {from, y, pitch - gap, tall});
      x += pitch;
    }
    y += tall + gap;
  }
  y = at.y + keyboard_height(frame, at.width, layer, kept > 0) - tall;
  float width = pitch * static_cast<float>(longest) - gap;
  if (kept > 0) start = at.x + kept + gap, width = at.width - kept - gap;
  draw_last_row(frame, {start, y, width, tall}, layer, gap, letters);
}

Box keyboard_box(KeyboardLayer layer) {
  Box box;
  box.height = [layer](Frame& frame, float width) { return keyboard_height(frame, width, layer); };
  box.draw = [layer](Frame& frame, const Rect& at) { draw_keyboard(frame, at, layer); };
  return box;
}

}  // namespace kiosk::ui
