#include "kiosk/publish/picture/picture_costs.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/picture/drawing.h"

namespace kiosk::publish {
namespace {

constexpr size_t kListed = 10;  // parts, in the text for people

void collect_parts(const std::vector<PictureElement>& elements, const PictureSet& set, std::set<std::string>& parts) {
  for (const PictureElement& element : elements) {
    collect_parts(element.children, set, parts);
    auto part = set.parts.find(element.part);
    if (part != set.parts.end() && parts.insert(element.part).second) collect_parts(part->second.elements, set, parts);
  }
}

std::vector<Place> places_without(const Content& content) {
  std::vector<Place> places;
  for (const SectionEntry& section : content.pack.sections) {
    if (section.picture.empty()) places.push_back({kPackFile, section.line});
  }
  for (const TopicFile& topic : content.topics) {
    if (!topic.facts) continue;
    if (topic.facts->picture.empty()) places.push_back({topic.file, 1});
    for (const document::Block& block : topic.document.blocks) {
      const bool wants = block.kind == document::BlockKind::step || block.kind == document::BlockKind::check_item;
      if (wants && block.picture.empty()) places.push_back({topic.file, topic.line_of(block)});
    }
  }
  for (const ContactFile& contact : content.contacts) {
    if (contact.show != Show::never && contact.picture.empty()) places.push_back({contact.file, 1});
  }
  return places;
}

std::string kilobytes(size_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f kB", static_cast<double>(bytes) / 1000);
  return text;
}

}  // namespace

PictureCosts measure_pictures(const Content& content, const Progress& progress) {
  PictureCosts costs;
  costs.without = places_without(content);
  auto drawn = draw_pictures(content, true, progress);
  if (!drawn.ok()) return costs;  // the check says what is wrong
  std::map<std::string, PictureCost> parts;
  for (const catalog::DrawingEntry& entry : *drawn) {
    PictureCost cost{entry.name};
    for (const catalog::DrawingEntry::File& file : entry.files) cost.bytes += file.png.size();
    std::set<std::string> used;
    collect_parts(content.pictures.scenes.at(entry.name).elements, content.pictures, used);
    for (const std::string& name : used) {
      PictureCost& part = parts.try_emplace(name, PictureCost{name, 0, 0}).first->second;
      part.bytes += cost.bytes;
      ++part.drawings;
    }
    costs.drawings.push_back(std::move(cost));
  }
  for (auto& [name, part] : parts) costs.parts.push_back(std::move(part));
  std::stable_sort(costs.parts.begin(), costs.parts.end(),
                   [](const PictureCost& a, const PictureCost& b) { return a.bytes > b.bytes; });
  return costs;
}

std::string picture_costs_text(const PictureCosts& costs) {
  if (costs.drawings.empty()) return "\nThere are no drawings.\n";
  auto heaviest = std::max_element(costs.drawings.begin(), costs.drawings.end(),
                                   [](const PictureCost& a, const PictureCost& b) { return a.bytes < b.bytes; });
  std::string text = "\nDrawings: " + std::to_string(costs.drawings.size()) + " in the catalog, " +
                     kilobytes(costs.bytes()) + "; the heaviest is " + heaviest->name + ", " +
                     kilobytes(heaviest->bytes) + ".\n";
  text += "  When a part changes, kiosks fetch every drawing that uses it:\n";
  for (size_t i = 0; i < std::min(kListed, costs.parts.size()); ++i) {
    const PictureCost& part = costs.parts[i];
    text += "    " + part.name + ": " + std::to_string(part.drawings) + " drawings, " + kilobytes(part.bytes) + "\n";
  }
  if (costs.without.empty()) return text + "  Every section, page, step, tick and contact has a drawing.\n";
  text += "  " + std::to_string(costs.without.size()) + " have none yet:\n";
  for (const Place& place : costs.without) text += "    " + place.file + ":" + std::to_string(place.line) + "\n";
  return text;
}

}  // namespace kiosk::publish
