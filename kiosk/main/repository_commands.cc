#include "kiosk/main/repository_commands.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/file.h"
#include "kiosk/os/secret_prompt.h"
#include "kiosk/os/terminal.h"
#include "kiosk/publish/repository/key_file.h"
#include "kiosk/publish/repository/release_draft.h"
#include "kiosk/publish/repository/repository.h"
#include "kiosk/publish/repository/repository_check.h"
#include "kiosk/publish/repository/roles.h"
#include "kiosk/publish/repository/sign_request.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk {
namespace {

using namespace publish;

constexpr int kFailed = 1;

struct Arguments {
  std::string repository, catalog, name, folder = ".", request, stick, role;
  std::string removed, added;
  std::string passphrase_file;
  std::vector<std::string> keys, returned;
  std::vector<std::string> root, contacts, content, publisher;
  int margin_days = 180;
  bool yes = false;
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "kioskctl: %s\n", message.c_str());
  throw CLI::RuntimeError(kFailed);
}

template <class T>
T must(Result<T> result) {
  if (!result.ok()) fail(result.error().message);
  return std::move(*result);
}

void must(const Status& status) {
  if (!status.ok()) fail(status.error().message);
}

Instant now() { return os::SystemClock().now(); }

// From a file for scripts, else from the terminal without showing it.
std::string passphrase(const Arguments& arguments, const std::string& what) {
  if (!arguments.passphrase_file.empty()) {
    std::string text = must(os::read_file(arguments.passphrase_file, 4096));
    return text.substr(0, text.find('\n'));
  }
  return must(os::ask_secretly("Pass phrase for " + what + ": "));
}

std::vector<SigningKey> load_keys(const Arguments& arguments) {
  std::vector<SigningKey> keys;
  for (const std::string& file : arguments.keys) {
    keys.push_back(must(load_private_key(file, passphrase(arguments, file))));
  }
  return keys;
}

std::vector<update::tuf::Key> load_public_keys(const std::vector<std::string>& files) {
  std::vector<update::tuf::Key> keys;
  for (const std::string& file : files) keys.push_back(must(load_public_key(file)));
  return keys;
}

void confirm(const Arguments& arguments, const std::string& question) {
  if (arguments.yes) return;
  std::cout << question << " Type yes to go on: " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer != "yes") fail("Nothing was signed.");
}

// Signs, and publishes or says who is to sign next.
void complete(const Arguments& arguments, const Repository& repository, const std::vector<SigningKey>& keys) {
  const auto missing = must(complete_draft(repository, keys, now()));
  const std::filesystem::path request = repository.folder.string() + ".to-sign.json";
  std::error_code ignored;
  if (missing.empty()) {
    std::filesystem::remove(request, ignored);
    const State state = must(load_state(repository));
    std::cout << "Published as version " << state.snapshot.version << ".\n";
    return;
  }
  must(write_sign_request(must(make_sign_request(repository)), request));
  for (const Missing& each : missing) {
    std::cout << each.file << " has " << each.have << " of " << each.needed << " signatures.\n";
  }
  std::cout << "Nothing is published yet. Send " << request.string() << " to the next signer, who runs\n"
            << "    kioskctl repository sign " << request.filename().string() << " --key NAME.key\n"
            << "and sends it back. Then run\n"
            << "    kioskctl repository complete " << arguments.repository << " --with " << request.filename().string()
            << " --key PUBLISHER.key\n";
  throw CLI::RuntimeError(kFailed);
}

void run_create_key(const Arguments& arguments) {
  const std::string secret = passphrase(arguments, "the new key");
  if (arguments.passphrase_file.empty() && passphrase(arguments, "the new key, again") != secret) {
    fail("The two pass phrases differ. No key was made.");
  }
  must(create_key_files(arguments.folder, arguments.name, secret));
  std::cout << "Made " << arguments.name << ".key and " << arguments.name << ".pub in " << arguments.folder << ".\n"
            << "Keep the .key file and the pass phrase to yourself, with a copy of both in a safe place.\n"
            << "Give the .pub file to who sets up the repository.\n";
}

