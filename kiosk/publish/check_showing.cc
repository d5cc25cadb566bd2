// Which numbers may be shown: the part of the rule in AUTHORING.md that a program can see. Whether a source is official
// takes a reader; that the newest one is old, that two lists of one body differ, and that a short code is said to work
// abroad do not. Warnings, because the rule has edges: what is hidden wrongly helps nobody either.
#include <algorithm>
#include <set>

#include "kiosk/publish/checks.h"

namespace kiosk::publish {
namespace {

constexpr int kYears = 4;
constexpr size_t kShortCode = 6;  // digits at most

std::string host_of(std::string_view address) {
  size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  address.remove_prefix(begin + 3);
  std::string host(address.substr(0, address.find_first_of("/?#:")));
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_recent(const ContactFile& contact, Date edition) {
  const Date oldest = edition - std::chrono::days(kYears * 365 + 1);
  const std::string own = host_of(contact.website);
  return std::any_of(contact.sources.begin(), contact.sources.end(), [&](const SourceEntry& entry) {
    const catalog::Source& source = entry.source;
    return source.date ? *source.date >= oldest : !own.empty() && host_of(source.address) == own;
  });
}

std::set<std::string> dialled(const ContactFile& contact) {
  std::set<std::string> numbers;
  for (const NumberEntry& entry : contact.numbers) numbers.insert(entry.number.dial);
  return numbers;
}

// Another list of the same body: its website is the same, and neither list holds the other.
const ContactFile* other_list(const Check& check, const ContactFile& contact) {
  const std::string own = host_of(contact.website);
  if (own.empty()) return nullptr;
  const std::set<std::string> numbers = dialled(contact);
  for (const ContactFile& other : check.content.contacts) {
    if (other.id == contact.id || other.show == Show::never || host_of(other.website) != own) continue;
    const std::set<std::string> others = dialled(other);
    if (!std::includes(numbers.begin(), numbers.end(), others.begin(), others.end()) &&
        !std::includes(others.begin(), others.end(), numbers.begin(), numbers.end())) {
      return &other;
    }
  }
  return nullptr;
}

void check_use_abroad(const Check& check, const ContactFile& contact) {
  for (const NumberEntry& entry : contact.numbers) {
    const catalog::Number& number = entry.number;
    if (number.dial.starts_with('+') || number.dial.size() > kShortCode || number.from.size() == 1 ||
        entry.from_refused)
      continue;
    check.problems.warning({contact.file, entry.line},
                           "\"" + number.dial + "\" is a short code, and works in one country only.",
                           "Write that country, for example from: [" + contact.country + "].");
  }
}

}  // namespace

void check_showing(const Check& check, const ContactFile& contact) {
  if (contact.show != Show::yes || contact.numbers.empty() || !check.content.pack.published) return;
  if (!is_recent(contact, *check.content.pack.published)) {
    check.problems.warning({contact.file, contact.line_of("show")},
                           "No source of this number is newer than four years, and none is the site of who answers.",
                           "Find a newer source, write the owner's own site under website, or write show: ask_staff.");
  }
  if (const ContactFile* other = other_list(check, contact)) {
    check.problems.warning({contact.file, contact.line_of("show")},
                           "Its numbers and those in " + other->file + " are of one body, and differ.",
                           "Ask the owner which are right; until then write show: ask_staff.");
  }
  check_use_abroad(check, contact);
}

}  // namespace kiosk::publish
