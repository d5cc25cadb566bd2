// A health report as JSON (kiosk/fleet/RECEIPT.md): for receipts and `kioskctl health --json`.
#pragma once

#include "kiosk/fleet/health_report.h"
#include "kiosk/json/json.h"

namespace kiosk::fleet {

// Whole numbers, text and true or false only, so that it has a canonical form. Absent values are left out.
json::Json to_json(const HealthReport& report);

// Takes what another machine wrote. Members it does not know are ignored, so that old offices read new kiosks.
// Error: Code::invalid, naming the member that is not of its form.
Result<HealthReport> health_from_json(const json::Json& object);

}  // namespace kiosk::fleet
