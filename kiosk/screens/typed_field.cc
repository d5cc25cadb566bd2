#include "kiosk/screens/typed_field.h"

#include <algorithm>

namespace kiosk::screens {

float least_typed_field_width(ui::Frame& frame, const TypedField& typed) {
  bool empty = typed.text.empty();
  return frame.widest_word(empty ? typed.invitation : typed.text, empty ? ui::styles::kQuiet : ui::styles::kLabel) +
         frame.mm(18.5f);
}

float draw_typed_field(ui::Frame& frame, const TypedField& typed, const Rect& box) {
  const ui::Theme& theme = frame.theme();
  bool empty = typed.text.empty();
  ui::TextStyle style = empty ? ui::styles::kQuiet : ui::styles::kLabel;
  const std::string& shown = empty ? typed.invitation : typed.text;
  float padding = frame.mm(3), side = frame.mm(9), start = padding + side + frame.mm(3);
  const text::Paragraph& words = frame.lay(shown, style, box.width - start - padding);
  float tall = std::max({frame.mm(13), words.height + padding, box.height});
  Rect field{box.x, box.y, box.width, tall};
  frame.node(accessibility::Role::status, typed.id, shown, field);
  Colour before = frame.surface();
  frame.painter().fill(field, theme.surface, frame.mm(2));
  frame.painter().border(field, theme.hairline, frame.mm(0.5f), frame.mm(2));
  frame.set_surface(theme.surface);
  frame.icon(typed.icon, {field.x + padding, field.y + (tall - side) / 2, side, side}, theme.action);
  frame.text(words, {field.x + start, field.y + (tall - words.height) / 2, field.width - start - padding, words.height},
             style);
  frame.set_surface(before);
  return tall;
}

}  // namespace kiosk::screens
