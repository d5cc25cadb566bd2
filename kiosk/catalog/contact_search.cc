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

// The ways out of a country that people dial for the +.
constexpr std::string_view kWaysOut[] = {"00", "011", "0011"};
constexpr size_t kLongestCountryCode = 3, kShortestInternational = 9, kLeastLocalDigits = 4;

// `number` is digits only; `typed` is how people begin it: with its country code, with the way out in front of that, or
// as it is dialled inside the country, with its 0 or without.
bool begins_as_typed(const std::string& number, std::string_view typed) {
  if (number.starts_with(typed)) return true;
  for (std::string_view way : kWaysOut)
    if (typed.starts_with(way) && typed.size() >= way.size() + kLeastDigits &&
        number.size() >= kShortestInternational && number.starts_with(typed.substr(way.size())))
      return true;
  if (number.size() < kShortestInternational) return false;
  for (size_t code = 1; code <= kLongestCountryCode; ++code) {
    const std::string_view local = std::string_view(number).substr(code);
    const bool bracketed = typed.size() > code && typed[code] == '0' && number.starts_with(typed.substr(0, code)) &&
                           local.starts_with(typed.substr(code + 1));  // "+231 (0) 770"
    if (bracketed && typed.size() > code + kLeastLocalDigits) return true;
    for (std::string_view inside : {typed, typed.starts_with('0') ? typed.substr(1) : typed})
      if (inside.size() >= kLeastLocalDigits && local.starts_with(inside)) return true;
  }
  return false;
}

struct TypedWord {
  std::u32string letters;
  Typed typed;
  bool doubted;
};

bool meets(const TypedWord& one, const std::vector<std::u32string>& words) {
  return std::ranges::any_of(words, [&](const std::u32string& word) {
    if (one.typed == Typed::whole ? word == one.letters : word.starts_with(one.letters)) return true;
    return one.doubted && may_mean(one.letters, one.typed, word);
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
  // Not std::ranges: Clang 14 cannot read that one of GCC 12.
  std::stable_partition(entries_.begin(), entries_.end(), [](const Entry& entry) { return !entry.digits.empty(); });
}

void ContactSearch::add_words(Entry& entry, const Contact& contact) {
  append_words(entry.name, contact.name);
  for (const std::string& text : {contact.name, contact.serves, contact.answers, contact.address, contact.county})
    append_words(entry.all, text);
  for (const std::string& topic : contact.topics) append_words(entry.all, topic);
}

std::vector<SearchHit> ContactSearch::find(const std::vector<std::string>& words, Tolerance tolerance) const {
  std::vector<SearchHit> found, by_other_words;
  if (words.empty()) return found;
  const std::string digits = digits_of(words);
  std::vector<TypedWord> typed_words;
  for (const std::string& word : words) {
    TypedWord one{letters_of(word), Typed::whole, false};
    one.doubted =
        tolerance == Tolerance::one_wrong_letter && one.letters.size() >= kLeastToDoubt && can_be_doubted(word);
    typed_words.push_back(std::move(one));
  }
  typed_words.back().typed = Typed::unfinished;
  for (const Entry& entry : entries_) {
    auto all_meet = [&](const std::vector<std::u32string>& among) {
      return std::ranges::all_of(typed_words, [&](const TypedWord& one) { return meets(one, among); });
    };
    const bool by_number =
        digits.size() >= kLeastDigits &&
        std::ranges::any_of(entry.digits, [&](const std::string& number) { return begins_as_typed(number, digits); });
    if (by_number || all_meet(entry.name)) {
      found.push_back(entry.hit);
    } else if (all_meet(entry.all)) {
      by_other_words.push_back(entry.hit);
    }
  }
  found.insert(found.end(), by_other_words.begin(), by_other_words.end());
  return found;
}

}  // namespace kiosk::catalog
