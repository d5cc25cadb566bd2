// One page of content, and before the first red one of a visit a short word of warning.
#include <algorithm>
#include <set>
#include <utility>

#include "kiosk/document/markdown.h"
#include "kiosk/screens/article.h"
#include "kiosk/screens/beside.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/near_here.h"
#include "kiosk/screens/no_catalog.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/screens/topic_head.h"
#include "kiosk/screens/topic_list.h"
#include "kiosk/text/sentences.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/drawing.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using catalog::Sensitivity;

constexpr float kGap = 5;                         // mm
constexpr std::ptrdiff_t kMostBesidePicture = 2;  // sentences
constexpr Mm kTickSign{8};
constexpr float kMostFoot = 0.22f;  // of the height

// The contacts that a page names, in the text or below it.
std::vector<catalog::Contact> named_contacts(const Context& context, const catalog::Topic& topic,
                                             const document::Document& body) {
  std::vector<std::string> ids;
  for (const document::Block& block : body.blocks)
    if (block.kind == document::BlockKind::contact) ids.push_back(block.contact);
  ids.insert(ids.end(), topic.contacts.begin(), topic.contacts.end());
  std::vector<catalog::Contact> named;
  for (const std::string& id : ids) {
    auto contact = context.catalog.contact(id, context.frame.settings().language, context.now.today);
    if (contact.ok()) named.push_back(*std::move(contact));
  }
  return named;
}

// Nobody can be called and nothing can be gone to of what a page names: then who can instead. And of the offices like
// those that it names the nearest.
void add_other_help(const Context& context, const std::vector<catalog::Contact>& named, std::vector<ui::Box>& blocks) {
  if (named.empty()) return;
  if (std::none_of(named.begin(), named.end(), is_live))
    for (ui::Box& box : instead_blocks(context, named.front())) blocks.push_back(std::move(box));
  std::vector<NearContact> near = nearest_like(context, named);
  if (near.empty()) return;
  blocks.push_back(
      ui::words(Role::heading, "near-here", context.frame.tr("Near here"), ui::styles::kStrong).keep_with_next());
  blocks.push_back(near_cards(context, near, "near-", Numbered::no));
}

// Contacts that the text has not shown already.
void add_who_can_help(const Context& context, const catalog::Topic& topic, const document::Document& body,
                      std::vector<ui::Box>& blocks) {
  ui::Frame& frame = context.frame;
  std::set<std::string> shown;
  for (const document::Block& block : body.blocks) shown.insert(block.contact);
  bool any = false;
  for (const std::string& id : topic.contacts) {
    auto contact = context.catalog.contact(id, frame.settings().language, context.now.today);
    if (!contact.ok() || !shown.insert(id).second) continue;
    if (!std::exchange(any, true)) {
      const ui::TextStyle& style = topic.sensitivity == Sensitivity::red ? ui::styles::kStrong : ui::styles::kHeading;
      blocks.push_back(ui::words(Role::heading, "who-can-help", frame.tr("Who can help"), style).keep_with_next());
    }
    blocks.push_back(contact_card_box(context, *std::move(contact), "help-"));
  }
  if (!any && !topic.contacts.empty() && none_can_be_read(context)) {
    blocks.push_back(emergency_numbers_box(context.frame, context.emergency_numbers));
  }
}

