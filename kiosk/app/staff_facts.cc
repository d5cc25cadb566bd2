#include "kiosk/app/staff_facts.h"

#include <algorithm>
#include <ctime>

#include "kiosk/base/instant.h"
#include "kiosk/catalog/numbers_lapse.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/file.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/owner_offer.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::app {
namespace {

// As platform/systemd/kiosk-update.timer says.
constexpr std::chrono::minutes kAfterPowerOn{10};
constexpr std::chrono::hours kEvery{24}, kSpread{6};

screens::DayAndMinute at_the_kiosk(Instant time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm local{};
  localtime_r(&seconds, &local);
  const auto civil = time + std::chrono::seconds(local.tm_gmtoff);
  return {std::chrono::floor<std::chrono::days>(civil), local.tm_hour * 60 + local.tm_min};
}

std::optional<std::pair<screens::DayAndMinute, screens::DayAndMinute>> next_look(std::optional<Instant> last,
                                                                                 Instant now,
                                                                                 std::chrono::seconds uptime) {
  const Instant power_on = now - uptime;
  const Instant earliest = last && *last >= power_on ? *last + kEvery : power_on + kAfterPowerOn;
  const Instant latest = earliest + kSpread;
  if (latest <= now) return std::nullopt;  // it should have been: the timer was stopped, or the clock was set
  return std::pair(at_the_kiosk(std::max(earliest, now)), at_the_kiosk(latest));
}

Date day_of(Instant time) { return std::chrono::floor<std::chrono::days>(time); }

void note_numbers(screens::StaffFacts& facts, const update::Store& store, Date today) {
  auto version = update::current_release(store);
  auto lapse = version ? catalog::numbers_lapse(store.release(*version)) : std::nullopt;
  if (!lapse || *lapse > today + catalog::kTellBefore) return;
  facts.numbers_lapse = lapse;
  facts.numbers_lapsed = *lapse < today;
}

}  // namespace

screens::StaffFacts staff_facts(const update::Store& store, const std::filesystem::path& first_root,
                                const std::filesystem::path& notes, const config::Config& config,
                                const os::Clock& clock, Date published, std::chrono::seconds uptime) {
  screens::StaffFacts facts;
  auto root = os::read_file(first_root, update::tuf::kMaxRootBytes);
  const std::string root_bytes = root.ok() ? *root : std::string();
  const update::TimeFloor floor = update::load_time_floor(store, root_bytes, published);
  const Instant now = update::time_for_checks(floor, clock);
  facts.clock_doubtful = update::clock_is_doubtful(floor, clock);
  if (auto installed = update::installed_release(store, root_bytes)) {
    facts.version = installed->edition.version;
    if (installed->edition.created) facts.made = day_of(*installed->edition.created);
    facts.expires = day_of(installed->edition.expires);
    facts.expired = installed->edition.expires <= now;
    facts.can_roll_back = installed->before > 0;
  }
  if (auto change = update::read_owner_change(store)) {
    facts.other_owner_since = day_of(change->at);
    facts.content_key = change->content_key;
  }
  if (update::owner_of(store, root_bytes) == update::Owner::another) {
    facts.new_owner_awaited = true;
    facts.content_key = update::trusted_content_key(store, root_bytes).value_or("");
  }
  note_numbers(facts, store, day_of(now));
  const auto last = update::read_outcome(store);
  if (last.ok()) {
    facts.last_update = last->report;
    facts.last_update_on = day_of(last->at);
    if (last->report.outcome == update::Outcome::not_for_this_kiosk)
      facts.offered_key = update::offered_key(store).value_or("");
    facts.may_accept_expired = config.may_accept_expired && last->report.outcome == update::Outcome::expired;
  }
  if (auto free = os::free_bytes(store.folder); free.ok()) facts.free_bytes = *free;
  if (auto read_only = os::is_read_only(notes); read_only.ok()) facts.disk_read_only = *read_only;
  facts.has_network_address = !config.update_url.empty();
  if (facts.has_network_address && !facts.clock_doubtful) {
    facts.next_look = next_look(last.ok() ? last->network_at : std::nullopt, clock.now(), uptime);
  }
  return facts;
}

}  // namespace kiosk::app
