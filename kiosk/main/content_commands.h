// `kioskctl content ...`: check, build and stamp a content folder.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

// Adds the commands; each throws CLI::RuntimeError with its exit code when it fails.
void add_content_commands(CLI::App& kioskctl);

}  // namespace kiosk
