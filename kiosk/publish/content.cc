#include "kiosk/publish/content.h"

#include <algorithm>
#include <tuple>

namespace kiosk::publish {

const TopicFile* Content::find_source(const std::string& id) const {
  auto found = std::lower_bound(topics.begin(), topics.end(), id,
                                [](const TopicFile& topic, const std::string& wanted) { return topic.id < wanted; });
  for (; found != topics.end() && found->id == id; ++found) {
    if (found->facts) return &*found;
  }
  return nullptr;
}

const ContactFile* Content::find_contact(const std::string& id) const {
  auto found =
      std::lower_bound(contacts.begin(), contacts.end(), id,
                       [](const ContactFile& contact, const std::string& wanted) { return contact.id < wanted; });
  return found != contacts.end() && found->id == id ? &*found : nullptr;
}

const SectionEntry* Content::find_section(const std::string& id) const {
  for (const SectionEntry& section : pack.sections) {
    if (section.id == id) return &section;
  }
  return nullptr;
}

const MediumEntry* Content::find_medium(const std::string& path) const {
  for (const MediumEntry& medium : media) {
    if (medium.path == path) return &medium;
  }
  return nullptr;
}

std::vector<const TopicFile*> Content::sources_in_order() const {
  std::map<std::string, size_t> section_order;
  for (const SectionEntry& section : pack.sections) section_order.emplace(section.id, section_order.size());
  std::vector<const TopicFile*> order;
  for (const TopicFile& topic : topics) {
    if (topic.facts) order.push_back(&topic);
  }
  auto rank = [&](const TopicFile* topic) {
    auto section = section_order.find(topic->facts->section.text);
    return std::tuple(topic->kind == catalog::TopicKind::news,
                      section == section_order.end() ? section_order.size() : section->second,
                      Date::max() - topic->facts->date.value_or(Date::max()),  // the newest first
                      topic->facts->position.value_or(10001));
  };
  std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  return order;
}

bool Content::has_source(const std::string& id) const {
  std::string name = "/" + id + "." + pack.source_language.str() + ".md";
  return find_source(id) || unreadable.contains("topics" + name) || unreadable.contains("news" + name);
}

bool Content::has_contact(const std::string& id) const {
  return find_contact(id) || unreadable.contains("contacts/" + id + ".yaml");
}

}  // namespace kiosk::publish
