#include "kiosk/main/repository_commands.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/main/build_time.h"
#include "kiosk/main/destination.h"
#include "kiosk/main/own_clock.h"
#include "kiosk/main/signing_dialogue.h"
#include "kiosk/main/unpublished.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/file.h"
#include "kiosk/os/terminal.h"
#include "kiosk/publish/repository/clock_check.h"
#include "kiosk/publish/repository/key_file.h"
#include "kiosk/publish/repository/kiosk_view.h"
#include "kiosk/publish/repository/printable.h"
#include "kiosk/publish/repository/release_draft.h"
#include "kiosk/publish/repository/repository.h"
#include "kiosk/publish/repository/repository_check.h"
#include "kiosk/publish/repository/roles.h"
#include "kiosk/publish/repository/sign_request.h"
#include "kiosk/publish/repository/signing_record.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk {
namespace {

using namespace publish;

constexpr int kFailed = 1;

struct Arguments : SigningArguments {
  std::string repository, catalog, name, folder = ".", request, stick, role;
  std::string removed, added;
  std::vector<std::string> returned;
  std::vector<std::string> roots, contacts, content, publisher;
  int margin_days = 180;
  bool system_disk = false;
};

Instant now() { return os::SystemClock().now(); }

std::vector<update::tuf::Key> load_public_keys(const std::vector<std::string>& files) {
  std::vector<update::tuf::Key> keys;
  for (const std::string& file : files) keys.push_back(must(load_public_key(file)));
  return keys;
}

// Before anything is drafted: what is signed under a wrong clock cannot be taken back.
void check_own_clock(const Arguments& arguments, const std::string& catalog = {}) {
  kiosk::check_own_clock(arguments, Repository{arguments.repository}, catalog);
}

std::string first_root(const Repository& repository) {
  auto root = os::read_file(repository.metadata() / "1.root.json", update::tuf::kMaxRootBytes);
  return root.ok() ? *root : std::string();
}

// Two keys at one place are one person's power: said, and kept in the release's record.
void warn_of_one_machine(const std::filesystem::path& record) {
  for (const std::string& file : signed_on_one_machine(must(read_signing_record(record)))) {
    std::cout << "WARNING: two signatures of " << printable(file)
              << " were made on one machine. Whoever has that machine can change numbers alone. It stands in "
              << record.string() << ".\n";
  }
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
    warn_of_one_machine(repository.record_of(state.snapshot.version));
    return;
  }
  must(write_sign_request(must(make_sign_request(repository)), request));
  for (const Missing& each : missing) {
    std::cout << each.file << " has " << each.have << " of " << each.needed << " signatures.\n";
  }
  warn_of_one_machine(repository.draft_record());
  std::cout << "Nothing is published yet. Send " << request.string() << " to the next signer, who runs\n"
            << "    kioskctl repository sign " << request.filename().string() << " --key NAME.key\n"
            << "and sends it back. Then run\n"
            << "    kioskctl repository complete " << arguments.repository << " --with " << request.filename().string()
            << " --key PUBLISHER.key\n";
  throw CLI::RuntimeError(kFailed);
}

void run_create_key(const Arguments& arguments) {
  const std::string secret = passphrase(arguments, "the new key");
  if (arguments.passphrase_file.empty() && passphrase(arguments, "the new key, again") != secret)
    fail_signing("The two pass phrases differ. No key was made.");
  must(create_key_files(arguments.folder, arguments.name, secret));
  std::cout << "Made " << arguments.name << ".key and " << arguments.name << ".pub in "
            << (arguments.folder == "." ? "this folder" : arguments.folder) << ".\n"
            << "Keep the .key file and the pass phrase to yourself, with a copy of both in a safe place.\n"
            << "Give the .pub file to who sets up the repository. Signers see this key as: "
            << key_mark(must(load_public_key(std::filesystem::path(arguments.folder) / (arguments.name + ".pub"))))
            << "\n";
}

void run_show_key(const Arguments& arguments) { std::cout << key_mark(must(load_public_key(arguments.name))) << "\n"; }

void run_content_key(const Arguments& arguments) {
  const std::string text = must(os::read_file(arguments.name, update::tuf::kMaxRootBytes));
  std::cout << update::content_key(must(update::tuf::parse_root(text)).body) << "\n";
}

