#include "kiosk/publish/content.h"

#include <algorithm>

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

bool Content::has_source(const std::string& id) const {
  std::string name = "/" + id + "." + pack.source_language.str() + ".md";
  return find_source(id) || unreadable.contains("topics" + name) || unreadable.contains("news" + name);
}

bool Content::has_contact(const std::string& id) const {
  return find_contact(id) || unreadable.contains("contacts/" + id + ".yaml");
}

}  // namespace kiosk::publish
