// Which keypads come and go, for the log. Nothing else depends on it: keys arrive from whatever keyboard there is
// (R41).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

class KeypadLog {
 public:
  // `sys` is another folder in tests.
  explicit KeypadLog(std::filesystem::path sys = "/sys") : sys_(std::move(sys)) {}

  // What is new since the last time, a sentence each.
  std::vector<std::string> look();

 private:
  std::filesystem::path sys_;
  std::optional<std::vector<std::string>> seen_;
};

}  // namespace kiosk
