// What the machine says of itself through the kernel's files, without any privilege: how long it has been on, how warm
// it is, whether there is something to touch and something to hear. `sys` is another folder in tests.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::os {

// Names this switching-on of the machine. $KIOSK_BOOT_ID first, which a unit sets (%b) where its sandbox hides the
// kernel's own; empty when neither is there.
std::string boot_id();

std::chrono::seconds uptime();

// Of the warmest thermal zone, whole degrees Celsius.
std::optional<int> temperature(const std::filesystem::path& sys = "/sys");

// Whether a touch panel is there: an input device that says where fingers are. Nothing where no device can be seen.
std::optional<bool> has_touch_panel(const std::filesystem::path& sys = "/sys");

// The names of what can send the keys of a keypad (kiosk/os/keymap.h): keypads, keyboards, remote controls.
std::vector<std::string> keypads(const std::filesystem::path& sys = "/sys");

// Whether a sound card is there.
bool has_sound_card(const std::filesystem::path& sys = "/sys");

}  // namespace kiosk::os
