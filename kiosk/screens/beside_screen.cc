// A page or a contact in two languages, paragraph beside paragraph: for a visitor and an officer without a common
// language, who point at the same thing. What is the same in every language is shown once: numbers, and the cards
// that lead to contacts.
#include "kiosk/screens/beside.h"

#include <algorithm>
#include <utility>

#include "kiosk/document/markdown.h"
#include "kiosk/document/pairing.h"
#include "kiosk/screens/article.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/sides.h"
#include "kiosk/screens/topic_head.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/phone_number.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using document::BlockKind;

constexpr Mm kInside{3};  // between the boxes of one side of a pair
constexpr Mm kDigits{12}, kDigitsAbroad{6};

std::optional<ui::Box> together(std::vector<ui::Box> boxes) {
  if (boxes.empty()) return std::nullopt;
  return ui::column(std::move(boxes), kInside);
}

// Controls, the names of both languages, and the way to another one.
PageBody body_of(const Context& context, const Sides& sides, size_t languages) {
  const ui::Frame& frame = context.frame;
  PageBody page;
  page.style.gap = Mm{frame.size_class().is_compact() ? 1.5f : 2.0f};
  page.style.beside_is_read = false;  // in neither language
  page.wide = true;
  // On an upright panel the hands are near its foot.
  bool low = frame.size_class().tall && !frame.settings().reach;
  page.style.head = sides.names(frame.speech().offered && !low);
  if (low && frame.speech().offered) page.foot = sides.names(true);
  if (languages > 2) {
    ui::Button another;
    another.id = "another-language";
    another.label = frame.tr("Another language");
    another.icon = "web";
    another.action = ui::Open{Screen::beside_languages};
    page.style.beside = {std::move(another)};
  }
  return page;
}

ui::Box words(const Context& context, const Side& side, Role role, const std::string& id, const std::string& text,
              const ui::TextStyle& style = ui::styles::kBody) {
  ui::TextStyle own = tight(context.frame, style);
  own.balanced = role == Role::heading;
  return ui::words(role, side.prefix + id, text, own);
}

// Its card leads on and shows its number, once; the other language has its name only.
void add_card(const Context& context, const Sides& sides, const std::string& id, const std::string& prefix,
              std::vector<ui::Box>& blocks) {
  auto own = context.catalog.contact(id, sides.own().language, context.now.today);
  auto other = context.catalog.contact(id, sides.other().language, context.now.today);
  if (!own.ok()) return;
  bool named = other.ok() && other->language == sides.other().language && other->name != own->name;
  CardNotes notes;
  // An address of many lines would be higher than the page of a compact panel; the contact's own page has it.
  bool addressed = own->numbers.empty() && !own->ask_staff && !own->address.empty();
  if (addressed && context.frame.size_class().is_compact()) notes.lines = {own->county};
  blocks.push_back(contact_card_box(context, *std::move(own), prefix, std::move(notes)));
  if (!named) return;
  blocks.back().with_next = true;
  blocks.push_back(sides.pair(std::nullopt, words(context, sides.other(), Role::text, prefix + id + "-name",
                                                  other->name, ui::styles::kStrong)));
}

// Both texts of a topic.
struct Texts {
  catalog::Topic own, other;

  const catalog::Topic& of(const Side& side) const { return side.prefix.empty() ? own : other; }
};

void add_blocks(const Context& context, const Sides& sides, const document::Document& own,
                const document::Document& other, bool quiet, std::vector<ui::Box>& blocks) {
  auto own_parts = sides.on(sides.own(), [&] { return article_parts(context, own, quiet, sides.own().prefix); });
  auto other_parts =
      sides.on(sides.other(), [&] { return article_parts(context, other, quiet, sides.other().prefix); });
  for (const document::Pair& pair : document::pair_blocks(own, other)) {
    const document::Block& block = pair.own ? own.blocks[*pair.own] : other.blocks[*pair.other];
    if (block.kind == BlockKind::contact) {
      std::string number = std::to_string(pair.own ? *pair.own : *pair.other);
      add_card(context, sides, block.contact, (pair.own ? "block-" : "beside-block-") + number + "-", blocks);
      continue;
    }
    auto left = pair.own ? together(std::move(own_parts[*pair.own])) : std::nullopt;
    auto right = pair.other ? together(std::move(other_parts[*pair.other])) : std::nullopt;
    if (!left && !right) continue;
    if (block.kind == BlockKind::explanation && !blocks.empty()) blocks.back().with_next = true;
    blocks.push_back(sides.pair(std::move(left), std::move(right)));
    blocks.back().with_next = block.kind == BlockKind::heading;
  }
}

