#include "kiosk/update/time_floor.h"

#include <algorithm>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/update/trusted_roots.h"
#include "kiosk/update/tuf/metadata_store.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

namespace kiosk::update {
namespace {

constexpr std::chrono::days kBelievableSpan{3652};

// The stored metadata of a role, if it is signed as `role` wants.
template <class T>
std::optional<T> trusted(tuf::MetadataStore& store, const std::string& name, const tuf::Role& role,
                         const tuf::Keys& keys, Result<tuf::Signed<T>> (*parse)(std::string_view)) {
  auto bytes = store.load(name);
  if (!bytes.ok() || !*bytes) return std::nullopt;
  auto parsed = parse(**bytes);
  if (!parsed.ok() || !tuf::verify_signatures(name, role, keys, parsed->canonical, parsed->signatures).ok())
    return std::nullopt;
  return std::move(parsed->body);
}

struct Dates {
  std::vector<Instant> created;  // of the top-level roles; the keys of the others have no say in what time it is
  Instant end;                   // the first date that any signer of the edition set
};

Dates dates_of_edition(tuf::MetadataStore& store, const tuf::Root& root) {
  Dates dates{{}, root.expires};
  auto see = [&](const auto& role) {
    if (!role) return;
    if (role->created) dates.created.push_back(*role->created);
    dates.end = std::min(dates.end, role->expires);
  };
  see(trusted(store, "timestamp", root.timestamp, root.keys, tuf::parse_timestamp));
  see(trusted(store, "snapshot", root.snapshot, root.keys, tuf::parse_snapshot));
  auto targets = trusted(store, "targets", root.targets, root.keys, tuf::parse_targets);
  see(targets);
  if (!targets) return dates;
  for (const tuf::Delegation& delegation : targets->delegations) {
    auto role = trusted(store, delegation.name, delegation.role, targets->keys, tuf::parse_targets);
    if (role) dates.end = std::min(dates.end, role->expires);
  }
  return dates;
}

}  // namespace

Instant TimeFloor::value() const { return std::max(build, signed_at.value_or(build)); }

TimeFloor load_time_floor(const Store& store, const std::string& first_root, Instant build) {
  TimeFloor floor{build, std::nullopt};
  auto roots = load_trusted_roots(store, first_root);
  if (!roots.ok()) return floor;
  const tuf::Root& root = roots->newest();
  floor.signed_at = root.created;
  tuf::FolderMetadataStore metadata(store.metadata());
  const Dates dates = dates_of_edition(metadata, root);
  for (Instant created : dates.created) {
    if (created < dates.end && created > floor.signed_at.value_or(build)) floor.signed_at = created;
  }
  return floor;
}

bool clock_is_doubtful(const TimeFloor& floor, const os::Clock& clock) {
  const Instant now = clock.now();
  return !clock.synchronised() || now < floor.value() || now >= floor.value() + kBelievableSpan;
}

Instant time_for_checks(const TimeFloor& floor, const os::Clock& clock) {
  return clock_is_doubtful(floor, clock) ? floor.value() : clock.now();
}

}  // namespace kiosk::update
