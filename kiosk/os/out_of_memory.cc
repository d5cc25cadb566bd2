#include "kiosk/os/out_of_memory.h"

#include <unistd.h>

#include <new>
#include <string_view>

namespace kiosk::os {
namespace {

// Allocates nothing, and runs no destructor that might.
[[noreturn]] void end() {
  constexpr std::string_view kLine = "<2>There is no memory left. The program ends here and is started anew.\n";
  [[maybe_unused]] ssize_t written = ::write(STDERR_FILENO, kLine.data(), kLine.size());
  ::_exit(kOutOfMemoryExit);
}

}  // namespace

void end_when_memory_runs_out() { std::set_new_handler(end); }

}  // namespace kiosk::os
