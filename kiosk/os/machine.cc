#include "kiosk/os/machine.h"

#include <linux/input-event-codes.h>
#include <ctime>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include "kiosk/os/directory.h"
#include "kiosk/os/keymap.h"

namespace kiosk::os {
namespace {

// The first line of a file of the kernel; these have no size and are read as streams.
std::string first_line(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

// The kernel writes a set of bits as words of its own width in hexadecimal, the highest word first.
bool has_bit(const std::string& words, int bit) {
  std::istringstream stream(words);
  std::vector<unsigned long> list;
  for (std::string word; stream >> word;) list.push_back(std::strtoul(word.c_str(), nullptr, 16));
  std::reverse(list.begin(), list.end());
  const size_t width = 8 * sizeof(unsigned long), at = static_cast<size_t>(bit);
  return at / width < list.size() && (list[at / width] >> (at % width) & 1) != 0;
}

std::vector<std::string> names_in(const std::filesystem::path& folder, const std::string& beginning) {
  auto all = list_folder(folder);
  std::vector<std::string> names;
  if (!all.ok()) return names;
  for (const std::string& name : *all) {
    if (name.starts_with(beginning)) names.push_back(name);
  }
  return names;
}

}  // namespace

std::string boot_id() {
  if (const char* given = std::getenv("KIOSK_BOOT_ID")) return given;
  return first_line("/proc/sys/kernel/random/boot_id");
}

std::chrono::seconds uptime() {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return std::chrono::seconds(now.tv_sec);
}

std::optional<int> temperature(const std::filesystem::path& sys) {
  std::optional<int> warmest;
  for (const std::string& zone : names_in(sys / "class/thermal", "thermal_zone")) {
    const std::string text = first_line(sys / "class/thermal" / zone / "temp");
    char* end = nullptr;
    const long thousandths = std::strtol(text.c_str(), &end, 10);
    // Zones that are switched off answer with figures that no machine survives.
    if (text.empty() || *end != '\0' || thousandths < -60'000 || thousandths > 200'000) continue;
    warmest = std::max(warmest.value_or(-100), static_cast<int>(thousandths / 1000));
  }
  return warmest;
}

std::optional<bool> has_touch_panel(const std::filesystem::path& sys) {
  const std::filesystem::path inputs = sys / "class/input";
  std::error_code trouble;
  if (!std::filesystem::is_directory(inputs, trouble)) return std::nullopt;
  for (const std::string& name : names_in(inputs, "event")) {
    // A touchpad has fingers too; what tells a panel is that a touch is where the picture is.
    if (!has_bit(first_line(inputs / name / "device/properties"), INPUT_PROP_DIRECT)) continue;
    const std::string axes = first_line(inputs / name / "device/capabilities/abs");
    if (has_bit(axes, ABS_X) || has_bit(axes, ABS_MT_POSITION_X)) return true;
  }
  return false;
}

std::vector<std::string> keypads(const std::filesystem::path& sys) {
  const std::filesystem::path inputs = sys / "class/input";
  const Keymap keymap = Keymap::standard();
  std::vector<std::string> names;
  for (const std::string& event : names_in(inputs, "event")) {
    const std::string keys = first_line(inputs / event / "device/capabilities/key");
    // More than a power button or the volume keys of a headset: one can move, and choose.
    bool moves = false, chooses = false;
    for (const auto& [code, key] : keymap.keys()) {
      if (!has_bit(keys, code)) continue;
      moves = moves || key == Key::next;
      chooses = chooses || key == Key::select;
    }
    if (moves && chooses) names.push_back(first_line(inputs / event / "device/name"));
  }
  return names;
}

bool has_sound_card(const std::filesystem::path& sys) { return !names_in(sys / "class/sound", "card").empty(); }

}  // namespace kiosk::os
