// One contact as a card made for a phone call: its name, its numbers as large as the page is wide with what one must
// know before dialling, then whom it serves and who answers; where that comes from is last.
#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/catalog/names.h"
#include "kiosk/screens/beside.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr Mm kLeastDigits{12}, kDigitsAbroad{6}, kBeforeChips{6};

// One group: what must be known before dialling has room beside it.
bool is_short(const std::string& display) { return display.find(' ') == std::string::npos; }

// On a compact panel a number that takes two lines is no higher than it must be: its name is on the same page.
Mm most_digits(const ui::Frame& frame, const std::string& display) {
  if (frame.size_class().is_roomy()) return Mm{30};
  if (!frame.size_class().is_compact()) return Mm{18};
  return is_short(display) ? Mm{14} : kLeastDigits;
}

std::vector<ui::Button> buttons_of(const ui::Frame& frame, size_t index) {
  std::string suffix = std::to_string(index);
  ui::Button large, code;
  large.id = "large-" + suffix;
  large.label = frame.tr("Show large");
  large.icon = "magnify-plus";
  large.look = ui::Look::primary;
  large.action = ui::ShowLarge{index};
  code.id = "code-" + suffix;
  code.label = frame.tr("Code for my phone");
  code.icon = "qrcode";
  code.action = ui::ShowCode{index};
  return {std::move(large), std::move(code)};
}

// On a compact panel the buttons of the only number stand at the foot of every page: a row of their own has no room.
bool buttons_at_foot(const ui::Frame& frame, const catalog::Contact& contact) {
  return frame.size_class().is_compact() && contact.numbers.size() == 1;
}

Mm gap_of(const ui::Frame& frame) { return Mm{frame.size_class().is_compact() ? 2.0f : 4.0f}; }

ui::Box fact_box(const ui::Frame& frame, const std::string& id, const std::string& icon, const std::string& words) {
  ui::Box picture = ui::icon_box(icon, Mm{9}, frame.theme().ink_quiet);
  return ui::led_by(std::move(picture), Mm{13}, ui::words(Role::list_item, id, words, {.line_height = 1.3f}));
}

// The digits, what must be known before dialling, and the buttons. The chips are beside the digits, where that makes
// them no higher; else the buttons come first, so that they are on the page of the digits. Breaks between its parts.
ui::Box call_box(ui::Box digits, std::vector<ui::Chip> chips, std::vector<ui::Button> buttons) {
  auto parts = [digits = std::move(digits), chip_count = chips.size(), chips = ui::chip_row(std::move(chips)),
                button_count = buttons.size(),
                buttons = ui::button_grid(std::move(buttons), Mm{55}, 2)](ui::Frame& frame, float width) {
    ui::Box beside = ui::row({ui::natural(digits), ui::grow(ui::middle(chips))}, kBeforeChips);
    bool fits = chip_count > 0 && beside.height(frame, width) <= digits.height(frame, width) + 0.5f;
    std::vector<ui::Box> all{fits ? beside : digits};
    if (button_count > 0) all.push_back(buttons);
    if (chip_count > 0 && !fits) all.push_back(chips);
    return ui::column(std::move(all), gap_of(frame));
  };
  ui::Box box;
  box.height = [=](ui::Frame& frame, float width) { return parts(frame, width).height(frame, width); };
  box.draw = [=](ui::Frame& frame, const Rect& at) { parts(frame, at.width).draw(frame, at); };
  box.split = [=](ui::Frame& frame, float width, float room) { return parts(frame, width).split(frame, width, room); };
  return box;
}

void add_number(const Context& context, const catalog::Contact& contact, size_t index, std::vector<ui::Box>& blocks) {
  ui::Frame& frame = context.frame;
  const catalog::Number& number = contact.numbers[index];
  std::string suffix = std::to_string(index);
  ui::TextStyle quiet = ui::styles::kQuiet;
  if (frame.size_class().is_compact()) quiet.line_height = 1.1f;
  std::vector<ui::Box> first;
  // That a number is to be called goes without saying where height is dear.
  bool said = number.use == catalog::NumberUse::voice && (contact.numbers.size() == 1 || frame.size_class().has_rail());
  if (!said) first.push_back(ui::words(Role::text, "use-" + suffix, use_in_words(frame, number), quiet));
  ui::PhoneNumber phone = phone_of(context, contact, number, "number-" + suffix);
  bool shows_abroad = phone.display != number.display;
  Mm most = most_digits(frame, phone.display);
  std::vector<ui::Chip> chips = chips_of(context, contact, index);
  Mm least = is_short(phone.display) ? most : kLeastDigits;
  std::vector<ui::Button> buttons;
  if (!buttons_at_foot(frame, contact)) buttons = buttons_of(frame, index);
  first.push_back(
      call_box(ui::phone_box(std::move(phone), {.least = least, .most = most}), std::move(chips), std::move(buttons)));
  blocks.push_back(ui::column(std::move(first)));
  if (shows_abroad) {
    blocks.push_back(
        ui::words(Role::text, "abroad-" + suffix, frame.tr("From another country:"), quiet).keep_with_next());
    blocks.push_back(ui::phone_box({"number-abroad-" + suffix, number.dial, number.display, contact.name},
                                   {.least = kDigitsAbroad, .most = kDigitsAbroad}));
  } else if (!number.from.empty()) {
    std::string where = country_name(frame, number.from.front());
    blocks.push_back(fact_box(frame, "inside-" + suffix, "map-marker",
                              ui::fill(frame.tr("Works only in this country: {1}."), {where})));
  }
}

