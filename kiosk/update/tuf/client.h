// The TUF client workflow (specification 1.0, section 5): from a root that is trusted already to the description of a
// target that may be trusted now. It fetches metadata only; targets are fetched by who asked.
// One run, one object; one thread.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/update/source.h"
#include "kiosk/update/tuf/metadata.h"
#include "kiosk/update/tuf/metadata_store.h"

namespace kiosk::update::tuf {

// What to do with metadata that is right in everything but its date. `accept` is for a person who has seen the date and
// confirmed; it is never the default.
enum class Expired { refuse, accept };

class Client {
 public:
  // `start` is the fixed update start time of step 5.1. `source` and `store` must outlive the client.
  Client(Source& source, MetadataStore& store, Instant start, Expired expired = Expired::refuse)
      : source_(source), store_(store), start_(start), expired_(expired) {}

  // Steps 5.2 to 5.6.6. What was verified before a step failed stays stored, as the specification wants.
  // Error: Code::older when the source has older metadata than we hold, expired, refused, damaged, not_found,
  // interrupted.
  Status refresh();

  // Steps 5.6.7 and 5.7.1, 5.7.2. REQUIRES: refresh() succeeded. Error: Code::not_found when no role has it.
  Result<TargetFile> find_target(const std::string& path);

  // REQUIRES: refresh() succeeded.
  const Root& root() const { return *root_; }
  const Snapshot& snapshot() const { return *snapshot_; }

  // When the first of the metadata that this run relied on expires.
  Instant earliest_expiry() const { return earliest_expiry_; }

 private:
  Status load_root();
  Status update_root();
  Status accept_root(Root next, std::string_view bytes);
  Status update_timestamp();
  Status update_snapshot();
  Result<Targets> load_targets(const std::string& name, const Role& role, const Keys& keys);

  std::optional<Timestamp> stored_timestamp();
  std::optional<Snapshot> stored_snapshot();
  Status check_snapshot(const Signed<Snapshot>& next) const;
  Status check_targets(const std::string& name, const Role& role, const Keys& keys, const FileMeta& meta,
                       std::string_view bytes, const Signed<Targets>& next) const;
  Status check_expiry(const std::string& what, const Header& header) const;
  void note(const Header& header) { earliest_expiry_ = std::min(earliest_expiry_, header.expires); }

  Source& source_;
  MetadataStore& store_;
  const Instant start_;
  const Expired expired_;
  std::optional<Root> root_;
  std::optional<Timestamp> timestamp_;
  std::optional<Snapshot> snapshot_;
  Instant earliest_expiry_ = Instant::max();
};

// Whether `path` falls under one of the delegation's patterns.
bool delegates(const Delegation& delegation, const std::string& path);

}  // namespace kiosk::update::tuf