// How many boxes are ticked and what that means, for the foot of every page of a checklist: the boxes of one list are
// on many pages, and what they come to on the last. It must leave the page its room: of all that is to be said, of its
// first sentence and of the count alone the first is taken that does. A low panel has a picture for "you ticked".
std::optional<ui::Box> tick_count(const Context& context, const document::Document& body) {
  if (body.boxes() == 0) return std::nullopt;
  const ui::Frame& frame = context.frame;
  int ticks = static_cast<int>(context.place.checked.size());
  bool compact = frame.size_class().is_compact();
  std::string count = ui::fill(compact ? frame.tr("{1} of {2}") + "." : frame.tr("You ticked {1} of {2}."),
                               {std::to_string(ticks), std::to_string(body.boxes())});
  auto means = std::find_if(body.blocks.begin(), body.blocks.end(), [&](const document::Block& block) {
    return block.kind == document::BlockKind::result && body.result_for(ticks) == block.from;
  });
  std::vector<std::string> wordings{count};
  if (means != body.blocks.end())
    wordings = {count + " " + means->text(), count + " " + text::first_sentence(means->text()), count};
  ui::TextStyle style = ui::styles::kStrong;
  style.line_height = 1.15f;
  std::vector<ui::Box> forms;
  for (const std::string& words : wordings) {
    ui::Box box = ui::words(Role::text, "ticked", words, style);
    if (compact)
      box = ui::led_by(ui::icon_box("checkbox-marked", kTickSign, frame.theme().ink), Mm{kTickSign.value + 2},
                       std::move(box));
    forms.push_back(std::move(box));
  }
  return ui::first_that_fits(std::move(forms), Mm{frame.zone().height / frame.mm(1) * (1 - kMostFoot)});
}

// Below the text and not below its sources, which few read. The answer is counted as sessions are: never with the page
// or the visit (kiosk/stats/COUNTING.md).
void ask_whether_it_helped(const Context& context, bool red, std::vector<ui::Box>& blocks) {
  ui::Frame& frame = context.frame;
  if (context.place.helped) {
    blocks.push_back(ui::words(Role::status, "thanks", frame.tr("Thank you."), ui::styles::kStrong));
    return;
  }
  auto answer = [&](const char* id, const std::string& label, const char* icon, bool yes) {
    ui::Button button;
    button.id = id;
    button.label = label;
    button.icon = icon;
    button.action = ui::SayHelped{yes};
    return button;
  };
  blocks.push_back(ui::words(Role::heading, "did-this-help", frame.tr("Did this help?"),
                             red ? ui::styles::kStrong : ui::styles::kHeading)
                       .keep_with_next());
  blocks.push_back(ui::at_most(Mm{120}, ui::button_grid({answer("helped-yes", frame.tr("Yes"), "check", true),
                                                         answer("helped-no", frame.tr("No"), "close", false)},
                                                        Mm{35}, 2)));
}

// "Not yet in your language", and the languages in which it can be read instead (R75).
std::vector<ui::Box> other_languages(const Context& context, const catalog::Topic& topic) {
  ui::Frame& frame = context.frame;
  std::string words = frame.tr("This page is not yet in your language. You can read it in:");
  std::vector<ui::Box> blocks{ui::words(Role::fallback_notice, "fallback", words, ui::styles::kBody).keep_with_next()};
  for (const catalog::Language& language : context.catalog.languages()) {
    if (std::find(topic.languages.begin(), topic.languages.end(), language.tag) == topic.languages.end()) continue;
    ui::Button button;
    button.id = "read-in-" + language.tag.str();
    button.label = language.name;
    button.icon = "web";
    button.action = ui::ChooseLanguage{language.tag};
    blocks.push_back(ui::at_most(Mm{100}, ui::in_language(language.tag, ui::button_box(std::move(button)))));
  }
  return blocks;
}

// The topic's picture at the head of its page, beside the sentences that come before the first heading or list.
void put_picture_first(const Context& context, const catalog::Topic& topic, const document::Document& body,
                       std::vector<ui::Box>& blocks) {
  catalog::Drawing drawing = drawing_of(context, topic.picture);
  if (drawing.name.empty()) return;
  auto is_plain = [](const document::Block& block) {
    bool links =
        std::any_of(block.spans.begin(), block.spans.end(), [](const auto& span) { return !span.topic.empty(); });
    return block.kind == document::BlockKind::paragraph && block.picture.empty() && !links;
  };
  auto end = std::find_if_not(body.blocks.begin(), body.blocks.end(), is_plain);
  auto count = std::min(end - body.blocks.begin(), kMostBesidePicture);
  auto cut = blocks.begin() + count;
  std::vector<ui::Box> first(std::make_move_iterator(blocks.begin()), std::make_move_iterator(cut));
  blocks.erase(blocks.begin(), cut);
  Mm side = picture_sides(context.frame).head;
  ui::Box picture = ui::drawing_node_box(std::move(drawing), side, "picture");
  blocks.insert(blocks.begin(), first.empty() ? std::move(picture)
                                              : ui::beside(std::move(picture), Mm{side.value + kGap},
                                                           ui::column(std::move(first), Mm{3})));
}

