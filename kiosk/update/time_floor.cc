#include "kiosk/update/time_floor.h"

#include <algorithm>

#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/json.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update {
namespace {

constexpr std::chrono::days kBelievableSpan{3652};

std::optional<tuf::Time> time_member(const tuf::Json& object, const char* name) {
  auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  auto time = tuf::parse_time(found->get<std::string>());
  if (!time.ok()) return std::nullopt;
  return *time;
}

void raise_to(std::optional<tuf::Time>& kept, const std::optional<tuf::Time>& seen) {
  if (seen && (!kept || *seen > *kept)) kept = seen;
}

}  // namespace

tuf::Time TimeFloor::value() const { return std::max({build, offline.value_or(build), online.value_or(build)}); }

bool clock_is_doubtful(const TimeFloor& floor, const os::Clock& clock) {
  const tuf::Time now = clock.now();
  return !clock.synchronised() || now < floor.value() || now >= floor.value() + kBelievableSpan;
}

tuf::Time time_for_checks(const TimeFloor& floor, const os::Clock& clock) {
  return clock_is_doubtful(floor, clock) ? floor.value() : clock.now();
}

void raise(TimeFloor& floor, const tuf::Client& client) {
  if (client.online_keys_changed()) floor.online.reset();
  raise_to(floor.offline, client.creation().offline);
  raise_to(floor.online, client.creation().online);
}

TimeFloor load_time_floor(const std::filesystem::path& file, tuf::Time build) {
  TimeFloor floor{build, std::nullopt, std::nullopt};
  auto bytes = os::read_file(file, 4096);
  if (!bytes.ok()) return floor;
  auto object = tuf::parse_json(*bytes);
  if (!object.ok() || !object->is_object()) return floor;
  floor.offline = time_member(*object, "offline");
  floor.online = time_member(*object, "online");
  return floor;
}

Status save_time_floor(const std::filesystem::path& file, const TimeFloor& floor) {
  tuf::Json object = tuf::Json::object();
  if (floor.offline) object["offline"] = tuf::format_time(*floor.offline);
  if (floor.online) object["online"] = tuf::format_time(*floor.online);
  return os::write_durably(file, object.dump(1) + "\n");
}

}  // namespace kiosk::update
