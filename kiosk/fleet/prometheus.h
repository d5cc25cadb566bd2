// A health report in the text form of Prometheus (exposition format 0.0.4), for the textfile collector of node_exporter
// and for a Pushgateway. platform/monitoring/ has rules and a dashboard that read it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/fleet/health_report.h"

namespace kiosk::fleet {

// Absent values are absent series. Ends with a line feed, as the format demands.
std::string to_prometheus(const HealthReport& report);

// Written beside and renamed, so that half a file is never read. Not synced: the next one comes in an hour, and a
// flash card wears. Error: io, no_space.
Status write_prometheus(const std::filesystem::path& file, const HealthReport& report);

// Where a Pushgateway keeps what this kiosk pushes: `gateway` with job and instance, whatever letters the name has.
// `fallback` is the instance of a kiosk that has no name.
std::string push_address(const std::string& gateway, const std::string& name, const std::string& fallback);

}  // namespace kiosk::fleet
