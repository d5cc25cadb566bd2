#include "kiosk/screens/beside.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/page.h"

namespace kiosk::screens {
namespace {

bool holds(const std::vector<LanguageTag>& languages, const LanguageTag& one) {
  return std::find(languages.begin(), languages.end(), one) != languages.end();
}

}  // namespace

std::vector<LanguageTag> languages_of(const Context& context, const catalog::Contact& contact) {
  std::vector<LanguageTag> all;
  for (const catalog::Language& language : context.catalog.languages()) {
    auto found = context.catalog.contact(contact.id, language.tag, context.now.today);
    if (found.ok() && found->language == language.tag) all.push_back(language.tag);
  }
  return all;
}

std::optional<LanguageTag> other_side(const Context& context, const LanguageTag& own,
                                      const std::vector<LanguageTag>& languages) {
  const std::optional<LanguageTag> office = context.catalog.pack().source_language;
  for (const std::optional<LanguageTag>& wanted : {context.place.other, office})
    if (wanted && *wanted != own && holds(languages, *wanted)) return wanted;
  auto first = std::find_if(languages.begin(), languages.end(), [&](const LanguageTag& one) { return one != own; });
  return first == languages.end() ? std::nullopt : std::optional(*first);
}

std::optional<ui::Button> beside_button(const Context& context, const LanguageTag& own,
                                        const std::vector<LanguageTag>& languages) {
  if (!other_side(context, own, languages)) return std::nullopt;
  ui::Button button;
  button.id = "beside";
  button.label = context.frame.tr("In two languages");
  button.icon = "translate";
  button.action = ui::ShowBeside{};
  return button;
}

void draw_beside_languages(const Context& context) {
  ui::Frame& frame = context.frame;
  LanguageTag own = frame.settings().language;
  std::vector<LanguageTag> languages;
  if (context.place.contact) {
    auto contact = context.catalog.contact(context.place.argument, own, context.now.today);
    if (contact.ok()) languages = languages_of(context, *contact), own = contact->language;
  } else {
    auto topic = context.catalog.topic(context.place.argument, own);
    if (topic.ok()) languages = topic->languages, own = topic->language, frame.set_sensitivity(topic->sensitivity);
  }
  const auto now = other_side(context, own, languages);
  std::vector<ui::Box> choices;
  for (const catalog::Language& language : context.catalog.languages()) {
    if (language.tag == own || !holds(languages, language.tag)) continue;
    ui::Button button;
    button.id = "beside-in-" + language.tag.str();
    button.label = language.name;
    button.role = accessibility::Role::choice;
    button.state.selected = language.tag == now;
    button.icon = language.tag == now ? "check" : "checkbox-blank-circle-outline";
    button.look = language.tag == now ? ui::Look::primary : ui::Look::secondary;
    button.action = ui::ShowBeside{language.tag};
    choices.push_back(ui::in_language(language.tag, ui::button_box(std::move(button))));
  }
  PageBody page;
  page.measure = Mm{218};
  page.blocks = {ui::grid(std::move(choices), {.least = Mm{60}, .most_columns = 2})};
  draw_page(context,
            {.title = frame.tr("Which language do you need beside yours?"), .quiet = true, .icon = "translate"},
            std::move(page));
}

}  // namespace kiosk::screens