void add_ask(const Context& context, const catalog::Contact& contact, std::vector<ui::Box>& blocks) {
  if (is_live(contact)) return;
  ui::Frame& frame = context.frame;
  std::string ask = ask_in_words(context, contact);
  if (!ask.empty()) {
    ui::Box words = ui::words(Role::note, "ask", ask, ui::styles::kStrong);
    if (context.desk.present)
      words = ui::led_by(ui::icon_box(desk_icon(context), Mm{14}, frame.theme().action), Mm{18}, std::move(words));
    blocks.push_back(std::move(words).keep_with_next());
  }
  std::vector<ui::Box> instead = instead_blocks(context, contact);
  std::move(instead.begin(), instead.end(), std::back_inserter(blocks));
}

}  // namespace

std::string use_in_words(const ui::Frame& frame, const catalog::Number& number) {
  switch (number.use) {
    case catalog::NumberUse::voice: return frame.tr("Call:");
    case catalog::NumberUse::sms: return frame.tr("Send a text message:");
    case catalog::NumberUse::whatsapp: return frame.tr("WhatsApp:");
  }
  KIOSK_CHECK(false);
}

bool is_draft(const Context& context, const catalog::Contact& contact) {
  const std::string reviewed = catalog::reviewed_key(contact.id);
  return contact.language != context.catalog.pack().source_language && context.frame.tr(reviewed) == reviewed;
}

void draw_contact(const Context& context) {
  ui::Frame& frame = context.frame;
  auto found = context.catalog.contact(context.place.argument, frame.settings().language, context.now.today);
  if (!found.ok()) return draw_page(context, {.title = frame.tr("This page is not here any more.")}, {});
  const catalog::Contact& contact = *found;
  frame.set_language(contact.language);
  auto chosen = [&](const std::optional<size_t>& index) { return index && *index < contact.numbers.size(); };
  if (chosen(context.place.large)) return draw_large_number(context, contact, *context.place.large);
  if (chosen(context.place.code)) return draw_number_code(context, contact, *context.place.code);

  bool draft = is_draft(context, contact);
  PageHead head{.title = contact.name, .where = country_name(frame, contact.country), .quiet = true};
  if (draft) head.remark = frame.tr("Draft");
  PageBody page;
  page.measure = Mm{218};
  page.style.gap = gap_of(frame);
  if (frame.size_class().tall) page.above = ui::icon_box("phone", Mm{90}, frame.theme().section("action")).grow();
  if (buttons_at_foot(frame, contact)) page.style.beside = buttons_of(frame, 0);
  for (size_t i = 0; i < contact.numbers.size(); ++i) add_number(context, contact, i, page.blocks);
  add_ask(context, contact, page.blocks);
  page.blocks.push_back(ui::words(Role::text, "serves", contact.serves, ui::styles::kBody));
  for (const Fact& fact : facts_beside_chips(context, contact))
    page.blocks.push_back(fact_box(frame, "fact-" + fact.id, fact.icon, fact.words));
  page.blocks.push_back(ui::words(Role::note, "advice", contact.advice, ui::styles::kBody));
  if (auto button = beside_button(context, contact.language, languages_of(context, contact))) {
    // As on a page of content: on every page, where there is a row for it.
    if (frame.size_class().is_compact())
      page.blocks.push_back(ui::at_most(Mm{100}, ui::button_box(*std::move(button))));
    else
      page.style.beside.push_back(*std::move(button));
  }
  page.blocks.push_back(ui::words(Role::text, "verified", verification_of(context, contact), ui::styles::kQuiet));
  if (draft)
    page.blocks.push_back(ui::words(Role::text, "unreviewed",
                                    frame.tr("This text is a draft translation. No native speaker has checked it yet."),
                                    ui::styles::kQuiet));
  draw_page(context, head, std::move(page));
}

}  // namespace kiosk::screens
