// Asks a person at the terminal for a pass phrase.
#pragma once

#include <string>

#include "kiosk/base/result.h"

namespace kiosk::os {

// What is typed is not shown, and is read from the terminal itself even where input comes from a file.
// Error: Code::io when there is no terminal or nothing was typed.
Result<std::string> ask_secretly(const std::string& question);

}  // namespace kiosk::os
