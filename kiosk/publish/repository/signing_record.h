// Who signed a release, when, and on how many machines: two keys on one machine are one person's power, and a thief of
// that machine has both. It is written by the machines themselves, so it notices carelessness and proves nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::publish {

struct SignatureNote {
  std::string file;     // "3.contacts.json"
  std::string key;      // id
  std::string machine;  // a mark of the machine that tells nothing else about it; empty: unknown
  std::string time;

  bool operator==(const SignatureNote&) const = default;
};

using SigningRecord = std::vector<SignatureNote>;

// A mark that is the same for two signatures of `file`'s words on one machine, and another for other words.
std::string machine_mark(const std::string& words);

// A later note on the same file and key takes the place of an earlier one.
void add_notes(SigningRecord& record, const SigningRecord& notes);

// Files of which two signatures or more were made on one machine.
std::vector<std::string> signed_on_one_machine(const SigningRecord& record);

json::Json json_of(const SigningRecord& record);
Result<SigningRecord> signing_record_of(const json::Json& json);

// A file that is not there is an empty record.
Result<SigningRecord> read_signing_record(const std::filesystem::path& file);
Status write_signing_record(const SigningRecord& record, const std::filesystem::path& file);

}  // namespace kiosk::publish
