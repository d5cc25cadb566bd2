// Names of files as computers of all kinds leave and confuse them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// Not written by an editor of content: hidden files, what desktops, PO editors and text editors put beside the files.
// `name` is the last part of a path.
bool is_left_behind(std::string_view name);

// Reports names that differ only in small and capital letters or in how Unicode writes an accent: on a stick, or on
// another computer, one of them takes the place of the other.
void refuse_names_alike(const std::vector<std::string>& names, Problems& problems);

// What to do about a file whose name does not end in `ending`.
std::string name_remedy(const std::string& name, std::string_view ending);

// The name in `folder` that is `name` but for small and capital letters; empty when there is none.
std::string other_spelling(const std::filesystem::path& folder, std::string_view name);

}  // namespace kiosk::publish
