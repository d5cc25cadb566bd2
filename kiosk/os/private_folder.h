// A new folder that only this user can read, for libraries that want a file by its name. Gone with the object,
// and nothing else with it.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"

namespace kiosk::os {

class PrivateFolder {
 public:
  // Under $TMPDIR or /tmp. Error: Code::io, no_space.
  static Result<PrivateFolder> create();

  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&&) = delete;
  ~PrivateFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit PrivateFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

}  // namespace kiosk::os
