#include <algorithm>
#include <map>
#include <set>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/phone_number.h"

namespace kiosk::publish {
namespace {

void check_words(const Check& check, const ContactFile& contact) {
  const LanguageTag& language = check.content.pack.source_language;
  for (const auto& field : catalog::kContactTexts<TextByLanguage>) {
    if (field.wanted.empty() || (contact.*field.words).contains(language)) continue;
    const std::string key(field.key);
    check.problems.error({contact.file, 1}, "\"" + key + "\" is missing in the source language.",
                         "Write " + std::string(field.wanted) + ": " + key + ": {" + language.str() + ": ...}");
  }
}

// What a card that is shown must offer.
void check_offer(const Check& check, const ContactFile& contact) {
  auto report = [&](const char* what, const char* remedy) { check.problems.error({contact.file, 1}, what, remedy); };
  bool by_phone = contact.kind == catalog::ContactKind::emergency || contact.kind == catalog::ContactKind::hotline;
  if (by_phone && contact.numbers.empty())
    report("A hotline that is shown needs a number.", "Add it under numbers, or write show: ask_staff.");
  if (contact.kind == catalog::ContactKind::office && contact.address.empty()) {
    report("An office that is shown needs an address.", "Add address: {en: ...}, or write show: ask_staff.");
  }
  if (contact.kind == catalog::ContactKind::website && contact.website.empty()) {
    report("A website that is shown needs its address.", "Add website: https://..., or write show: ask_staff.");
  }
}

// An id is seen by whoever opens a catalog: with the number in it, the number would travel although it is left out.
void check_hidden(const Check& check, const ContactFile& contact) {
  for (const NumberEntry& entry : contact.numbers) {
    std::string digits = entry.number.dial.substr(entry.number.dial.starts_with('+') ? 1 : 0);
    if (contact.id.find(digits) == std::string::npos) continue;
    check.problems.error({contact.file, 1},
                         "The id \"" + contact.id + "\" gives away a number that is not to be shown.",
                         "Name it after who answers, in the file and in its name.");
  }
}

void check_expiry(const Check& check, const ContactFile& contact) {
  const PackFile& pack = check.content.pack;
  if (!contact.verified() || !pack.published) return;
  const int line = contact.line_of("expires");
  if (contact.show == Show::yes && *pack.published > contact.shown_until(pack)) {
    bool stays = contact.dialable_on(*pack.published, pack);
    check.problems.warning({contact.file, line},
                           "The check of this contact ran out on " + format_date(contact.shown_until(pack)) +
                               ", before this edition: " +
                               (stays ? "its number is shown with the words that it was not checked since."
                                      : "its number is left out, and visitors are told to ask staff."),
                           "Check the number again and renew verified, or write show: ask_staff.");
  }
  if (contact.expires_on > contact.verified_on + std::chrono::days(pack.contact_validity_days)) {
    check.problems.warning({contact.file, line},
                           "The contact would be shown for longer than " + std::to_string(pack.contact_validity_days) +
                               " days after its check.",
                           "Remove expires, or write an earlier day.");
  }
}

bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& country) { return std::find(b.begin(), b.end(), country) != b.end(); });
}

// The same number on two cards is right now and then, and a slip of the pen otherwise.
void check_shared_numbers(const Check& check) {
  struct Use {
    const ContactFile* contact;
    const NumberEntry* entry;
  };
  std::multimap<std::string, Use> uses;
  for (const ContactFile& contact : check.content.contacts) {
    if (contact.show != Show::yes) continue;
    for (const NumberEntry& entry : contact.numbers) {
      auto [begin, end] = uses.equal_range(entry.number.dial);
      for (auto other = begin; other != end; ++other) {
        const Use& use = other->second;
        if (use.contact == &contact || !overlap(use.entry->number.from, entry.number.from)) continue;
        check.problems.warning({contact.file, entry.line},
                               "The number " + entry.number.dial + " stands in " + use.contact->file + " as well.",
                               "Make sure that both are right; better, describe the line in one contact only.");
      }
      uses.emplace(entry.number.dial, Use{&contact, &entry});
    }
  }
}

}  // namespace

void check_contacts(const Check& check) {
  const ContactFile* before = nullptr;
  for (const ContactFile& contact : check.content.contacts) {
    if (before && before->id == contact.id) {
      check.problems.error({contact.file, 1}, "The id \"" + contact.id + "\" is taken by " + before->file + ".",
                           "Give one of them another id.");
    }
    before = &contact;
    if (contact.show != Show::never) check_words(check, contact);
    if (contact.show == Show::yes)
      check_offer(check, contact);
    else
      check_hidden(check, contact);
    for (const NumberEntry& entry : contact.numbers)
      check_number(entry, contact.show == Show::yes, contact.file, check.problems);
    check_expiry(check, contact);
    check_calls(check, contact);
    check_showing(check, contact);
  }
  check_shared_numbers(check);
}

}  // namespace kiosk::publish
