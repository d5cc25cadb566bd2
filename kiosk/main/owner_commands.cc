#include "kiosk/main/owner_commands.h"

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "kiosk/main/root_metadata.h"
#include "kiosk/os/file.h"
#include "kiosk/update/owner_offer.h"

namespace kiosk {
namespace {

constexpr size_t kMaxTyped = 1024;

struct Arguments {
  std::string store = "/var/lib/kiosk", root = kGivenRoot, typed;
};

[[noreturn]] void fail(const Error& error) {
  std::fprintf(stderr, "kioskctl: %s\n", error.message.c_str());
  throw CLI::RuntimeError(1);
}

void run_accept(const Arguments& arguments) {
  auto typed = os::read_file(arguments.typed, kMaxTyped);
  if (!typed.ok()) fail(typed.error());
  Status accepted = update::accept_offer(update::Store{arguments.store}, *typed, arguments.root);
  if (!accepted.ok()) fail(accepted.error());
  std::cout << "This kiosk belongs to the owner of that content key now. Nothing of the owner before is shown. Plug in "
               "the new owner's stick again.\n";
}

}  // namespace

void add_owner_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* owner = kioskctl.add_subcommand("owner", "Give a kiosk to another publisher");
  owner->require_subcommand(1);
  CLI::App* accept = owner->add_subcommand(
      "accept", "Trust the publisher who signed the stick that was just refused, if this is their content key");
  accept->add_option("FILE", arguments->typed, "a file with the content key, typed from the new owner's paper")
      ->required();
  accept->add_option("--store", arguments->store, "where the kiosk keeps its content")->capture_default_str();
  accept->add_option("--root", arguments->root, "where the root metadata is put")->capture_default_str();
  accept->callback([arguments] { run_accept(*arguments); });
}

}  // namespace kiosk