void run_init(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  check_own_clock(arguments);
  NewRepository who;
  who.root = load_public_keys(arguments.roots);
  who.contacts = load_public_keys(arguments.contacts);
  who.content = load_public_keys(arguments.content);
  who.publisher = load_public_keys(arguments.publisher);
  const auto keys = load_keys(arguments);
  must(draft_repository(repository, who, now()));
  SigningDialogue dialogue(arguments);
  const Review review = must(review_request(must(make_sign_request(repository)), {}));
  dialogue.show(review);
  complete(arguments, repository, keys);
  dialogue.remember_first(review);
  std::cout << "Kiosks that shall trust this repository get " << (repository.metadata() / "1.root.json").string()
            << " as their root.json. Give the same file to each signer, on a stick: kioskctl repository sign --root.\n"
            << "On its first day a kiosk shows whom it trusts. Give whoever sets it up these digits on paper: "
            << update::content_key(must(load_state(repository)).root) << "\n";
}

void run_publish(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  check_own_clock(arguments, arguments.catalog);
  const bool watched = os::is_terminal(stderr);
  const ReleaseDraft draft = must(draft_release(repository, arguments.catalog, now(), [&](const std::string& step) {
    if (watched) std::fprintf(stderr, "%s ...\n", step.c_str());
  }));
  if (!draft.contacts_changed && !draft.content_changed) {
    std::cout << "This catalog is what is published already. Nothing was done.\n";
    return;
  }
  SigningDialogue dialogue(arguments);
  const auto keys = load_keys(arguments);
  const SignRequest request = must(make_sign_request(repository));
  Review review = dialogue.review_own(request, first_root(repository));
  // Someone with two keys of the contacts is the second signer too, and does what a second signer does.
  const bool signs_alone = count_for_contacts(review, keys) > 1;
  if (signs_alone) {
    review = dialogue.review(request);
    dialogue.ask_numbers(review);
  }
  dialogue.show(review);
  std::cout << draft.objects_added << " new pictures and recordings";
  if (draft.full_bytes > 0) std::cout << ", " << draft.full_bytes / 1000 << " kB of words";
  for (uint64_t bytes : draft.delta_bytes) std::cout << ", " << bytes / 1000 << " kB as a delta";
  std::cout << ".\n";
  if (review.contacts && !review.contacts->none()) dialogue.confirm(dialogue.words().tr("Is every number right?"));
  if (signs_alone) dialogue.remember(review);
  complete(arguments, repository, keys);
}

void run_sign(const Arguments& arguments) {
  SigningDialogue dialogue(arguments);
  SignRequest request = must(read_sign_request(arguments.request));
  const Review review = dialogue.review(request);
  must(check_days(review, now(), arguments.today));
  dialogue.ask_numbers(review);
  dialogue.show(review);
  dialogue.confirm(dialogue.words().tr("Do you sign this?"));
  for (const SigningKey& key : load_keys(arguments)) must(sign(request, review, key, now()));
  must(write_sign_request(request, arguments.request));
  dialogue.remember(review);
  for (const std::string& file : signed_on_one_machine(request.record)) {
    std::cout << "WARNING: two signatures of " << printable(file) << " were made on one machine.\n";
  }
  std::cout << "Signed. Send " << arguments.request << " back.\n";
}

// A key that counts for the draft makes its owner a signer. One that counts for numbers makes a second signer, to whom
// the same goes as to one to whom it was sent.
void sign_own_draft(const Arguments& arguments, const Repository& repository, const std::vector<SigningKey>& keys) {
  const auto request = make_sign_request(repository);
  if (!request.ok() && request.error().code == Code::not_found) return;
  SigningDialogue dialogue(arguments);
  Review review = dialogue.review_own(must(request), first_root(repository));
  if (!counts_any(review, keys)) return;
  must(check_days(review, now(), arguments.today));
  if (count_for_contacts(review, keys) > 0) {
    review = dialogue.review(must(request));
    dialogue.ask_numbers(review);
  }
  dialogue.show(review);
  if (count_for_contacts(review, keys) > 0) dialogue.remember(review);
}

