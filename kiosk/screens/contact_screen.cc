// One contact: its number in large digits, and everything one wants to know before calling.
#include <algorithm>
#include <cmath>

#include "kiosk/catalog/names.h"
#include "kiosk/graphics/qr.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/phone_number.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr Mm kDigits{9}, kLargeDigits{15};
constexpr float kCodeSide = 44;  // mm, with its quiet zone; R86 asks for 30

std::string use_in_words(const ui::Frame& frame, const catalog::Number& number) {
  switch (number.use) {
    case catalog::NumberUse::voice: return frame.tr("Call:");
    case catalog::NumberUse::sms: return frame.tr("Send a text message:");
    case catalog::NumberUse::whatsapp: return frame.tr("WhatsApp:");
  }
  KIOSK_CHECK(false);
}

// tel: and the number, nothing else (R86).
std::string payload_of(const catalog::Number& number) { return "tel:" + number.dial; }

float draw_code(ui::Frame& frame, const std::string& id, const catalog::Number& number, const Rect& box) {
  auto code = graphics::make_qr(payload_of(number));
  KIOSK_CHECK(code.ok());
  constexpr int kQuietZone = 4;
  int modules = code->size + 2 * kQuietZone;
  float module = std::ceil(frame.mm(kCodeSide) / static_cast<float>(modules)),
        side = module * static_cast<float>(modules);
  Rect square{box.x, box.y, side, side};
  frame.node(Role::code, id, frame.tr("A picture that a phone can read"), square).value = payload_of(number);
  frame.painter().fill(square, {255, 255, 255});
  frame.painter().border(square.inset(-frame.mm(0.4f)), frame.theme().hairline, frame.mm(0.4f));
  frame.painter().code(*code, square.inset(module * kQuietZone), {0, 0, 0});
  std::string warning = frame.tr("Your phone keeps a list of calls and pictures. Others may see it.");
  float x = box.x + side + frame.mm(5), width = box.right() - x;
  if (width < frame.mm(45)) {
    float below = side + frame.mm(2);
    return below +
           frame.words(Role::note, id + "-warning", warning, ui::styles::kBody, {box.x, box.y + below, box.width, 0});
  }
  return std::max(side, frame.words(Role::note, id + "-warning", warning, ui::styles::kBody, {x, box.y, width, 0}));
}

float draw_number(const Context& context, const catalog::Contact& contact, int index, const Rect& column) {
  ui::Frame& frame = context.frame;
  const catalog::Number& number = contact.numbers[static_cast<size_t>(index)];
  std::string suffix = std::to_string(index), first = shown_first(context, contact, number);
  float y = column.y;
  std::string use = use_in_words(frame, number);
  y += frame.words(Role::text, "use-" + suffix, use, ui::styles::kQuiet, {column.x, y, column.width, 0});
  y += draw_phone_number(frame, {"number-" + suffix, dialled(first), first, contact.name}, kDigits,
                         {column.x, y, column.width, 0});
  if (first != number.display) {
    std::string abroad = frame.tr("From another country:");
    y += frame.words(Role::text, "abroad-" + suffix, abroad, ui::styles::kQuiet, {column.x, y, column.width, 0});
    y += draw_phone_number(frame, {"number-abroad-" + suffix, number.dial, number.display, contact.name}, Mm{6},
                           {column.x, y, column.width, 0});
  } else if (!number.from.empty()) {
    std::string inside =
        ui::fill(frame.tr("Works only in this country: {1}."), {country_name(frame, number.from.front())});
    y += frame.words(Role::text, "inside-" + suffix, inside, ui::styles::kQuiet, {column.x, y, column.width, 0});
  }
  y += frame.mm(2);
  bool has_code = context.place.code == static_cast<size_t>(index);
  std::vector<ui::Button> buttons(2);
  buttons[0].id = "large-" + suffix;
  buttons[0].label = frame.tr("Show large");
  buttons[0].icon = "magnify-plus";
  buttons[0].look = ui::Look::primary;
  buttons[0].action = ui::ShowLarge{static_cast<size_t>(index)};
  buttons[1].id = "code-" + suffix;
  buttons[1].label = has_code ? frame.tr("Hide the code") : frame.tr("Code for my phone");
  buttons[1].icon = "qrcode";
  buttons[1].role = Role::toggle;
  buttons[1].state.pressed = has_code;
  buttons[1].action = has_code ? ui::ShowCode{} : ui::ShowCode{static_cast<size_t>(index)};
  y += draw_buttons(frame, buttons, {column.x, y, column.width, 0}, 55, 2) + frame.mm(4);
  if (has_code) y += draw_code(frame, "qr-" + suffix, number, {column.x, y, column.width, 0}) + frame.mm(4);
  return y - column.y;
}

