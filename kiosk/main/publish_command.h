// kioskctl publish: from the content folder to a stick in one command, made of the others.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kiosk {

// Runs kioskctl with these arguments and gives its exit code.
using RunCommand = std::function<int(const std::vector<std::string>&)>;

void add_publish_command(CLI::App& kioskctl, const RunCommand& run);

}  // namespace kiosk
