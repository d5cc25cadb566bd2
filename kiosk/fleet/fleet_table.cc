#include "kiosk/fleet/fleet_table.h"

// Whom to believe. An office has a folder of files that anyone may have written onto a stick. A signature says that a
// key wrote a receipt, not whose key it is. So the first key under a name is taken and remembered, as ssh does it, and
// the row says "new" for a person to look at; from then on that name needs that key. An office that wants no trust on
// first use gives the keys itself. Rejected: a certificate for each kiosk, which someone would have to issue and renew.

#include <algorithm>
#include <map>
#include <system_error>

#include "kiosk/fleet/health_complaints.h"
#include "kiosk/fleet/printable.h"
#include "kiosk/os/file.h"

namespace kiosk::fleet {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 6;  // folders within folders
constexpr size_t kMostFiles = 100'000;

struct Found {
  fs::path file;  // relative to the folder
  Receipt receipt;
};

Result<std::vector<fs::path>> receipt_files(const fs::path& folder) {
  std::error_code trouble;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, trouble), end;
  if (trouble) {
    return Error{Code::not_found, "Reading the receipts in " + folder.string() + " failed: " + trouble.message() +
                                      ". Name the folder that the sticks' receipts were copied to."};
  }
  std::vector<fs::path> files;
  while (at != end && files.size() < kMostFiles) {
    if (at.depth() >= kDeepest) at.disable_recursion_pending();
    if (at->path().extension() == ".json") files.push_back(at->path());
    at.increment(trouble);
    if (trouble) break;  // a stick that was pulled: what was seen counts
  }
  std::sort(files.begin(), files.end());
  return files;
}

class Reading {
 public:
  Reading(KnownKiosks& known, const FleetOptions& options) : known_(known), options_(options) {}

  void take(const fs::path& shown, const fs::path& file) {
    auto bytes = os::read_file(file, kMaxReceiptBytes);
    auto receipt = bytes.ok() ? read_receipt(*bytes) : Result<Receipt>(bytes.error());
    if (!receipt.ok()) return refuse(shown, receipt.error().message);
    receipt->report.name = printable(receipt->report.name);
    receipt->report.place = printable(receipt->report.place);
    receipt->report.program = printable(receipt->report.program);
    receipt->report.last_update = printable(receipt->report.last_update);
    receipt->report.last_update_words = printable(receipt->report.last_update_words);
    Found found{shown, *std::move(receipt)};
    auto before = newest_.find(found.receipt.key);
    if (before == newest_.end())
      newest_.emplace(found.receipt.key, std::move(found));
    else if (found.receipt.number > before->second.receipt.number)
      before->second = std::move(found);
    else if (found.receipt.number == before->second.receipt.number &&
             found.receipt.report != before->second.receipt.report) {
      refuse(shown,
             "A second receipt of this number is signed by the same key: two kiosks were made from one image. "
             "Remove the folder identity/ from the store of one of them.");
    }
  }

  FleetTable finish() && {
    std::map<std::string, int> claims;  // of names, by unknown keys
    for (const auto& [key, found] : newest_) {
      if (!known_.with_key(key)) ++claims[found.receipt.report.name];
    }
    for (auto& [key, found] : newest_) judge(std::move(found), claims);
    for (const KnownKiosk& kiosk : known_.all()) {
      if (newest_.contains(kiosk.key)) continue;
      FleetRow row;
      row.key = kiosk.key;
      row.name = kiosk.name;
      row.silent = true;
      table_.rows.push_back(row);
    }
    compare();
    return std::move(table_);
  }

 private:
  void refuse(const fs::path& file, const std::string& reason) { table_.refused.push_back({file, printable(reason)}); }

  // Whether the kiosk may be counted; says why not.
  bool trust(const Found& found, const std::map<std::string, int>& claims, FleetRow& row) {
    const Receipt& receipt = found.receipt;
    const std::string& name = receipt.report.name;
    if (KnownKiosk* known = known_.with_key(receipt.key)) {
      if (receipt.number < known->number) {
        row.complaints.push_back("This receipt is older than one that was seen before: bring its newest.");
      } else {
        known->number = receipt.number;
        known->name = name;
      }
      return true;
    }
    if (!name.empty() && known_.with_name(name)) {
      refuse(found.file, "It claims to be " + name +
                             ", but that kiosk has another key. If the kiosk was set up again, "
                             "remove its line from known_kiosks; otherwise the receipt is forged.");
    } else if (!name.empty() && claims.at(name) > 1) {
      refuse(found.file, "Several unknown kiosks say that they are " + name +
                             ". Give each kiosk a name of its own, or write the right key into known_kiosks.");
    } else if (!options_.trust_new) {
      refuse(found.file, "Its key is not among the given ones.");
    } else {
      known_.add({receipt.key, receipt.number, name});
      return row.is_new = true;
    }
    return false;
  }

  void judge(Found found, const std::map<std::string, int>& claims) {
    FleetRow row;
    row.key = found.receipt.key;
    if (!trust(found, claims, row)) return;
    const HealthReport& report = found.receipt.report;
    row.name = report.name;
    row.place = report.place;
    row.silent = report.at + options_.silent_after < options_.now;
    for (std::string& complaint : complaints_about(report)) row.complaints.push_back(std::move(complaint));
    row.receipt = std::move(found.receipt);
    table_.rows.push_back(std::move(row));
  }

  void compare() {
    for (const FleetRow& row : table_.rows) {
      if (row.receipt) table_.newest = std::max(table_.newest, row.receipt->report.content_version);
    }
    if (options_.newest) table_.newest = *options_.newest;
    for (FleetRow& row : table_.rows) row.behind = row.receipt && row.receipt->report.content_version < table_.newest;
    std::sort(table_.rows.begin(), table_.rows.end(), [](const FleetRow& one, const FleetRow& other) {
      return std::pair(one.name, one.key) < std::pair(other.name, other.key);
    });
  }

  KnownKiosks& known_;
  const FleetOptions& options_;
  std::map<std::string, Found> newest_;  // by key
  FleetTable table_;
};

}  // namespace

Result<FleetTable> read_fleet(const fs::path& folder, KnownKiosks& known, const FleetOptions& options) {
  KIOSK_TRY(files, receipt_files(folder));
  Reading reading(known, options);
  for (const fs::path& file : files) reading.take(file.lexically_relative(folder), file);
  return std::move(reading).finish();
}

}  // namespace kiosk::fleet
