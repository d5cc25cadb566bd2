// The card of a contact in lists and articles: what it is called, its number, and in its own corner the mark that
// speaks it. Its number is never cut at the end of a page. Everything else, further numbers too, is on the contact's
// own page.
#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/ui/drawing.h"
#include "kiosk/ui/phone_number.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

constexpr float kPadding = 4, kIcon = 9, kPicture = 16, kGap = 3, kNear = 5, kMostBeside = 0.4f;
constexpr float kLargerSteps[] = {1.5f, 1.2f}, kLargestBeside = 1.2f, kPartOfPanel = 0.5f;
constexpr Mm kDigits{6.5f}, kLargestDigits{10}, kBeside{9}, kBesideTall{12}, kLeastCard{84};

ui::TextStyle tight_at(const ui::Frame& frame, ui::TextStyle style, float scale) {
  style.scale = scale * frame.type_factor();
  return tight(frame, style);
}

float padding_down(const ui::Frame& frame) { return frame.mm(frame.size_class().is_compact() ? 1 : kPadding * 0.7f); }

size_t most_numbers(const ui::Frame& frame) { return frame.size_class().has_rail() ? 1 : 2; }

// In the place of a number.
std::string without_number(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  if (!contact.ask_staff) return !contact.address.empty() ? contact.address : contact.county;
  if (context.desk.present) return desk_in_words(context);
  return contact.kind == catalog::ContactKind::office ? contact.county : frame.tr("No sure number is known.");
}

ui::PhoneNumber number_of(const Context& context, const catalog::Contact& contact, const std::string& prefix,
                          size_t i) {
  return phone_of(context, contact, contact.numbers[i], prefix + contact.id + "-number-" + std::to_string(i));
}

// Of the digits beside a name.
Mm beside_size(const ui::Frame& frame) { return frame.size_class().is_compact() ? kBeside : kBesideTall; }

// The width of a short number beside the name, on panels with little height; 0: the number goes below.
float beside_name(const Context& context, const catalog::Contact& contact, float scale, float width) {
  ui::Frame& frame = context.frame;
  if (!frame.size_class().has_rail() || contact.numbers.empty() || scale > kLargestBeside) return 0;
  ui::PhoneNumber phone = number_of(context, contact, "", 0);
  if (phone.display.find(' ') != std::string::npos) return 0;
  float digits =
      ui::phone_box(std::move(phone), {.least = beside_size(frame), .most = beside_size(frame)}).least(frame);
  return digits <= width * kMostBeside ? digits : 0;
}

float draw_name(const Context& context, const catalog::Contact& contact, const CardNotes& notes, float scale,
                const Rect& box) {
  ui::Frame& frame = context.frame;
  float y = box.y;
  auto add = [&](const std::string& words, const ui::TextStyle& style) {
    if (!words.empty()) y += frame.text(words, tight_at(frame, style, scale), {box.x, y, box.width, 0});
  };
  add(contact.name, ui::styles::kLabel);
  if (contact.country != context.catalog.pack().country) add(country_name(frame, contact.country), ui::styles::kQuiet);
  for (const std::string& line : notes.lines) add(line, ui::styles::kBody);
  if (contact.numbers.empty() && notes.lines.empty()) add(without_number(context, contact), ui::styles::kQuiet);
  return y - box.y;
}

float draw_below_name(const Context& context, const catalog::Contact& contact, const std::string& prefix,
                      const CardNotes& notes, float scale, const Rect& box) {
  ui::Frame& frame = context.frame;
  float y = box.y;
  if (notes.part != CardNotes::Part::numbers) y += draw_name(context, contact, notes, scale, box);
  if (notes.part == CardNotes::Part::name) return y - box.y;
  ui::DigitSize size{kDigits, frame.size_class().is_compact() ? kDigits : kLargestDigits};
  for (size_t i = 0; i < std::min(contact.numbers.size(), most_numbers(frame)); ++i)
    y += draw_phone_number(frame, number_of(context, contact, prefix, i), size, {box.x, y, box.width, 0});
  return y - box.y;
}

