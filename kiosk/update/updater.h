// Brings a store up to what a repository offers: refresh trust, plan, fetch, check, activate. The only writer of a
// store, together with rollback.h; both hold its lock. Whatever fails, the release that was current stays so.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/lock_file.h"
#include "kiosk/update/installer.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/source.h"
#include "kiosk/update/store.h"
#include "kiosk/update/tuf/client.h"

namespace kiosk::update {

// What an update leaves free on the disk of the store; with less than this, none fits.
inline constexpr uint64_t kReservedBytes = 64'000'000;

struct UpdaterOptions {
  Origin origin = Origin::stick;
  std::string first_root;  // bytes of the root metadata that came with the program
  Instant build{};         // when the program was built: the lowest time there can be
  tuf::Expired expired = tuf::Expired::refuse;
  uint64_t reserve = kReservedBytes;
  std::filesystem::path health;  // the folder of shown_release.h
  // How long to wait for another update that is at work, and how a wait is waited; tests pretend.
  std::chrono::seconds patience{0};
  std::function<void(std::chrono::seconds)> pause = [](std::chrono::seconds time) {
    std::this_thread::sleep_for(time);
  };
};

class Updater {
 public:
  // All must outlive the updater.
  Updater(const Store& store, const UpdaterOptions& options, const os::Clock& clock, const CheckRelease& check,
          const OnProgress& on_progress)
      : store_(store), options_(options), clock_(clock), check_(check), on_progress_(on_progress) {}

  // Never fails as a function: how it ended is the report, which is also kept as status/outcome.json.
  Report run(Source& source);

 private:
  Result<os::LockFile> lock_store() const;
  Status update(Source& source, Report& report);
  int64_t newest_root() const;
  Outcome sort_out(Source& source, const Error& error, Report& report) const;

  const Store& store_;
  const UpdaterOptions& options_;
  const os::Clock& clock_;
  const CheckRelease& check_;
  const OnProgress& on_progress_;
};

}  // namespace kiosk::update
