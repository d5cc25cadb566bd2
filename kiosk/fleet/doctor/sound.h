// Looks at whether a visitor who cannot see is served: the sound devices that the settings name, how loud they are,
// what the screen's program found out about them, the recordings of the content, and the keypad.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/config/config.h"
#include "kiosk/fleet/doctor/finding.h"
#include "kiosk/fleet/screen_note.h"

namespace kiosk::fleet {

// `devices` are audio::device_names(). `note`: what the screen's program wrote down since the machine was switched on.
Findings examine_sound(const config::Config& config, const std::vector<std::string>& devices,
                       const std::optional<ScreenNote>& note);

// Decodes each recording, as a kiosk does before it plays it. The kiosk itself says nothing of a damaged one: the time
// of such a line would tell what a visitor listened to (R66). Takes a second for some hundreds.
Findings examine_recordings(const catalog::Catalog& catalog);

Findings examine_keypad(const std::filesystem::path& root = "/");

}  // namespace kiosk::fleet
