#include "kiosk/catalog/catalog.h"

#include <algorithm>

#include "kiosk/base/log.h"
#include "kiosk/catalog/contacts_file.h"
#include "kiosk/catalog/content_file.h"
#include "kiosk/catalog/objects.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/catalog/search.h"

namespace kiosk::catalog {
namespace {

class FolderCatalog : public Catalog {
 public:
  FolderCatalog(std::filesystem::path folder, ContactsFile contacts, ContentFile content)
      : folder_(std::move(folder)), contacts_(std::move(contacts)), content_(std::move(content)) {}

  Status begin() {
    KIOSK_TRY(search, Search::create(contacts_, content_));
    search_.emplace(std::move(search));
    KIOSK_TRY(contact_pictures, content_.help_pictures(kContactPicture));
    KIOSK_TRY(filter_pictures, content_.help_pictures(kFilterPicture));
    contact_pictures_ = std::move(contact_pictures);
    filter_pictures_ = std::move(filter_pictures);
    return {};
  }

  bool damaged() const override { return damaged_; }
  const Pack& pack() const override { return content_.pack(); }
  Titled title(const LanguageTag& language) const override { return sound(content_.title(language)); }
  const std::vector<Language>& languages() const override { return content_.languages(); }

  std::vector<Font> fonts() const override { return sound(content_.fonts()); }
  Keyboard keyboard(const LanguageTag& language) const override { return sound(content_.keyboard(language)); }
  void withhold(const std::set<LanguageTag>& languages) override { content_.withhold(languages); }

  std::map<std::string, std::string> messages(const LanguageTag& language) const override {
    return sound(content_.messages(language));
  }
  std::vector<Section> sections(const LanguageTag& language) const override {
    return sound(content_.sections(language));
  }
  std::vector<TopicSummary> topics(const std::string& section, const LanguageTag& language) const override {
    return sound(content_.topics(section, language));
  }
  std::vector<TopicSummary> news(const LanguageTag& language) const override { return sound(content_.news(language)); }
  Result<Topic> topic(const std::string& id, const LanguageTag& language) const override {
    return noticed(content_.topic(id, language));
  }

  std::vector<Contact> contacts(const LanguageTag& language, Date today) const override {
    std::vector<Contact> all = sound(contacts_.all(language, judged_on(today)));
    for (Contact& contact : all) contact.picture = named(contact_pictures_, contact.id);
    return all;
  }
  Result<Contact> contact(const std::string& id, const LanguageTag& language, Date today) const override {
    Result<Contact> one = noticed(contacts_.one(id, language, judged_on(today)));
    if (one.ok()) one->picture = named(contact_pictures_, id);
    return one;
  }

  std::vector<Area> areas(const LanguageTag& language) const override { return sound(content_.areas(language)); }

  std::vector<SearchHit> search(const std::string& words, const LanguageTag& language, Date today,
                                int limit) const override {
    std::vector<SearchHit> hits = sound(search_->find(words, language, judged_on(today), limit));
    for (SearchHit& hit : hits) {
      if (!hit.contact.empty()) hit.picture = named(contact_pictures_, hit.contact);
    }
    return hits;
  }

  Result<Drawing> drawing(const std::string& name, const LanguageTag& language) const override {
    return noticed(content_.drawing(name, language));
  }
  std::string filter_picture(const std::string& filter) const override { return named(filter_pictures_, filter); }

  std::vector<std::string> media(const std::string& folder) const override { return sound(content_.media(folder)); }
  Result<std::vector<uint8_t>> medium(const std::string& path) const override {
    KIOSK_TRY(object, noticed(content_.medium(path)));
    return read_object(folder_, object.digest, object.size);
  }
  std::string medium_description(const std::string& path, const LanguageTag& language) const override {
    return sound(content_.medium_description(path, language));
  }

 private:
  // The clock may be wrong, but it is not earlier than the day on which this edition was made.
  Date judged_on(Date today) const { return std::max(today, content_.pack().published); }

  // Said once: not what was asked for, nor how often (R66).
  template <class Value>
  Result<Value> noticed(Result<Value> result) const {
    if (result.ok() || (result.error().code != Code::damaged && result.error().code != Code::io)) return result;
    if (!damaged_)
      log(Priority::error, "The catalog in " + folder_.string() + " is damaged: " + result.error().message);
    damaged_ = true;
    return result;
  }

  // The value, or nothing at all where it cannot be read.
  template <class Value>
  Value sound(Result<Value> result) const {
    Result<Value> seen = noticed(std::move(result));
    return seen.ok() ? *std::move(seen) : Value{};
  }

  static std::string named(const std::map<std::string, std::string>& pictures, const std::string& id) {
    auto found = pictures.find(id);
    return found == pictures.end() ? std::string() : found->second;
  }

  std::filesystem::path folder_;
  ContactsFile contacts_;
  ContentFile content_;
  std::map<std::string, std::string> contact_pictures_, filter_pictures_;  // by id
  mutable std::optional<Search> search_;  // keeps statements and a list of contacts between keystrokes
  mutable bool damaged_ = false;
};

}  // namespace

Result<std::unique_ptr<Catalog>> Catalog::open(const std::filesystem::path& folder) {
  return open(folder, folder / kContactsFile);
}

Result<std::unique_ptr<Catalog>> Catalog::open(const std::filesystem::path& folder,
                                               const std::filesystem::path& contacts_file) {
  KIOSK_TRY(contacts, ContactsFile::open(contacts_file));
  KIOSK_TRY(content, ContentFile::open(folder / kContentFile));
  if (contacts.pack() != content.pack().id) {
    return Error{Code::damaged, "The contacts in " + contacts_file.string() + " belong to the pack \"" +
                                    contacts.pack() + "\", the content to \"" + content.pack().id +
                                    "\". Install both from one release."};
  }
  contacts.set_home(content.pack().country);
  auto catalog = std::make_unique<FolderCatalog>(folder, std::move(contacts), std::move(content));
  KIOSK_TRY_STATUS(catalog->begin());
  return std::unique_ptr<Catalog>(std::move(catalog));
}

}  // namespace kiosk::catalog
