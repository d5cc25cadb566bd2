#include "kiosk/publish/repository/signing_record.h"

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/crypto/sha256.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::publish {

using json::Json;

namespace {

constexpr const char* kMachineId = "/etc/machine-id";
constexpr size_t kMaxRecordBytes = 1 << 20;
constexpr size_t kMarkDigits = 16;

}  // namespace

std::string machine_mark(const std::string& words) {
  auto id = os::read_file(kMachineId, 4096);
  if (!id.ok() || id->empty()) return {};
  return crypto::sha256("kiosk signing machine 1\n" + *id + "\n" + words).hex().substr(0, kMarkDigits);
}

void add_notes(SigningRecord& record, const SigningRecord& notes) {
  for (const SignatureNote& note : notes) {
    auto same = [&](const SignatureNote& other) { return other.file == note.file && other.key == note.key; };
    auto at = std::find_if(record.begin(), record.end(), same);
    if (at == record.end()) {
      record.push_back(note);
    } else {
      *at = note;
    }
  }
}

std::vector<std::string> signed_on_one_machine(const SigningRecord& record) {
  std::map<std::string, int> signatures;  // by file and machine
  std::set<std::string> files;
  for (const SignatureNote& note : record) {
    if (!note.machine.empty() && ++signatures[note.file + " " + note.machine] > 1) files.insert(note.file);
  }
  return {files.begin(), files.end()};
}

Json json_of(const SigningRecord& record) {
  Json list = Json::array();
  for (const SignatureNote& note : record) {
    list.push_back({{"file", note.file}, {"key", note.key}, {"machine", note.machine}, {"time", note.time}});
  }
  return list;
}

Result<SigningRecord> signing_record_of(const Json& json) {
  SigningRecord record;
  try {
    for (const Json& note : json) {
      record.push_back({note.at("file").get<std::string>(), note.at("key").get<std::string>(),
                        note.at("machine").get<std::string>(), note.at("time").get<std::string>()});
    }
  } catch (const Json::exception&) { return Error{Code::invalid, "The record of signatures is not of its form."}; }
  return record;
}

Result<SigningRecord> read_signing_record(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return SigningRecord();
  KIOSK_TRY(text, os::read_file(file, kMaxRecordBytes));
  KIOSK_TRY(json, json::parse(text));
  return signing_record_of(json);
}

Status write_signing_record(const SigningRecord& record, const std::filesystem::path& file) {
  return os::write_durably(file, json_of(record).dump(1) + "\n");
}

}  // namespace kiosk::publish
