#include "kiosk/publish/repository/contact_changes.h"

#include <algorithm>
#include <set>

#include "kiosk/publish/repository/contact_labels.h"
#include "kiosk/publish/repository/printable.h"
#include "kiosk/publish/repository/typed_numbers.h"
#include "kiosk/rules/phone_in_text.h"

namespace kiosk::publish {
namespace {

// The ids of `edition` that `other` has too, in order.
std::vector<std::string> common(const ContactsEdition& edition, const ContactsEdition& other) {
  std::vector<std::string> ids;
  std::copy_if(edition.order.begin(), edition.order.end(), std::back_inserter(ids),
               [&](const std::string& id) { return other.contacts.contains(id); });
  return ids;
}

// What a visitor chooses a number by: its words, and what may stand at its side.
bool stands_under_other_words(const EditionContact& before, const EditionContact& after) {
  auto facts_differ = [&](const char* name) { return before.facts.at(name) != after.facts.at(name); };
  auto words = [](const EditionContact& contact) {
    std::map<std::string, std::string> chosen_by;
    for (const auto& [name, text] : contact.texts) {
      if (name.starts_with("name ") || name.starts_with("serves ") || name.starts_with("answers "))
        chosen_by[name] = text;
    }
    return chosen_by;
  };
  return before.show != after.show || facts_differ("kind") || facts_differ("who_answers") || facts_differ("country") ||
         words(before) != words(after);
}

// Short codes have three digits. The title of a paper may name one, or the number of a law.
constexpr size_t kShortestInWords = 3, kShortestInTitle = 5;

std::set<std::string> digits_in_texts(const EditionContact& contact) {
  std::set<std::string> all;
  for (const auto& [name, text] : contact.texts) {
    const bool title = name.starts_with("source ");
    const auto digits = digits_in_text(text, title ? kShortestInTitle : kShortestInWords);
    all.insert(digits.begin(), digits.end());
  }
  const auto website = digits_in_text(contact.facts.at("website"), kShortestInWords);
  all.insert(website.begin(), website.end());
  return all;
}

using Fields = std::map<std::string, std::string>;

class Description {
 public:
  Description(const ContactChanges& changes, const SignerWords& words) : changes_(changes), words_(words) {}

  std::string text() {
    for (const ContactChange& change : changes_.contacts) contact(change);
    if (changes_.order) {
      line(0, words_.tr("The contacts stand in another order now:"));
      for (const std::string& id : *changes_.order) line(2, printable(id));
    }
    if (!changes_.pack.empty()) line(0, words_.tr("The edition belongs to: {1}", {printable(changes_.pack)}));
    return text_;
  }

 private:
  void line(size_t indent, const std::string& words) { text_ += std::string(indent, ' ') + words + "\n"; }

  void contact(const ContactChange& change) {
    const EditionContact& newest = change.newest();
    const std::string title = !change.before  ? words_.tr("ADDED")
                              : !change.after ? words_.tr("REMOVED")
                                              : words_.tr("CHANGED");
    text_ += "\n";
    line(0, title + "  " + printable(newest.name(words_.language())));
    line(2, "(" + printable(newest.id) + ")");
    const EditionContact nothing;
    const EditionContact& before = change.before ? *change.before : nothing;
    const EditionContact& after = change.after ? *change.after : nothing;
    for (const EditionNumber& gone : before.numbers) {
      if (std::count(after.numbers.begin(), after.numbers.end(), gone) == 0) {
        number(words_.tr("Number that goes:"), gone, before.show);
      }
    }
    for (const EditionNumber& here : after.numbers) {
      const bool stays = std::count(before.numbers.begin(), before.numbers.end(), here) != 0;
      number(stays ? words_.tr("Number that stays:") : words_.tr("New number:"), here, after.show);
      origin(after);
    }
    fields(before.facts, after.facts);
    fields(before.texts, after.texts);
  }

  // Digits on a line of their own: beside words that run from right to left a terminal may draw them elsewhere.
  void number(const std::string& title, const EditionNumber& number, const std::string& show) {
    line(4, title);
    std::string apart;
    for (char c : number.dial) apart += std::string(1, c) + " ";
    line(8, printable(apart.substr(0, apart.size() - 1)));
    line(6, words_.tr("drawn as:"));
    line(8, printable(number.display));
    if (!number.national.empty()) {
      line(6, words_.tr("drawn inside the country as:"));
      line(8, printable(number.national));
    }
    line(6, words_.tr("dialled from: {1}", {number.from.empty() ? words_.tr("everywhere") : printable(number.from)}));
    line(6, words_.tr("by: {1}; cost: {2}",
                      {value_label("use", number.use, words_), value_label("cost", number.cost, words_)}));
    if (show != "yes") line(6, words_.tr("not shown: {1}", {value_label("show", show, words_)}));
  }