void add_who_can_help(const Context& context, const Sides& sides, const catalog::Topic& topic,
                      const document::Document& body, std::vector<ui::Box>& blocks) {
  auto stands_in_text = [&](const std::string& id) {
    return std::any_of(body.blocks.begin(), body.blocks.end(), [&](const auto& block) { return block.contact == id; });
  };
  bool any = false;
  for (const std::string& id : topic.contacts) {
    if (stands_in_text(id) || !context.catalog.contact(id, sides.own().language, context.now.today).ok()) continue;
    if (!std::exchange(any, true))
      blocks.push_back(sides
                           .both([&](const Side& side) {
                             return words(context, side, Role::heading, "who-can-help",
                                          context.frame.tr("Who can help"), ui::styles::kStrong);
                           })
                           .keep_with_next());
    add_card(context, sides, id, "help-", blocks);
  }
}

void draw_topic_beside(const Context& context) {
  ui::Frame& frame = context.frame;
  auto own = context.catalog.topic(context.place.argument, frame.settings().language);
  if (!own.ok()) return draw_topic(context);
  auto tag = other_side(context, own->language, own->languages);
  bool foreign = own->language != frame.settings().language && !is_only_spoken(context);
  if (!tag || foreign) return draw_topic(context);
  auto other = context.catalog.topic(context.place.argument, *tag);
  if (!other.ok()) return draw_topic(context);
  auto own_body = document::parse_markdown(own->body), other_body = document::parse_markdown(other->body);
  if (!own_body.ok() || !other_body.ok()) return draw_topic(context);
  frame.set_sensitivity(own->sensitivity);
  bool red = own->sensitivity == Sensitivity::red;
  const Sides sides(context, own->language, *tag);
  const Texts texts{*own, *other};

  PageHead head = topic_head(context, *own);
  head.title = frame.tr("In two languages");
  PageBody page = body_of(context, sides, own->languages.size());
  page.blocks.push_back(sides
                            .both([&](const Side& side) {
                              return words(context, side, Role::heading, "name", texts.of(side).title,
                                           red ? ui::styles::kStrong : ui::styles::kHeading);
                            })
                            .keep_with_next());
  add_blocks(context, sides, *own_body, *other_body, red, page.blocks);
  add_who_can_help(context, sides, *own, *own_body, page.blocks);
  page.blocks.push_back(sides.both([&](const Side& side) {
    std::vector<ui::Box> trust;
    add_trust(context, texts.of(side), trust, side.prefix);
    return ui::column(std::move(trust), kInside);
  }));
  add_sources(context, *own, page.blocks);
  draw_page(context, head, std::move(page));
}

// Cost and hours go with the digits, because people need them before they dial; a low panel has one line for them.
void add_chips(const Context& context, const Sides& sides, const catalog::Contact& contact, size_t index,
               std::vector<ui::Box>& blocks) {
  auto row = [&](const Side& side) -> std::optional<ui::Box> {
    std::vector<ui::Chip> chips = sides.on(side, [&] { return chips_of(context, contact, index); });
    if (chips.empty()) return std::nullopt;
    std::string line;
    for (ui::Chip& chip : chips) {
      line += (line.empty() ? "" : " \u00b7 ") + chip.words;
      chip.id.insert(0, side.prefix);
    }
    if (context.frame.size_class().has_rail())
      return words(context, side, Role::text, "chips-" + std::to_string(index), line);
    return ui::chip_row(std::move(chips));
  };
  auto own = row(sides.own()), other = row(sides.other());
  if (!own && !other) return;
  blocks.back().with_next = true;
  blocks.push_back(sides.pair(std::move(own), std::move(other)));
}

void add_number(const Context& context, const Sides& sides, const catalog::Contact& contact, size_t index,
                std::vector<ui::Box>& blocks) {
  const ui::Frame& frame = context.frame;
  const catalog::Number& number = contact.numbers[index];
  const std::string suffix = std::to_string(index);
  ui::PhoneNumber phone = phone_of(context, contact, number, "number-" + suffix);
  const bool shows_abroad = phone.display != number.display;
  auto both = [&](const std::string& id, auto text) {
    blocks.push_back(sides.both(
        [&](const Side& side) { return words(context, side, Role::text, id + suffix, text(), ui::styles::kQuiet); }));
  };
  // That a number is to be called goes without saying where height is dear.
  if (number.use != catalog::NumberUse::voice || !frame.size_class().has_rail()) {
    both("use-", [&] { return use_in_words(frame, number); });
    blocks.back().with_next = true;
  }
  // Digits are the same in every language, and so is their order.
  blocks.push_back(ui::phone_box(std::move(phone), {.least = kDigits, .most = kDigits}));
  add_chips(context, sides, contact, index, blocks);
  if (shows_abroad) {
    both("abroad-", [&] { return frame.tr("From another country:"); });
    blocks.back().with_next = true;
    blocks.push_back(ui::phone_box({"number-abroad-" + suffix, number.dial, number.display, contact.name},
                                   {.least = kDigitsAbroad, .most = kDigitsAbroad}));
  } else if (!number.from.empty()) {
    both("inside-", [&] {
      return ui::fill(frame.tr("Works only in this country: {1}."), {country_name(frame, number.from.front())});
    });
  }
}

