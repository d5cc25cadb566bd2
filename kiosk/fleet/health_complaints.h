// What is wrong with a kiosk by its own report, in sentences for an office: each says what to do.
#pragma once

#include <string>
#include <vector>

#include "kiosk/fleet/health_report.h"

namespace kiosk::fleet {

// The same limits as platform/monitoring/kiosk.rules.yml.
inline constexpr uint64_t kLittleDisk = 500'000'000;  // bytes free
inline constexpr int kHot = 80;                       // degrees Celsius
inline constexpr int kManyRestarts = 3;               // since the machine was switched on

// Empty: it is well. An unsynchronised clock is usual without a network and not a complaint.
std::vector<std::string> complaints_about(const HealthReport& report);

}  // namespace kiosk::fleet
