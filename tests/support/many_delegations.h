// The most delegations that targets metadata can hold: what a key of root could do to keep kiosks busy.
#pragma once

#include "tests/support/repository_simulator.h"

namespace kiosk::test {

// Publishes them, each in the fewest bytes, behind those that are there, and returns how many they are in all. `over`:
// so many more than a kiosk reads.
size_t publish_most_delegations(RepositorySimulator& repository, size_t over = 0);

}  // namespace kiosk::test
