#include "kiosk/main/settings_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "kiosk/config/config.h"
#include "kiosk/config/install.h"
#include "kiosk/crypto/pin_hash.h"
#include "kiosk/os/secret_prompt.h"

namespace kiosk {
namespace {

struct Arguments {
  std::string file;
  std::string settings = config::kDeviceSettings;
};

void fail_on_error(const Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "kioskctl: %s\n", status.error().message.c_str());
  throw CLI::RuntimeError(1);
}

void check(const Arguments& arguments) {
  config::Config read;
  fail_on_error(config::read_over(read, arguments.file));
  std::cout << arguments.file << " is in order.\n";
}

void install(const Arguments& arguments) {
  fail_on_error(config::install_settings(arguments.file, arguments.settings));
  std::cout << "The settings in " << arguments.file << " hold from the next start of the kiosk on.\n";
}

// Prints the line for [staff]. The digits come from the terminal alone: on a command line others could read them.
void print_pin() {
  auto digits = os::ask_secretly("PIN of the staff, six digits or more: ");
  if (!digits.ok()) return fail_on_error(digits.error());
  if (!crypto::is_pin(*digits)) {
    return fail_on_error(Error{Code::invalid, "A PIN has six to twelve digits and nothing else."});
  }
  auto again = os::ask_secretly("The same once more: ");
  if (!again.ok()) return fail_on_error(again.error());
  if (*again != *digits) return fail_on_error(Error{Code::invalid, "The two were not the same. Nothing was made."});
  std::cout << "[staff]\npin = \"" << crypto::hash_pin(*digits) << "\"\n";
}

}  // namespace

void add_settings_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* settings = kioskctl.add_subcommand("settings", "Judge settings of a kiosk (kiosk.toml), and take them over");
  settings->require_subcommand(1);

  CLI::App* check_command = settings->add_subcommand("check", "Say whether a file of settings is in order, or which line is not");
  check_command->callback([arguments] { check(*arguments); });

  CLI::App* install_command = settings->add_subcommand(
      "install", "Make a file the settings of this device, which stand over /etc/kiosk/kiosk.toml, key by key");
  install_command->add_option("--settings", arguments->settings, "where they are kept")->capture_default_str();
  install_command->callback([arguments] { install(*arguments); });

  settings->add_subcommand("pin", "Ask for the staff's PIN and print it as it stands in the settings")
      ->callback([] { print_pin(); });

  for (CLI::App* command : {check_command, install_command}) {
    command->add_option("FILE", arguments->file, "the file of settings")->required();
  }
}

}  // namespace kiosk
