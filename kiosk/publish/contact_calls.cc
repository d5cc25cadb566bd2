#include "kiosk/publish/contact_calls.h"

#include <algorithm>

#include "kiosk/publish/checks.h"

namespace kiosk::publish {
namespace {

bool is_initials(const std::string& text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Date> last_call(const ContactFile& contact, const std::string& dial) {
  std::optional<Date> last;
  for (const CallEntry& call : contact.calls) {
    if (call.dial == dial && call.on) last = std::max(last.value_or(*call.on), *call.on);
  }
  return last;
}

}  // namespace

std::vector<CallEntry> read_calls(Fields& fields, const std::vector<NumberEntry>& numbers, Problems& problems) {
  std::vector<CallEntry> calls;
  for (const YamlNode* node : fields.mappings("calls")) {
    Fields entry(*node, fields.file(), "a call", problems);
    CallEntry call;
    call.line = entry.line();
    call.on = entry.date("on");
    call.dial = entry.text("dial").text;
    call.network = entry.text("network");
    call.answered = entry.text("answered");
    call.language = entry.text("language");
    call.by = entry.text("by");
    if (!entry.has("on")) entry.missing("on", "Write the day of the call.");
    if (!entry.has("network")) entry.missing("network", "Write from which network it was called.");
    if (!entry.has("answered")) entry.missing("answered", "Write who answered, or nobody.");
    if (!entry.has("language")) entry.missing("language", "Write in which language, for example en, or none.");
    if (call.dial.empty() && numbers.size() == 1) call.dial = numbers.front().number.dial;
    if (std::none_of(numbers.begin(), numbers.end(),
                     [&](const NumberEntry& listed) { return listed.number.dial == call.dial; })) {
      problems.error({fields.file(), call.line}, "The call does not say which number of this contact was called.",
                     "Write it as under numbers: dial: \"116\"");
    }
    if (!is_initials(call.by.text)) {
      problems.error({fields.file(), call.line}, "\"by\" must be the two initials of who called, and no more.",
                     "Write for example by: MK. Content is public.");
    }
    entry.finish();
    calls.push_back(std::move(call));
  }
  return calls;
}

void check_calls(const Check& check, const ContactFile& contact) {
  bool called_that_day = false;
  for (const CallEntry& call : contact.calls) {
    called_that_day = called_that_day || (call.on && call.on == contact.verified_on);
    if (call.on && check.content.pack.published && *call.on > *check.content.pack.published) {
      check.problems.error({contact.file, call.line}, "This call lies after the edition.",
                           "Correct the day, or raise published in pack.yaml.");
    }
  }
  if (contact.verification == catalog::Verification::test_call && !called_that_day) {
    check.problems.error({contact.file, contact.line_of("verified.how")},
                         "The check says that it was called, but no call of that day is written down.",
                         "Add it under calls, or write how: published_source.");
  }
}

std::vector<CallToMake> calls_to_make(const Content& content) {
  std::vector<const ContactFile*> order;
  for (const ContactFile& contact : content.contacts) {
    if (contact.show != Show::never) order.push_back(&contact);
  }
  std::stable_sort(order.begin(), order.end(), [](const ContactFile* a, const ContactFile* b) {
    return std::pair(a->show != Show::yes, a->position) < std::pair(b->show != Show::yes, b->position);
  });
  std::vector<CallToMake> calls;
  for (const ContactFile* contact : order) {
    for (const NumberEntry& entry : contact->numbers) {
      if (entry.number.use != catalog::NumberUse::voice) continue;
      std::optional<Date> last = last_call(*contact, entry.number.dial);
      bool fresh = last && content.pack.published &&
                   *content.pack.published <= *last + std::chrono::days(content.pack.contact_validity_days);
      if (fresh) continue;
      calls.push_back({contact->id, entry.number.dial, entry.number.from, last, contact->show == Show::yes});
    }
  }
  return calls;
}

}  // namespace kiosk::publish
