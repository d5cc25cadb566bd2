#include "kiosk/fleet/health_complaints.h"

#include <set>

#include "kiosk/catalog/numbers_lapse.h"

namespace kiosk::fleet {

std::vector<std::string> complaints_about(const HealthReport& report) {
  // Endings of an update that say something of the kiosk or of its content, not of a stick that was tried.
  static const std::set<std::string> bad{"refused", "no_space",        "expired",      "known_bad",
                                         "failed",  "program_too_old", "against_rules"};
  std::vector<std::string> all;
  if (report.presented == false) all.push_back("The screen shows nothing: switch it off and on, then ask for help.");
  if (report.touch == false) all.push_back("No touch panel is found: check its cable.");
  if (report.sound == false) all.push_back("No sound device is found: blind visitors hear nothing.");
  if (report.restarts && *report.restarts >= kManyRestarts) {
    all.push_back("The program has restarted " + std::to_string(*report.restarts) +
                  " times since power-on: read its journal.");
  }
  if (report.temperature && *report.temperature >= kHot) {
    all.push_back("It is hot, " + std::to_string(*report.temperature) + " °C: give it air and shade.");
  }
  if (report.disk_free && *report.disk_free < kLittleDisk) {
    all.push_back("Its disk is nearly full: " + std::to_string(*report.disk_free / 1'000'000) + " MB are left.");
  }
  if (report.disk_read_only == true) {
    all.push_back("Its disk cannot be written any more: restart the machine, and replace the disk if it stays so.");
  }
  if (report.content_version == 0) all.push_back("No content was ever installed: bring a stick.");
  if (report.content_expired) all.push_back("Its content is past its date: bring newer content.");
  if (report.numbers_lapse && *report.numbers_lapse <= report.at + catalog::kTellBefore) {
    const std::string day = format_instant(*report.numbers_lapse).substr(0, 10);
    all.push_back(*report.numbers_lapse <= report.at
                      ? "Phone numbers have been off the screen since " + day + ": bring content with newer checks."
                      : "Phone numbers go off the screen on " + day + ": bring content with newer checks.");
  }
  if (report.content_version != 0 && !report.content_proven) {
    all.push_back("Its newest content has not been shown on the screen yet.");
  }
  if (bad.contains(report.last_update))
    all.push_back("The last update did not succeed: " +
                  (report.last_update_words.empty() ? report.last_update + "." : report.last_update_words));
  return all;
}

}  // namespace kiosk::fleet
