#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>

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
      {"Adlm", "", {"𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉", "𞤊𞤋𞤌𞤍𞤎𞤏𞤐𞤑𞤒𞤓", "𞤔𞤕𞤖𞤗𞤘𞤙𞤚𞤛𞥆𞥄"}},
      {"Bass", "", {"𖫐𖫑𖫒𖫓𖫔𖫕𖫖𖫗𖫘𖫙", "𖫚𖫛𖫜𖫝𖫞𖫟𖫠𖫡𖫢𖫣", "𖫤𖫥𖫦𖫧𖫨𖫩𖫪𖫫𖫬𖫭"}},
      {"Ethi", "", {"ሀለሐመሠረሰሸቀበ", "ተቸኀነኘአከኸወዐ", "ዘዠየደጀገጠጨጰፀ"}},
      {"Vaii", "", {"ꔀꔁꔂꔃꔄꔅꔆꔇꔈꔉ", "ꔤꔦꔨꔪꔬꔮꔰꔲꔴꔶ", "ꕉꕊꕋꕌꕍꕎꕏꕐꕑꕒ", "ꕞꕠꕢꕤꕦꕨꕪꕬꕮꕰ"}},
  };
  return all;
}

std::vector<std::string> characters(std::string_view row) {
  std::vector<std::string> all;
  for (size_t i = 0; i < row.size();) {
    size_t end = i + 1;
    while (end < row.size() && (static_cast<unsigned char>(row[end]) & 0xC0) == 0x80) ++end;
    all.emplace_back(row.substr(i, end - i));
    i = end;
  }
  return all;
}

// The layout's own rows where they fit the width at 15 mm a key; else the same characters in shorter rows.
std::vector<std::vector<std::string>> rows_for(Frame& frame, float width) {
  std::vector<std::vector<std::string>> rows = keyboard_layout(frame.settings().language);
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
    frame.icon(key.icon, {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side}, down ? theme.on_action : theme.action);
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

float keyboard_height(Frame& frame, float width) {
  size_t rows = rows_for(frame, width).size() + 1;
  return frame.mm(kKeyHeight + kGap) * static_cast<float>(rows) - frame.mm(kGap);
}

void draw_keyboard(Frame& frame, const Rect& at) {
  float gap = frame.mm(kGap), tall = frame.mm(kKeyHeight), y = at.y;
  std::vector<std::vector<std::string>> rows = rows_for(frame, at.width);
  size_t longest = 0;
  for (const auto& row : rows) longest = std::max(longest, row.size());
  float pitch = std::min((at.width + gap) / static_cast<float>(longest), frame.mm(24));
  float start = at.x + (at.width - pitch * static_cast<float>(longest) + gap) / 2;
  for (const auto& row : rows) {
    float x = start + pitch * static_cast<float>(longest - row.size()) / 2;
    for (const std::string& character : row) {
      draw_key(frame, {"key-" + character, character, "", {ActionKind::type, character}}, {x, y, pitch - gap, tall});
      x += pitch;
    }
    y += tall + gap;
  }
  float width = pitch * static_cast<float>(longest) - gap, third = (width - gap) / 4;
  draw_key(frame, {"key-space", frame.tr("Space"), "", {ActionKind::type, " "}}, {start, y, width - third - gap, tall});
  draw_key(frame, {"key-erase", frame.tr("Delete"), "backspace", {ActionKind::erase, ""}}, {start + width - third, y, third, tall});
}

}  // namespace kiosk::ui
