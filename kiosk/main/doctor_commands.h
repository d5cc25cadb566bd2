// `kioskctl doctor`: looks at everything on a kiosk that can be wrong, and says what to do.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

// Throws CLI::RuntimeError(1) when something is wrong that keeps visitors from being served.
void add_doctor_commands(CLI::App& kioskctl);

}  // namespace kiosk
