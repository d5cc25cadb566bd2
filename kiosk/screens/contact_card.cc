#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/ui/drawing.h"
#include "kiosk/ui/phone_number.h"

namespace kiosk::screens {
namespace {

constexpr float kPadding = 5, kIcon = 16, kGap = 3;
constexpr Mm kDigits{6.5f};

std::string icon_of(const catalog::Contact& contact) {
  return contact.kind == catalog::ContactKind::office    ? "map-marker"
         : contact.kind == catalog::ContactKind::website ? "earth"
                                                         : "phone";
}

// A compact panel has no height for air between the lines.
ui::TextStyle tight(const ui::Frame& frame, ui::TextStyle style) {
  if (!frame.size_class().is_compact()) return style;
  style.line_height = 1.1f;
  style.capital = Mm{4.8f};
  return style;
}

float padding_down(const ui::Frame& frame) { return frame.mm(frame.size_class().is_compact() ? 1 : kPadding * 0.7f); }

float draw_words(const Context& context, const catalog::Contact& contact, const std::string& prefix, const Rect& box) {
  ui::Frame& frame = context.frame;
  float y = box.y;
  y += frame.text(contact.name, tight(frame, ui::styles::kLabel), {box.x, y, box.width, 0});
  if (contact.country != context.catalog.pack().country) {
    y += frame.text(country_name(frame, contact.country), tight(frame, ui::styles::kQuiet), {box.x, y, box.width, 0});
  }
  if (contact.numbers.empty()) {
    std::string words = contact.kind == catalog::ContactKind::office ? frame.tr("Ask the staff here how to get there.")
                                                                     : frame.tr("Ask the staff here for the number.");
    return y + frame.text(words, tight(frame, ui::styles::kQuiet), {box.x, y, box.width, 0}) - box.y;
  }
  int index = 0;
  for (const catalog::Number& number : contact.numbers) {
    std::string display = shown_first(context, contact, number);
    y += draw_phone_number(
        frame, {prefix + contact.id + "-number-" + std::to_string(index++), dialled(display), display, contact.name},
        kDigits, {box.x, y, box.width, 0});
  }
  return y - box.y;
}

Rect words_box(ui::Frame& frame, float x, float y, float width) {
  float start = frame.mm(kPadding + kIcon + kGap);
  return {x + start, y, width - start - frame.mm(kPadding), 0};
}

}  // namespace

float contact_card_height(const Context& context, const catalog::Contact& contact, float width) {
  ui::Frame& frame = context.frame;
  float words = frame.measure([&] { return draw_words(context, contact, "", words_box(frame, 0, 0, width)); });
  return std::max(frame.mm(20), words + 2 * padding_down(frame));
}

void draw_contact_card(const Context& context, const catalog::Contact& contact, const std::string& prefix,
                       const Rect& at) {
  ui::Frame& frame = context.frame;
  const ui::Theme& theme = frame.theme();
  LanguageTag before = frame.language();
  Colour surface = frame.surface();
  std::string id = prefix + "contact-" + contact.id;
  frame.set_language(contact.language);
  frame.node(accessibility::Role::tile, id, contact.name, at).spoken = contact.name + ". " + contact.serves;
  frame.press(ui::OpenContact{contact.id});
  Colour plate = frame.is_pressed(id) ? theme.note : theme.surface;
  frame.painter().fill(at, plate, frame.mm(3));
  frame.painter().border(at, theme.hairline, frame.mm(frame.is_pressed(id) ? 0.8f : 0.3f), frame.mm(3));
  frame.set_surface(plate);
  float side = frame.mm(kIcon);
  Rect square{at.x + frame.mm(kPadding), at.y + (at.height - side) / 2, side, side};
  catalog::Drawing drawing = drawing_of(context, contact.picture);
  if (drawing.name.empty())
    frame.icon(icon_of(contact), square, theme.action);
  else
    ui::draw_drawing(frame, drawing, square);
  frame.focus_ring(at, frame.mm(3));
  Rect box = words_box(frame, at.x, at.y, at.width);
  float words = frame.measure([&] { return draw_words(context, contact, prefix, box); });
  box.y += (at.height - words) / 2;
  draw_words(context, contact, prefix, box);
  frame.set_surface(surface);
  frame.set_language(before);
}

ui::Box contact_card_box(const Context& context, catalog::Contact contact, std::string prefix) {
  auto own = std::make_shared<const catalog::Contact>(std::move(contact));
  ui::Box box;
  box.height = [&context, own](ui::Frame&, float width) { return contact_card_height(context, *own, width); };
  box.draw = [&context, own, prefix](ui::Frame&, const Rect& at) { draw_contact_card(context, *own, prefix, at); };
  return box;
}

}  // namespace kiosk::screens
