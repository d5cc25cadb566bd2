// The table of a fleet in its three forms: see fleet_table.h.
#include <algorithm>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "kiosk/base/utf8.h"
#include "kiosk/fleet/fleet_table.h"
#include "kiosk/fleet/health_json.h"
#include "kiosk/fleet/printable.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::fleet {
namespace {

using json::Json;

std::string day_of(const std::optional<Instant>& time) {
  return time ? format_date(std::chrono::floor<std::chrono::days>(*time)) : "";
}

std::string state_of(const FleetRow& row) {
  std::string state;
  for (auto [holds, word] : {std::pair(row.silent, "silent"),
                             {row.behind, "behind"},
                             {!row.complaints.empty(), "unwell"},
                             {row.is_new, "new"}}) {
    if (holds) state += (state.empty() ? "" : ", ") + std::string(word);
  }
  return state.empty() ? "well" : state;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
  return text;
}

using Cells = std::vector<std::string>;

Cells cells_of(const FleetRow& row) {
  Cells cells{row.name.empty() ? "(no name)" : row.name, row.place, state_of(row), "", "", "", "", ""};
  if (!row.receipt) return cells;
  const HealthReport& report = row.receipt->report;
  cells[3] = std::to_string(report.content_version);
  cells[4] = day_of(report.content_created);
  cells[5] = (report.clock_doubtful ? "after " : "") + day_of(report.at);
  cells[6] = report.last_update;
  cells[7] = row.fingerprint();
  return cells;
}

const Cells kTitles{"kiosk", "place", "state", "version", "of", "seen", "last update", "key"};

std::string padded(const Cells& cells, const std::vector<size_t>& widths) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    line += cells[i] + std::string(widths[i] - std::min(widths[i], count_code_points(cells[i])) + 2, ' ');
  }
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

// A spreadsheet takes a cell that begins like a formula for one.
std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
  std::string quoted = "\"";
  for (char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + "\"";
}

std::string csv_line(const Cells& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

std::string counted(size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string to_text(const FleetTable& table) {
  std::vector<size_t> widths;
  for (const std::string& title : kTitles) widths.push_back(title.size());
  for (const FleetRow& row : table.rows) {
    const Cells cells = cells_of(row);
    for (size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], count_code_points(cells[i]));
  }
  std::string text = padded(kTitles, widths), complaints;
  size_t well = 0, behind = 0, silent = 0, unwell = 0;
  for (const FleetRow& row : table.rows) {
    text += padded(cells_of(row), widths);
    for (const std::string& complaint : row.complaints) complaints += "  " + cells_of(row)[0] + ": " + complaint + "\n";
    well += row.well();
    behind += row.behind;
    silent += row.silent;
    unwell += !row.complaints.empty();
  }
  if (!complaints.empty()) text += "\nTo look after:\n" + complaints;
  if (!table.refused.empty()) text += "\nNot counted:\n";
  for (const RefusedReceipt& refused : table.refused)
    text += "  " + printable(refused.file.string()) + ": " + refused.reason + "\n";
  text += "\n" + counted(table.rows.size(), "kiosk", "kiosks") + ", newest content: version " +
          std::to_string(table.newest) + ". Well: " + std::to_string(well) + ", behind: " + std::to_string(behind) +
          ", silent: " + std::to_string(silent) + ", unwell: " + std::to_string(unwell) + ". " +
          counted(table.refused.size(), "receipt", "receipts") + " not counted.\n";
  return text;
}

std::string to_csv(const FleetTable& table) {
  Cells titles = kTitles;
  titles.push_back("remarks");
  std::string text = csv_line(titles);
  for (const FleetRow& row : table.rows) {
    Cells cells = cells_of(row);
    cells.push_back(joined(row.complaints));
    text += csv_line(cells);
  }
  for (const RefusedReceipt& refused : table.refused) {
    text += csv_line({printable(refused.file.string()), "", "not counted", "", "", "", "", "", refused.reason});
  }
  return text;
}

std::string to_json(const FleetTable& table) {
  Json kiosks = Json::array(), refused = Json::array();
  for (const FleetRow& row : table.rows) {
    Json kiosk = {{"key", row.key},       {"name", row.name},     {"place", row.place}, {"new", row.is_new},
                  {"behind", row.behind}, {"silent", row.silent}, {"well", row.well()}, {"complaints", row.complaints}};
    if (row.receipt) {
      kiosk["number"] = row.receipt->number;
      kiosk["report"] = to_json(row.receipt->report);
    }
    kiosks.push_back(kiosk);
  }
  for (const RefusedReceipt& one : table.refused) {
    refused.push_back({{"file", printable(one.file.string())}, {"reason", one.reason}});
  }
  return json::pretty(Json{{"newest", table.newest}, {"kiosks", kiosks}, {"not_counted", refused}});
}

}  // namespace kiosk::fleet
