// The controls of a low panel. A bar would take a third of the height of seven inches, and height is what such a panel
// has least of; at the start edge they take a seventh of the width. All have the same height, and all words the same
// size: the largest at which every one of them fits. On seven inches six targets need all of the height, so there they
// are 15 mm high and touch one another (the waiver of R35 in tests/README.md), and the words are smaller than those of
// a page: the picture is what is looked for, and the voice says the name.
#include <algorithm>

#include "kiosk/ui/bar.h"

namespace kiosk::ui {
namespace {

struct RailShape {
  float width, margin, gap;  // mm
  float smallest;            // capitals of its words, mm
};

constexpr RailShape kCompact{20, 0, 0, 2.0f}, kRegular{33, 1.5f, 2, 4.0f};
constexpr float kLargest = 4.8f, kStep = 0.2f, kIcon = 8, kAround = 2, kLineHeight = 1.1f;
// Of the places below one another: all that a rail may ever show, so that they stand alike everywhere.
constexpr size_t kPlaces = 6;

bool fits(Frame& frame, const Button& button, float width, float height) {
  TextStyle style = button.style;
  const text::Paragraph& words = frame.lay(button.words(), style, width - frame.mm(1));
  return !words.broke_word && words.height + frame.mm(kIcon + kAround) <= height;
}

// The largest capitals at which all words fit; 0: none, as only languages far longer than any we know need.
float common_capital(Frame& frame, const std::vector<Button>& buttons, const RailShape& shape, float width,
                     float height) {
  for (float capital = kLargest * frame.settings().text_scale; capital >= shape.smallest - 0.01f; capital -= kStep) {
    bool all = std::all_of(buttons.begin(), buttons.end(), [&](Button button) {
      button.style.capital = Mm{capital};
      return fits(frame, button, width, height);
    });
    if (all) return capital;
  }
  return 0;
}

std::vector<Button> buttons_of(const std::vector<Slot>& slots, bool in_brief) {
  std::vector<Button> all;
  for (const Slot& slot : slots) {
    Button& button = all.emplace_back(slot.with(in_brief));
    button.style.scale = 1;
    button.style.line_height = kLineHeight;
    button.icon_place = IconPlace::above;
  }
  return all;
}

}  // namespace

Rect draw_rail(Frame& frame, const std::vector<Slot>& slots) {
  const RailShape& shape = frame.size_class().is_compact() ? kCompact : kRegular;
  Rect zone = frame.zone(), rail{zone.x, zone.y, frame.mm(shape.width), zone.height};
  float margin = frame.mm(shape.margin), gap = frame.mm(shape.gap);
  float places = static_cast<float>(std::max(kPlaces, slots.size()));
  float height = (zone.height - 2 * margin - (places - 1) * gap) / places, width = rail.width - 2 * margin;

  // All words, where they cost no size; else the brief ones.
  std::vector<Button> buttons = buttons_of(slots, true), full = buttons_of(slots, false);
  float capital = common_capital(frame, buttons, shape, width, height);
  if (common_capital(frame, full, shape, width, height) >= capital) buttons = std::move(full);
  frame.painter().fill(rail, frame.theme().surface);
  Colour before = frame.surface();
  frame.set_surface(frame.theme().surface);
  float y = rail.y + margin;
  for (size_t i = 0; i < slots.size(); ++i) {
    buttons[i].style.capital = Mm{capital};
    buttons[i].icon_only = capital <= 0;
    if (slots[i].there) draw_button(frame, buttons[i], {rail.x + margin, y, width, height});
    y += height + gap;
  }
  frame.painter().fill({rail.right() - frame.mm(0.3f), rail.y, frame.mm(0.3f), rail.height}, frame.theme().hairline);
  frame.set_surface(before);
  return rail;
}

}  // namespace kiosk::ui
