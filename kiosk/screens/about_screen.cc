// About this screen: who runs it, that it does not remember anybody, and which edition of the content it shows.
#include "kiosk/screens/page.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {

using accessibility::Role;

namespace {

std::string run_by_in_words(const Context& context) {
  const ui::Frame& frame = context.frame;
  if (context.run_by.empty()) return frame.tr("Nobody has entered here who runs this screen.");
  return ui::fill(frame.tr("This screen is run by: {1}"), {"\u2068" + context.run_by + "\u2069"});
}

std::string edition_in_words(const Context& context) {
  const ui::Frame& frame = context.frame;
  const catalog::Pack& pack = context.catalog.pack();
  std::string title = context.catalog.title(frame.settings().language).title;
  return ui::fill(frame.tr("This edition: {1}, number {2}, {3}."),
                  {"\u2068" + title + "\u2069", std::to_string(pack.version), date_in_words(frame, pack.published)});
}

// Whether any text of the edition in this language still waits for a native reader.
bool has_drafts(const Context& context) {
  const LanguageTag& language = context.frame.settings().language;
  for (const catalog::Section& section : context.catalog.sections(language)) {
    for (const catalog::TopicSummary& topic : context.catalog.topics(section.id, language)) {
      auto found = context.catalog.topic(topic.id, language);
      if (found.ok() && found->language == language && found->review == catalog::Review::unreviewed) return true;
    }
  }
  return false;
}

}  // namespace

void draw_about(const Context& context) {
  ui::Frame& frame = context.frame;
  PageBody page;
  page.measure = Mm{218};
  auto line = [&](const std::string& words, const ui::TextStyle& style = ui::styles::kBody) {
    page.blocks.push_back(ui::words(Role::text, "line-" + std::to_string(page.blocks.size()), words, style));
  };
  line(frame.tr("This screen does not remember you."), ui::styles::kStrong);
  line(frame.tr("It does not know who you are. It has no camera and no microphone."));
  line(frame.tr("It does not keep what you read, search or touch."));
  line(frame.tr("When you leave, everything goes back to the beginning."));
  line(frame.tr("People near you can see the screen. Your own phone may keep what you do with it."));
  line(run_by_in_words(context));
  line(frame.tr("The information is free. It is no promise and no legal advice."));
  if (has_drafts(context))
    line(frame.tr("Pages that say \"Draft\" are draft translations. No native speaker has checked them yet."));
  line(edition_in_words(context));
  draw_page(context, {.title = frame.tr("About this screen"), .icon = "information"}, std::move(page));
}

}  // namespace kiosk::screens
