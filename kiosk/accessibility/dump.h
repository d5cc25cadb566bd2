// The tree as JSON, for tests and for people who test. The format is TREE.md.
#pragma once

#include <string>

#include "kiosk/accessibility/tree.h"

namespace kiosk::accessibility {

std::string dump_json(const Tree& tree);

}  // namespace kiosk::accessibility