float draw_facts(const Context& context, const catalog::Contact& contact, const Rect& column) {
  ui::Frame& frame = context.frame;
  float y = column.y, side = frame.mm(9), start = frame.mm(13);
  for (const Fact& fact : facts_of(context, contact)) {
    const text::Paragraph& words = frame.lay(fact.words, ui::styles::kBody, column.width - start);
    float tall = std::max(side, words.height);
    frame.node(Role::list_item, "fact-" + fact.id, fact.words, {column.x, y, column.width, tall});
    frame.icon(fact.icon, {column.x, y + (std::min(tall, frame.mm(14)) - side) / 2, side, side},
               frame.theme().ink_quiet);
    frame.text(words, {column.x + start, y + (tall - words.height) / 2, column.width - start, words.height},
               ui::styles::kBody);
    y += tall + frame.mm(2);
  }
  return y - column.y;
}

// Nothing but the digits and the way back (R82).
void draw_large(const Context& context, const catalog::Contact& contact, const catalog::Number& number) {
  ui::Frame& frame = context.frame;
  draw_page(context, {"", "", "action", false}, 440, [&](const Rect& column) {
    std::string display = shown_first(context, contact, number);
    float y = column.y;
    y += frame.words(Role::heading, "title", contact.name, ui::styles::kStrong, {column.x, y, column.width, 0});
    y += frame.mm(4);
    float room = column.width / static_cast<float>(display.size()) / frame.mm(1);
    Mm digits{std::clamp(room * 1.25f, kLargeDigits.value, 26.0f)};
    y += draw_phone_number(frame, {"number-large", dialled(display), display, contact.name}, digits,
                           {column.x, y, column.width, 0});
    ui::Button smaller;
    smaller.id = "smaller";
    smaller.label = frame.tr("Show the whole page");
    smaller.icon = "arrow-left";
    smaller.action = ui::ShowLarge{};
    y += frame.mm(6);
    float tall = button_height(frame, smaller, std::min(column.width, frame.mm(110)));
    draw_button(frame, smaller, {column.x, y, std::min(column.width, frame.mm(110)), tall});
    return y + tall - column.y;
  });
}

// What is in the source language is no translation, and what a native speaker has read no draft.
bool is_draft(const Context& context, const catalog::Contact& contact) {
  const std::string reviewed = catalog::reviewed_key(contact.id);
  return contact.language != context.catalog.pack().source_language && context.frame.tr(reviewed) == reviewed;
}

}  // namespace

void draw_contact(const Context& context) {
  ui::Frame& frame = context.frame;
  auto found = context.catalog.contact(context.place.argument, frame.settings().language, context.now.today);
  if (!found.ok()) {
    draw_page(context, {frame.tr("This page is not here any more."), "", "action", false}, 218,
              [](const Rect&) { return 0.0f; });
    return;
  }
  const catalog::Contact& contact = *found;
  frame.set_language(contact.language);
  size_t index = context.place.large.value_or(contact.numbers.size());
  if (index < contact.numbers.size()) return draw_large(context, contact, contact.numbers[index]);

  draw_page(
      context, {contact.name, country_name(frame, contact.country), "action", true}, 218, [&](const Rect& column) {
        float y = column.y;
        auto rest = [&] { return Rect{column.x, y, column.width, 0}; };
        y += frame.words(Role::text, "serves", contact.serves, ui::styles::kBody, rest()) + frame.mm(2);
        for (int i = 0; i < static_cast<int>(contact.numbers.size()); ++i)
          y += draw_number(context, contact, i, rest());
        if (contact.numbers.empty()) {
          y += frame.words(
                   Role::note, "ask-staff",
                   frame.tr("Ask the staff here for the number. We do not show it, because we are not sure of it."),
                   ui::styles::kStrong, rest()) +
               frame.mm(2);
        }
        y += draw_facts(context, contact, rest());
        y += frame.words(Role::note, "advice", contact.advice, ui::styles::kBody, rest()) + frame.mm(2);
        y += frame.words(Role::text, "verified", verification_of(context, contact), ui::styles::kQuiet, rest()) +
             frame.mm(2);
        if (is_draft(context, contact)) {
          y += frame.words(Role::text, "unreviewed",
                           frame.tr("This text is a draft translation. No native speaker has checked it yet."),
                           ui::styles::kQuiet, rest());
        }
        return y - column.y;
      });
}

}  // namespace kiosk::screens
