// One page of content, and before the first red one of a visit a short word of warning.
#include <algorithm>
#include <set>

#include "kiosk/document/markdown.h"
#include "kiosk/screens/article.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/topic_list.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using catalog::Sensitivity;

std::string section_title(const Context& context, const catalog::Topic& topic, std::string& colour) {
  if (topic.kind == catalog::TopicKind::news) {
    colour = "slate";
    return context.frame.tr("News");
  }
  for (const catalog::Section& section : context.catalog.sections(context.frame.settings().language)) {
    if (section.id != topic.section) continue;
    colour = section.colour;
    return section.title;
  }
  return "";
}

// Contacts that the text has not shown already.
float draw_who_can_help(const Context& context, const catalog::Topic& topic, const document::Document& body,
                        const Rect& column) {
  ui::Frame& frame = context.frame;
  std::set<std::string> shown;
  for (const document::Block& block : body.blocks) shown.insert(block.contact);
  float y = column.y;
  for (const std::string& id : topic.contacts) {
    auto contact = context.catalog.contact(id, frame.settings().language, context.now.today);
    if (!contact.ok() || !shown.insert(id).second) continue;
    if (y == column.y) {
      const ui::TextStyle& style = topic.sensitivity == Sensitivity::red ? ui::styles::kStrong : ui::styles::kHeading;
      y += frame.mm(4);
      y += frame.words(Role::heading, "who-can-help", frame.tr("Who can help"), style, {column.x, y, column.width, 0}) +
           frame.mm(3);
    }
    float tall = contact_card_height(context, *contact, column.width);
    draw_contact_card(context, *contact, "help-", {column.x, y, column.width, tall});
    y += tall + frame.mm(4);
  }
  if (y == column.y && !topic.contacts.empty() && none_can_be_read(context)) {
    return draw_emergency_numbers(frame, context.emergency_numbers, column);
  }
  return y - column.y;
}

float draw_origin(const Context& context, const catalog::Topic& topic, const Rect& column) {
  ui::Frame& frame = context.frame;
  float y = column.y + frame.mm(4);
  auto line = [&](const std::string& id, const std::string& words) {
    y += frame.words(Role::text, id, words, ui::styles::kQuiet, {column.x, y, column.width, 0}) + frame.mm(1);
  };
  line("checked",
       ui::fill(frame.tr("Checked on {1} by: {2}."), {date_in_words(frame, topic.checked_on), topic.checked_by}));
  // A source's title is a proper name: in its own language for the voice, on the side where this page is read.
  if (!topic.sources.empty()) line("sources", frame.tr("This comes from:"));
  int number = 0;
  const LanguageTag page_language = frame.language();
  for (const catalog::Source& source : topic.sources) {
    std::string id = "source-" + std::to_string(number++);
    ui::TextStyle style = ui::styles::kQuiet;
    if (source.language.direction() != page_language.direction()) style.align = text::Align::end;
    frame.set_language(source.language);
    y += frame.words(Role::text, id, source.title, style, {column.x, y, column.width, 0});
    frame.set_language(page_language);
    line(id + "-date", source.date ? date_in_words(frame, *source.date) : frame.tr("no date"));
  }
  return y - column.y;
}

// "Not yet in your language", and the languages in which it can be read instead (R75).
float draw_other_languages(const Context& context, const catalog::Topic& topic, const Rect& column) {
  ui::Frame& frame = context.frame;
  std::string words = frame.tr("This page is not yet in your language. You can read it in:");
  float y = column.y + frame.words(Role::fallback_notice, "fallback", words, ui::styles::kBody, column) + frame.mm(4);
  for (const catalog::Language& language : context.catalog.languages()) {
    if (std::find(topic.languages.begin(), topic.languages.end(), language.tag) == topic.languages.end()) continue;
    LanguageTag before = frame.language();
    frame.set_language(language.tag);
    ui::Button button;
    button.id = "read-in-" + language.tag.str();
    button.label = language.name;
    button.icon = "web";
    button.action = {ui::ActionKind::choose_language, language.tag.str()};
    float width = std::min(column.width, frame.mm(100)), tall = button_height(frame, button, width);
    draw_button(frame, button, {column.x, y, width, tall});
    y += tall + frame.mm(4);
    frame.set_language(before);
  }
  return y - column.y;
}

}  // namespace

void draw_topic(const Context& context) {
  ui::Frame& frame = context.frame;
  const LanguageTag& language = frame.settings().language;
  auto found = context.catalog.topic(context.place.argument, language);
  if (!found.ok()) {
    draw_page(context, {frame.tr("This page is not here any more."), "", "action", false}, 218,
              [](const Rect&) { return 0.0f; });
    return;
  }
  const catalog::Topic& topic = *found;
  frame.set_sensitivity(topic.sensitivity == Sensitivity::red      ? "red"
                        : topic.sensitivity == Sensitivity::yellow ? "yellow"
                                                                   : "green");
  bool red = topic.sensitivity == Sensitivity::red;
  std::string colour = "action";
  std::string where = section_title(context, topic, colour);
  if (topic.date) where += " \u00b7 " + date_in_words(frame, *topic.date);
  if (topic.language != language) {
    draw_page(context, {"", where, colour, red}, 218,
              [&](const Rect& column) { return draw_other_languages(context, topic, column); });
    return;
  }
  auto body = document::parse_markdown(topic.body);
  draw_page(context, {topic.title, where, colour, red}, 218, [&](const Rect& column) {
    float y = column.y;
    auto rest = [&] { return Rect{column.x, y, column.width, 0}; };
    if (topic.review == catalog::Review::unreviewed) {
      y += frame.words(Role::note, "unreviewed",
                       frame.tr("This text is a draft translation. No native speaker has checked it yet."),
                       ui::styles::kQuiet, rest()) +
           frame.mm(3);
    }
    if (topic.stale) {
      y += frame.words(Role::note, "stale", frame.tr("The original of this page has changed since it was translated."),
                       ui::styles::kQuiet, rest()) +
           frame.mm(3);
    }
    if (body.ok()) {
      y += draw_article(context, *body, red, rest());
      y += draw_who_can_help(context, topic, *body, rest());
    }
    y += draw_origin(context, topic, rest());
    return y - column.y;
  });
}

void draw_interruption(const Context& context) {
  ui::Frame& frame = context.frame;
  draw_page(context, {frame.tr("Before you read on"), "", "slate", true}, 218, [&](const Rect& column) {
    const std::string lines[] = {
        frame.tr("People near you may see or hear this."),
        frame.tr("\"Leave now\" closes the page at once."),
        frame.tr("This screen keeps no record of you."),
        frame.tr("A phone keeps calls and pictures."),
    };
    float y = column.y;
    int number = 0;
    for (const std::string& line : lines) {
      y += frame.words(Role::text, "line-" + std::to_string(number++), line, ui::styles::kBody,
                       {column.x, y, column.width, 0}) +
           frame.mm(2);
    }
    ui::Button on;
    on.id = "proceed";
    on.label = frame.tr("Read on");
    on.icon = "arrow-right";
    on.look = ui::Look::primary;
    on.action = {ui::ActionKind::proceed, context.place.argument};
    float width = std::min(column.width, frame.mm(100)), tall = button_height(frame, on, width);
    y += frame.mm(3);
    draw_button(frame, on, {column.x, y, width, tall});
    return y + tall - column.y;
  });
}

}  // namespace kiosk::screens
