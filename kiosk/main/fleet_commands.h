// `kioskctl health`: how this kiosk is. `kioskctl fleet`: how all of them are, from a folder of their receipts.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

// Adds the commands; each throws CLI::RuntimeError with its exit code when that is not 0.
void add_fleet_commands(CLI::App& kioskctl);

}  // namespace kiosk
