// `kioskctl key ...` and `kioskctl repository ...`: who may sign, and what is published. content/AUTHORING.md leads
// people through them.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

// Adds the commands; each throws CLI::RuntimeError with its exit code when it fails.
void add_repository_commands(CLI::App& kioskctl);

}  // namespace kiosk