  // Who published the number, and where a signer who reads on paper notes the call.
  void origin(const EditionContact& contact) {
    line(6, words_.tr("it comes from:"));
    for (int n = 1; contact.texts.contains("source " + std::to_string(n) + " title"); ++n) {
      const std::string source = "source " + std::to_string(n) + " ";
      const std::string &publisher = contact.texts.at(source + "publisher"), &date = contact.facts.at(source + "date");
      line(8, printable(contact.texts.at(source + "title") + (publisher.empty() ? "" : ", " + publisher) +
                        (date == "unknown" ? "" : ", " + date)));
      const std::string& address = contact.facts.at(source + "address");
      if (!address.empty()) line(8, printable(address));
    }
    line(6, words_.tr("[  ] I called it on ____________ and was answered by ____________"));
  }

  void fields(const Fields& before, const Fields& after) {
    std::set<std::string> names;
    for (const Fields* each : {&before, &after}) {
      for (const auto& [name, value] : *each) names.insert(name);
    }
    for (const std::string& name : names) {
      auto old_value = before.find(name), new_value = after.find(name);
      const bool was = old_value != before.end(), is = new_value != after.end();
      if (was && is && old_value->second == new_value->second) continue;
      if (before.empty() || after.empty()) {
        // Of a contact that comes or goes as a whole, what is empty says nothing.
        const std::string& only = is ? new_value->second : old_value->second;
        if (!only.empty()) line(4, field_label(name, words_) + ": " + value_label(name, only, words_));
        continue;
      }
      line(4, field_label(name, words_) + ":");
      if (was) line(6, words_.tr("before: {1}", {value_label(name, old_value->second, words_)}));
      if (is) line(6, words_.tr("now: {1}", {value_label(name, new_value->second, words_)}));
    }
  }

  const ContactChanges& changes_;
  const SignerWords& words_;
  std::string text_;
};

}  // namespace

size_t ContactChanges::count_numbers() const {
  size_t count = 0;
  for (const auto& [id, contact] : after.contacts) count += contact.numbers.size();
  return count;
}

ContactChanges compare_contacts(const std::optional<ContactsEdition>& before, ContactsEdition after) {
  ContactChanges changes;
  changes.compared = before.has_value();
  const ContactsEdition old = before.value_or(ContactsEdition());
  // In the order of the screen; those that go, at the end.
  for (const std::string& id : after.order) {
    const EditionContact& contact = after.contacts.at(id);
    auto found = old.contacts.find(id);
    if (found == old.contacts.end()) {
      changes.contacts.push_back({std::nullopt, contact});
    } else if (!(found->second == contact)) {
      changes.contacts.push_back({found->second, contact});
    }
  }
  for (const std::string& id : old.order) {
    if (!after.contacts.contains(id)) changes.contacts.push_back({old.contacts.at(id), std::nullopt});
  }
  if (before && common(old, after) != common(after, old)) changes.order = after.order;
  if (old.pack != after.pack || old.source_language != after.source_language) {
    changes.pack = after.pack + " (" + after.source_language + ")";
  }
  changes.after = std::move(after);
  return changes;
}

std::vector<NumberToType> numbers_to_type(const ContactChanges& changes, const std::string& language) {
  std::vector<NumberToType> to_type;
  auto add = [&](const EditionContact& contact, const std::string& digits, bool in_text) {
    NumberToType number{contact.id, contact.name(language), digits, in_text};
    if (std::count(to_type.begin(), to_type.end(), number) == 0) to_type.push_back(std::move(number));
  };
  for (const ContactChange& change : changes.contacts) {
    if (!change.after) continue;
    const EditionContact& after = *change.after;
    const bool all = !change.before || stands_under_other_words(*change.before, after);
    for (const EditionNumber& number : after.numbers) {
      const bool stays = !all && std::count(change.before->numbers.begin(), change.before->numbers.end(), number) != 0;
      if (!stays) add(after, number.dial, false);
    }
    auto known = change.before ? digits_in_texts(*change.before) : std::set<std::string>();
    for (const EditionNumber& number : after.numbers) known.insert(number.dial);  // typed already, or unchanged
    for (const std::string& digits : digits_in_texts(after)) {
      if (!known.contains(digits)) add(after, digits, true);
    }
  }
  return to_type;
}

std::vector<std::string> numbers_in_texts(const ContactsEdition& edition) {
  rules::KnownNumbers known;
  for (const auto& [id, contact] : edition.contacts) {
    for (const EditionNumber& number : contact.numbers) {
      for (const std::string* form : {&number.dial, &number.display, &number.national}) known.add(*form);
    }
  }
  std::vector<std::string> found;
  for (const auto& [id, contact] : edition.contacts) {
    for (const auto& [name, text] : contact.texts) {
      if (name.starts_with("source ")) continue;  // titles of papers have numbers; they are typed again instead
      if (!rules::find_phone_numbers(text, known).empty()) found.push_back(id + ", " + name + ": " + text);
    }
  }
  return found;
}

std::string describe(const ContactChanges& changes, const SignerWords& words) {
  return Description(changes, words).text();
}

}  // namespace kiosk::publish
