// Always-on checks for our own bugs. Never for input: what comes from a disk, a stick or a network is a Result.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace kiosk {

[[noreturn]] inline void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "<2>%s:%d: this must hold and does not: %s\n", file, line, condition);
  std::abort();
}

}  // namespace kiosk

// Logs and aborts when `condition` is false; the supervisor restarts the program on its first screen.
#define KIOSK_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::kiosk::check_failed(#condition, __FILE__, __LINE__))
