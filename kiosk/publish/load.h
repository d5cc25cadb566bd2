// Reads a whole content folder. Only the form of each file is judged here; content_check.h judges the meaning.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// Told now and then how far a step has come; `total` may be 0 when it is not known.
using Progress = std::function<void(std::string_view step, size_t done, size_t total)>;

// What is wrong is reported; nullopt when pack.yaml cannot be used, because nothing can be judged without it.
std::optional<Content> load_content(const std::filesystem::path& folder, Problems& problems,
                                    const Progress& progress = {});

}  // namespace kiosk::publish
