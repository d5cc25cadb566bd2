// A number that is not shown must not travel in anything else that is: people read an address from the screen, and
// "wa.me/" with digits behind it is a number like any other, for which no one signed.
#include "kiosk/publish/checks.h"
#include "kiosk/rules/address.h"
#include "kiosk/rules/phone_in_text.h"

namespace kiosk::publish {
namespace {

class AddressCheck {
 public:
  explicit AddressCheck(const Check& check) : check_(check) {
    const PackFile& pack = check.content.pack;
    std::set<std::string> shown;
    auto each_form = [&](bool of_shown, auto&& take) {
      for (const ContactFile& contact : check.content.contacts) {
        if ((pack.published && contact.dialable_on(*pack.published, pack)) != of_shown) continue;
        for (const NumberEntry& entry : contact.numbers)
          for (const std::string* form : {&entry.number.dial, &entry.number.display, &entry.number.national})
            take(rules::digits_of(*form));
      }
    };
    each_form(true, [&](const std::string& digits) { shown.insert(digits), shown_.add(digits); });
    each_form(false, [&](const std::string& digits) {
      if (!shown.contains(digits)) hidden_.add(digits);
    });
  }

  // Of a source only the title is read from the screen: its address is doubted, not refused.
  void address(const Place& place, const std::string& address, Severity severity) const {
    std::string number = rules::known_number_in(address, hidden_);
    if (!number.empty()) {
      std::string message =
          "The address \"" + address + "\" carries the number " + number + ", which is not to be shown.";
      std::string remedy = "Remove the address, or give one without the number.";
      if (severity == Severity::error)
        check_.problems.error(place, message, remedy);
      else
        check_.problems.warning(place, message, remedy);
    } else if (std::string part = rules::dialling_part(address);
               !part.empty() && rules::known_number_in(address, shown_).empty()) {
      check_.problems.error(
          place,
          "The address \"" + address + "\" starts a call or a message (" + part + ") to a number that no card shows.",
          "Write the number under numbers, with use: whatsapp or sms, and remove the address.");
    }
  }

  void words(const Place& place, const std::string& words) const {
    for (const std::string& number : rules::find_phone_numbers(words, hidden_)) {
      check_.problems.error(place, "\"" + words + "\" holds the number " + number + ", which is not to be shown.",
                            "Name the source without it.");
    }
  }

  void sources(const std::string& file, const std::vector<SourceEntry>& sources) const {
    for (const SourceEntry& entry : sources) {
      address({file, entry.line}, entry.source.address, Severity::warning);
      words({file, entry.line}, entry.source.title);
      words({file, entry.line}, entry.source.publisher);
    }
  }

 private:
  const Check& check_;
  rules::KnownNumbers hidden_, shown_;
};

}  // namespace

void check_addresses(const Check& check) {
  AddressCheck addresses(check);
  for (const ContactFile& contact : check.content.contacts) {
    if (contact.show == Show::never) continue;
    addresses.address({contact.file, contact.line_of("website")}, contact.website, Severity::error);
    addresses.sources(contact.file, contact.sources);
  }
  for (const TopicFile& topic : check.content.topics)
    if (topic.facts) addresses.sources(topic.file, topic.facts->sources);
}

}  // namespace kiosk::publish
