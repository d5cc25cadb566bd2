// media/media.yaml: every picture and recording with its licence and description; and the check of the files
// themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// By its name.
bool is_picture(std::string_view path);

inline constexpr const char* kMediaFile = "media/media.yaml";

std::vector<MediumEntry> read_media_list(std::string_view text, Problems& problems);

// Reports files under media/ that the list does not name, entries without a file, and files that are too large, damaged
// or of a kind that the kiosk does not show.
void check_media_files(const std::filesystem::path& folder, const std::vector<MediumEntry>& media, Problems& problems);

}  // namespace kiosk::publish
