// Under which broad topic a page is counted: its section. A section that holds nothing but red pages would name them,
// so they are counted under its parent, and on the home screen under kOther (R67).
#pragma once

#include <string>
#include <vector>

#include "kiosk/catalog/model.h"

namespace kiosk::stats {

// `topics` are those of all sections. A section that is not in `sections` is kOther.
std::string broad_topic(const std::string& section, const std::vector<catalog::Section>& sections,
                        const std::vector<catalog::TopicSummary>& topics);

}  // namespace kiosk::stats
