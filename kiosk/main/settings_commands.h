// `kioskctl settings`: judge a file of settings, and take it over on a device.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

void add_settings_commands(CLI::App& kioskctl);

}  // namespace kiosk
