// What a process holds and what it has written, as the C library and the kernel count it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kiosk::test {

uint64_t heap_bytes();      // in use, of all arenas
uint64_t resident_bytes();  // proportional set size
uint64_t bytes_written();   // through write() and its like, by this process so far

// Sizes of all files below `folder` by their path in it. What is named by its hash or its version counts under one name
// with a star, so that replacing is not growing.
std::map<std::string, uint64_t> file_sizes(const std::filesystem::path& folder);

// Those that grew from each of these to the next: no file may only grow. Needs at least three samples to say anything.
std::vector<std::string> only_growing(const std::vector<std::map<std::string, uint64_t>>& samples);

}  // namespace kiosk::test
