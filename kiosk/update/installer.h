// Checks and activates what a refreshed TUF client describes, and mends what rotted of what is installed. Part of
// updater.h, which holds the lock and has refreshed the client; separate so that trust and content are two files.
#pragma once

#include <functional>

#include "kiosk/base/result.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/progress.h"
#include "kiosk/update/release_files.h"
#include "kiosk/update/source.h"
#include "kiosk/update/store.h"
#include "kiosk/update/tuf/client.h"

namespace kiosk::update {

// Whether a folder with contacts.db, content.db and objects/ is a catalog that a kiosk can show; passed in, so that
// this layer need not know how. Error: any; the release is then refused.
using CheckRelease = std::function<Status(const std::filesystem::path& folder)>;

class Installer {
 public:
  // All must outlive the installer. `reserve`: bytes that must stay free on the store's disk.
  Installer(const Store& store, Source& source, tuf::Client& client, Holdings& held, const CheckRelease& check,
            const OnProgress& on_progress, uint64_t reserve)
      : store_(store),
        source_(source),
        client_(client),
        held_(held),
        check_(check),
        on_progress_(on_progress),
        reserve_(reserve) {}

  // Reads the report's origin, and fills in outcome (updated, repaired, up_to_date, known_bad, program_too_old,
  // against_rules) and bytes. Error: as the steps; the store is as before.
  Status run(Report& report);

 private:
  Status refuse_older(const Proven& edition) const;
  int64_t number_that_holds(const Proven& edition);
  Status mend(int64_t number, const Proven& edition, bool is_current, Report& report);
  void mend_one_before(int64_t number, const Report& report);
  Status install(const Proven& edition, Report& report);
  Status check_space(uint64_t needed, Report& report) const;
  Status activate(const std::filesystem::path& prepared, int64_t number);
  std::string proof_now() const;
  ReleaseFiles::FindDelta delta_finder();

  const Store& store_;
  Source& source_;
  tuf::Client& client_;
  Holdings& held_;
  const CheckRelease& check_;
  const OnProgress& on_progress_;
  const uint64_t reserve_;
};

}  // namespace kiosk::update
