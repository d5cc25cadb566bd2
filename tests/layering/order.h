// The architecture as two tables: which layer may include which, and where each foreign header lives.
// A new library, or a new home for one, is one line in order.cc, and so is seen when a change is read.
#pragma once

#include <optional>
#include <string>

#include "tests/layering/source_tree.h"

namespace layering {

// What is wrong with this include in this file ("kiosk/text/engine.cc"), in words; nothing if it is allowed.
std::optional<std::string> objection(const std::string& file, const Include& include);

// Whether the table of layers knows this folder of kiosk/.
bool is_layer(const std::string& folder);

}  // namespace layering
