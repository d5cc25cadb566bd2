// How one kiosk is doing, as a value: what an office with many of them wants to know, and nothing that a visitor did.
// platform/FLEET.md ("What the figures must not tell") says what is left out on purpose, and why.
//
// A metric is a field of HealthReport, a row of each_metric() below and a line in collect.cc that fills it. The row is
// all that JSON, receipts and Prometheus know of it. RECEIPT.md explains it to people who write programs; a test holds
// the two lists against each other.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/base/instant.h"

namespace kiosk::fleet {

// An absent value: this machine does not say.
struct HealthReport {
  std::string name, place;  // of the configuration; may be empty
  std::string program;

  Instant at{};                 // kiosk/update/time_floor.h
  bool clock_doubtful = false;  // `at` is then the earliest that it can be

  int64_t content_version = 0;
  std::optional<Instant> content_created, content_expires;
  bool content_expired = false;
  std::optional<Instant> numbers_lapse;
  bool content_proven = false;

  std::string last_update;        // the name of its outcome (kiosk/update/STORE.md); empty: there was none
  std::string last_update_words;  // its sentence, as staff read it at the screen, in English
  std::optional<Instant> last_update_at;

  std::optional<std::chrono::hours> uptime;
  std::optional<int> restarts;
  std::optional<uint64_t> disk_free, disk_size;
  std::optional<bool> disk_read_only;
  std::optional<int> temperature;
  std::optional<bool> presented;
  std::optional<bool> touch, sound;

  bool operator==(const HealthReport&) const = default;
};

struct Metric {
  const char* member;      // in JSON and receipts
  const char* prometheus;  // as a sample; null: words, which are no sample
  const char* words;
};

// Calls visit(Metric, field) for every metric of a report, which may be const.
template <class Report, class Visit>
void each_metric(Report& report, Visit&& visit) {
  using M = Metric;
  visit(M{"name", nullptr, "Name of the configuration."}, report.name);
  visit(M{"place", nullptr, "Place of the configuration."}, report.place);
  visit(M{"program", nullptr, "Version of the programs."}, report.program);
  visit(M{"at", "kiosk_report_timestamp_seconds", "When this was written, as far as the kiosk knows."}, report.at);
  visit(M{"clock_doubtful", "kiosk_clock_doubtful", "1: the clock has not been synchronised."}, report.clock_doubtful);
  visit(M{"content_version", "kiosk_content_version", "Release that is shown; 0: none was ever installed."},
        report.content_version);
  visit(M{"content_created", "kiosk_content_created_timestamp_seconds", "When that release was signed."},
        report.content_created);
  visit(M{"content_expires", "kiosk_content_expires_timestamp_seconds", "When the first of its signatures lapses."},
        report.content_expires);
  visit(M{"content_expired", "kiosk_content_expired", "1: past that date, by the kiosk's own knowledge of time."},
        report.content_expired);
  visit(M{"numbers_lapse", "kiosk_numbers_lapse_timestamp_seconds", "When the first phone number goes off the screen."},
        report.numbers_lapse);
  visit(M{"content_proven", "kiosk_content_proven", "1: the screen has shown it and found something in it."},
        report.content_proven);
  visit(M{"last_update", "kiosk_last_update", "How the last update ended; always 1."}, report.last_update);
  visit(M{"last_update_words", nullptr, "The sentence that staff read about it at the screen."},
        report.last_update_words);
  visit(M{"last_update_at", "kiosk_last_update_timestamp_seconds", "When, by the kiosk's clock."},
        report.last_update_at);
  visit(M{"uptime_hours", "kiosk_uptime_hours", "Whole hours since the machine was switched on."}, report.uptime);
  visit(M{"restarts", "kiosk_restarts", "Of the screen's program since then."}, report.restarts);
  visit(M{"disk_free", "kiosk_disk_free_bytes", "On the disk of the content, in steps of ten million."},
        report.disk_free);
  visit(M{"disk_size", "kiosk_disk_size_bytes", "Of that disk."}, report.disk_size);
  visit(M{"disk_read_only", "kiosk_disk_read_only", "1: that disk can't be written, as when it is failing."},
        report.disk_read_only);
  visit(M{"temperature", "kiosk_temperature_celsius", "Of the processor, in steps of ten; 60: or cooler."},
        report.temperature);
  visit(M{"presented", "kiosk_screen_presented", "1: the screen's program has shown a picture since it started."},
        report.presented);
  visit(M{"touch", "kiosk_touch_present", "1: a touch panel is there."}, report.touch);
  visit(M{"sound", "kiosk_sound_present", "1: a sound device is there."}, report.sound);
}

}  // namespace kiosk::fleet
