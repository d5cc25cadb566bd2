#include "kiosk/app/staff_facts.h"

#include <nlohmann/json.hpp>

#include "kiosk/os/directory.h"
#include "kiosk/os/file.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::app {
namespace {

Date day_of(update::tuf::Time time) { return std::chrono::floor<std::chrono::days>(time); }

}  // namespace

screens::StaffFacts staff_facts(const update::Store& store, const config::Config& config, const os::Clock& clock,
                                Date published) {
  screens::StaffFacts facts;
  const update::TimeFloor floor = update::load_time_floor(store.time_floor(), published);
  const update::tuf::Time now = update::time_for_checks(floor, clock);
  facts.clock_doubtful = update::clock_is_doubtful(floor, clock);
  if (auto version = update::current_version(store)) {
    if (auto release = update::read_release(store.release(*version)); release.ok()) {
      facts.version = release->version;
      if (release->created) facts.made = day_of(*release->created);
      facts.expires = day_of(release->expires);
      facts.expired = release->expires <= now;
      facts.can_roll_back = release->replaces > 0;
    }
  }
  if (auto text = os::read_file(store.last_update(), 65536); text.ok()) {
    const nlohmann::json last = nlohmann::json::parse(*text, nullptr, false);
    if (last.is_object()) {
      facts.last_update = last.value("outcome", "");
      if (auto at = update::tuf::parse_time(last.value("at", "")); at.ok()) facts.last_update_on = day_of(*at);
    }
  }
  if (auto free = os::free_bytes(store.folder); free.ok()) facts.free_bytes = *free;
  facts.has_network_address = !config.update_url.empty();
  return facts;
}

}  // namespace kiosk::app
