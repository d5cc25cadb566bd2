#include <map>

#include "kiosk/catalog/paging.h"
#include "kiosk/publish/checks.h"
#include "kiosk/publish/pack_file.h"

namespace kiosk::publish {
namespace {

using catalog::kChoicesPerPage;

// Counts taps as a visitor makes them: a tile, or "More" to turn the page.
class Taps {
 public:
  explicit Taps(const PackFile& pack) {
    for (bool inside : {false, true}) {  // first the sections of the home screen, then those in them
      for (const SectionEntry& section : pack.sections) {
        if (section.parent.empty() == inside) continue;
        sections_[section.id] = of_section(section.parent.text) + next(shown_[section.parent.text], kChoicesPerPage);
        if (section.screen.text == "news") news_ = section.id;
      }
    }
  }

  int to_page(const std::string& section) { return of_section(section) + next(shown_[section], kChoicesPerPage); }
  int to_story() { return of_section(news_) + next(stories_, catalog::kStoriesPerPage); }

 private:
  static int next(int& shown, int per_page) { return shown++ / per_page + 1; }
  int of_section(const std::string& id) const {
    auto found = sections_.find(id);
    return found == sections_.end() ? 0 : found->second;
  }

  std::map<std::string, int> sections_;
  std::map<std::string, int> shown_;  // tiles on a section's screen so far; "" is the home screen
  std::string news_;
  int stories_ = 0;
};

}  // namespace

void check_reach(const Check& check) {
  Taps taps(check.content.pack);
  for (const TopicFile* topic : check.content.sources_in_order()) {
    bool news = topic->kind == catalog::TopicKind::news;
    const TopicFacts& facts = *topic->facts;
    if (!news && !check.content.find_section(facts.section.text)) continue;  // said elsewhere
    int count = news ? taps.to_story() : taps.to_page(facts.section.text);
    if (count <= catalog::kMostTaps) continue;
    check.problems.warning(
        {topic->file, news ? 1 : facts.section.line},
        "This page is " + std::to_string(count) + " taps away from the home screen.",
        news ? "Take away old stories, or move the news further up in pack.yaml."
             : "Put it higher with position, into a section with fewer pages, or that section higher.");
  }
}

}  // namespace kiosk::publish
