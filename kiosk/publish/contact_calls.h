// The log of test calls in a contact, and the calls that an office has still to make. The log is kept beside the number
// it is about, so that two people who sign the number see who called, when, and what came of it. Only initials stand
// there: content is public.
#pragma once

#include <string>
#include <vector>

#include "kiosk/publish/content.h"
#include "kiosk/publish/fields.h"

namespace kiosk::publish {

std::vector<CallEntry> read_calls(Fields& fields, const std::vector<NumberEntry>& numbers, Problems& problems);

struct CallToMake {
  std::string contact, dial;
  std::vector<std::string> from;  // countries where it works; empty: anywhere
  std::optional<Date> last;       // none: never called
  bool shown = false;             // else it waits for this call
};

// Every voice number that is shown or might be, and was not called within the validity of a check before the edition:
// what visitors see first, in the order of the screen.
std::vector<CallToMake> calls_to_make(const Content& content);

}  // namespace kiosk::publish
