// Whether a folder is a catalog that a kiosk can show: asked before a release is published and before it is activated.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"

namespace kiosk::update {

// Opens both databases as a visitor's kiosk would, reads every page of them, asks for contacts and for every medium.
// Error: Code::damaged, unsupported or not_found, naming what is wrong.
Status check_catalog(const std::filesystem::path& folder);

}  // namespace kiosk::update
