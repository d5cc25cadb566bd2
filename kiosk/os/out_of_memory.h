// What becomes of a program that gets no more memory: it ends at once, with a line for staff and a code of its own, and
// its supervisor starts it anew. Nobody catches std::bad_alloc: what is left of a program that did would be worth
// nothing.
#pragma once

namespace kiosk::os {

// EX_OSERR of sysexits.h: systemd calls it by that name.
inline constexpr int kOutOfMemoryExit = 71;

// From now on for the whole process. To be called first of all.
void end_when_memory_runs_out();

}  // namespace kiosk::os
