#include "kiosk/screens/topic_head.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

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

// A source's title is a proper name: in its own language for the voice, on the side where this page is read.
// One that no voice here speaks is read by the page's own.
ui::Box source_box(const Context& context, const catalog::Source& source, const std::string& id) {
  const ui::Frame& frame = context.frame;
  ui::TextStyle style = ui::styles::kQuiet;
  if (source.language.direction() != frame.language().direction()) style.align = text::Align::end;
  std::string date = source.date ? date_in_words(frame, *source.date) : frame.tr("no date");
  const auto& ours = context.catalog.languages();
  bool spoken =
      std::any_of(ours.begin(), ours.end(), [&](const catalog::Language& one) { return one.tag == source.language; });
  const LanguageTag language = spoken ? source.language : frame.language();
  return ui::column({ui::in_language(language, ui::words(Role::text, id, source.title, style)),
                     ui::words(Role::text, id + "-date", date, ui::styles::kQuiet)});
}

}  // namespace

std::optional<std::pair<std::string, std::string>> spoken_and_written(const Context& context) {
  const LanguageTag& chosen = context.frame.settings().language;
  std::string spoken, written;
  for (const catalog::Language& language : context.catalog.languages()) {
    if (language.tag == chosen && language.spoken_only) spoken = language.name;
    if (language.tag == context.catalog.pack().source_language) written = language.name;
  }
  if (spoken.empty()) return std::nullopt;
  return std::pair(spoken, written);
}

void add_trust(const Context& context, const catalog::Topic& topic, std::vector<ui::Box>& blocks,
               const std::string& prefix) {
  const ui::Frame& frame = context.frame;
  auto quiet = [&](const char* id, const std::string& words, Role role) {
    blocks.push_back(ui::words(role, prefix + id, words, ui::styles::kQuiet));
  };
  std::string checked =
      ui::fill(frame.tr("Checked on {1} by: {2}."), {date_in_words(frame, topic.checked_on), topic.checked_by});
  quiet("checked", checked, Role::text);
  if (context.now.today - topic.checked_on > catalog::kPageValidity)
    quiet("overdue", frame.tr("That is more than six months ago. Some of this may have changed."), Role::note);
  if (topic.review == catalog::Review::unreviewed)
    quiet("unreviewed", frame.tr("This text is a draft translation. No native speaker has checked it yet."),
          Role::note);
  if (topic.stale)
    quiet("stale", frame.tr("The original of this page has changed since it was translated."), Role::note);
}

void add_sources(const Context& context, const catalog::Topic& topic, std::vector<ui::Box>& blocks) {
  if (topic.sources.empty()) return;
  std::string words = context.frame.tr("This comes from:");
  blocks.push_back(ui::words(Role::text, "sources", words, ui::styles::kQuiet).keep_with_next());
  int number = 0;
  for (const catalog::Source& source : topic.sources)
    blocks.push_back(source_box(context, source, "source-" + std::to_string(number++)));
}

bool is_only_spoken(const Context& context) { return spoken_and_written(context).has_value(); }

PageHead topic_head(const Context& context, const catalog::Topic& topic) {
  PageHead head{.title = topic.title, .quiet = topic.sensitivity == Sensitivity::red};
  head.where = section_title(context, topic, head.colour);
  if (topic.date) head.where += " \u00b7 " + date_in_words(context.frame, *topic.date);
  if (topic.review == catalog::Review::unreviewed) head.remark = context.frame.tr("Draft");
  return head;
}

}  // namespace kiosk::screens
