#include "kiosk/app/staff_facts.h"

#include "kiosk/os/directory.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/time_floor.h"

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
  if (auto last = update::read_outcome(store); last.ok()) {
    facts.last_update = update::name_of(last->report.outcome);
    facts.last_update_on = day_of(last->at);
  }
  if (auto free = os::free_bytes(store.folder); free.ok()) facts.free_bytes = *free;
  facts.has_network_address = !config.update_url.empty();
  return facts;
}

}  // namespace kiosk::app
