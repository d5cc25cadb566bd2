#include <map>
#include <set>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/pack_file.h"

namespace kiosk::publish {
namespace {

// From the home screen a page is at most three taps away: section, section in it, page.
constexpr size_t kMaxDepth = 2;

void check_parents(const Check& check, const SectionEntry& section) {
  std::set<std::string> above{section.id};
  const SectionEntry* at = &section;
  Place place{kPackFile, section.line};
  while (!at->parent.empty()) {
    const SectionEntry* parent = check.content.find_section(at->parent.text);
    if (!parent) {
      if (at == &section) {
        check.problems.error(
            {kPackFile, section.parent.line},
            "The section \"" + section.id + "\" lies in \"" + section.parent.text + "\", which is not there.",
            "Write the id of another section, or remove parent.");
      }
      return;
    }
    if (!above.insert(parent->id).second) {
      check.problems.error(place, "The section \"" + section.id + "\" lies in itself, by way of \"" + at->id + "\".",
                           "Remove one parent, so that the sections form no circle.");
      return;
    }
    at = parent;
  }
  if (above.size() > kMaxDepth) {
    check.problems.error(
        place, "The section \"" + section.id + "\" lies too deep: its pages would be more than three taps away.",
        "Put it into a section of the home screen, or onto the home screen itself.");
  }
}

}  // namespace

void check_sections(const Check& check) {
  std::map<std::string, int> lines;
  std::set<std::string> used;
  for (const SectionEntry& section : check.content.pack.sections) {
    if (!section.parent.empty()) used.insert(section.parent.text);
  }
  for (const TopicFile& topic : check.content.topics) {
    if (topic.facts) used.insert(topic.facts->section.text);
  }
  for (const SectionEntry& section : check.content.pack.sections) {
    Place place{kPackFile, section.line};
    auto [earlier, first] = lines.emplace(section.id, section.line);
    if (!first) {
      check.problems.error(
          place,
          "The section \"" + section.id + "\" is here twice, first in line " + std::to_string(earlier->second) + ".",
          "Give one of them another id.");
    }
    if (!section.title.contains(check.content.pack.source_language)) {
      check.problems.error(place, "The section \"" + section.id + "\" has no title in the source language.",
                           "Add it under title: {" + check.content.pack.source_language.str() + ": ...}.");
    }
    check_icon(check, kPackFile, section.icon);
    if (section.screen.empty() && !used.contains(section.id)) {
      check.problems.warning(place, "The section \"" + section.id + "\" is empty.",
                             "Write a page for it, or remove it.");
    }
    check_parents(check, section);
  }
}

}  // namespace kiosk::publish
