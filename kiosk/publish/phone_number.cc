#include "kiosk/publish/phone_number.h"

#include <optional>

#include "kiosk/publish/numbering_plan.h"
#include "kiosk/rules/number.h"

namespace kiosk::publish {

void complete_number(catalog::Number& number) {
  if (number.display.empty()) number.display = display_form(number.dial, number.from);
}

void check_number(const NumberEntry& entry, bool shown, const std::string& file, Problems& problems) {
  const catalog::Number& number = entry.number;
  const Place place{file, entry.line};
  if (number.dial.empty()) return;  // said when the file was read
  if (auto wrong = rules::objection_to_number(number.dial, number.display, number.national)) {
    problems.error(place, wrong->what, wrong->remedy);
    return;
  }
  if (!number.dial.starts_with('+') && number.from.empty()) {
    if (entry.from_refused) return;
    problems.error(place, "\"" + number.dial + "\" works only inside one country.",
                   "Name that country under from, for example from: [LR].");
    return;
  }
  PlanOpinion opinion = plan_opinion(number);
  if (opinion.verdict == PlanOpinion::Verdict::impossible) problems.error(place, opinion.message, opinion.remedy);
  if (opinion.verdict == PlanOpinion::Verdict::unknown && shown)
    problems.warning(place, opinion.message, opinion.remedy);
}

}  // namespace kiosk::publish
