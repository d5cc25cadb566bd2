// What a visitor gets for what was typed so far: contacts and topics, exact before tolerant, the session's language
// before the source language. Belongs to the catalog it searches.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/catalog/contact_search.h"
#include "kiosk/catalog/contacts_file.h"
#include "kiosk/catalog/content_file.h"
#include "kiosk/catalog/topic_search.h"

namespace kiosk::catalog {

class Search {
 public:
  // Both must outlive it.
  static Result<Search> create(const ContactsFile& contacts, const ContentFile& content);

  // As Catalog::search. Error: a file is damaged.
  Result<std::vector<SearchHit>> find(const std::string& text, const LanguageTag& language, Date today, int limit);

 private:
  Search(const ContactsFile& contacts, const ContentFile& content, TopicSearch topics)
      : contacts_(contacts), content_(content), topics_(std::move(topics)) {}

  Status prepare_contacts(const LanguageTag& language, Date today);

  const ContactsFile& contacts_;
  const ContentFile& content_;
  TopicSearch topics_;
  ContactSearch contact_search_;
  std::optional<std::pair<LanguageTag, Date>> prepared_for_;
};

}  // namespace kiosk::catalog
