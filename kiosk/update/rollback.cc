#include "kiosk/update/rollback.h"

#include "kiosk/base/log.h"
#include "kiosk/os/durable.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/shown_release.h"

namespace kiosk::update {
namespace {

Status mark_bad(const Store& store, Holdings& held, int64_t number, TakenBack taken_back) {
  const Proven* edition = held.proven(number);
  return add_bad_release(store, {number, edition ? edition->version : 0, edition ? edition->identity() : std::string(),
                                 taken_back == TakenBack::by_staff});
}

}  // namespace

Result<int64_t> roll_back(const Store& store, const std::string& first_root, TakenBack taken_back) {
  Holdings held(store, first_root);
  const int64_t current = held.current(), before = held.before(current);
  if (current == 0 || before == 0 || !held.proven(before))
    return Error{Code::not_found, "There is no release to go back to in " + store.folder.string() + "."};
  // Marked first: after a power cut in between, the release stays current and is merely not fetched again.
  KIOSK_TRY_STATUS(mark_bad(store, held, current, taken_back));
  // The commit point.
  KIOSK_TRY_STATUS(os::link_durably(std::filesystem::path("releases") / std::to_string(before), store.current()));
  return before;
}

Result<bool> settle_pending(const Store& store, const std::string& first_root, const std::filesystem::path& health) {
  auto number = current_release(store);
  if (!number) return false;
  const Health known = read_health(health, *number);
  if (known.confirmed || known.starts < kMaxUnprovenStarts) return false;
  auto previous = roll_back(store, first_root, TakenBack::unproven);
  // Nothing to go back to: the kiosk shows what came with the program, and something newer is welcome.
  if (!previous.ok() && previous.error().code == Code::not_found) {
    Holdings held(store, first_root);
    KIOSK_TRY_STATUS(mark_bad(store, held, *number, TakenBack::unproven));
    return false;
  }
  if (!previous.ok()) return previous.error();
  log(Priority::warning, "Release " + std::to_string(*number) + " did not prove itself; " + std::to_string(*previous) +
                             " is current again.");
  return true;
}

}  // namespace kiosk::update
