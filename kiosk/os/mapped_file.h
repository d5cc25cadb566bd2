// A file's bytes as memory, read-only, without holding them all resident. For files of our own disk: one that shrinks
// while mapped would kill the process.
#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::os {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Valid as long as the object.
  std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  MappedFile(void* start, size_t size) : start_(start), size_(size) {}

  void* start_ = nullptr;
  size_t size_ = 0;
};

}  // namespace kiosk::os
