// A lock between processes: held from try_lock until the object goes, also when the process is killed.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"

namespace kiosk::os {

class LockFile {
 public:
  // Error: Code::refused when another process holds it, io when the file cannot be made.
  static Result<LockFile> try_lock(const std::filesystem::path& path);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&& other) noexcept;
  ~LockFile();

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace kiosk::os
