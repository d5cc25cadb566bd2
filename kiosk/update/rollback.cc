#include "kiosk/update/rollback.h"

#include "kiosk/base/log.h"
#include "kiosk/os/durable.h"
#include "kiosk/update/shown_release.h"

namespace kiosk::update {

Result<int64_t> roll_back(const Store& store) {
  const Error nothing{Code::not_found, "There is no release to go back to in " + store.folder.string() + "."};
  auto version = current_version(store);
  if (!version) return nothing;
  KIOSK_TRY(current, read_release(store.release(*version)));
  if (current.replaces == 0) return nothing;
  auto previous = read_release(store.release(current.replaces));
  if (!previous.ok()) return nothing;
  // Marked first: after a power cut in between, the release stays current and is merely not fetched again.
  KIOSK_TRY_STATUS(add_bad_release(store, current.version));
  // The commit point.
  KIOSK_TRY_STATUS(
      os::link_durably(std::filesystem::path("releases") / std::to_string(previous->version), store.current()));
  return previous->version;
}

Result<bool> settle_pending(const Store& store, const std::filesystem::path& health) {
  auto version = current_version(store);
  if (!version) return false;
  const Health known = read_health(health, *version);
  if (known.confirmed || known.starts < kMaxUnprovenStarts) return false;
  auto previous = roll_back(store);
  // Nothing to go back to: the kiosk shows what came with the program, and something newer is welcome.
  if (!previous.ok() && previous.error().code == Code::not_found) {
    KIOSK_TRY_STATUS(add_bad_release(store, *version));
    return false;
  }
  if (!previous.ok()) return previous.error();
  log(Priority::warning, "Release " + std::to_string(*version) + " did not prove itself; " + std::to_string(*previous) +
                             " is current again.");
  return true;
}

}  // namespace kiosk::update
