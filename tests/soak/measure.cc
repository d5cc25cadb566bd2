#include "tests/soak/measure.h"

#include <malloc.h>

#include <fstream>
#include <regex>

namespace kiosk::test {
namespace {

// "Pss:    1234 kB" and "wchar: 1234" alike: the number after the name.
uint64_t number_after(const char* file, const std::string& name) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(name)) return std::stoull(line.substr(name.size()));
  }
  return 0;
}

}  // namespace

uint64_t heap_bytes() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

uint64_t resident_bytes() { return 1024 * number_after("/proc/self/smaps_rollup", "Pss:"); }

uint64_t bytes_written() { return number_after("/proc/self/io", "wchar:"); }

std::map<std::string, uint64_t> file_sizes(const std::filesystem::path& folder) {
  static const std::regex changing("[0-9a-f]{2}/[0-9a-f]{64}|[0-9]+");
  std::map<std::string, uint64_t> sizes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.is_symlink()) continue;
    const std::string path = entry.path().lexically_relative(folder).string();
    sizes[std::regex_replace(path, changing, "*")] += entry.file_size();
  }
  return sizes;
}

std::vector<std::string> only_growing(const std::vector<std::map<std::string, uint64_t>>& samples) {
  std::vector<std::string> names;
  if (samples.size() < 3) return names;
  for (const auto& [name, last] : samples.back()) {
    bool grew = true;
    for (size_t at = 1; at < samples.size() && grew; ++at) {
      auto before = samples[at - 1].find(name), after = samples[at].find(name);
      grew = before != samples[at - 1].end() && after != samples[at].end() && before->second < after->second;
    }
    if (grew) names.push_back(name);
  }
  return names;
}

}  // namespace kiosk::test
