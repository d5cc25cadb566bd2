// `kioskctl stats`: what an office may see of the counts.
#pragma once

namespace CLI {
class App;
}

namespace kiosk {

// Adds the command; it throws CLI::RuntimeError with its exit code when it fails.
void add_stats_commands(CLI::App& kioskctl);

}  // namespace kiosk