// A fact that only one of the languages has goes alone.
void add_facts(const Context& context, const Sides& sides, const catalog::Contact& own, const catalog::Contact& other,
               std::vector<ui::Box>& blocks) {
  auto ours = sides.on(sides.own(), [&] { return facts_beside_chips(context, own); });
  auto theirs = sides.on(sides.other(), [&] { return facts_beside_chips(context, other); });
  auto box = [&](const Side& side, const Fact& fact) {
    return ui::led_by(ui::icon_box(fact.icon, Mm{9}, context.frame.theme().ink_quiet), Mm{13},
                      words(context, side, Role::list_item, "fact-" + fact.id, fact.words));
  };
  for (const Fact& fact : ours) {
    auto same = std::find_if(theirs.begin(), theirs.end(), [&](const Fact& one) { return one.id == fact.id; });
    std::optional<ui::Box> beside;
    if (same != theirs.end()) beside = box(sides.other(), *same), theirs.erase(same);
    blocks.push_back(sides.pair(box(sides.own(), fact), std::move(beside)));
  }
  for (const Fact& fact : theirs) blocks.push_back(sides.pair(std::nullopt, box(sides.other(), fact)));
}

void add_contact(const Context& context, const Sides& sides, const catalog::Contact& own, const catalog::Contact& other,
                 std::vector<ui::Box>& blocks) {
  const ui::Frame& frame = context.frame;
  auto of = [&](const Side& side) -> const catalog::Contact& { return side.prefix.empty() ? own : other; };
  auto both = [&](Role role, const char* id, const ui::TextStyle& style, auto text) {
    auto made = [&](const Side& side, const catalog::Contact& contact) -> std::optional<ui::Box> {
      std::string said = sides.on(side, [&] { return std::string(text(contact)); });
      if (said.empty()) return std::nullopt;
      return words(context, side, role, id, said, style);
    };
    auto left = made(sides.own(), of(sides.own())), right = made(sides.other(), of(sides.other()));
    if (left || right) blocks.push_back(sides.pair(std::move(left), std::move(right)));
  };
  using One = catalog::Contact;
  both(Role::heading, "name", ui::styles::kStrong, [](const One& one) { return one.name; });
  for (size_t i = 0; i < own.numbers.size(); ++i) add_number(context, sides, own, i, blocks);
  both(Role::note, "ask", ui::styles::kStrong, [&](const One& one) { return ask_in_words(context, one); });
  both(Role::text, "serves", ui::styles::kBody, [](const One& one) { return one.serves; });
  add_facts(context, sides, own, other, blocks);
  both(Role::note, "advice", ui::styles::kBody, [](const One& one) { return one.advice; });
  blocks.push_back(sides.both([&](const Side& side) {
    std::vector<ui::Box> trust{
        words(context, side, Role::text, "verified", verification_of(context, of(side)), ui::styles::kQuiet)};
    if (is_draft(context, of(side)))
      trust.push_back(words(context, side, Role::text, "unreviewed",
                            frame.tr("This text is a draft translation. No native speaker has checked it yet."),
                            ui::styles::kQuiet));
    return ui::column(std::move(trust), kInside);
  }));
}

void draw_contact_beside(const Context& context) {
  ui::Frame& frame = context.frame;
  auto own = context.catalog.contact(context.place.argument, frame.settings().language, context.now.today);
  if (!own.ok()) return draw_contact(context);
  std::vector<LanguageTag> languages = languages_of(context, *own);
  auto tag = other_side(context, own->language, languages);
  if (!tag) return draw_contact(context);
  auto other = context.catalog.contact(own->id, *tag, context.now.today);
  if (!other.ok()) return draw_contact(context);
  const Sides sides(context, own->language, *tag);
  PageBody page = body_of(context, sides, languages.size());
  add_contact(context, sides, *own, *other, page.blocks);
  draw_page(context, {.title = frame.tr("In two languages"), .where = country_name(frame, own->country), .quiet = true},
            std::move(page));
}

}  // namespace

void draw_beside(const Context& context) {
  context.place.contact ? draw_contact_beside(context) : draw_topic_beside(context);
}

}  // namespace kiosk::screens
