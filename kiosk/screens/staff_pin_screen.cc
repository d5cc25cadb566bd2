// The staff's PIN: circles for what was typed, and keys for ten digits.
#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

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
    ui::TextStyle style = frame.size_class().is_compact() ? ui::styles::kLabel : ui::styles::kTitle;
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

}  // namespace

ui::Box square_box(ui::Button square) {
  ui::Box box;
  auto own = std::make_shared<const ui::Button>(std::move(square));
  box.height = [](ui::Frame& frame, float) { return frame.mm(frame.size_class().is_compact() ? 15.0f : 20.0f); };
  box.least = [](ui::Frame& frame) { return frame.mm(20); };
  box.draw = [own](ui::Frame& frame, const Rect& at) { draw_square(frame, *own, at); };
  return box;
}

namespace {

// A circle for each digit; many stand nearer, so that all have room.
ui::Box typed_digits(size_t count) {
  ui::Box box;
  auto pitch_of = [count](const ui::Frame& frame, float width) {
    return std::min(frame.mm(8), width / static_cast<float>(std::max<size_t>(1, count)));
  };
  box.height = [pitch_of](ui::Frame& frame, float width) { return pitch_of(frame, width) * 5 / 8; };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    float pitch = pitch_of(frame, at.width), side = pitch * 5 / 8;
    size_t circles = std::max(count, crypto::kFewestPinDigits);
    Rect field{at.x, at.y, static_cast<float>(circles) * pitch - (pitch - side), side};
    accessibility::Node& typed =
        frame.node(Role::text, "typed", ui::fill(frame.tr("Digits typed: {1}"), {std::to_string(count)}), field);
    typed.spoken = frame.tr("Each digit is heard as a tone.");  // R15
    for (size_t i = 0; i < circles; ++i) {
      Rect circle{at.x + static_cast<float>(i) * pitch, at.y, side, side};
      frame.painter().border(circle, frame.theme().action, frame.mm(0.5f), side / 2);
      if (i < count) frame.painter().fill(circle, frame.theme().action, side / 2);
    }
  };
  return box;
}

constexpr int kColumns = 3;
constexpr float kAroundPage = 17;  // mm: its band and its margins

struct PadShape {
  float width, height, gap;  // of a key, mm

  float pad_width() const { return kColumns * (width + gap) - gap; }
};

PadShape pad_shape(const ui::Frame& frame) {
  return frame.size_class().is_compact() ? PadShape{23, 15, 1} : PadShape{30, 20, 3};
}

ui::Button digit_key(const ui::Frame& frame, char key) {
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
  return button;
}

// Keys stay on one page.
ui::Box whole(ui::Box keys) {
  keys.split = nullptr;
  return keys;
}

ui::Box keys_in_order(const ui::Frame& frame, std::string_view order, Mm width, int columns) {
  PadShape shape = pad_shape(frame);
  std::vector<ui::Box> keys;
  for (char key : order) keys.push_back(ui::at_least(Mm{shape.height}, square_box(digit_key(frame, key))));
  return ui::grid(std::move(keys), {.gap = Mm{shape.gap}, .least = width, .columns = columns, .digits = true});
}

ui::Box digit_keys(const ui::Frame& frame) {
  PadShape shape = pad_shape(frame);
  return whole(ui::at_most(Mm{shape.pad_width()}, keys_in_order(frame, "123456789e0o", Mm{shape.width}, kColumns)));
}

}  // namespace

ui::Box digit_keys_in_two_rows(const ui::Frame& frame) {
  return whole(keys_in_order(frame, "12345e67890o", Mm{20}, 2 * kColumns));
}

ui::Box with_digit_keys(const ui::Frame& frame, ui::Box asked) {
  ui::Box beside = ui::row(
      {{.box = asked, .share = 1, .at_least = Mm{45}}, ui::fixed(Mm{pad_shape(frame).pad_width()}, digit_keys(frame))},
      Mm{4});
  ui::Box below = ui::column({std::move(asked), digit_keys_in_two_rows(frame)}, Mm{2});
  return ui::first_that_fits({std::move(beside), std::move(below)}, Mm{kAroundPage});
}

ui::Box pin_pad(const ui::Frame& frame, const std::string& words, size_t digits) {
  return with_digit_keys(
      frame, ui::column({ui::words(Role::status, "state", words, staff_text(frame)), typed_digits(digits)}, Mm{3}));
}

void draw_pin(ui::Frame& frame, const StaffView& view, int page) {
  std::string words = state_in_words(frame, view);
  PageBody body;
  body.measure = Mm{230};
  if (view.locked_seconds == 0) {
    body.blocks = {pin_pad(frame, words, view.digits)};
  } else {
    body.blocks = {ui::words(Role::status, "state", words, ui::styles::kBody)};
  }
  draw_staff_page(frame, page, {.title = frame.tr("For staff"), .colour = "slate", .icon = "key-variant"},
                  std::move(body));
}

}  // namespace kiosk::screens