void run_init(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  NewRepository who;
  who.root = load_public_keys(arguments.root);
  who.contacts = load_public_keys(arguments.contacts);
  who.content = load_public_keys(arguments.content);
  who.publisher = load_public_keys(arguments.publisher);
  const auto keys = load_keys(arguments);
  must(draft_repository(repository, who, now()));
  complete(arguments, repository, keys);
  std::cout << "Kiosks that shall trust this repository get " << (repository.metadata() / "1.root.json").string()
            << " as their root.json.\n"
            << "On its first day a kiosk shows whom it trusts. Give whoever sets it up these digits on paper: "
            << update::content_key(must(load_state(repository)).root) << "\n";
}

void run_publish(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  const bool watched = os::is_terminal(stderr);
  const ReleaseDraft draft = must(draft_release(repository, arguments.catalog, now(), [&](const std::string& step) {
    if (watched) std::fprintf(stderr, "%s ...\n", step.c_str());
  }));
  if (!draft.contacts_changed && !draft.content_changed) {
    std::cout << "This catalog is what is published already. Nothing was done.\n";
    return;
  }
  std::cout << describe(draft.numbers) << "\n"
            << draft.numbers.all.size() << " numbers in all, " << draft.objects_added << " new pictures and recordings";
  if (draft.full_bytes > 0) std::cout << ", " << draft.full_bytes / 1000 << " kB of words";
  for (uint64_t bytes : draft.delta_bytes) std::cout << ", " << bytes / 1000 << " kB as a delta";
  std::cout << ".\n";
  confirm(arguments, "Is every number right?");
  complete(arguments, repository, load_keys(arguments));
}

void run_sign(const Arguments& arguments) {
  SignRequest request = must(read_sign_request(arguments.request));
  for (const auto& file : request.files) std::cout << "To sign: " << file.draft.name() << "\n";
  if (!request.contacts.empty()) {
    const std::filesystem::path beside = std::filesystem::absolute(arguments.request).parent_path();
    const NumberChanges numbers = must(numbers_of(request, beside));
    std::cout << describe(numbers) << "\nAll numbers of this edition:\n";
    for (const DialledNumber& number : numbers.all) std::cout << "  " << number.dial << "  " << number.name << "\n";
  }
  confirm(arguments, "Do you sign this?");
  for (const SigningKey& key : load_keys(arguments)) must(sign(request, key));
  must(write_sign_request(request, arguments.request));
  std::cout << "Signed. Send " << arguments.request << " back.\n";
}

void run_complete(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  for (const std::string& file : arguments.returned) must(take_signatures(repository, must(read_sign_request(file))));
  complete(arguments, repository, load_keys(arguments));
}

void run_replace_key(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  const auto keys = load_keys(arguments);
  must(draft_key_change(repository, arguments.role, must(load_public_key(arguments.removed)),
                        must(load_public_key(arguments.added)), now()));
  complete(arguments, repository, keys);
}

void run_renew(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  const auto keys = load_keys(arguments);
  for (const std::string& name : must(draft_renewal(repository, std::chrono::days(arguments.margin_days), now()))) {
    std::cout << "Renewing " << name << "\n";
  }
  complete(arguments, repository, keys);
}

Inventory checked_inventory(const Repository& repository) {
  Inventory inventory = must(take_inventory(repository, now()));
  const auto faults = damaged_files(repository.folder, inventory);
  for (const std::string& fault : faults) std::fprintf(stderr, "%s\n", fault.c_str());
  if (!faults.empty()) fail("The repository is damaged. Publish the catalog again.");
  return inventory;
}

void run_verify(const Arguments& arguments) {
  const Inventory inventory = checked_inventory(Repository{arguments.repository});
  std::cout << "Version " << inventory.version << " of " << format_instant(inventory.created)
            << " is whole: " << inventory.files.size() << " files, " << inventory.bytes / 1000
            << " kB. Its first signature lapses on " << format_instant(inventory.expires) << ".\n"
            << "Its content key, which a kiosk shows on its first day: "
            << update::content_key(must(load_state(Repository{arguments.repository})).root) << "\n";
}

