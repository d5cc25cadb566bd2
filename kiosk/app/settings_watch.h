// Whether the settings made on this device are others than those that the program began with: a stick brought them, or
// the first day's answers were taken. The program then asks to be started anew, when nobody is there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk::app {

class SettingsWatch {
 public:
  explicit SettingsWatch(std::filesystem::path settings);

  // True once for every change. A file that cannot be read just now is none.
  bool changed();

 private:
  std::filesystem::path settings_;
  std::optional<std::string> known_;
};

}  // namespace kiosk::app
