// An open file: read from the start, or written on at the end. Owns its descriptor; one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/os/descriptor.h"

namespace kiosk::os {

class File {
 public:
  // A regular file for reading; never a link, pipe or device, so that a hostile stick can neither point elsewhere nor
  // make us wait. Error: Code::not_found, io, or refused for what is not a regular file.
  static Result<File> open_to_read(const std::filesystem::path& path);

  // A file to write, new or kept and continued at its end.
  static Result<File> create(const std::filesystem::path& path, unsigned mode = 0644);
  static Result<File> open_to_append(const std::filesystem::path& path);

  Result<uint64_t> size() const;
  Status seek(uint64_t offset);

  // The next bytes, at most `buffer_size`; 0 at the end.
  Result<size_t> read(char* buffer, size_t buffer_size);
  Status write(std::string_view bytes);

  // Returns when the bytes are on the medium.
  Status sync();
  Status set_mode(unsigned mode);

  // Drops this file's pages from the cache, which have been read or written and are not needed again.
  void forget_pages();

  const std::filesystem::path& path() const { return path_; }

 private:
  File(Descriptor descriptor, std::filesystem::path path)
      : descriptor_(std::move(descriptor)), path_(std::move(path)) {}

  Descriptor descriptor_;
  std::filesystem::path path_;
};

// The whole of a file opened by open_to_read. Error: as there, and Code::damaged above `max_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, size_t max_bytes);

}  // namespace kiosk::os
