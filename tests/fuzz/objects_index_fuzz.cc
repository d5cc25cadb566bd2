// Fuzz target: the index of a release's media. What can be read is written the same way again.
#include <cstdint>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/update/objects_index.h"

using namespace kiosk::update;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto entries = parse_objects_index({reinterpret_cast<const char*>(data), size});
  if (!entries.ok()) return 0;
  const std::string written = write_objects_index(*entries);
  auto again = parse_objects_index(written);
  KIOSK_CHECK(again.ok() && again->size() == entries->size() && write_objects_index(*again) == written);
  return 0;
}
