#include "kiosk/fleet/collect.h"

#include <algorithm>
#include <system_error>

#include "kiosk/catalog/numbers_lapse.h"
#include "kiosk/fleet/screen_note.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/machine.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"

namespace kiosk::fleet {
namespace {

void note_content(HealthReport& report, const Sources& sources) {
  auto installed = update::installed_release(sources.store, sources.first_root);
  if (!installed) return;
  const update::Proven& edition = installed->edition;
  report.content_version = edition.version;
  report.content_proven = update::read_health(sources.health, installed->number).confirmed;
  report.content_created = edition.created;
  report.content_expires = edition.expires;
  report.content_expired = edition.expires <= report.at;
}

void note_numbers(HealthReport& report, const Sources& sources) {
  auto version = update::current_release(sources.store);
  auto lapse = version ? catalog::numbers_lapse(sources.store.release(*version)) : std::nullopt;
  if (lapse) report.numbers_lapse = Instant(*lapse + std::chrono::days(1));
}

void note_last_update(HealthReport& report, const Sources& sources) {
  auto record = update::read_outcome(sources.store);
  if (!record.ok()) return;
  report.last_update = update::name_of(record->report.outcome);
  report.last_update_words = update::sentence_for(record->report);
  report.last_update_at = record->at;
}

// A processor warms up in use and system files grow, so both are reported too coarsely to tell. Only harmful heat is
// told apart.
int coarse_degrees(int degrees) { return std::max(60, degrees / 10 * 10); }

uint64_t coarse_bytes(uint64_t bytes) { return bytes / 10'000'000 * 10'000'000; }

void note_machine(HealthReport& report, const Sources& sources) {
  report.uptime = std::chrono::floor<std::chrono::hours>(os::uptime());
  std::error_code trouble;
  const auto space = std::filesystem::space(sources.store.folder, trouble);
  if (!trouble) {
    report.disk_free = coarse_bytes(space.available);
    report.disk_size = coarse_bytes(space.capacity);
  }
  if (auto read_only = os::is_read_only(sources.store.folder); read_only.ok()) report.disk_read_only = *read_only;
  if (auto degrees = os::temperature(sources.sys)) report.temperature = coarse_degrees(*degrees);
  report.touch = os::has_touch_panel(sources.sys);
  report.sound = os::has_sound_card(sources.sys);
}

// Whether the screen's program has room for its note. That its folder is mounted read-only says nothing: the sandbox
// makes it so for every other program.
bool may_be_noted(const HealthReport& report, const Sources& sources) {
  constexpr uint64_t kRoom = 64 << 10;
  auto free = os::free_bytes(sources.health);
  return report.disk_read_only != true && (!free.ok() || *free >= kRoom);
}

// What the screen's program says of devices counts more than what the kernel lists: it has tried to use them.
void note_screen(HealthReport& report, const Sources& sources) {
  auto note = read_screen_note(sources.health);
  if (!note) return;
  // A note from before the machine was last switched on says that the screen has not come up since.
  const bool of_now = note->boot == os::boot_id();
  if (!of_now && !may_be_noted(report, sources)) return;  // it may well have come up
  report.presented = of_now && note->presented;
  report.restarts = of_now ? std::max(0, note->starts - 1) : 0;
  if (!of_now) return;
  if (note->touch) report.touch = note->touch;
  if (note->sound) report.sound = note->sound;
}

}  // namespace

HealthReport collect(const Sources& sources, const os::Clock& clock) {
  HealthReport report;
  report.name = sources.name;
  report.place = sources.place;
  report.program = sources.program;
  const update::TimeFloor floor = update::load_time_floor(sources.store, sources.first_root, sources.build);
  report.clock_doubtful = update::clock_is_doubtful(floor, clock);
  report.at = update::time_for_checks(floor, clock);
  note_content(report, sources);
  note_numbers(report, sources);
  note_last_update(report, sources);
  note_machine(report, sources);
  note_screen(report, sources);
  return report;
}

}  // namespace kiosk::fleet
