// A catalog of values, for tests that need a catalog and no files.
#pragma once

#include <algorithm>

#include "kiosk/catalog/catalog.h"

namespace kiosk::test {

class MemoryCatalog final : public catalog::Catalog {
 public:
  catalog::Pack own_pack;
  std::vector<catalog::Language> own_languages;
  std::vector<catalog::Section> own_sections;
  std::vector<catalog::Topic> own_topics;
  std::vector<catalog::Contact> own_contacts;
  std::map<LanguageTag, std::map<std::string, std::string>> own_messages;
  std::map<std::string, std::vector<uint8_t>> own_media;
  std::vector<catalog::Area> own_areas;
  std::vector<catalog::Font> own_fonts;
  std::map<LanguageTag, catalog::Keyboard> own_keyboards;
  std::map<std::string, catalog::Drawing> own_drawings;
  std::map<std::string, std::string> own_filter_pictures;

  const catalog::Pack& pack() const override { return own_pack; }
  catalog::Titled title(const LanguageTag&) const override { return {own_pack.title, own_pack.source_language}; }
  const std::vector<catalog::Language>& languages() const override { return own_languages; }
  std::vector<catalog::Font> fonts() const override { return own_fonts; }
  catalog::Keyboard keyboard(const LanguageTag& language) const override {
    auto found = own_keyboards.find(language);
    return found == own_keyboards.end() ? catalog::Keyboard{} : found->second;
  }
  void withhold(const std::set<LanguageTag>& languages) override {
    std::erase_if(own_languages, [&](const catalog::Language& language) { return languages.contains(language.tag); });
  }

  std::map<std::string, std::string> messages(const LanguageTag& language) const override {
    auto found = own_messages.find(language);
    return found == own_messages.end() ? std::map<std::string, std::string>{} : found->second;
  }

  std::vector<catalog::Section> sections(const LanguageTag&) const override { return own_sections; }

  std::vector<catalog::TopicSummary> topics(const std::string& section, const LanguageTag&) const override {
    std::vector<catalog::TopicSummary> found;
    for (const catalog::Topic& topic : own_topics) {
      if (topic.kind == catalog::TopicKind::topic && topic.section == section) found.push_back(topic);
    }
    return found;
  }

  std::vector<catalog::TopicSummary> news(const LanguageTag&) const override {
    std::vector<catalog::TopicSummary> found;
    for (const catalog::Topic& topic : own_topics) {
      if (topic.kind == catalog::TopicKind::news) found.push_back(topic);
    }
    return found;
  }

  Result<catalog::Topic> topic(const std::string& id, const LanguageTag& language) const override {
    const catalog::Topic* any = nullptr;
    for (const catalog::Topic& topic : own_topics) {
      if (topic.id != id) continue;
      if (topic.language == language) return topic;
      if (!any || topic.language == own_pack.source_language) any = &topic;
    }
    if (any) return *any;
    return Error{Code::not_found, "no topic " + id};
  }

  std::vector<catalog::Contact> contacts(const LanguageTag&, Date) const override { return own_contacts; }

  Result<catalog::Contact> contact(const std::string& id, const LanguageTag&, Date) const override {
    for (const catalog::Contact& contact : own_contacts) {
      if (contact.id == id) return contact;
    }
    return Error{Code::not_found, "no contact " + id};
  }

  std::vector<catalog::Area> areas(const LanguageTag&) const override { return own_areas; }

  std::vector<catalog::SearchHit> search(const std::string& words, const LanguageTag& language, Date,
                                         int) const override {
    std::vector<catalog::SearchHit> hits;
    for (const catalog::Topic& topic : own_topics) {
      if (topic.language == language && topic.title.find(words) != std::string::npos) {
        hits.push_back({topic.id, "", topic.title, topic.summary, topic.icon, topic.sensitivity, topic.language});
      }
    }
    return hits;
  }

