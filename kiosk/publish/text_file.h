// Reads one text file of a content folder: bounded in size, valid UTF-8, lines that end in '\n', nothing invisible that
// could change how a number is displayed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/publish/problem.h"

namespace kiosk::publish {

inline constexpr size_t kMaxTextFile = 1 << 20;  // bytes; a page has a few thousand

// `name` is the path inside `folder`. A file that cannot be used is reported and is nullopt.
std::optional<std::string> read_text_file(const std::filesystem::path& folder, const std::string& name,
                                          Problems& problems);

std::string_view trimmed(std::string_view text);

}  // namespace kiosk::publish
