#include "kiosk/update/outcome.h"

#include <array>
#include <initializer_list>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/answer_words.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxRecordBytes = 65536;

constexpr std::array kOutcomes{Outcome::updated,      Outcome::refused,  Outcome::up_to_date,
                               Outcome::older,        Outcome::no_space, Outcome::not_for_this_kiosk,
                               Outcome::interrupted,  Outcome::expired,  Outcome::nothing_there,
                               Outcome::known_bad,    Outcome::failed,   Outcome::no_connection,
                               Outcome::repaired,     Outcome::busy,     Outcome::program_too_old,
                               Outcome::against_rules};

std::string date_of(const Report& report, const DateInWords& date = format_date) {
  return report.created ? date(std::chrono::floor<std::chrono::days>(*report.created)) : std::string();
}

// Puts the values in the places of {1} and {2} in a translated sentence.
std::string fill(std::string sentence, std::initializer_list<std::string> values) {
  int number = 1;
  for (const std::string& value : values) {
    const std::string place = "{" + std::to_string(number++) + "}";
    if (size_t at = sentence.find(place); at != std::string::npos) sentence.replace(at, place.size(), value);
  }
  return sentence;
}

// "version 7 of 2026-11-23" as a gap would put two words of one language into a sentence of another, so each sentence
// stands whole, with and without a date.
std::string with_version(const Report& report, const DateInWords& date, const std::string& with_date,
                         const std::string& without_date) {
  const std::string version = std::to_string(report.version);
  return report.created ? fill(with_date, {version, date_of(report, date)}) : fill(without_date, {version});
}

std::string sentence_of_stick(const Report& report, const Translate& tr) {
  if (report.altered_in_copying) {
    return tr(
        "This stick was altered in copying: its line ends are others. Nothing was changed. Copy it again as it is.");
  }
  switch (report.outcome) {
    case Outcome::refused: return tr("This stick is damaged or was altered. Nothing was changed.");
    case Outcome::older: return tr("This stick is older than what the kiosk has seen. Nothing was changed.");
    case Outcome::not_for_this_kiosk: return tr("This stick is not for this kiosk. Nothing was changed.");
    case Outcome::interrupted: return tr("The stick was removed too early. Plug it in again and it continues.");
    case Outcome::expired: return tr("This stick is past its date. Nothing was changed. Ask for a newer one.");
    default: return tr("There is no content for a kiosk on this stick.");
  }
}

std::string sentence_of_network(const Report& report, const Translate& tr) {
  if (report.altered_in_copying) {
    return tr("What the network offers was altered in copying: its line ends are others. Nothing was changed.");
  }
  switch (report.outcome) {
    case Outcome::refused: return tr("What the network offers is damaged or was altered. Nothing was changed.");
    case Outcome::older:
      return tr("The network offers something older than what the kiosk has seen. Nothing was changed.");
    case Outcome::not_for_this_kiosk: return tr("This address is not for this kiosk. Nothing was changed.");
    case Outcome::interrupted: return tr("The connection broke off. It continues the next time.");
    case Outcome::expired: return tr("What the network offers is past its date. Nothing was changed.");
    default: return tr("There is no content at this address.");
  }
}

Error damaged(const Store& store) {
  return {Code::damaged, store.outcome().string() + " is not of its form. It is written by kioskctl update only."};
}

// The record comes from our own disk, so wrong types throw in the library; they are caught once, here.
Result<OutcomeRecord> parse_record(const json::Json& object) {
  const Error wrong{Code::damaged, "not a record of an update"};
  try {
    OutcomeRecord record;
    Report& report = record.report;
    const auto code = object.at("code").get<int64_t>();
    bool known = false;
    for (Outcome outcome : kOutcomes) {
      if (static_cast<int64_t>(outcome) != code) continue;
      report.outcome = outcome;
      known = true;
    }
    const std::string source = object.at("source").get<std::string>();
    if (!known || (source != name_of(Origin::stick) && source != name_of(Origin::network))) return wrong;
    report.origin = source == name_of(Origin::stick) ? Origin::stick : Origin::network;
    report.version = object.at("version").get<int64_t>();
    if (object.contains("date")) {
      KIOSK_TRY(date, parse_date(object.at("date").get<std::string>()));
      report.created = date;
    }
    report.bytes_needed = object.value("needed_mb", uint64_t{0}) * 1'000'000;
    if (object.contains("answer")) report.answer = answer_of_record(object.at("answer"));
    report.altered_in_copying = object.value("altered_in_copying", false);
    report.taken_back = object.value("taken_back", false);
    report.detail = object.value("detail", std::string());
    KIOSK_TRY(at, parse_instant(object.at("at").get<std::string>()));
    record.at = at;
    record.clock_synchronised = object.value("clock_synchronised", false);
    if (object.contains("network_at")) {
      KIOSK_TRY(network_at, parse_instant(object.at("network_at").get<std::string>()));
      record.network_at = network_at;
    }
    return record;
  } catch (const json::Json::exception&) { return wrong; }
}

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
    case Outcome::no_connection: return "no_connection";
    case Outcome::repaired: return "repaired";
    case Outcome::program_too_old: return "program_too_old";
    case Outcome::against_rules: return "against_rules";
    case Outcome::busy: return "busy";
  }
  return "failed";
}

