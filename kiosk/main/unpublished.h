// Content that was changed and not published yet: easily forgotten, because the check and the kiosk on the desk show
// it.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/instant.h"

namespace kiosk {

// A sentence naming the file of the content folder beside the repository that was changed last, if that was after
// `published`; else empty.
std::string unpublished_change(const std::filesystem::path& repository, Instant published);

}  // namespace kiosk
