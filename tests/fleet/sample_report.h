// A report with every value set, for tests to spoil.
#pragma once

#include "kiosk/base/instant.h"
#include "kiosk/fleet/health_report.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::fleet {

inline HealthReport sample_report() {
  HealthReport report;
  report.name = "Ganta border";
  report.place = "Arrivals, left of the desk";
  report.program = "0.1.0";
  report.at = *parse_instant("2026-11-23T12:00:00Z");
  report.content_version = 7;
  report.content_created = *parse_instant("2026-11-20T08:00:00Z");
  report.content_expires = *parse_instant("2027-11-20T08:00:00Z");
  report.numbers_lapse = *parse_instant("2027-02-22T00:00:00Z");
  report.content_proven = true;
  report.last_update = "updated";
  report.last_update_at = *parse_instant("2026-11-21T09:30:00Z");
  report.uptime = std::chrono::hours(31);
  report.restarts = 0;
  report.disk_free = 5'000'000'000;
  report.disk_size = 30'000'000'000;
  report.disk_read_only = false;
  report.temperature = 60;
  report.presented = true;
  report.touch = true;
  report.sound = true;
  return report;
}

}  // namespace kiosk::fleet
