#include "kiosk/screens/typed_field.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace kiosk::screens {
namespace {

constexpr float kPadding = 3, kIcon = 9, kAround = 3 * kPadding + kIcon, kLeast = 13;

ui::TextStyle style_of(const ui::Frame& frame, const TypedField& typed) {
  ui::TextStyle style = typed.text.empty() ? ui::styles::kQuiet : ui::styles::kLabel;
  if (frame.size_class().is_compact()) style.line_height = 1;
  // Next to the keys, which leave no room for more.
  if (frame.size_class().has_rail()) style.scale = frame.type_factor();
  return style;
}

const std::string& shown_in(const TypedField& typed) { return typed.text.empty() ? typed.invitation : typed.text; }

void draw_typed_field(ui::Frame& frame, const TypedField& typed, const Rect& at) {
  const ui::Theme& theme = frame.theme();
  ui::TextStyle style = style_of(frame, typed);
  const std::string& shown = shown_in(typed);
  float padding = frame.mm(kPadding), side = frame.mm(kIcon), width = at.width - frame.mm(kAround);
  const text::Paragraph& words = frame.lay(shown, style, width);
  frame.node(accessibility::Role::status, typed.id, shown, at);
  Colour before = frame.surface();
  frame.painter().fill(at, theme.surface, frame.mm(2));
  frame.painter().border(at, theme.hairline, frame.mm(0.5f), frame.mm(2));
  frame.set_surface(theme.surface);
  frame.icon(typed.icon, {at.x + padding, at.y + (at.height - side) / 2, side, side}, theme.action);
  frame.text(words, {at.x + 2 * padding + side, at.y + (at.height - words.height) / 2, width, words.height}, style);
  frame.set_surface(before);
}

}  // namespace

ui::Box typed_field_box(TypedField field) {
  auto own = std::make_shared<const TypedField>(std::move(field));
  ui::Box box;
  box.height = [own](ui::Frame& frame, float width) {
    float words = frame.lay(shown_in(*own), style_of(frame, *own), width - frame.mm(kAround)).height;
    return std::max(frame.mm(kLeast), words + frame.mm(1));
  };
  box.least = [own](ui::Frame& frame) {
    return frame.widest_word(shown_in(*own), style_of(frame, *own)) + frame.mm(kAround + 0.5f);
  };
  box.draw = [own](ui::Frame& frame, const Rect& at) { draw_typed_field(frame, *own, at); };
  return box;
}

}  // namespace kiosk::screens
