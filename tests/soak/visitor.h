// Visitors who press what they see: any language, any tile, page after page, and then leave or walk away. What they do
// follows from the generator alone, so that a run can be repeated.
#pragma once

#include <random>

#include "tests/soak/program.h"

namespace kiosk::test {

// One visit; moves `clock` on. It ends on the first screen, with nothing left of it.
// `until`: the power fails then, and the visit breaks off where it is.
void visit(Program& program, FixedClock& clock, std::chrono::sys_seconds until, std::mt19937& generator);

}  // namespace kiosk::test
