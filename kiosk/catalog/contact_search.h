// Finds contacts by their words and by the digits of numbers that may be shown; those that can be dialled come first.
// They are few, so this is a list in memory, made anew when language or day change.
#pragma once

#include <string>
#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/topic_search.h"

namespace kiosk::catalog {

class ContactSearch {
 public:
  ContactSearch() = default;
  // `contacts` as they may be shown on the day; `originals`: the same in the source language, found by those words too.
  ContactSearch(const std::vector<Contact>& contacts, const std::vector<Contact>& originals);

  // `words` as query_words gives them; the last may be unfinished. First those found by their name or a number.
  std::vector<SearchHit> find(const std::vector<std::string>& words, Tolerance tolerance) const;

 private:
  struct Entry {
    SearchHit hit;
    std::vector<std::u32string> name;
    std::vector<std::u32string> all;
    std::vector<std::string> digits;
  };
  void add_words(Entry& entry, const Contact& contact);

  std::vector<Entry> entries_;
};

}  // namespace kiosk::catalog
