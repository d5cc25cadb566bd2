#include "kiosk/update/time_floor.h"

#include <algorithm>

#include "kiosk/base/instant.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update {
namespace {

constexpr std::chrono::days kBelievableSpan{3652};

std::optional<Instant> time_member(const json::Json& object, const char* name) {
  auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  auto time = parse_instant(found->get<std::string>());
  if (!time.ok()) return std::nullopt;
  return *time;
}

void raise_to(std::optional<Instant>& kept, const std::optional<Instant>& seen) {
  if (seen && (!kept || *seen > *kept)) kept = seen;
}

}  // namespace

Instant TimeFloor::value() const { return std::max({build, offline.value_or(build), online.value_or(build)}); }

bool clock_is_doubtful(const TimeFloor& floor, const os::Clock& clock) {
  const Instant now = clock.now();
  return !clock.synchronised() || now < floor.value() || now >= floor.value() + kBelievableSpan;
}

Instant time_for_checks(const TimeFloor& floor, const os::Clock& clock) {
  return clock_is_doubtful(floor, clock) ? floor.value() : clock.now();
}

void raise(TimeFloor& floor, const tuf::Client& client) {
  if (client.online_keys_changed()) floor.online.reset();
  raise_to(floor.offline, client.creation().offline);
  raise_to(floor.online, client.creation().online);
}

TimeFloor load_time_floor(const std::filesystem::path& file, Instant build) {
  TimeFloor floor{build, std::nullopt, std::nullopt};
  auto bytes = os::read_file(file, 4096);
  if (!bytes.ok()) return floor;
  auto object = json::parse(*bytes);
  if (!object.ok() || !object->is_object()) return floor;
  floor.offline = time_member(*object, "offline");
  floor.online = time_member(*object, "online");
  return floor;
}

Status save_time_floor(const std::filesystem::path& file, const TimeFloor& floor) {
  json::Json object = json::Json::object();
  if (floor.offline) object["offline"] = format_instant(*floor.offline);
  if (floor.online) object["online"] = format_instant(*floor.online);
  return os::write_durably(file, object.dump(1) + "\n");
}

}  // namespace kiosk::update
