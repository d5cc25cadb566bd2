// A lock between processes: held from try_lock until the object goes, also when the process is killed.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"
#include "kiosk/os/descriptor.h"

namespace kiosk::os {

class LockFile {
 public:
  // Error: Code::refused when another process holds it, io when the file cannot be made.
  static Result<LockFile> try_lock(const std::filesystem::path& path);

 private:
  explicit LockFile(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  Descriptor descriptor_;
};

}  // namespace kiosk::os
