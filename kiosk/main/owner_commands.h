// kioskctl owner: gives a kiosk to another publisher.
#pragma once

#include <CLI/CLI.hpp>

namespace kiosk {

void add_owner_commands(CLI::App& kioskctl);

}  // namespace kiosk