  Result<catalog::Drawing> drawing(const std::string& name, const LanguageTag&) const override {
    auto found = own_drawings.find(name);
    if (found == own_drawings.end()) return Error{Code::not_found, "no drawing " + name};
    return found->second;
  }
  std::string filter_picture(const std::string& filter) const override {
    auto found = own_filter_pictures.find(filter);
    return found == own_filter_pictures.end() ? std::string() : found->second;
  }

  std::vector<std::string> media(const std::string& folder) const override {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : own_media)
      if (path.starts_with(folder)) paths.push_back(path);
    return paths;
  }
  Result<std::vector<uint8_t>> medium(const std::string& path) const override {
    auto found = own_media.find(path);
    if (found == own_media.end()) return Error{Code::not_found, "no medium " + path};
    return found->second;
  }
  std::string medium_description(const std::string&, const LanguageTag&) const override { return ""; }
};

// Two languages, two sections, a green and a red topic, a story, two contacts.
inline MemoryCatalog small_catalog() {
  using namespace catalog;
  MemoryCatalog made;
  LanguageTag en = LanguageTag::of("en"), ar = LanguageTag::of("ar");
  made.own_pack.id = "test";
  made.own_pack.title = "Test pack";
  made.own_pack.country = "LR";
  made.own_pack.time_zone = "Africa/Monrovia";
  made.own_pack.published = *parse_date("2026-11-23");
  made.own_pack.source_language = en;
  made.own_languages = {{en, "English"}, {ar, "العربية"}};
  made.own_sections = {{"help", "", "contacts", "phone", "action", "Get help now", en},
                       {"travel", "", "", "airplane", "teal", "Travel safely", en},
                       {"news", "", "news", "newspaper", "slate", "News", en}};
  made.own_keyboards[en].sheets = {{{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"},
                                    {"a", "s", "d", "f", "g", "h", "j", "k", "l"},
                                    {"z", "x", "c", "v", "b", "n", "m", "ɛ", "ɔ", "ŋ"}}};
  auto topic = [&](const char* id, const char* title, Sensitivity sensitivity) -> Topic& {
    Topic& one = made.own_topics.emplace_back();
    one.id = id;
    one.section = "travel";
    one.icon = "airplane";
    one.title = title;
    one.summary = "About it.";
    one.sensitivity = sensitivity;
    one.language = en;
    one.languages = {en};
    one.body = "First words.\n\n1. one\n2. two\n\n- [ ] ask\n\n> A note.\n\n[The line](contact:line)\n";
    one.checked_on = *parse_date("2026-11-23");
    one.checked_by = "content team";
    return one;
  };
  topic("before-you-go", "Before you go", Sensitivity::green);
  topic("at-work", "When work feels wrong", Sensitivity::red).contacts = {"line", "office"};
  Topic& story = topic("story", "A story", Sensitivity::green);
  story.kind = TopicKind::news;
  story.section.clear();
  story.date = *parse_date("2021-11-30");
  auto contact = [&](const char* id, const char* name) -> Contact& {
    Contact& one = made.own_contacts.emplace_back();
    one.id = id;
    one.country = "LR";
    one.name = name;
    one.serves = "Everyone.";
    one.topics = {"danger"};
    one.who_answers = "state";
    one.language = en;
    one.verified_on = *parse_date("2026-11-23");
    one.expires_on = *parse_date("2027-02-21");
    return one;
  };
  Contact& line = contact("line", "Help line");
  line.numbers = {{"116", "116", "", NumberUse::voice, Cost::free, {"LR"}},
                  {"+231770800911", "+231 770 800 911", "0770 800 911", NumberUse::voice, Cost::unknown, {}}};
  line.hours = "24/7";
  Contact& office = contact("office", "An office");
  office.kind = ContactKind::office;
  office.ask_staff = true;
  office.who_answers = "ngo";
  office.country = "GN";
  return made;
}

}  // namespace kiosk::test
