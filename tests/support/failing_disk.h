// A disk that gives errors instead of bytes, and a machine whose power goes in the middle: for this test program alone,
// which answers read() and fsync() in the place of the C library.
#pragma once

#include <filesystem>
#include <functional>

namespace kiosk::test {

// Every read of this file ends with EIO, until the file is exchanged or this goes out of scope. One at a time.
class UnreadableFile {
 public:
  explicit UnreadableFile(const std::filesystem::path& file);
  ~UnreadableFile();
  UnreadableFile(const UnreadableFile&) = delete;

 private:
  int held_;  // kept open, or the file that takes its place could get its number
};

// Runs `work` in a process of its own, whose power goes when it syncs for the `step`th time, counted from 1. False when
// it came to its end before.
bool cut_power_at(int step, const std::function<void()>& work);

}  // namespace kiosk::test
