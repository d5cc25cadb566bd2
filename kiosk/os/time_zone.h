// Which time zones there are, asked of the zone data of this machine, and not of the form of a name: the C library
// takes a name that it does not know for UTC, without a word.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk::os {

inline constexpr const char* kZoneData = "/usr/share/zoneinfo";

// None: there is no zone data to ask.
std::optional<bool> is_time_zone(const std::string& name, const std::filesystem::path& data = kZoneData);

// The known name that is written most like it; "": none is much like it.
std::string nearest_time_zone(const std::string& name, const std::filesystem::path& data = kZoneData);

}  // namespace kiosk::os
