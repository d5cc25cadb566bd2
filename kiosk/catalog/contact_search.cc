#include "kiosk/catalog/contact_search.h"

#include <algorithm>

#include "kiosk/catalog/folding.h"

namespace kiosk::catalog {
namespace {

constexpr size_t kLeastDigits = 2;
constexpr size_t kLeastToDoubt = 3;  // letters

void append_words(std::vector<std::u32string>& words, const std::string& text) {
  for (const std::string& word : index_words(text)) words.push_back(letters_of(word));
}

// The digits of a query that is nothing but digits, else nothing.
std::string digits_of(const std::vector<std::string>& words) {
  std::string digits;
  for (const std::string& word : words) digits += word;
  const bool only = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return only ? digits : std::string();
}

std::string digits_of(const std::string& number) {
  std::string digits;
  std::ranges::copy_if(number, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

bool meets(const std::u32string& typed_word, Typed typed, Tolerance tolerance, const std::vector<std::u32string>& words) {
  const bool doubt = tolerance == Tolerance::one_wrong_letter && typed_word.size() >= kLeastToDoubt;
  return std::ranges::any_of(words, [&](const std::u32string& word) {
    if (typed == Typed::whole ? word == typed_word : word.starts_with(typed_word)) return true;
    return doubt && may_mean(typed_word, typed, word);
  });
}

}  // namespace

ContactSearch::ContactSearch(const std::vector<Contact>& contacts, const std::vector<Contact>& originals) {
  for (const Contact& contact : contacts) {
    Entry entry;
    entry.hit.language = contact.language;
    entry.hit.contact = contact.id;
    entry.hit.title = contact.name;
    entry.hit.summary = contact.serves;
    add_words(entry, contact);
    const auto original = std::ranges::find(originals, contact.id, &Contact::id);
    if (original != originals.end() && original->language != contact.language) add_words(entry, *original);
    for (const Number& number : contact.numbers) {
      entry.digits.push_back(digits_of(number.dial));
      if (!number.national.empty()) entry.digits.push_back(digits_of(number.national));
    }
    entries_.push_back(std::move(entry));
  }
}

void ContactSearch::add_words(Entry& entry, const Contact& contact) {
  append_words(entry.name, contact.name);
  for (const std::string& text : {contact.name, contact.serves, contact.answers, contact.address}) append_words(entry.all, text);
  for (const std::string& topic : contact.topics) append_words(entry.all, topic);
}

ContactSearch::Found ContactSearch::find(const std::vector<std::string>& words, Tolerance tolerance) const {
  Found found;
  if (words.empty()) return found;
  const std::string digits = digits_of(words);
  std::vector<std::u32string> typed_words;
  for (const std::string& word : words) typed_words.push_back(letters_of(word));
  for (const Entry& entry : entries_) {
    auto all_meet = [&](const std::vector<std::u32string>& among) {
      for (size_t i = 0; i < typed_words.size(); ++i)
        if (!meets(typed_words[i], i + 1 < typed_words.size() ? Typed::whole : Typed::unfinished, tolerance, among)) return false;
      return true;
    };
    const bool by_number = digits.size() >= kLeastDigits && std::ranges::any_of(entry.digits, [&](const std::string& number) {
                             return number.starts_with(digits);
                           });
    if (by_number || all_meet(entry.name)) {
      found.by_name.push_back(entry.hit);
    } else if (all_meet(entry.all)) {
      found.by_other_words.push_back(entry.hit);
    }
  }
  return found;
}

}  // namespace kiosk::catalog
