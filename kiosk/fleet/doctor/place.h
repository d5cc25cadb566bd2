// Looks at where a kiosk is: opening hours follow the clock of the place, and offices are listed by distance from it.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/base/position.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/fleet/doctor/finding.h"
#include "kiosk/os/time_zone.h"

namespace kiosk::fleet {

// Whether this machine knows the clock of the content's country; without it hours count by another one.
Findings examine_zone(const catalog::Catalog& catalog, const std::filesystem::path& zone_data = os::kZoneData);

// A position far from every office of the content was mistyped, as a rule. Nothing without a position or offices.
Findings examine_position(const catalog::Catalog& catalog, const std::optional<Position>& position);

}  // namespace kiosk::fleet
