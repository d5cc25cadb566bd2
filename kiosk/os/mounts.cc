#include "kiosk/os/mounts.h"

#include <fstream>
#include <sstream>

namespace kiosk::os {
namespace {

// /proc/self/mounts writes a blank as \040.
std::string unescaped(const std::string& text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size()) {
      plain += static_cast<char>(std::stoi(text.substr(i + 1, 3), nullptr, 8));
      i += 3;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace

std::vector<std::string> removable_drives() {
  std::vector<std::string> drives;
  std::ifstream mounts("/proc/self/mounts");
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream words(line);
    std::string device, folder;
    words >> device >> folder;
    if (folder.starts_with("/media/") || folder.starts_with("/run/media/")) drives.push_back(unescaped(folder));
  }
  return drives;
}

}  // namespace kiosk::os
