#include "kiosk/fleet/doctor/machine.h"

#include <fstream>
#include <system_error>

#include "kiosk/fleet/health_complaints.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/machine.h"
#include "kiosk/update/updater.h"

namespace kiosk::fleet {
namespace {

namespace fs = std::filesystem;

bool there(const fs::path& path) {
  std::error_code trouble;
  return fs::exists(fs::symlink_status(path, trouble));
}

// The kernel says of each group of processes whether there are any.
bool runs(const fs::path& root, const std::string& service) {
  std::ifstream events(root / "sys/fs/cgroup/system.slice" / service / "cgroup.events");
  for (std::string line; std::getline(events, line);) {
    if (line == "populated 1") return true;
  }
  return false;
}

bool is_enabled(const fs::path& root, const std::string& target, const std::string& unit) {
  return there(root / "etc/systemd/system" / (target + ".wants") / unit);
}

}  // namespace

Findings examine_disk(const fs::path& store) {
  fs::path folder = fs::absolute(store);  // that of a relative one which is not there yet has a parent too
  while (!there(folder) && folder.has_parent_path() && folder != folder.parent_path()) folder = folder.parent_path();
  auto read_only = os::is_read_only(folder);
  if (read_only.ok() && *read_only) {
    return {{"disk", Verdict::error, "The disk that holds " + store.string() + " can be read only.",
             "Start the machine again. If it stays so, the disk is failing: replace it."}};
  }
  auto free = os::free_bytes(folder);
  if (!free.ok()) return {{"disk", Verdict::error, free.error().message, "See whether the disk is mounted."}};
  const std::string seen = std::to_string(*free / 1'000'000) + " MB are free.";
  if (*free < update::kReservedBytes)
    return {{"disk", Verdict::error, seen, "No update fits. Remove what does not belong to the kiosk."}};
  if (*free < kLittleDisk) return {{"disk", Verdict::warning, seen, "Remove what does not belong to the kiosk."}};
  return {well("disk", seen)};
}

Findings examine_devices(const fs::path& root) {
  Findings all;
  auto touch = os::has_touch_panel(root / "sys");
  if (touch == true)
    all.push_back(well("touch", "A touch panel is there."));
  else
    all.push_back({"touch", Verdict::error, "No touch panel is found.",
                   "Check the panel's USB cable. A keypad works meanwhile."});
  if (os::has_sound_card(root / "sys"))
    all.push_back(well("sound", "A sound device is there."));
  else
    all.push_back({"sound", Verdict::error, "No sound device is found: blind visitors hear nothing.",
                   "Connect one, or switch it on in the machine's set-up."});
  if (auto degrees = os::temperature(root / "sys"); degrees && *degrees >= kHot) {
    all.push_back(
        {"heat", Verdict::warning, "The processor has " + std::to_string(*degrees) + " °C.", "Give it air and shade."});
  }
  return all;
}

Findings examine_units(const fs::path& root) {
  if (!there(root / "run/systemd/system"))
    return {well("services", "There is no systemd here; nothing was looked at.")};
  const bool installed = there(root / "usr/lib/systemd/system/kiosk.service") ||
                         there(root / "lib/systemd/system/kiosk.service") ||
                         there(root / "etc/systemd/system/kiosk.service");
  if (!installed) return {well("services", "This machine was not set up as a kiosk; nothing was looked at.")};
  Findings all;
  for (auto [target, unit] : {std::pair("multi-user.target", "kiosk.service"),
                              {"timers.target", "kiosk-update.timer"},
                              {"timers.target", "kiosk-health.timer"}}) {
    if (is_enabled(root, target, unit)) continue;
    all.push_back({"services", Verdict::error, std::string(unit) + " does not start with the machine.",
                   "systemctl enable --now " + std::string(unit)});
  }
  if (!runs(root, "kiosk.service")) {
    all.push_back({"services", Verdict::error, "The screen's program is not running.",
                   "systemctl start kiosk; why it ended: journalctl -u kiosk"});
  }
  if (all.empty()) all.push_back(well("services", "The screen runs, and updates are looked for."));
  return all;
}

}  // namespace kiosk::fleet