float draw_beside_name(const Context& context, const catalog::Contact& contact, const std::string& prefix,
                       const CardNotes& notes, float scale, float wide, const Rect& box) {
  ui::Frame& frame = context.frame;
  float end = box.right() - frame.mm(kGap);  // left of the mark, whose square is wider than its picture
  Rect at{box.x, box.y, end - wide - frame.mm(kGap) - box.x, 0};
  float words = frame.measure([&] { return draw_name(context, contact, notes, scale, at); });
  float digits = frame.mm(beside_size(frame).value) * ui::kDigitPitch, tall = std::max(words, digits);
  at.y += (tall - words) / 2;
  draw_name(context, contact, notes, scale, at);
  draw_phone_number(frame, number_of(context, contact, prefix, 0), beside_size(frame),
                    {end - wide, box.y + (tall - digits) / 2, wide, 0});
  return tall;
}

// The number goes beside or below the name, whichever makes a lower card.
float draw_words(const Context& context, const catalog::Contact& contact, const std::string& prefix,
                 const CardNotes& notes, float scale, const Rect& box) {
  auto below = [&] { return draw_below_name(context, contact, prefix, notes, scale, box); };
  float wide = notes.part == CardNotes::Part::all ? beside_name(context, contact, scale, box.width) : 0;
  if (wide == 0) return below();
  auto beside = [&] { return draw_beside_name(context, contact, prefix, notes, scale, wide, box); };
  return context.frame.measure(beside) <= context.frame.measure(below) ? beside() : below();
}

float mark_width(const ui::Frame& frame) { return frame.speech().offered ? ui::listen_mark_side(frame) : 0; }

// A number on the map or the icon of its kind says less than a picture, and is smaller.
float sign_side(const Context& context, const catalog::Contact& contact, int place) {
  return context.frame.mm(place == 0 && !contact.picture.empty() ? kPicture : kIcon);
}

Rect words_box(const Context& context, const catalog::Contact& contact, int place, const Rect& at) {
  const ui::Frame& frame = context.frame;
  float start = frame.mm(kPadding + kGap) + sign_side(context, contact, place);
  float end = frame.speech().offered ? mark_width(frame) - frame.mm(kNear) : frame.mm(kPadding);
  return {at.x + start, at.y, at.width - start - end, 0};
}

// A card is not broken where a page ends, so that its number cannot be cut: its letters are as large as the visitor
// wants them and half of the panel's height allows.
float scale_of(const Context& context, const catalog::Contact& contact, const CardNotes& notes, const Rect& box) {
  ui::Frame& frame = context.frame;
  float wanted = frame.settings().text_scale, most = frame.height() * kPartOfPanel - 2 * padding_down(frame);
  for (float scale : {wanted, kLargerSteps[0], kLargerSteps[1]}) {
    if (scale > wanted) continue;
    if (frame.measure([&] { return draw_words(context, contact, "", notes, scale, box); }) <= most) return scale;
  }
  return 1;
}

float card_height(const Context& context, const catalog::Contact& contact, const CardNotes& notes, float width) {
  ui::Frame& frame = context.frame;
  Rect box = words_box(context, contact, notes.place, {0, 0, width, 0});
  float scale = scale_of(context, contact, notes, box);
  float words = frame.measure([&] { return draw_words(context, contact, "", notes, scale, box); });
  return std::max(frame.mm(20), words + 2 * padding_down(frame));
}

// The number that the place has on the map, what the contact is in a picture, or its kind.
void draw_sign(const Context& context, const catalog::Contact& contact, int place, const Rect& square) {
  ui::Frame& frame = context.frame;
  if (place == 0) {
    catalog::Drawing drawing = drawing_of(context, contact.picture);
    if (!drawing.name.empty()) return ui::draw_drawing(frame, drawing, square);
    return frame.icon(contact_icon(context, contact), square, frame.theme().action);
  }
  Colour before = frame.surface();
  ui::TextStyle style = ui::styles::kStrong;
  style.align = text::Align::center;
  style.colour = frame.theme().on_action;
  style.scale = frame.type_factor();
  frame.painter().fill(square, frame.theme().action, square.width / 2);
  frame.set_surface(frame.theme().action);
  const text::Paragraph& digits = frame.lay(std::to_string(place), style, square.width);
  frame.text(digits, {square.x, square.y + (square.height - digits.height) / 2, square.width, digits.height}, style);
  frame.set_surface(before);
}

