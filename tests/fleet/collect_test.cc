#include "kiosk/fleet/collect.h"

#include <doctest/doctest.h>

#include "kiosk/fleet/health_json.h"
#include "kiosk/fleet/screen_note.h"
#include "kiosk/json/json.h"
#include "kiosk/os/machine.h"
#include "kiosk/update/shown_release.h"
#include "tests/fleet/sample_report.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::fleet {
namespace {

using test::FixedClock;
using test::kNow;
using test::TemporaryFolder;

// The files of a kernel that has a warm processor, a touch panel and a sound card.
void write_machine(const std::filesystem::path& sys, const std::string& heat) {
  std::filesystem::create_directories(sys / "class/thermal/thermal_zone0");
  test::write_file(sys / "class/thermal/thermal_zone0/temp", heat + "\n");
  std::filesystem::create_directories(sys / "class/input/event3/device/capabilities");
  test::write_file(sys / "class/input/event3/device/properties", "2\n");
  test::write_file(sys / "class/input/event3/device/capabilities/abs", "2608000 3\n");
  std::filesystem::create_directories(sys / "class/sound/card0");
}

TEST_CASE("a kiosk that was never updated reports that, and nothing invented") {
  TemporaryFolder folder;
  Sources sources;
  sources.store = {folder / "store"};
  sources.health = folder / "health";
  sources.name = "Ganta border";
  sources.build = kNow;
  sources.sys = folder / "sys";
  const HealthReport report = collect(sources, FixedClock(kNow));
  CHECK(report.name == "Ganta border");
  CHECK(report.at == kNow);
  CHECK(report.content_version == 0);
  CHECK(report.last_update.empty());
  CHECK_FALSE(report.content_created);
  CHECK_FALSE(report.disk_free);
  CHECK_FALSE(report.presented);
  CHECK_FALSE(report.touch);
  CHECK_FALSE(report.temperature);
  CHECK(report.sound == false);
}

TEST_CASE("after an update the report says what content there is and how it came") {
  test::RepositorySimulator repository(kNow);
  test::publish_release(repository, {"number 116", "words", {}});
  test::SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == update::Outcome::updated);
  Sources sources;
  sources.store = kiosk.store;
  sources.first_root = kiosk.options.first_root;
  sources.health = kiosk.folder / "health";
  sources.build = kNow - std::chrono::days(1);
  sources.sys = kiosk.folder / "sys";
  write_machine(sources.sys, "47000");
  HealthReport report = collect(sources, kiosk.clock);
  CHECK(report.content_version == 2);
  CHECK(report.content_created == kNow);
  CHECK(report.content_expires == kNow + std::chrono::days(365));
  CHECK_FALSE(report.content_expired);
  CHECK_FALSE(report.content_proven);
  CHECK(report.last_update == "updated");
  CHECK(report.last_update_at == kNow);
  CHECK(report.touch == true);
  CHECK(report.sound == true);
  REQUIRE(update::confirm(sources.health, 2).ok());
  kiosk.clock.time += std::chrono::days(366);
  report = collect(sources, kiosk.clock);
  CHECK(report.content_proven);
  CHECK(report.content_expired);
}

TEST_CASE("an unsynchronised clock is reported, and the time is then the earliest it can be") {
  TemporaryFolder folder;
  Sources sources;
  sources.store = {folder / "store"};
  sources.build = kNow;
  FixedClock clock(std::chrono::sys_seconds{});
  clock.vouched_for = false;
  const HealthReport report = collect(sources, clock);
  CHECK(report.clock_doubtful);
  CHECK(report.at == kNow);
}

TEST_CASE("warmth that a visitor's use of the screen makes cannot be seen in the report") {
  TemporaryFolder folder;
  Sources sources;
  sources.store = {folder / "store"};
  sources.sys = folder / "sys";
  auto reported = [&](const char* heat) {
    write_machine(sources.sys, heat);
    return collect(sources, FixedClock(kNow)).temperature;
  };
  CHECK(reported("31000") == reported("64900"));
  CHECK(reported("89900") == 80);
  CHECK(reported("-274000") == std::nullopt);
  CHECK(reported("warm") == std::nullopt);
}

TEST_CASE("what the screen noted counts for the machine's present start only") {
  TemporaryFolder folder;
  Sources sources;
  sources.store = {folder / "store"};
  sources.health = folder / "health";
  sources.sys = folder / "sys";
  write_machine(sources.sys, "40000");
  REQUIRE(write_screen_note(sources.health, {os::boot_id(), 3, true, false, std::nullopt, ""}).ok());
  HealthReport report = collect(sources, FixedClock(kNow));
  CHECK(report.presented == true);
  CHECK(report.restarts == 2);
  CHECK(report.touch == false);  // the kernel lists a panel, but the screen got nothing from it
  CHECK(report.sound == true);
  REQUIRE(write_screen_note(sources.health, {"another day", 3, true, false, std::nullopt, ""}).ok());
  report = collect(sources, FixedClock(kNow));
  CHECK(report.presented == false);
  CHECK(report.restarts == 0);
  CHECK(report.touch == true);
}

TEST_CASE("a note of an earlier start on a disk with room says that the screen has not come up") {
  TemporaryFolder folder;
  Sources sources;
  sources.store = {folder / "store"};
  std::filesystem::create_directories(sources.store.folder);
  sources.health = folder / "health";
  sources.sys = folder / "sys";
  REQUIRE(write_screen_note(sources.health, {"another day", 3, true, false, std::nullopt, ""}).ok());
  HealthReport report = collect(sources, FixedClock(kNow));
  CHECK(report.disk_read_only == false);
  CHECK(report.presented == false);
}

TEST_CASE("only a device that says where on the picture a finger is counts as a touch panel") {
  TemporaryFolder folder;
  CHECK(os::has_touch_panel(folder / "nowhere") == std::nullopt);
  const auto sys = folder / "sys";
  write_machine(sys, "40000");
  CHECK(os::has_touch_panel(sys) == true);
  test::write_file(sys / "class/input/event3/device/properties", "5\n");  // a touchpad: pointer, buttonpad
  CHECK(os::has_touch_panel(sys) == false);
  test::write_file(sys / "class/input/event3/device/properties", "");
  CHECK(os::has_touch_panel(sys) == false);
  // One that tells of several fingers alone, and not of the first among them once more.
  std::filesystem::create_directories(sys / "class/input/event4/device/capabilities");
  test::write_file(sys / "class/input/event4/device/properties", "2\n");
  test::write_file(sys / "class/input/event4/device/capabilities/abs", "260800000000000\n");
  CHECK(os::has_touch_panel(sys) == true);
}

TEST_CASE("a report in JSON reads back the same, with every value and with none") {
  for (const HealthReport& report : {sample_report(), HealthReport{}}) {
    auto back = health_from_json(to_json(report));
    REQUIRE(back.ok());
    CHECK(*back == report);
  }
}

TEST_CASE("a report of another form is refused and the wrong member named") {
  for (auto [member, value] : {std::pair<const char*, json::Json>{"at", "yesterday"},
                               {"content_version", -1},
                               {"content_version", "7"},
                               {"clock_doubtful", 1},
                               {"restarts", int64_t{1} << 40},
                               {"uptime_hours", -5},
                               {"name", std::string(10'000, 'x')},
                               {"touch", "yes"}}) {
    auto object = to_json(sample_report());
    object[member] = value;
    auto report = health_from_json(object);
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().message.find(member) != std::string::npos);
  }
}

}  // namespace
}  // namespace kiosk::fleet
