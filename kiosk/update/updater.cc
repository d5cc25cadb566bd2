#include "kiosk/update/updater.h"

#include <algorithm>
#include <optional>

#include "kiosk/base/log.h"
#include "kiosk/update/garbage.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/owner_offer.h"
#include "kiosk/update/rollback.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/trust_folder.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update {
namespace {

void note_current(const Store& store, const std::string& first_root, Report& report) {
  auto installed = installed_release(store, first_root);
  if (!installed) return;
  report.version = installed->edition.version;
  report.created = installed->edition.created;
}

// For status and the staff screen; its loss would lose no content, so a failure is only logged.
void keep_report(const Store& store, const Report& report, const os::Clock& clock) {
  OutcomeRecord record{report, clock.now(), clock.synchronised()};
  if (report.origin == Origin::network)
    record.network_at = record.at;
  else if (auto last = read_outcome(store); last.ok())
    record.network_at = last->network_at;
  auto status = write_outcome(store, record);
  if (!status.ok()) log(Priority::warning, status.error().message);
}

}  // namespace

Report Updater::run(Source& source) {
  Report report;
  report.origin = options_.origin;
  if (auto status = prepare_store(store_); !status.ok()) {
    report.outcome = outcome_of(status.error());
    report.detail = status.error().message;
    if (report.outcome == Outcome::no_space) report.bytes_needed = options_.reserve;
    return report;
  }
  auto lock = lock_store();
  const bool busy = !lock.ok() && lock.error().code == Code::refused;
  Status status = lock.ok() ? update(source, report) : Status(lock.error());
  if (!status.ok()) {
    report.answer = source.answer();
    report.outcome = busy ? Outcome::busy : sort_out(source, status.error(), report);
    report.detail = status.error().message;
    log(Priority::warning, report.detail);
    if (report.outcome == Outcome::no_space) {
      // Where not even the first small file had room, so much is needed at the least.
      report.bytes_needed = std::max(report.bytes_needed, options_.reserve);
      // What was fetched is kept for the next try, except where it is what fills the disk.
      collect_garbage(store_, options_.first_root);
    }
  }
  note_current(store_, options_.first_root, report);
  // Whoever plugged the stick in reads why nothing came of it, until the other update says how it ended.
  if (lock.ok() || busy) keep_report(store_, report, clock_);
  return report;
}

// Error: Code::refused where another update is at work for longer than we wait.
Result<os::LockFile> Updater::lock_store() const {
  constexpr std::chrono::seconds kPause{1};
  auto lock = os::LockFile::try_lock(store_.lock());
  for (std::chrono::seconds waited{0}; !lock.ok() && lock.error().code == Code::refused && waited < options_.patience;
       waited += kPause) {
    options_.pause(kPause);
    lock = os::LockFile::try_lock(store_.lock());
  }
  return lock;
}

Status Updater::update(Source& source, Report& report) {
  on_progress_({Step::asking, 0, 0, options_.origin});
  withdraw_offer(store_);
  KIOSK_TRY_STATUS(prepare_trust(store_, options_.first_root, clock_));
  // A release that did not prove itself gives way before anything new is looked at.
  auto settled = settle_pending(store_, options_.first_root, options_.health);
  if (!settled.ok()) return settled.error();
  TrustFolder trust(store_);
  auto now = [&] { return time_for_checks(load_time_floor(store_, options_.first_root, options_.build), clock_); };
  std::optional<tuf::Client> client;
  client.emplace(source, trust, now(), options_.expired);
  const int64_t root_before = newest_root();
  Status refreshed = client->refresh();
  // A new root may have taken back what made it seem so late.
  if (!refreshed.ok() && refreshed.error().code == Code::expired && newest_root() != root_before) {
    client.emplace(source, trust, now(), options_.expired);
    refreshed = client->refresh();
  }
  KIOSK_TRY_STATUS(refreshed);
  Holdings held(store_, options_.first_root);
  Installer installer(store_, source, *client, held, check_, on_progress_, options_.reserve);
  KIOSK_TRY_STATUS(installer.run(report));
  collect_garbage(store_, options_.first_root);
  return {};
}

int64_t Updater::newest_root() const {
  auto roots = load_trusted_roots(store_, options_.first_root);
  return roots.ok() ? roots->newest().version : 0;
}

Outcome Updater::sort_out(Source& source, const Error& error, Report& report) const {
  Outcome outcome = outcome_of(error);
  if (outcome == Outcome::interrupted && !source.has_answered()) return Outcome::no_connection;
  // Of the kiosk's own disk or date, whatever was answered before.
  if (outcome != Outcome::refused && outcome != Outcome::failed && outcome != Outcome::interrupted) report.answer = {};
  if (outcome != Outcome::refused) return outcome;
  // A repository keeps all its roots for ever: one whose root of our first version is another is somebody else's.
  auto first = tuf::parse_root(options_.first_root);
  if (!first.ok()) return outcome;
  auto theirs = source.read_all("metadata/" + std::to_string(first->body.version) + ".root.json", tuf::kMaxRootBytes);
  // A network that answers everything with a page of its own is nobody's repository.
  if (theirs.ok()) {
    auto other = tuf::parse_root(*theirs);
    const bool same = other.ok() && other->canonical == first->canonical;
    report.altered_in_copying = same && *theirs != options_.first_root;
    const bool foreign = other.ok() && !same;
    if (foreign && options_.origin == Origin::stick) keep_offer(store_, source, *theirs);
    return foreign ? Outcome::not_for_this_kiosk : Outcome::refused;
  }
  if (theirs.error().code == Code::interrupted) return Outcome::interrupted;
  return error.code == Code::not_found ? Outcome::nothing_there : Outcome::refused;
}

}  // namespace kiosk::update