std::string spoken_words(const catalog::Contact& contact, const CardNotes& notes) {
  std::string words = notes.place > 0 ? std::to_string(notes.place) + ". " : "";
  words += contact.name + ".";
  for (const std::string& line : notes.lines) words += " " + line;
  return words + " " + contact.serves;
}

void draw_card(const Context& context, const catalog::Contact& contact, const std::string& prefix,
               const CardNotes& notes, const Rect& at) {
  ui::Frame& frame = context.frame;
  const ui::Theme& theme = frame.theme();
  LanguageTag before = frame.language();
  Colour surface = frame.surface();
  std::string id = prefix + "contact-" + contact.id;
  frame.set_language(contact.language);
  frame.node(accessibility::Role::tile, id, contact.name, at).spoken = spoken_words(contact, notes);
  frame.press(ui::OpenContact{contact.id});
  Colour plate = frame.is_pressed(id) ? theme.note : theme.surface;
  frame.painter().fill(at, plate, frame.mm(3));
  frame.painter().border(at, theme.hairline, frame.mm(frame.is_pressed(id) ? 0.8f : 0.3f), frame.mm(3));
  frame.set_surface(plate);
  float side = sign_side(context, contact, notes.place);
  draw_sign(context, contact, notes.place, {at.x + frame.mm(kPadding), at.y + (at.height - side) / 2, side, side});
  frame.focus_ring(at, frame.mm(3));
  Rect box = words_box(context, contact, notes.place, at);
  float scale = scale_of(context, contact, notes, box);
  float words = frame.measure([&] { return draw_words(context, contact, prefix, notes, scale, box); });
  box.y += (at.height - words) / 2;
  draw_words(context, contact, prefix, notes, scale, box);
  float mark = mark_width(frame);
  if (mark > 0) ui::draw_listen_mark(frame, id, contact.name, {at.right() - mark, at.y, mark, mark}, theme.action);
  frame.set_surface(surface);
  frame.set_language(before);
}

}  // namespace

std::string contact_icon(const Context& context, const catalog::Contact& contact) {
  if (contact.numbers.empty() && contact.ask_staff && context.desk.present) return desk_icon(context);
  return contact.kind == catalog::ContactKind::office    ? "map-marker"
         : contact.kind == catalog::ContactKind::website ? "earth"
                                                         : "phone";
}

ui::TextStyle tight(const ui::Frame& frame, ui::TextStyle style) {
  if (!frame.size_class().is_compact()) return style;
  style.line_height = 1.1f;
  style.capital = Mm{4.8f};
  return style;
}

ui::Box contact_card_box(const Context& context, catalog::Contact contact, std::string prefix, CardNotes notes) {
  auto own = std::make_shared<const catalog::Contact>(std::move(contact));
  ui::Box box;
  box.height = [=, &context](ui::Frame&, float width) { return card_height(context, *own, notes, width); };
  box.draw = [=, &context](ui::Frame&, const Rect& at) { draw_card(context, *own, prefix, notes, at); };
  if (notes.part == CardNotes::Part::all && !own->numbers.empty()) {
    box.split = [=, &context](ui::Frame&, float, float) {
      CardNotes name = notes, numbers = notes;
      name.part = CardNotes::Part::name, numbers.part = CardNotes::Part::numbers;
      return std::vector{contact_card_box(context, *own, prefix, name),
                         contact_card_box(context, *own, prefix, numbers)};
    };
  }
  return box;
}

ui::Box cards_in_columns(const Context& context, std::vector<ui::Box> cards) {
  // A low panel has no height for what narrow columns break into many lines.
  if (context.frame.size_class().has_rail()) return ui::grid(std::move(cards), {.gap = Mm{3}, .most_columns = 1});
  float larger = std::max(1.0f, context.frame.settings().text_scale * 0.8f);
  return ui::grid(std::move(cards), {.gap = Mm{3}, .least = Mm{kLeastCard.value * larger}, .most_columns = 2});
}

ui::Box contact_cards(const Context& context, std::vector<catalog::Contact> contacts, const std::string& prefix) {
  std::vector<ui::Box> boxes;
  for (catalog::Contact& contact : contacts) boxes.push_back(contact_card_box(context, std::move(contact), prefix));
  return cards_in_columns(context, std::move(boxes));
}

}  // namespace kiosk::screens
