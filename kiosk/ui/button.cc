#include "kiosk/ui/button.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/ui/drawing.h"

namespace kiosk::ui {
namespace {

constexpr float kTarget = 20, kCompactTarget = 15, kPadding = 4, kIconBeside = 9, kIconAbove = 8, kIconAlone = 12,
                kGap = 3, kAroundPicture = 2;

TextStyle label_style(const Button& button, Colour colour) {
  TextStyle style = button.style;
  style.colour = colour;
  style.line_height = std::min(style.line_height, 1.25f);
  style.balanced = true;
  if (button.icon_place == IconPlace::above) style.align = text::Align::center;
  return style;
}

// A compact panel takes the waiver of R35.
float target(const Frame& frame) { return frame.mm(frame.size_class().is_compact() ? kCompactTarget : kTarget); }

// The width of what comes before the words, mm.
float before_words(const Button& button) {
  float icon = button.icon.empty() ? 0 : kIconBeside + kGap;
  return icon + (button.picture.name.empty() ? 0 : button.picture_side.value + kGap);
}

float label_width(Frame& frame, const Button& button, float width) {
  if (button.icon_place == IconPlace::above) return width - frame.mm(1);
  return width - frame.mm(2 * kPadding + before_words(button));
}

}  // namespace

float button_height(Frame& frame, const Button& button, float width) {
  if (button.icon_only) return target(frame);
  float words = frame.lay(button.words(), label_style(button, {}), label_width(frame, button, width)).height;
  float around = button.icon_place == IconPlace::above ? frame.mm(kIconAbove + 2.5f) : frame.mm(4);
  float picture = button.picture.name.empty() ? 0 : frame.mm(button.picture_side.value + kAroundPicture);
  return std::max({target(frame), words + around, picture});
}

float least_button_width(Frame& frame, const Button& button) {
  float around = button.icon_place == IconPlace::above ? 1.2f : 2 * kPadding + before_words(button) + 0.5f;
  return std::max(frame.mm(kTarget), frame.widest_word(button.words(), label_style(button, {})) + frame.mm(around));
}

void draw_button(Frame& frame, const Button& button, const Rect& at) {
  const Theme& theme = frame.theme();
  accessibility::Node& node = frame.node(button.role, button.id, button.label, at);
  node.state = button.state;
  node.spoken = button.spoken;
  node.at_once = button.at_once;
  frame.press(button.action, button.enabled);

  bool down = frame.is_pressed(button.id) && button.enabled;
  bool filled = button.look == Look::primary && button.enabled;
  Colour plate = down ? theme.pressed : filled ? theme.action : theme.surface;
  Colour words = !button.enabled ? theme.disabled : down || filled ? theme.on_action : theme.ink;
  Colour picture = !button.enabled ? theme.disabled : down || filled ? theme.on_action : theme.action;
  float radius = frame.mm(3);
  Colour before = frame.surface();
  if (button.enabled) {
    frame.painter().fill(at, plate, radius);
    if (!filled && button.look != Look::plain) frame.painter().border(at, theme.hairline, frame.mm(0.3f), radius);
    frame.set_surface(plate);
  }

  if (button.icon_only) {
    float side = frame.mm(kIconAlone);
    frame.icon(button.icon, {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side}, picture);
    frame.set_surface(before);
    return frame.focus_ring(at, radius);
  }
  TextStyle style = label_style(button, words);
  const text::Paragraph& label = frame.lay(button.words(), style, label_width(frame, button, at.width));
  if (button.icon_place == IconPlace::above) {
    float side = frame.mm(kIconAbove);
    float top = at.y + std::max(frame.mm(1), (at.height - side - frame.mm(1) - label.height) / 2);
    frame.icon(button.icon, {at.x + (at.width - side) / 2, top, side, side}, picture);
    frame.text(label, {at.x + frame.mm(0.5f), top + side + frame.mm(1), at.width - frame.mm(1), label.height}, style);
  } else {
    float x = at.x + frame.mm(kPadding), side = frame.mm(kIconBeside);
    if (!button.icon.empty()) {
      frame.icon(button.icon, {x, at.y + (at.height - side) / 2, side, side}, picture);
      x += side + frame.mm(kGap);
    }
    if (!button.picture.name.empty()) {
      float square = frame.mm(button.picture_side.value);
      draw_drawing_on_light(frame, button.picture, {x, at.y + (at.height - square) / 2, square, square});
      x += square + frame.mm(kGap);
    }
    frame.text(label, {x, at.y + (at.height - label.height) / 2, at.right() - frame.mm(kPadding) - x, label.height},
               style);
  }
  frame.set_surface(before);
  frame.focus_ring(at, radius);
}

Box button_box(Button button) {
  Box box;
  auto own = std::make_shared<const Button>(std::move(button));
  box.height = [own](Frame& frame, float width) { return button_height(frame, *own, width); };
  box.least = [own](Frame& frame) { return least_button_width(frame, *own); };
  box.natural = [own](Frame& frame) {
    float words = frame.lay(own->words(), label_style(*own, {}), 0).width;
    return std::max(frame.mm(kTarget), words + frame.mm(2 * kPadding + before_words(*own) + 1));
  };
  box.draw = [own](Frame& frame, const Rect& at) { draw_button(frame, *own, at); };
  return box;
}

Box button_grid(std::vector<Button> buttons, Mm least, int most_columns) {
  std::vector<Box> boxes;
  for (Button& button : buttons) boxes.push_back(button_box(std::move(button)));
  return grid(std::move(boxes), {.least = least, .most_columns = most_columns});
}

}  // namespace kiosk::ui
