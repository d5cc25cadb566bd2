// A program that gets no more memory ends at once, with a line for staff and an exit code of its own, and its
// supervisor restarts it. std::bad_alloc is never caught: a program that did would go on in an unknown state.
#pragma once

namespace kiosk::os {

// EX_OSERR of sysexits.h: systemd calls it by that name.
inline constexpr int kOutOfMemoryExit = 71;

// From now on for the whole process. To be called first of all.
void end_when_memory_runs_out();

}  // namespace kiosk::os
