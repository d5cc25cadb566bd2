// The staff's PIN: circles for what was typed, and keys for ten digits.
#include <algorithm>
#include <string_view>

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

namespace {

float draw_typed_digits(ui::Frame& frame, size_t count, const Rect& column) {
  // Many digits stand nearer, so that all have room.
  float pitch = std::min(frame.mm(8), column.width / static_cast<float>(std::max<size_t>(1, count)));
  float side = pitch * 5 / 8, gap = pitch - side;
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

constexpr int kColumns = 3, kRows = 4;

struct PadShape {
  float width, height, gap;  // of a key, mm

  float pad_width() const { return kColumns * (width + gap) - gap; }
  float pad_height() const { return kRows * (height + gap) - gap; }
};

PadShape pad_shape(const ui::Frame& frame) {
  return frame.size_class().is_compact() ? PadShape{23, 15, 1} : PadShape{30, 20, 3};
}

void draw_digit_keys(ui::Frame& frame, float x, float y) {
  PadShape shape = pad_shape(frame);
  constexpr std::string_view kOrder = "123456789e0o";
  for (int i = 0; i < kColumns * kRows; ++i) {
    char key = kOrder[static_cast<size_t>(i)];
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
    int across = i % kColumns;
    if (frame.painter().mirrored()) across = kColumns - 1 - across;
    draw_square(frame, button,
                {x + static_cast<float>(across) * frame.mm(shape.width + shape.gap),
                 y + static_cast<float>(i / kColumns) * frame.mm(shape.height + shape.gap), frame.mm(shape.width),
                 frame.mm(shape.height)});
  }
}

}  // namespace

float draw_pin_pad(ui::Frame& frame, const std::string& words, size_t digits, const Rect& column) {
  PadShape shape = pad_shape(frame);
  float gap = frame.mm(4), pad = frame.mm(shape.pad_width()), room = column.width - pad - gap;
  bool beside = room >= frame.mm(45) && !frame.lay(words, ui::styles::kBody, room).broke_word;
  float width = beside ? room : column.width, y = column.y;
  y += frame.words(Role::status, "state", words, ui::styles::kBody, {column.x, y, width, 0}) + frame.mm(3);
  y += draw_typed_digits(frame, digits, {column.x, y, width, 0});
  float x = beside ? column.x + room + gap : column.x, top = beside ? column.y : y + gap;
  draw_digit_keys(frame, x, top);
  return std::max(y, top + frame.mm(shape.pad_height())) - column.y;
}

void draw_pin(ui::Frame& frame, const StaffView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {frame.tr("For staff"), "", "slate", false}, 230, [&](const Rect& column) {
    std::string words = state_in_words(frame, view);
    if (view.locked_seconds == 0) return draw_pin_pad(frame, words, view.digits, column);
    return frame.words(Role::status, "state", words, ui::styles::kBody, column);
  });
}

}  // namespace kiosk::screens
