// Takes settings over as those made on this device, which stand over /etc/kiosk/kiosk.toml. They come from the screen
// or from a stick, and neither is signed. So they may say how this one kiosk stands and sounds, and never what visitors
// are told to dial, whom the machine trusts, or to whom it talks: such keys are refused, and belong into
// /etc/kiosk/kiosk.toml. Read before anything is taken: one wrong line and nothing changes. A power cut leaves the old
// settings or the new ones whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::config {

// Whether settings made on the device may set this key, "hours.open".
bool may_be_set_on_device(std::string_view key);

// Lays the keys of `file` over those that `settings` has already; its folder is made where it is missing. Writes
// nothing where that changes nothing. Error: that of read_over() for `file`, or Code::invalid for a key that may not be
// set here; that of kiosk/os/durable.h for `settings`.
Status install_settings(const std::filesystem::path& file, const std::filesystem::path& settings);

// The file of settings in the root of a stick.
inline constexpr const char* kStickFile = "kiosk.toml";

// The same with kStickFile of the stick mounted at `stick`, while this kiosk awaits its set-up (Reading::awaits_set_up)
// and not afterwards: anybody can bring a stick. With a PIN in it the kiosk is set up and nobody is asked for more, so
// it must hold a name too; without, the screen asks for what is missing. Error: Code::not_found: the stick has no such
// file, an everyday thing; Code::refused: this kiosk is set up; and the above.
Status install_from_stick(const std::filesystem::path& stick, const std::filesystem::path& package,
                          const std::filesystem::path& settings);

}  // namespace kiosk::config
