// kioskctl: what content staff and offices do with a kiosk, one command each. Exit codes: 0 done, 1 failed, 2 usage;
// update has more (kiosk/update/STORE.md); 71 when memory runs out.
#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/base/log.h"
#include "kiosk/main/content_commands.h"
#include "kiosk/main/doctor_commands.h"
#include "kiosk/main/fleet_commands.h"
#include "kiosk/main/new_commands.h"
#include "kiosk/main/owner_commands.h"
#include "kiosk/main/publish_command.h"
#include "kiosk/main/repository_commands.h"
#include "kiosk/main/settings_commands.h"
#include "kiosk/main/stats_commands.h"
#include "kiosk/main/update_commands.h"
#include "kiosk/os/out_of_memory.h"
#include "kiosk/os/terminal.h"

namespace {

int run(const std::vector<std::string>& arguments) {
  CLI::App kioskctl("Content, updates and state of information kiosks", "kioskctl");
  kioskctl.require_subcommand(1);
  kioskctl.set_version_flag("--version", "kioskctl " KIOSK_VERSION);
  kiosk::add_content_commands(kioskctl);
  kiosk::add_doctor_commands(kioskctl);
  kiosk::add_fleet_commands(kioskctl);
  kiosk::add_new_commands(kioskctl);
  kiosk::add_owner_commands(kioskctl);
  kiosk::add_publish_command(kioskctl, run);
  kiosk::add_repository_commands(kioskctl);
  kiosk::add_settings_commands(kioskctl);
  kiosk::add_stats_commands(kioskctl);
  kiosk::add_update_commands(kioskctl);
  std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());
  try {
    kioskctl.parse(std::move(last_first));
  } catch (const CLI::RuntimeError& failed) { return failed.get_exit_code(); } catch (const CLI::ParseError& error) {
    return kioskctl.exit(error) == 0 ? 0 : 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (kiosk::os::is_terminal(stderr)) kiosk::log_to_person();
  kiosk::os::end_when_memory_runs_out();
  return run({argv + 1, argv + argc});
}
