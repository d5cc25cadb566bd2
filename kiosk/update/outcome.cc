#include "kiosk/update/outcome.h"

#include "kiosk/base/date.h"

namespace kiosk::update {
namespace {

std::string version_and_date(const Report& report) {
  std::string text = "version " + std::to_string(report.version);
  if (report.created) text += " of " + format_date(std::chrono::floor<std::chrono::days>(*report.created));
  return text;
}

uint64_t megabytes(uint64_t bytes) { return (bytes + 999'999) / 1'000'000; }

}  // namespace

std::string name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::updated: return "updated";
    case Outcome::refused: return "refused";
    case Outcome::up_to_date: return "up_to_date";
    case Outcome::older: return "older";
    case Outcome::not_for_this_kiosk: return "not_for_this_kiosk";
    case Outcome::no_space: return "no_space";
    case Outcome::interrupted: return "interrupted";
    case Outcome::expired: return "expired";
    case Outcome::nothing_there: return "nothing_there";
    case Outcome::known_bad: return "known_bad";
    case Outcome::failed: return "failed";
  }
  return "failed";
}

std::string sentence_for(const Report& report, Origin origin) {
  const bool stick = origin == Origin::stick;
  switch (report.outcome) {
    case Outcome::updated:
      return "Updated to " + version_and_date(report) + ".";
    case Outcome::refused:
      return stick ? "This stick is damaged or was altered. Nothing was changed."
                   : "What the network offers is damaged or was altered. Nothing was changed.";
    case Outcome::up_to_date:
      return "Already up to date: " + version_and_date(report) + ".";
    case Outcome::older:
      return stick ? "This stick is older than what the kiosk has seen. Nothing was changed."
                   : "The network offers something older than what the kiosk has seen. Nothing was changed.";
    case Outcome::not_for_this_kiosk:
      return stick ? "This stick is not for this kiosk. Nothing was changed."
                   : "This address is not for this kiosk. Nothing was changed.";
    case Outcome::no_space:
      return "There is too little space: " + std::to_string(megabytes(report.bytes_needed)) +
             " MB are needed. Nothing was changed.";
    case Outcome::interrupted:
      return stick ? "The stick was removed too early. Plug it in again and it continues."
                   : "The connection broke off. It continues the next time.";
    case Outcome::expired:
      return stick ? "This stick is past its date. Nothing was changed. Ask for a newer one."
                   : "What the network offers is past its date. Nothing was changed.";
    case Outcome::nothing_there:
      return stick ? "There is no content for a kiosk on this stick." : "There is no content at this address.";
    case Outcome::known_bad:
      return "This version was tried here and did not work. The kiosk keeps " + version_and_date(report) + ".";
    case Outcome::failed:
      return "The update failed on this kiosk itself. Nothing was changed.";
  }
  return {};
}

Outcome outcome_of(const Error& error) {
  switch (error.code) {
    case Code::older: return Outcome::older;
    case Code::expired: return Outcome::expired;
    case Code::no_space: return Outcome::no_space;
    case Code::interrupted: return Outcome::interrupted;
    case Code::io: return Outcome::failed;
    case Code::invalid:
    case Code::not_found:
    case Code::damaged:
    case Code::refused:
    case Code::unsupported: return Outcome::refused;
  }
  return Outcome::failed;
}

}  // namespace kiosk::update
