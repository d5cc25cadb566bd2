// A folder of receipts as one table: which kiosk is behind, silent or unhealthy. What cannot be believed is named and
// not counted, and nothing that lies in the folder stops the reading.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/fleet/known_kiosks.h"
#include "kiosk/fleet/receipt.h"

namespace kiosk::fleet {

struct FleetOptions {
  Instant now{};
  std::chrono::days silent_after{40};  // sticks go round once a month
  std::optional<int64_t> newest;       // the version that all should have; none: the highest that any has
  bool trust_new = true;               // a kiosk under a new name is added to the known ones
};

struct FleetRow {
  std::string key, name, place;
  std::optional<Receipt> receipt;  // none: known, and there is no receipt of it
  bool is_new = false;             // added to the known ones just now
  bool behind = false, silent = false;
  std::vector<std::string> complaints;  // sentences on its health

  std::string fingerprint() const { return receipt ? receipt->fingerprint() : ""; }
  bool well() const { return !behind && !silent && complaints.empty(); }
};

struct RefusedReceipt {
  std::filesystem::path file;
  std::string reason;
};

struct FleetTable {
  std::vector<FleetRow> rows;  // by name
  std::vector<RefusedReceipt> refused;
  int64_t newest = 0;
};

// Reads every .json below `folder`; links are not followed. `known` learns keys, names and numbers.
// Error: Code::not_found, io when the folder itself cannot be read.
Result<FleetTable> read_fleet(const std::filesystem::path& folder, KnownKiosks& known, const FleetOptions& options);

std::string to_text(const FleetTable& table);  // for a terminal
std::string to_csv(const FleetTable& table);   // for a spreadsheet: no cell is taken for a formula
std::string to_json(const FleetTable& table);

}  // namespace kiosk::fleet
