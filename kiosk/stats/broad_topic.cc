#include "kiosk/stats/broad_topic.h"

#include <algorithm>

#include "kiosk/stats/counts.h"

namespace kiosk::stats {

std::string broad_topic(const std::string& section, const std::vector<catalog::Section>& sections,
                        const std::vector<catalog::TopicSummary>& topics) {
  std::string id = section;
  // As many steps up as there are sections: parents that go round in a circle end as kOther.
  for (size_t steps = 0; steps <= sections.size(); ++steps) {
    auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& each) { return each.id == id; });
    if (found == sections.end()) break;
    bool any = false, harmless = false;
    for (const catalog::TopicSummary& topic : topics) {
      if (topic.section != id) continue;
      any = true;
      harmless = harmless || topic.sensitivity != catalog::Sensitivity::red;
    }
    if (harmless || !any) return id;
    id = found->parent;
  }
  return kOther;
}

}  // namespace kiosk::stats