void run_complete(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  check_own_clock(arguments);
  for (const std::string& file : arguments.returned) must(take_signatures(repository, must(read_sign_request(file))));
  const auto keys = load_keys(arguments);
  sign_own_draft(arguments, repository, keys);
  complete(arguments, repository, keys);
}

// Shows what a draft of the own repository would change, and signs it.
void show_and_complete(const Arguments& arguments, const Repository& repository, const std::vector<SigningKey>& keys) {
  if (auto request = make_sign_request(repository); request.ok()) {
    SigningDialogue dialogue(arguments);
    const Review review = dialogue.review_own(*request, first_root(repository));
    if (count_for_contacts(review, keys) > 0) dialogue.ask_numbers(review);
    dialogue.show(review);
  }
  complete(arguments, repository, keys);
}

void run_replace_key(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  check_own_clock(arguments);
  const auto keys = load_keys(arguments);
  must(draft_key_change(repository, arguments.role, must(load_public_key(arguments.removed)),
                        must(load_public_key(arguments.added)), now()));
  show_and_complete(arguments, repository, keys);
}

void run_renew(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  check_own_clock(arguments);
  const auto keys = load_keys(arguments);
  for (const std::string& name : must(draft_renewal(repository, std::chrono::days(arguments.margin_days), now()))) {
    std::cout << "Renewing " << name << "\n";
  }
  show_and_complete(arguments, repository, keys);
}

Inventory checked_inventory(const Repository& repository) {
  Inventory inventory = must(take_inventory(repository, now()));
  const auto faults = damaged_files(repository.folder, inventory);
  for (const std::string& fault : faults) std::fprintf(stderr, "%s\n", fault.c_str());
  if (!faults.empty()) fail_signing("The repository is damaged. Publish the catalog again.");
  return inventory;
}

// Whole and rightly signed is not enough: under which clocks would a kiosk take it?
void show_kiosk_views(const Repository& repository, Instant created) {
  bool all = true;
  for (const KioskView& view : kiosk_views(repository, build_time(), now())) {
    std::cout << "A kiosk whose clock says " << view.clock << " judges it on " << format_instant(view.judged_at)
              << (view.taken.ok() ? " and takes it.\n" : " and refuses it: " + view.taken.error().message + "\n");
    all = all && view.taken.ok();
  }
  if (created > now() + kClockSlack) {
    fail_signing("The edition says that it was made on " + format_instant(created) +
                 ", which is still to come: a kiosk that takes it would refuse later ones. One of two clocks is wrong, "
                 "this computer's or the publisher's.");
  }
  if (!all) fail_signing("Not every kiosk would take this edition. Publish or renew it under a right clock.");
}

void run_verify(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  const Inventory inventory = checked_inventory(repository);
  std::cout << "Version " << inventory.version << " of " << format_instant(inventory.created)
            << " is whole: " << inventory.files.size() << " files, " << inventory.bytes / 1000
            << " kB. Its first signature lapses on " << format_instant(inventory.expires) << ".\n"
            << "Its content key, which a kiosk shows on its first day: "
            << update::content_key(must(load_state(repository)).root) << "\n";
  warn_of_one_machine(repository.record_of(inventory.version));
  show_kiosk_views(repository, inventory.created);
}

void run_export(const Arguments& arguments) {
  const Repository repository{arguments.repository};
  const Inventory inventory = checked_inventory(repository);
  const std::string unpublished = unpublished_change(repository.folder, inventory.created);
  if (!unpublished.empty()) std::cout << "NOTE: " << unpublished << "\n";
  auto drive = judge_destination(arguments.stick, arguments.system_disk);
  if (!drive.ok()) fail_signing(drive.error().message);
  must(export_to(repository, inventory, arguments.stick));
  std::cout << "Version " << inventory.version << " is on " << os::in_words(*drive)
            << ", and was read back. It is safe to remove.\n";
}

}  // namespace

