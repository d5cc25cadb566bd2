// The staff's PIN: circles for what was typed, and keys for ten digits.
#include <algorithm>

#include "kiosk/crypto/pin_hash.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/staff_pages.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

std::string state_in_words(const ui::Frame& frame, const StaffView& view) {
  if (view.locked_seconds > 0) {
    int minutes = (view.locked_seconds + 59) / 60;
    return ui::fill(frame.tr("Too many tries. Minutes to wait: {1}"), {std::to_string(minutes)});
  }
  if (view.note == StaffNote::wrong_pin) return frame.tr("That was not the PIN.");
  return frame.tr("Type the PIN of the staff.");
}

}  // namespace

void draw_square(ui::Frame& frame, const ui::Button& button, const Rect& at) {
  accessibility::Node& node = frame.node(button.role, button.id, button.label, at);
  node.state = button.state;
  node.spoken = button.spoken;
  frame.press(button.action, button.enabled);
  const ui::Theme& theme = frame.theme();
  bool down = frame.is_pressed(button.id), filled = button.look == ui::Look::primary;
  Colour plate = down ? theme.pressed : filled ? theme.action : theme.surface;
  Colour ink = down || filled ? theme.on_action : theme.action, before = frame.surface();
  frame.painter().fill(at, plate, frame.mm(3));
  if (!filled) frame.painter().border(at, theme.hairline, frame.mm(0.3f), frame.mm(3));
  frame.set_surface(plate);
  if (button.icon.empty()) {
    ui::TextStyle style = ui::styles::kTitle;
    style.align = text::Align::center;
    style.scale = 1;
    style.colour = ink;
    const text::Paragraph& sign = frame.lay(button.label, style, at.width);
    frame.text(sign, {at.x, at.y + (at.height - sign.height) / 2, at.width, sign.height}, style);
  } else {
    float side = frame.mm(10);
    frame.icon(button.icon, {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side}, ink);
  }
  frame.set_surface(before);
  frame.focus_ring(at, frame.mm(3));
}

float draw_typed_digits(ui::Frame& frame, size_t count, const Rect& column) {
  float side = frame.mm(5), gap = frame.mm(3);
  float width = static_cast<float>(crypto::kFewestPinDigits) * (side + gap) - gap;
  Rect field{column.x, column.y, std::max(width, static_cast<float>(count) * (side + gap) - gap), side};
  accessibility::Node& typed =
      frame.node(Role::text, "typed", ui::fill(frame.tr("Digits typed: {1}"), {std::to_string(count)}), field);
  typed.spoken = frame.tr("Each digit is heard as a tone.");  // R15
  for (size_t i = 0; i < std::max(count, crypto::kFewestPinDigits); ++i) {
    Rect circle{column.x + static_cast<float>(i) * (side + gap), column.y, side, side};
    frame.painter().border(circle, frame.theme().action, frame.mm(0.5f), side / 2);
    if (i < count) frame.painter().fill(circle, frame.theme().action, side / 2);
  }
  return side;
}

float draw_digit_keys(ui::Frame& frame, const Rect& column) {
  float gap = frame.mm(3), least = frame.mm(20);
  bool wide = column.width >= 6 * least + 5 * gap;
  const char* order = wide ? "12345e67890o" : "123456789e0o";
  int columns = wide ? 6 : 3;
  float width = std::min((column.width + gap) / static_cast<float>(columns) - gap, frame.mm(wide ? 26 : 40));
  for (int i = 0; i < 12; ++i) {
    char key = order[i];
    bool digit = key >= '0' && key <= '9';
    std::string name = digit ? std::string(1, key) : key == 'e' ? frame.tr("Delete") : frame.tr("Done");
    std::string id = digit ? "digit-" + name : key == 'e' ? "erase" : "enter";
    ui::Staff deed = digit        ? ui::Staff{ui::StaffDeed::digit, key - '0'}
                     : key == 'e' ? ui::Staff{ui::StaffDeed::erase}
                                  : ui::Staff{ui::StaffDeed::enter};
    ui::Button button = staff_button(id, name, digit ? "" : key == 'e' ? "backspace" : "check", deed);
    button.role = Role::key;
    button.spoken = digit ? frame.tr("Key") : name;
    if (key == 'o') button.look = ui::Look::primary;
    int across = i % columns;
    if (frame.painter().mirrored()) across = columns - 1 - across;
    Rect at{column.x + static_cast<float>(across) * (width + gap),
            column.y + static_cast<float>(i / columns) * (least + gap), width, least};
    draw_square(frame, button, at);
  }
  int rows = 12 / columns;
  return static_cast<float>(rows) * (least + gap) - gap;
}

void draw_pin(ui::Frame& frame, const StaffView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {frame.tr("For staff"), "", "slate", false}, 180, [&](const Rect& column) {
    float y = column.y;
    y += frame.words(Role::status, "state", state_in_words(frame, view), ui::styles::kBody,
                     {column.x, y, column.width, 0});
    y += frame.mm(2);
    if (view.locked_seconds > 0) return y - column.y;
    y += draw_typed_digits(frame, view.digits, {column.x, y, column.width, 0}) + frame.mm(4);
    return y + draw_digit_keys(frame, {column.x, y, column.width, 0}) - column.y;
  });
}

}  // namespace kiosk::screens
