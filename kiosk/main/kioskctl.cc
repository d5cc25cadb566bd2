// kioskctl: what content staff and offices do with a kiosk, one command each. Exit codes: 0 done, 1 failed, 2 usage;
// update has more (kiosk/update/STORE.md); 71 when memory runs out.
#include <CLI/CLI.hpp>
#include <cstdio>
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
#include "kiosk/publish/problem.h"
#include "kiosk/publish/repository/signer_words.h"

namespace {

// What follows --language; signers' commands and those of a kiosk have it. Empty: nothing does.
std::string language_in(const std::vector<std::string>& arguments) {
  const std::string option = "--language";
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == option && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].starts_with(option + "=")) return arguments[i].substr(option.size() + 1);
  }
  return {};
}

// "chek": the first word that is no command where one is expected. The parser only says that one is missing.
std::string unknown_command(const CLI::App& kioskctl, const std::vector<std::string>& arguments) {
  const CLI::App* at = &kioskctl;
  std::string path = kioskctl.get_name();
  for (const std::string& word : arguments) {
    const std::vector<const CLI::App*> commands = at->get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty() || word.starts_with('-')) return {};
    std::vector<std::string_view> names;
    const CLI::App* next = nullptr;
    for (const CLI::App* command : commands) {
      names.push_back(command->get_name());
      if (command->get_name() == word) next = command;
    }
    if (!next) {
      const std::string meant = kiosk::publish::nearest_name(word, names);
      return "\"" + word + "\" is not a command of " + path + ". " +
             (meant.empty() ? "" : "Write \"" + meant + "\" if you meant that. ") + "All of them: " + path + " --help";
    }
    at = next;
    path += " " + word;
  }
  return {};
}

// A slip on the command line, in the language that the line itself asks for, where there are words in it.
int tell_slip(const CLI::App& kioskctl, const CLI::ParseError& slip, const std::vector<std::string>& arguments) {
  const std::string unknown = unknown_command(kioskctl, arguments);
  if (!unknown.empty()) {
    std::fprintf(stderr, "kioskctl: %s\n", unknown.c_str());
    return 2;
  }
  const auto words = kiosk::publish::SignerWords::load(KIOSK_ASSETS "/signing", language_in(arguments));
  auto tell = [&](const std::string& sentence) { return words.ok() ? words->tell(sentence) : sentence; };
  std::fprintf(stderr, "%s\n%s\n", tell(slip.what()).c_str(), tell("Run with --help for more information.").c_str());
  return 2;
}

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
    const bool asked_for_help = error.get_exit_code() == 0;
    return asked_for_help ? kioskctl.exit(error) : tell_slip(kioskctl, error, arguments);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (kiosk::os::is_terminal(stderr)) kiosk::log_to_person();
  kiosk::os::end_when_memory_runs_out();
  return run({argv + 1, argv + argc});
}