void add_repository_commands(CLI::App& kioskctl) {
  auto a = std::make_shared<Arguments>();
  auto keys = [a](CLI::App* command) { add_signing_options(command, *a); };
  auto clock = [a](CLI::App* command) { add_clock_options(command, *a); };
  auto numbers = [a](CLI::App* command) {
    command->add_option("--numbers", a->numbers,
                        "a file of the numbers from your own source, \"ID NUMBER\" a line, instead of typing them");
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

  CLI::App* show_key = key->add_subcommand("show", "Say how signers see a key");
  show_key->add_option("FILE", a->name, "the public key, NAME.pub")->required();
  show_key->callback([a] { run_show_key(*a); });

  CLI::App* content_key = key->add_subcommand("content", "Say the content key of a root.json, as a kiosk shows it");
  content_key->add_option("ROOT", a->name, "metadata/1.root.json of a repository")->required();
  content_key->callback([a] { run_content_key(*a); });

  CLI::App* repository = kioskctl.add_subcommand("repository", "What kiosks are updated from");
  repository->require_subcommand(1);

  CLI::App* init = repository->add_subcommand("init", "Begin a repository and say whose signatures count");
  repository_of(init);
  init->add_option("--root", a->roots, "public keys of which two must sign for who may sign")->required();
  init->add_option("--contacts", a->contacts, "public keys of which two must sign every change of a number")
      ->required();
  init->add_option("--content", a->content, "public keys of which one signs the words")->required();
  init->add_option("--publisher", a->publisher, "public key that says what is current")->required();
  init->add_option("--key", a->keys, "the private key of who signs; may be given several times");
  init->add_option("--passphrase-file", a->passphrase_file, "read the pass phrase from the first line of this file");
  init->add_option("--language", a->language, "in which what changes is shown")->capture_default_str();
  clock(init);
  init->callback([a] { run_init(*a); });

  CLI::App* publish = repository->add_subcommand("publish", "Publish a catalog, after showing every changed number");
  repository_of(publish);
  publish->add_option("CATALOG", a->catalog, "the folder that kioskctl content build made")->required();
  publish->add_flag(
      "--yes", a->yes,
      "do not ask at the end; with both keys of the contacts numbers must be typed, or given by --numbers");
  keys(publish);
  numbers(publish);
  clock(publish);
  publish->callback([a] { run_publish(*a); });

  CLI::App* sign_command = repository->add_subcommand("sign", "Sign a request that another signer has sent");
  sign_command->add_option("FILE", a->request, "the request; the signature is put into it")->required();
  sign_command->add_flag("--yes", a->yes, "do not ask at the end; numbers must be typed, or given by --numbers");
  keys(sign_command);
  numbers(sign_command);
  clock(sign_command);
  sign_command->callback([a] { run_sign(*a); });

  CLI::App* complete_command = repository->add_subcommand("complete", "Go on with what was waiting for signatures");
  repository_of(complete_command);
  complete_command->add_option("--with", a->returned, "requests that came back signed");
  keys(complete_command);
  numbers(complete_command);
  clock(complete_command);
  complete_command->callback([a] { run_complete(*a); });

  CLI::App* replace = repository->add_subcommand("replace-key", "Put a new key in the place of a lost or stolen one");
  repository_of(replace);
  replace->add_option("ROLE", a->role, "root, contacts, content or publisher")->required();
  replace->add_option("--remove", a->removed, "the public key that goes")->required();
  replace->add_option("--add", a->added, "the public key that comes")->required();
  keys(replace);
  numbers(replace);
  clock(replace);
  replace->callback([a] { run_replace_key(*a); });

  CLI::App* renew = repository->add_subcommand("renew", "Give new dates to signatures that lapse soon");
  repository_of(renew);
  renew->add_option("--days", a->margin_days, "how soon is soon")->capture_default_str();
  keys(renew);
  numbers(renew);
  clock(renew);
  renew->callback([a] { run_renew(*a); });

  CLI::App* verify = repository->add_subcommand("verify", "Read a repository as a kiosk would, every file of it");
  repository_of(verify);
  verify->callback([a] { run_verify(*a); });

  CLI::App* export_command = repository->add_subcommand("export", "Copy a repository onto a stick and read it back");
  repository_of(export_command);
  export_command->add_option("STICK", a->stick, "the folder where the stick is mounted")->required();
  export_command->add_flag("--system-disk", a->system_disk, "also where that is on a disk of this computer");
  export_command->callback([a] { run_export(*a); });
}

}  // namespace kiosk
