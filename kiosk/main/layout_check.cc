#include "kiosk/main/layout_check.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "kiosk/app/fonts.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/tour.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/publish/numbering_plan.h"
#include "kiosk/publish/pack_file.h"

namespace kiosk {
namespace {

using accessibility::Node;
using accessibility::TextRun;

// Seven inches: what platform/README.md names as the smallest.
constexpr ui::Panel kSmallest{1024, 600, 1024 / 153.0f, 900};
constexpr float kTolerance = 0.6f;  // px

bool sticks_out(const Rect& inner, const Rect& outer) {
  return inner.x < outer.x - kTolerance || inner.right() > outer.right() + kTolerance;
}

bool is_cut(const Node& node, const TextRun& run) {
  if (sticks_out(run.rect, node.clip)) return true;
  if (node.actions.empty()) return false;
  bool higher = run.rect.y < node.rect.y - kTolerance || run.rect.bottom() > node.rect.bottom() + kTolerance;
  return higher || sticks_out(run.rect, node.rect);
}

class LayoutCheck {
 public:
  LayoutCheck(const publish::Content& content, text::Engine& engine, publish::Problems& problems)
      : content_(content), engine_(engine), problems_(problems), missing_glyphs_(engine.missing_glyphs()) {}

  void look(const LanguageTag& language, const std::string& stop, const ui::Scene& scene) {
    bool enlarged = scene.tree.modes.text_scale > 1;
    if (size_t missing = engine_.missing_glyphs(); missing > missing_glyphs_) {
      missing_glyphs_ = missing;
      problems_.error({"the screen " + stop}, "A letter is drawn as an empty box in " + language.str() + ".",
                      "Write marks over those letters only that have them in " + language.str() + ".");
    }
    for (const Node& node : scene.tree.nodes) {
      for (const TextRun& run : node.text) {
        bool cut = is_cut(node, run);
        if (!cut && !run.broke_word) continue;
        std::string word = widest_word(run);
        if (is_address(word) || !seen_.insert({language, word}).second) continue;
        if (refuse_number(run.text, enlarged)) continue;
        std::optional<publish::Place> found = place_of(language, scene, run.text);
        if (!found && !cut && enlarged) continue;  // a word of the program, and read all the same
        publish::Place place = found.value_or(publish::Place{"the screen " + stop});
        std::string where = " in " + language.str() + " on the smallest screen (7 inches) with text at " +
                            (enlarged ? "200" : "100") + " %.";
        if (cut) {
          problems_.error(place, "\"" + word + "\" does not fit" + where,
                          "Say it with shorter words: " + shortened(run.text));
        } else {
          problems_.warning(place, "\"" + word + "\" has to be broken into several lines" + where,
                            "Choose a shorter word, or one that its readers know broken.");
        }
      }
    }
  }

 private:
  static bool is_address(const std::string& word) {
    return word.find("://") != std::string::npos || word.find('.') < word.size() - 1;
  }

  static std::string shortened(const std::string& text) {
    size_t end = text.size() <= 60 ? text.size() : text.find(' ', 60);
    return end >= text.size() ? text : text.substr(0, end) + " ...";
  }

  std::string widest_word(const TextRun& run) const {
    text::Request request;
    request.language = run.language;
    request.direction = run.direction;
    request.capital_height = Px{run.capital_height.value * kSmallest.px_per_mm};
    std::string widest;
    float most = -1;
    for (size_t begin = 0; begin < run.text.size();) {
      size_t end = std::min(run.text.find_first_of(" \n", begin), run.text.size());
      request.text = run.text.substr(begin, end - begin);
      float width = engine_.layout(request).width;
      if (width > most) most = width, widest = request.text;
      begin = end + 1;
    }
    return widest;
  }

