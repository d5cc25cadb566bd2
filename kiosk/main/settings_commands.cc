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

constexpr int kSetUpAlready = 3;

struct Arguments {
  std::string file, stick;
  std::string config = "/etc/kiosk/kiosk.toml", settings = config::kDeviceSettings;
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

void install_from_stick(const Arguments& arguments) {
  Status taken = config::install_from_stick(arguments.stick, arguments.config, arguments.settings);
  if (!taken.ok() && (taken.error().code == Code::not_found || taken.error().code == Code::refused)) {
    std::cout << taken.error().message << "\n";
    if (taken.error().code == Code::not_found) return;
    throw CLI::RuntimeError(kSetUpAlready);
  }
  fail_on_error(taken);
  std::cout << "The settings on the stick were taken. They hold from the next start of the kiosk on.\n";
}

void install(const Arguments& arguments) {
  if (!arguments.stick.empty()) return install_from_stick(arguments);
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
  CLI::App* settings =
      kioskctl.add_subcommand("settings", "Judge settings of a kiosk (kiosk.toml), and take them over");
  settings->require_subcommand(1);

  CLI::App* check_command =
      settings->add_subcommand("check", "Say whether a file of settings is in order, or which line is not");
  check_command->callback([arguments] { check(*arguments); });

  CLI::App* install_command = settings->add_subcommand(
      "install", "Make a file the settings of this device, which override /etc/kiosk/kiosk.toml, key by key");
  install_command->footer(
      "Only what concerns this one device can be set so: no emergency numbers, no addresses, no exceptions to what is\n"
      "signed. From a stick only while the kiosk has neither a PIN nor a name in its configuration: exit code 3 "
      "otherwise.");
  install_command->add_option("--settings", arguments->settings, "where they are kept")->capture_default_str();
  install_command->add_option("--config", arguments->config, "with --from-stick: the kiosk's settings")
      ->capture_default_str();
  install_command->callback([arguments] { install(*arguments); });

  settings->add_subcommand("pin", "Ask for the staff's PIN and print it as the settings hold it")->callback([] {
    print_pin();
  });

  check_command->add_option("FILE", arguments->file, "the file of settings")->required();
  CLI::Option_group* source = install_command->add_option_group("Source", "one of the two");
  source->add_option("FILE", arguments->file, "the file of settings");
  source->add_option("--from-stick", arguments->stick, "take kiosk.toml in this folder, where a stick is mounted");
  source->require_option(1);
}

}  // namespace kiosk
