#include <doctest/doctest.h>

#include <linux/input.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include "kiosk/os/headphone_jack.h"

using namespace kiosk::os;

namespace {

std::vector<uint8_t> events(std::vector<std::array<int, 3>> all) {
  std::vector<uint8_t> bytes;
  for (const auto& [type, code, value] : all) {
    input_event event{};
    event.type = static_cast<uint16_t>(type);
    event.code = static_cast<uint16_t>(code);
    event.value = value;
    const auto* begin = reinterpret_cast<const uint8_t*>(&event);
    bytes.insert(bytes.end(), begin, begin + sizeof event);
  }
  return bytes;
}

}  // namespace

TEST_CASE("R6: the last event of the headphone switch counts, others say nothing") {
  CHECK(headphones_in_events(events({{EV_SW, SW_HEADPHONE_INSERT, 1}, {EV_SYN, 0, 0}})) == true);
  CHECK(headphones_in_events(events({{EV_SW, SW_HEADPHONE_INSERT, 1}, {EV_SW, SW_HEADPHONE_INSERT, 0}})) == false);
  CHECK_FALSE(headphones_in_events(events({{EV_SW, SW_MICROPHONE_INSERT, 1}, {EV_KEY, SW_HEADPHONE_INSERT, 1}})));
  CHECK_FALSE(headphones_in_events({}));
}

TEST_CASE("half an event is ignored") {
  auto bytes = events({{EV_SW, SW_HEADPHONE_INSERT, 1}});
  bytes.pop_back();
  CHECK_FALSE(headphones_in_events(bytes));
}

TEST_CASE("a machine without a jack says so, and watching it ends at once") {
  auto folder = std::filesystem::temp_directory_path() / "kiosk-headphone-jack-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "event0") << "not a device";
  CHECK_FALSE(watch_headphone_jack(folder, [] {})->plugged_in());
  CHECK_FALSE(watch_headphone_jack(folder / "missing", [] {})->plugged_in());
  std::filesystem::remove_all(folder);
}
