// Whether a folder is a catalog that a kiosk can show: asked before a release is published and before it is activated.
#pragma once

#include <filesystem>

#include <optional>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"

namespace kiosk::update {

// Opens both databases as a visitor's kiosk would, reads every page of them, asks for contacts and for every medium,
// and applies the rules of catalog_rules.h; `signed_at` as there. Error: Code::damaged, unsupported or not_found,
// naming what is wrong; refused for what breaks a rule.
Status check_catalog(const std::filesystem::path& folder, std::optional<Instant> signed_at = std::nullopt);

}  // namespace kiosk::update