std::string name_of(Origin origin) { return origin == Origin::stick ? "stick" : "network"; }

uint64_t megabytes_needed(const Report& report) { return (report.bytes_needed + 999'999) / 1'000'000; }

std::string sentence_for(const Report& report, const Translate& tr, const DateInWords& date) {
  if (std::string sentence = sentence_of_answer(report, tr); !sentence.empty()) return sentence;
  switch (report.outcome) {
    case Outcome::updated:
      return with_version(report, date, tr("Updated to version {1} of {2}."), tr("Updated to version {1}."));
    case Outcome::up_to_date:
      return with_version(report, date, tr("Already up to date: version {1} of {2}."),
                          tr("Already up to date: version {1}."));
    case Outcome::no_space:
      return fill(tr("There is too little space: {1} MB are needed. Nothing was changed."),
                  {std::to_string(megabytes_needed(report))});
    case Outcome::known_bad:
      if (report.taken_back) {
        return with_version(
            report, date,
            tr("Staff took this version back here. The kiosk keeps version {1} of {2} until there is a newer one."),
            tr("Staff took this version back here. The kiosk keeps version {1} until there is a newer one."));
      }
      return with_version(report, date,
                          tr("This version was tried here and did not work. The kiosk keeps version {1} of {2}."),
                          tr("This version was tried here and did not work. The kiosk keeps version {1}."));
    case Outcome::repaired:
      return with_version(report, date, tr("The content was damaged here and is whole again: version {1} of {2}."),
                          tr("The content was damaged here and is whole again: version {1}."));
    case Outcome::program_too_old:
      return tr("This kiosk's program is too old for this content. Nothing was changed. Ask for a newer program.");
    case Outcome::against_rules:
      return tr("This content breaks a rule that protects visitors. Nothing was changed. Tell who publishes it.");
    case Outcome::busy: return tr("Another update is running. Wait until it has ended, then try again.");
    case Outcome::failed: return tr("The update failed on this kiosk itself. Nothing was changed.");
    case Outcome::no_connection: return tr("Nobody answers at the network address. The kiosk tries again by itself.");
    default: return report.origin == Origin::stick ? sentence_of_stick(report, tr) : sentence_of_network(report, tr);
  }
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

Status write_outcome(const Store& store, const OutcomeRecord& record) {
  const Report& report = record.report;
  json::Json object = {{"code", static_cast<int>(report.outcome)}, {"outcome", name_of(report.outcome)},
                       {"source", name_of(report.origin)},         {"version", report.version},
                       {"at", format_instant(record.at)},          {"clock_synchronised", record.clock_synchronised}};
  if (report.created) object["date"] = date_of(report);
  if (report.outcome == Outcome::no_space) object["needed_mb"] = megabytes_needed(report);
  if (record.network_at) object["network_at"] = format_instant(*record.network_at);
  if (report.answer.how != http::Answered::served) object["answer"] = record_of(report.answer);
  if (report.altered_in_copying) object["altered_in_copying"] = true;
  if (report.taken_back) object["taken_back"] = true;
  if (!report.detail.empty()) object["detail"] = report.detail;
  return os::write_durably(store.outcome(), json::pretty(object));
}

Result<OutcomeRecord> read_outcome(const Store& store) {
  KIOSK_TRY(bytes, os::read_file(store.outcome(), kMaxRecordBytes));
  auto object = json::parse(bytes);
  if (!object.ok() || !object->is_object()) return damaged(store);
  auto record = parse_record(*object);
  if (!record.ok()) return damaged(store);
  return *record;
}

}  // namespace kiosk::update
