#include "kiosk/update/consent.h"

#include <system_error>

#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/outcome.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxBytes = 4096;

}  // namespace

Status give_consent(const Store& store, const MachineTime& now) {
  const std::string tried = "Taking content past its date was not allowed: ";
  if (now.boot.empty())
    return Error{Code::refused, tried + "this machine does not say since when it is on ($KIOSK_BOOT_ID)."};
  auto last = read_outcome(store);
  if (!last.ok() || last->report.outcome != Outcome::expired) {
    return Error{Code::refused, tried + "the last update did not end by its date. Update first, then agree."};
  }
  const json::Json object = {{"boot", now.boot}, {"uptime_seconds", now.uptime.count()}};
  return os::write_durably(store.consent(), object.dump() + "\n");
}

bool has_consent(const Store& store, const MachineTime& now) {
  auto bytes = os::read_file(store.consent(), kMaxBytes);
  auto object = bytes.ok() ? json::parse(*bytes) : Result<json::Json>(bytes.error());
  if (!object.ok() || !object->is_object() || now.boot.empty()) return false;
  // Wrong types throw in the library; the file may be of another version of this program.
  try {
    const std::chrono::seconds given(object->at("uptime_seconds").get<int64_t>());
    return object->at("boot").get<std::string>() == now.boot && given <= now.uptime &&
           now.uptime - given < kConsentHolds;
  } catch (const json::Json::exception&) { return false; }
}

void withdraw_consent(const Store& store) {
  std::error_code ignored;
  std::filesystem::remove(store.consent(), ignored);
}

}  // namespace kiosk::update
