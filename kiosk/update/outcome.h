// How an update ended: its exit code, the sentence that staff read in their language, and the record of it in the
// store. `kioskctl update` writes STORE/status/outcome.json at its end; the staff screen and `kioskctl status` read it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/http/answer.h"
#include "kiosk/update/store.h"
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
  known_bad = 10,        // that version was tried here and did not work
  failed = 11,           // this kiosk's own disk or setting
  no_connection = 12,    // nobody answers at the network address
  repaired = 13,         // nothing newer, but what was damaged here is whole again
  program_too_old = 14,  // content of a later form than this program knows
  against_rules = 15,    // signed, and yet against the rules that protect visitors
  busy = 16,             // another update is at work
};

// What was updated from, because the sentences differ.
enum class Origin { stick, network };

struct Report {
  Outcome outcome = Outcome::failed;
  Origin origin = Origin::stick;
  int64_t version = 0;             // of the release that is current afterwards; 0: none
  std::optional<Instant> created;  // of the same; known to the day when it was read from a record
  uint64_t bytes_needed = 0;       // no_space: of free room in all
  uint64_t bytes_fetched = 0;
  http::Answer answer;              // of the network, where it is the reason
  bool altered_in_copying = false;  // refused: the same metadata, written otherwise
  bool taken_back = false;          // known_bad: by staff, not because it did not work
  std::string detail;               // what exactly went wrong, for the journal; may be empty
};

// The name in --json and in records, the same as the enumerator.
std::string name_of(Outcome outcome);
std::string name_of(Origin origin);

// bytes_needed in whole megabytes, rounded up.
uint64_t megabytes_needed(const Report& report);

// Gives the interface's words in the language of who reads them; the English original is the key.
using Translate = std::function<std::string(const std::string& original)>;

inline std::string in_english(const std::string& original) { return original; }

// Writes a date for who reads it.
using DateInWords = std::function<std::string(Date)>;

// What staff read. Dates are 2026-11-23 without `date`.
std::string sentence_for(const Report& report, const Translate& tr = in_english, const DateInWords& date = format_date);

// Sorts an error of the workflow into an outcome. not_for_this_kiosk, no_connection, no_space's figure and known_bad
// are for the caller to tell.
Outcome outcome_of(const Error& error);

struct OutcomeRecord {
  Report report;  // without bytes_fetched
  Instant at{};
  bool clock_synchronised = false;         // whether anybody vouched for `at`
  std::optional<Instant> network_at = {};  // of the last look at the network, which may be an earlier one
};

// Replaces the last one, durably.
Status write_outcome(const Store& store, const OutcomeRecord& record);
// Error: Code::not_found before the first update; damaged; io.
Result<OutcomeRecord> read_outcome(const Store& store);

}  // namespace kiosk::update
