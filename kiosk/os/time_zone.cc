#include "kiosk/os/time_zone.h"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <vector>

#include "kiosk/os/file.h"

namespace kiosk::os {
namespace {

constexpr size_t kMaxList = 1 << 20;
constexpr size_t kMostSlips = 3;

// Names of places; the rest of the folder is old abbreviations, and data under other names ("posix/", "tzdata.zi").
bool is_name_of_place(const std::string& name) {
  const bool form = !name.empty() && name.front() != '/' && name.back() != '/' &&
                    name.find("..") == std::string::npos && name.find("//") == std::string::npos &&
                    std::all_of(name.begin(), name.end(), [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                             c == '_' || c == '-' || c == '+';
                    });
  return form && name.find('/') != std::string::npos && !name.starts_with("posix/") && !name.starts_with("right/") &&
         !name.starts_with("Etc/");
}

// How many letters have to be changed, added or taken away.
size_t slips_between(const std::string& one, const std::string& other) {
  std::vector<size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < one.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < other.size(); ++j) {
      const size_t changed = diagonal + (one[i] != other[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string in_small_letters(std::string text) {
  for (char& c : text) c = c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string city_of(const std::string& name) { return name.substr(name.rfind('/') + 1); }

}  // namespace

std::optional<bool> is_time_zone(const std::string& name, const std::filesystem::path& data) {
  std::error_code trouble;
  if (!std::filesystem::is_directory(data, trouble)) return std::nullopt;
  if (name == "UTC") return true;
  if (!is_name_of_place(name)) return false;
  auto bytes = read_file(data / name, kMaxList);
  return bytes.ok() && bytes->starts_with("TZif");
}

std::string nearest_time_zone(const std::string& name, const std::filesystem::path& data) {
  // zone.tab: country, coordinates, name, remarks; with lines of "#".
  auto text = read_file(data / "zone.tab", kMaxList);
  if (!text.ok()) return "";
  const std::string wanted = in_small_letters(name);
  std::string nearest;
  size_t least = kMostSlips + 1;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string country, coordinates, known;
    if (line.starts_with('#') || !(fields >> country >> coordinates >> known)) continue;
    const std::string small = in_small_letters(known);
    const size_t slips = std::min(slips_between(wanted, small), slips_between(city_of(wanted), city_of(small)) + 1);
    if (slips >= least) continue;
    least = slips;
    nearest = known;
  }
  return nearest;
}

}  // namespace kiosk::os
