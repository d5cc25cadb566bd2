#include "kiosk/update/updater.h"

#include <algorithm>

#include "kiosk/base/log.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/lock_file.h"
#include "kiosk/update/rollback.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/metadata_store.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

namespace kiosk::update {
namespace {

void note_current(const Store& store, Report& report) {
  auto version = current_version(store);
  if (!version) return;
  auto release = read_release(store.release(*version));
  report.version = *version;
  if (release.ok()) report.created = release->created;
}

bool is_good_root(const std::string& bytes) {
  auto root = tuf::parse_root(bytes);
  return root.ok() &&
         tuf::verify_signatures("root", root->body.root, root->body.keys, root->canonical, root->signatures).ok();
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
  auto lock = os::LockFile::try_lock(store_.lock());
  Status status = lock.ok() ? update(source, report) : Status(Error{Code::io, lock.error().message});
  if (!status.ok()) {
    report.answer = source.answer();
    report.outcome = sort_out(source, status.error(), report);
    report.detail = status.error().message;
    log(Priority::warning, report.detail);
    if (report.outcome == Outcome::no_space) {
      // Where not even the first small file had room, so much is needed at the least.
      report.bytes_needed = std::max(report.bytes_needed, options_.reserve);
      // What was fetched is kept for the next try, except where it is what fills the disk.
      collect_garbage(store_);
    }
  }
  note_current(store_, report);
  if (lock.ok()) keep_report(store_, report, clock_);
  return report;
}

Status Updater::update(Source& source, Report& report) {
  on_progress_({Step::asking, 0, 0, options_.origin});
  KIOSK_TRY_STATUS(prepare_trust());
  // A release that did not prove itself gives way before anything new is looked at.
  auto settled = settle_pending(store_, options_.health);
  if (!settled.ok()) return settled.error();
  TimeFloor floor = load_time_floor(store_.time_floor(), options_.build);
  tuf::FolderMetadataStore metadata(store_.metadata());
  tuf::Client client(source, metadata, time_for_checks(floor, clock_), options_.expired);
  Status refreshed = client.refresh();
  // Also what was verified before a later step failed has proven its time.
  const TimeFloor before = floor;
  raise(floor, client);
  if (floor.offline != before.offline || floor.online != before.online) {
    KIOSK_TRY_STATUS(save_time_floor(store_.time_floor(), floor));
  }
  KIOSK_TRY_STATUS(refreshed);
  Installer installer(store_, source, client, check_, on_progress_, options_.reserve);
  KIOSK_TRY_STATUS(installer.run(report));
  collect_garbage(store_);
  return {};
}

Status Updater::prepare_trust() {
  tuf::FolderMetadataStore metadata(store_.metadata());
  auto root = metadata.load("root");
  if (root.ok() && *root && is_good_root(**root)) return {};
  // None yet, or our own disk has spoilt it: every later root can be reached again from the first one.
  if (options_.first_root.empty()) {
    return Error{Code::io,
                 "This kiosk has no root metadata: it does not know whose content to trust. Install the "
                 "root.json of who publishes."};
  }
  return metadata.save("root", options_.first_root);
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
    return foreign ? Outcome::not_for_this_kiosk : Outcome::refused;
  }
  if (theirs.error().code == Code::interrupted) return Outcome::interrupted;
  return error.code == Code::not_found ? Outcome::nothing_there : Outcome::refused;
}

}  // namespace kiosk::update
