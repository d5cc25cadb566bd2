// kioskctl contact new, page new, language new.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

void add_new_commands(CLI::App& kioskctl);

}  // namespace kiosk
