#include "kiosk/main/unpublished.h"

#include <chrono>

namespace kiosk {

namespace fs = std::filesystem;

std::string unpublished_change(const fs::path& repository, Instant published) {
  const fs::path content = fs::absolute(repository).lexically_normal().parent_path() / "content";
  std::error_code error;
  if (!fs::exists(content / "pack.yaml", error)) return {};
  fs::path newest;
  // To the fraction of a second: who publishes and goes on writing may well do so within one.
  std::chrono::sys_time<fs::file_time_type::duration> last = published;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(content, error)) {
    if (!entry.is_regular_file(error) || entry.path().filename().string().starts_with('.')) continue;
    const auto time = std::chrono::file_clock::to_sys(entry.last_write_time(error));
    if (error || time <= last) continue;
    last = time;
    newest = entry.path();
  }
  if (newest.empty()) return {};
  return newest.lexically_relative(content.parent_path()).string() +
         " was changed after this version was published. kioskctl publish brings it to the kiosks.";
}

}  // namespace kiosk
