#include "kiosk/update/taken_back.h"

#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxBytes = 65536;

// Empty where there is none, or none that can be read.
json::Json versions_in(const Store& store) {
  auto bytes = os::read_file(store.taken_back(), kMaxBytes);
  auto list = bytes.ok() ? json::parse(*bytes) : Result<json::Json>(bytes.error());
  return list.ok() && list->is_array() ? *list : json::Json::array();
}

}  // namespace

Status note_taken_back(const Store& store, int64_t version) {
  if (was_taken_back(store, version)) return {};
  json::Json list = versions_in(store);
  list.push_back(version);
  return os::write_durably(store.taken_back(), list.dump() + "\n");
}

bool was_taken_back(const Store& store, int64_t version) {
  for (const json::Json& one : versions_in(store))
    if (one.is_number_integer() && one.get<int64_t>() == version) return true;
  return false;
}

}  // namespace kiosk::update
