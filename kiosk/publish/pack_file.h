// pack.yaml: what this content is, its languages and its sections.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

inline constexpr const char* kPackFile = "pack.yaml";

// What is wrong is reported; what could be read is in the answer. nullopt: nothing could, and without its languages no
// other file can be judged.
std::optional<PackFile> read_pack(std::string_view text, Problems& problems);

// Reports anything but two capital letters.
void check_country(const Text& country, const std::string& file, Problems& problems);

}  // namespace kiosk::publish