// The way to the walk, at the same place on every page of it.
ui::Button show_me(const Context& context, const catalog::Topic& topic) {
  ui::Button button;
  button.id = "show-me";
  button.label = context.frame.tr("Show me");
  button.icon = "play-circle";
  button.look = ui::Look::primary;
  button.action = ui::OpenWalk{topic.id};
  return button;
}

}  // namespace

void draw_topic(const Context& context) {
  ui::Frame& frame = context.frame;
  const LanguageTag& language = frame.settings().language;
  auto found = context.catalog.topic(context.place.argument, language);
  if (!found.ok()) return draw_page(context, {.title = frame.tr("This page is not here any more.")}, {});
  const catalog::Topic& topic = *found;
  frame.set_sensitivity(topic.sensitivity);
  bool red = topic.sensitivity == Sensitivity::red;
  PageHead head = topic_head(context, topic);
  PageBody page;
  page.measure = Mm{218};
  page.style.gap = Mm{frame.size_class().is_compact() ? 2.5f : 4.0f};
  const auto heard = spoken_and_written(context);
  if (topic.language != language && !heard) {
    head.title.clear();
    head.remark.clear();
    page.blocks = other_languages(context, topic);
    return draw_page(context, head, std::move(page));
  }
  page.style.beside = {show_me(context, topic)};
  // Seven inches have no room for both beside a title.
  auto in_two_languages = beside_button(context, topic.language, topic.languages);
  bool in_row = !frame.size_class().is_compact();
  if (in_two_languages && in_row) page.style.beside.insert(page.style.beside.begin(), *in_two_languages);
  auto body = document::parse_markdown(topic.body);
  if (body.ok()) {
    page.blocks = article_blocks(context, *body, red);
    if (heard)
      for (ui::Box& block : page.blocks) block = ui::in_language(topic.language, std::move(block));
    put_picture_first(context, topic, *body, page.blocks);
    page.foot = tick_count(context, *body);
    page.foot_needed = true;
    add_who_can_help(context, topic, *body, page.blocks);
    add_other_help(context, named_contacts(context, topic, *body), page.blocks);
  }
  ask_whether_it_helped(context, red, page.blocks);
  if (in_two_languages && !in_row)
    page.blocks.push_back(ui::at_most(Mm{100}, ui::button_box(*std::move(in_two_languages))));
  // Where the text comes from and how far it can be trusted: last, for those who ask.
  add_trust(context, topic, page.blocks, "");
  add_sources(context, topic, page.blocks);
  if (heard) {
    std::string words = ui::fill(frame.tr("These words are in {1}. Press \"Listen\" to hear them in {2}."),
                                 {heard->second, heard->first});
    page.blocks.insert(page.blocks.begin(),
                       ui::words(Role::fallback_notice, "fallback", words, ui::styles::kBody).keep_with_next());
  }
  draw_page(context, head, std::move(page));
}

void draw_interruption(const Context& context) {
  ui::Frame& frame = context.frame;
  PageBody page;
  page.measure = Mm{218};
  int number = 0;
  for (const std::string& line : {
           frame.tr("People near you may see or hear this."),
           frame.tr("\"Leave now\" closes the page at once."),
           frame.tr("This screen keeps no record of you."),
           frame.tr("A phone keeps calls and pictures."),
       })
    page.blocks.push_back(ui::words(Role::text, "line-" + std::to_string(number++), line, ui::styles::kBody));
  ui::Button on;
  on.id = "proceed";
  on.label = frame.tr("Read on");
  on.icon = "arrow-right";
  on.look = ui::Look::primary;
  on.action = ui::Proceed{};
  page.blocks.push_back(ui::at_most(Mm{100}, ui::button_box(std::move(on))));
  draw_page(context, {.title = frame.tr("Before you read on"), .colour = "slate", .quiet = true, .icon = "eye"},
            std::move(page));
}

}  // namespace kiosk::screens
