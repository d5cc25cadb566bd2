// How one kiosk is, as a value: what an office with many of them wants to know, and nothing that a visitor did.
// What is left out on purpose, and why, stands in platform/FLEET.md ("What the figures must not tell").
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::fleet {

// An absent value: this machine does not say.
struct HealthReport {
  std::string name, place;  // of the configuration; may be empty
  std::string program;      // version of the programs

  Instant at{};                 // when this was written, as far as the kiosk knows (kiosk/update/time_floor.h)
  bool clock_doubtful = false;  // nobody vouches for the clock: `at` is then the earliest that it can be

  int64_t content_version = 0;  // of the current release; 0: none was ever installed
  std::optional<Instant> content_created, content_expires;
  bool content_expired = false;
  std::optional<Instant> numbers_lapse;  // then the first phone number goes off the screen
  bool content_proven = false;           // the screen has shown it and found something in it

  std::string last_update;        // the name of its outcome (kiosk/update/STORE.md); empty: there was none
  std::string last_update_words;  // its sentence, as staff read it at the screen, in English
  std::optional<Instant> last_update_at;

  std::optional<std::chrono::hours> uptime;      // of the machine, whole hours
  std::optional<int> restarts;                   // of the screen's program since the machine was switched on
  std::optional<uint64_t> disk_free, disk_size;  // bytes of the content's disk, in steps of ten million
  std::optional<bool> disk_read_only;            // that disk takes no change: the kernel does so to one that fails
  std::optional<int> temperature;                // of the processor, °C, in steps of ten; 60: or cooler
  std::optional<bool> presented;                 // the screen's program has shown a frame since it started
  std::optional<bool> touch, sound;              // the devices are there

  bool operator==(const HealthReport&) const = default;
};

}  // namespace kiosk::fleet
