// How an update ended, as staff and the units of systemd are told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update {

// The numbers are the exit codes of `kioskctl update`; they are documented and never change. 2 is the shell's usage
// error.
enum class Outcome {
  updated = 0,
  refused = 1,  // damaged or altered: not what was signed for
  up_to_date = 3,
  older = 4,
  not_for_this_kiosk = 5,
  no_space = 6,
  interrupted = 7,
  expired = 8,
  nothing_there = 9,
  known_bad = 10,  // that version was tried here and did not work
  failed = 11,     // this kiosk's own disk or setting
};

// What was updated from, because the sentences differ.
enum class Origin { stick, network };

struct Report {
  Outcome outcome = Outcome::failed;
  int64_t version = 0;               // of the release that is current afterwards; 0: none
  std::optional<tuf::Time> created;  // of the same
  uint64_t bytes_needed = 0;         // no_space: of free room in all
  uint64_t bytes_fetched = 0;
  std::string detail;  // what exactly went wrong, for the journal; may be empty
};

// The name in --json, the same as the enumerator.
std::string name_of(Outcome outcome);

// The English sentence for staff. It is a message of the interface: `%1` and so on are replaced after translation.
std::string sentence_for(const Report& report, Origin origin);

// Sorts an error of the workflow into an outcome. not_for_this_kiosk, no_space's figure and known_bad are for the
// caller to tell.
Outcome outcome_of(const Error& error);

}  // namespace kiosk::update
