// `kioskctl update`, `status` and `rollback`: what happens on a kiosk. Exit codes: kiosk/update/STORE.md.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

// Adds the commands; each throws CLI::RuntimeError with its exit code when that is not 0.
void add_update_commands(CLI::App& kioskctl);

}  // namespace kiosk