  // Reports a number that does not fit; false if the words are none. It has no shorter words, but it can be broken.
  bool refuse_number(const std::string& words, bool enlarged) {
    for (const publish::ContactFile& contact : content_.contacts) {
      for (const publish::NumberEntry& entry : contact.numbers) {
        const catalog::Number& number = entry.number;
        if (words != number.display && words != number.national) continue;
        if (!numbers_.insert(words).second) return true;  // said already, of another language
        std::string digits = words;
        std::erase(digits, ' ');
        const std::string broken = publish::display_form(digits, number.from);
        const std::string field = words == number.display ? "display" : "national";
        problems_.error({contact.file, entry.line},
                        "The number \"" + words + "\" does not fit on the smallest screen (7 inches) with text at " +
                            (enlarged ? "200" : "100") + " %.",
                        "Put blanks between its digits" +
                            (broken == words ? "." : ", for example " + field + ": \"" + broken + "\"."));
        return true;
      }
    }
    return false;
  }

  // The file in which an editor finds these words.
  std::optional<publish::Place> place_of(const LanguageTag& language, const ui::Scene& scene,
                                         const std::string& words) const {
    for (const publish::TopicFile& topic : content_.topics) {
      if (topic.language != language) continue;
      if (topic.title.text == words) return publish::Place{topic.file, topic.title.line};
      if (topic.id != scene.tree.argument) continue;
      if (topic.summary.text == words) return publish::Place{topic.file, topic.summary.line};
      for (const document::Block& block : topic.document.blocks) {
        if (block.text() == words) return publish::Place{topic.file, topic.line_of(block)};
      }
    }
    for (const publish::ContactFile& contact : content_.contacts) {
      for (const auto& field : catalog::kContactTexts<publish::TextByLanguage>) {
        for (const auto& [tag, text] : contact.*field.words) {
          if (text.text == words) return publish::Place{contact.file, text.line};
        }
      }
    }
    for (const publish::SectionEntry& section : content_.pack.sections) {
      for (const auto& [tag, title] : section.title) {
        if (title.text == words) return publish::Place{publish::kPackFile, title.line};
      }
    }
    for (const publish::MessageFile& file : content_.messages) {
      if (file.language != language) continue;
      for (const publish::MessageEntry& message : file.messages) {
        if (message.translated() && message.translations.front() == words)
          return publish::Place{file.file, message.line};
      }
    }
    return std::nullopt;
  }

  const publish::Content& content_;
  text::Engine& engine_;
  publish::Problems& problems_;
  std::set<std::pair<LanguageTag, std::string>> seen_;  // words
  std::set<std::string> numbers_;                       // that were said already
  size_t missing_glyphs_ = 0;                           // likewise
};

// Screens without a word of content, in a language into which no words of the program are translated: they are those of
// the first language. With five hundred languages nearly all of the time would go into them.
bool is_repeated(const app::Stop& stop, const publish::Content& content, const LanguageTag& language) {
  if (!stop.staff && stop.name != "languages") return false;
  return std::ranges::find(content.messages, language, &publish::MessageFile::language) == content.messages.end();
}

}  // namespace

Status check_layout(const std::filesystem::path& folder, const publish::Content& content, text::Engine& engine,
                    publish::Problems& problems, const publish::Progress& progress) {
  KIOSK_TRY(catalog, catalog::Catalog::open(folder));
  app::fit_fonts(engine, *catalog);
  app::Kiosk::Parts parts;
  parts.engine = &engine;
  parts.catalog = catalog.get();
  parts.panel = kSmallest;
  parts.now = [&] { return screens::Moment{catalog->pack().published, 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  app::Kiosk kiosk(std::move(parts), 0);
  LayoutCheck check(content, engine, problems);
  for (const catalog::Language& language : catalog->languages()) {
    std::vector<app::Stop> stops = app::tour_stops(*catalog, language.tag);
    const bool first = language.tag == catalog->languages().front().tag;
    size_t done = 0;
    // One size after the other: what all screens have in common is then laid out once for each.
    for (float scale : {1.0f, 2.0f}) {
      for (app::Stop stop : stops) {
        if (progress) progress("laying out pages in " + language.tag.str(), ++done, 2 * stops.size());
        if (!first && is_repeated(stop, content, language.tag)) continue;
        stop.session.settings.text_scale = scale;
        bool more = true;
        for (; more; ++stop.session.here().page) {
          app::go_to(kiosk, stop);
          const ui::Scene& scene = kiosk.draw(nullptr, 0);
          check.look(language.tag, stop.name, scene);
          more = scene.pages && scene.pages->has_next();
        }
      }
    }
  }
  return {};
}

}  // namespace kiosk
