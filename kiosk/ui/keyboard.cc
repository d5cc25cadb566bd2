#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "kiosk/base/utf8.h"

namespace kiosk::ui {
namespace {

constexpr float kKeyHeight = 15, kGap = 1.5f, kLeastPitch = 15;

// One row of characters, as a reader of the script expects them. Vai has too many syllables for one page: the seven
// vowels' series of its consonants stand in the order of the Unicode chart, the ones that carry most words.
struct Layout {
  std::string_view script, language;
  std::vector<std::string_view> rows;
};

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all{
      {"Latn", "fr", {"azertyuiop", "qsdfghjklm", "wxcvbn'éèà"}},
      {"Latn", "", {"qwertyuiop", "asdfghjkl", "zxcvbnmɛɔŋ"}},
      {"Arab", "", {"ضصثقفغعهخحج", "شسيبلاتنمكط", "ذئءؤرىةوزظد"}},
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

// The layer's own rows where they fit the width at 15 mm a key; else the same characters in shorter rows.
std::vector<std::vector<std::string>> rows_for(Frame& frame, float width, KeyboardLayer layer) {
  std::vector<std::vector<std::string>> rows = characters_of(frame.settings().language, layer);
  size_t most = static_cast<size_t>(std::max(4.0f, std::floor((width + frame.mm(kGap)) / frame.mm(kLeastPitch))));
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
    style.align = text::Align::center;
    style.scale = 1;
    if (down) style.colour = theme.on_action;
    const text::Paragraph& letter = frame.lay(key.label, style, at.width);
    frame.text(letter, {at.x, at.y + (at.height - letter.height) / 2, at.width, letter.height}, style);
  }
  frame.focus_ring(at, frame.mm(2));
  frame.set_surface(before);
}

}  // namespace

std::vector<std::vector<std::string>> keyboard_layout(const LanguageTag& language) {
  const Layout* chosen = nullptr;
  for (const Layout& layout : layouts()) {
    if (layout.script != language.script()) continue;
    if (layout.language == language.language()) {
      chosen = &layout;
      break;
    }
    if (layout.language.empty()) chosen = &layout;
  }
  if (!chosen) chosen = &layouts()[1];
  std::vector<std::vector<std::string>> rows;
  for (std::string_view row : chosen->rows) rows.push_back(characters(row));
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

float keyboard_height(Frame& frame, float width, KeyboardLayer layer) {
  size_t rows = rows_for(frame, width, layer).size();
  if (layer != KeyboardLayer::search) {
    for (KeyboardLayer other : {KeyboardLayer::letters, KeyboardLayer::digits})
      rows = std::max(rows, rows_for(frame, width, other).size());
  }
  return frame.mm(kKeyHeight + kGap) * static_cast<float>(rows + 1) - frame.mm(kGap);
}

void draw_keyboard(Frame& frame, const Rect& at, KeyboardLayer layer) {
  float gap = frame.mm(kGap), tall = frame.mm(kKeyHeight), y = at.y;
  std::vector<std::vector<std::string>> rows = rows_for(frame, at.width, layer);
  size_t longest = 0;
  for (const auto& row : rows) longest = std::max(longest, row.size());
  float pitch = std::min((at.width + gap) / static_cast<float>(longest), frame.mm(24));
  float start = at.x + (at.width - pitch * static_cast<float>(longest) + gap) / 2;
  bool unmirrored = layer == KeyboardLayer::digits && frame.painter().mirrored();
  for (const auto& row : rows) {
    float x = start + pitch * static_cast<float>(longest - row.size()) / 2;
    for (const std::string& character : row) {
      // Digits run from left to right in every language (R91).
      float from = unmirrored ? at.x + at.right() - x - (pitch - gap) : x;
      draw_key(frame, {"key-" + character, character, "", Type{character}}, {from, y, pitch - gap, tall});
      x += pitch;
    }
    y += tall + gap;
  }
  y = at.y + keyboard_height(frame, at.width, layer) - tall;
  float width = pitch * static_cast<float>(longest) - gap, quarter = (width - gap) / 4;
  Key space{"key-space", frame.tr("Space"), "", Type{" "}};
  Key erase{"key-erase", frame.tr("Delete"), "backspace", Erase{}};
  if (layer == KeyboardLayer::search) {
    draw_key(frame, space, {start, y, width - quarter - gap, tall});
    return draw_key(frame, erase, {start + width - quarter, y, quarter, tall});
  }
  // The space bar is as wide as three of the others, and a line as on many keys: its word does not fit in every
  // language.
  space.icon = "minus";
  float cell = (width - 3 * gap) / 6;
  bool capitals = layer == KeyboardLayer::capitals, digits = layer == KeyboardLayer::digits;
  Key shift{"key-capitals", capitals ? frame.tr("Small letters") : frame.tr("Capital letters"), "apple-keyboard-shift",
            Staff{capitals ? StaffDeed::letters : StaffDeed::capitals}};
  Key other{"key-digits", digits ? frame.tr("ABC") : frame.tr("123"), digits ? "alphabetical" : "numeric",
            Staff{digits ? StaffDeed::letters : StaffDeed::digits}};
  for (const Key& key : {shift, other, space, erase}) {
    float wide = key.id == space.id ? 3 * cell : cell;
    draw_key(frame, key, {start, y, wide, tall});
    start += wide + gap;
  }
}

}  // namespace kiosk::ui
