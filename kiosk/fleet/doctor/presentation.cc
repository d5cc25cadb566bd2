#include "kiosk/fleet/doctor/presentation.h"

#include "kiosk/base/utf8.h"
#include "kiosk/text/engine.h"

namespace kiosk::fleet {
namespace {

// All that a visitor may read in this language, as one text.
std::string words_of(const catalog::Catalog& catalog, const catalog::Language& language) {
  std::string text = language.name;
  for (const auto& [english, words] : catalog.messages(language.tag)) text += words;
  auto add_topics = [&](const std::vector<catalog::TopicSummary>& topics) {
    for (const catalog::TopicSummary& summary : topics) {
      auto topic = catalog.topic(summary.id, language.tag);
      if (topic.ok()) text += topic->title + topic->summary + topic->body;
    }
  };
  for (const catalog::Section& section : catalog.sections(language.tag)) {
    text += section.title;
    add_topics(catalog.topics(section.id, language.tag));
  }
  add_topics(catalog.news(language.tag));
  for (const catalog::Contact& contact : catalog.contacts(language.tag, catalog.pack().published)) {
    text += contact.name + contact.serves + contact.answers + contact.advice + contact.address;
  }
  return text;
}

std::string code_points(const std::vector<char32_t>& list) {
  std::string text;
  for (size_t i = 0; i < list.size() && i < 5; ++i) text += (i == 0 ? "" : ", ") + code_point_name(list[i]);
  return text + (list.size() > 5 ? " and more" : "");
}

}  // namespace

Findings examine_fonts(const std::filesystem::path& assets, const catalog::Catalog* catalog) {
  auto engine = text::Engine::create(assets / "fonts.conf");
  if (!engine.ok())
    return {{"fonts", Verdict::error, engine.error().message, "Install what is missing; then restart the kiosk."}};
  Findings all;
  if (catalog) {
    const std::vector<catalog::Font> fonts = catalog->fonts();
    for (const text::FontEntry& font : (*engine)->use_fonts({fonts.begin(), fonts.end()})) {
      all.push_back({"fonts", Verdict::error,
                     "The font " + font.path.string() + " is not installed, so languages that need it are not offered.",
                     "Install the package " + font.package + "; then restart the kiosk."});
    }
    for (const catalog::Language& language : catalog->languages()) {
      const auto missing = (*engine)->uncovered(words_of(*catalog, language));
      if (missing.empty()) continue;
      all.push_back({"fonts", Verdict::error,
                     language.name + " (" + language.tag.str() +
                         ") has characters that no font can show: " + code_points(missing) + ".",
                     "Install newer packages of the kiosk, or tell the publisher."});
    }
  }
  if (all.empty()) all.push_back(well("fonts", "Every character of the content can be shown."));
  return all;
}

Findings examine_voices(const catalog::Catalog& catalog, const speech::Synthesizer* synthesizer) {
  Findings all;
  for (const catalog::Language& language : catalog.languages()) {
    const std::string what = "voice: " + language.tag.str();
    const size_t recordings = catalog.media("speech/" + language.tag.str() + "/").size();
    if (synthesizer && synthesizer->speaks(language.tag)) {
      all.push_back(well(what, "A computer's voice; recordings: " + std::to_string(recordings) + "."));
    } else if (recordings > 0) {
      all.push_back(well(what, "Recordings: " + std::to_string(recordings) + "; what is not recorded stays silent."));
    } else {
      all.push_back({what, Verdict::warning,
                     "There is no voice for " + language.name + " here: blind visitors hear nothing in it.",
                     synthesizer ? "Ask the publisher for recordings."
                                 : "Install the package espeak-ng-data, or ask for recordings."});
    }
  }
  return all;
}

}  // namespace kiosk::fleet