void run_export(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  const Inventory inventory = checked_inventory(repository);
  must(export_to(repository, inventory, arguments.stick));
  std::cout << "Version " << inventory.version << " is on the stick and was read back. It is safe to remove.\n";
}

}  // namespace

void add_repository_commands(CLI::App& kioskctl) {
  auto a = std::make_shared<Arguments>();
  auto keys = [a](CLI::App* command) {
    command->add_option("--key", a->keys, "the private key of who signs; may be given several times");
    command->add_option("--passphrase-file", a->passphrase_file,
                        "read the pass phrase from the first line of this file");
  };
  auto repository_of = [a](CLI::App* command) {
    command->add_option("REPOSITORY", a->repository, "the repository's folder")->required();
  };

  CLI::App* key = kioskctl.add_subcommand("key", "Keys of those who sign");
  key->require_subcommand(1);
  CLI::App* create = key->add_subcommand("create", "Make a key: NAME.key, which stays with its owner, and NAME.pub");
  create->add_option("NAME", a->name, "whose key it is")->required();
  create->add_option("--folder", a->folder, "where to put the two files")->capture_default_str();
  create->add_option("--passphrase-file", a->passphrase_file, "read the pass phrase from the first line of this file");
  create->callback([a] { run_create_key(*a); });

  CLI::App* repository = kioskctl.add_subcommand("repository", "What kiosks are updated from");
  repository->require_subcommand(1);

  CLI::App* init = repository->add_subcommand("init", "Begin a repository and say whose signatures count");
  repository_of(init);
  init->add_option("--root", a->root, "public keys of which two must sign for who may sign")->required();
  init->add_option("--contacts", a->contacts, "public keys of which two must sign every change of a number")
      ->required();
  init->add_option("--content", a->content, "public keys of which one signs the words")->required();
  init->add_option("--publisher", a->publisher, "public key that says what is current")->required();
  keys(init);
  init->callback([a] { run_init(*a); });

  CLI::App* publish = repository->add_subcommand("publish", "Publish a catalog, after showing every changed number");
  repository_of(publish);
  publish->add_option("CATALOG", a->catalog, "the folder that kioskctl content build made")->required();
  publish->add_flag("--yes", a->yes, "do not ask; for scripts");
  keys(publish);
  publish->callback([a] { run_publish(*a); });

  CLI::App* sign_command = repository->add_subcommand("sign", "Sign a request that another signer has sent");
  sign_command->add_option("FILE", a->request, "the request; the signature is put into it")->required();
  sign_command->add_flag("--yes", a->yes, "do not ask; for scripts");
  keys(sign_command);
  sign_command->callback([a] { run_sign(*a); });

  CLI::App* complete_command = repository->add_subcommand("complete", "Go on with what was waiting for signatures");
  repository_of(complete_command);
  complete_command->add_option("--with", a->returned, "requests that came back signed");
  keys(complete_command);
  complete_command->callback([a] { run_complete(*a); });

  CLI::App* replace = repository->add_subcommand("replace-key", "Put a new key in the place of a lost or stolen one");
  repository_of(replace);
  replace->add_option("ROLE", a->role, "root, contacts, content or publisher")->required();
  replace->add_option("--remove", a->removed, "the public key that goes")->required();
  replace->add_option("--add", a->added, "the public key that comes")->required();
  keys(replace);
  replace->callback([a] { run_replace_key(*a); });

  CLI::App* renew = repository->add_subcommand("renew", "Give new dates to signatures that lapse soon");
  repository_of(renew);
  renew->add_option("--days", a->margin_days, "how soon is soon")->capture_default_str();
  keys(renew);
  renew->callback([a] { run_renew(*a); });

  CLI::App* verify = repository->add_subcommand("verify", "Read a repository as a kiosk would, every file of it");
  repository_of(verify);
  verify->callback([a] { run_verify(*a); });

  CLI::App* export_command = repository->add_subcommand("export", "Copy a repository onto a stick and read it back");
  repository_of(export_command);
  export_command->add_option("STICK", a->stick, "the folder where the stick is mounted")->required();
  export_command->callback([a] { run_export(*a); });
}

}  // namespace kiosk
