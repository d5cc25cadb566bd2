#include "kiosk/main/signing_dialogue.h"

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "kiosk/os/file.h"
#include "kiosk/os/secret_prompt.h"
#include "kiosk/publish/repository/key_file.h"
#include "kiosk/publish/repository/printable.h"
#include "kiosk/publish/repository/typed_numbers.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk {

using namespace publish;

namespace {

// The role's name in the metadata, by which versions are remembered.
std::string role_of(const ReviewedFile& file) { return file.draft.role; }

// One program speaks one language to one person.
SignerWords& spoken() {
  static SignerWords words;
  return words;
}

std::string read_line() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

}  // namespace

void speak(const SignerWords& words) { spoken() = words; }

void fail_signing(const std::string& message) {
  std::fprintf(stderr, "kioskctl: %s\n", spoken().tell(message).c_str());
  throw CLI::RuntimeError(1);
}

void must(const Status& status) {
  if (!status.ok()) fail_signing(status.error().message);
}

void add_signing_options(CLI::App* command, SigningArguments& arguments) {
  command->add_option("--key", arguments.keys, "the private key of who signs; may be given several times");
  command->add_option("--passphrase-file", arguments.passphrase_file,
                      "read the pass phrase from the first line of this file");
  command->add_option("--root", arguments.root,
                      "root metadata that you trust; it is remembered beside the key, as NAME.trust.json");
  command->add_option("--language", arguments.language, "in which what changes is shown")->capture_default_str();
}

std::string passphrase(const SigningArguments& arguments, const std::string& what) {
  if (!arguments.passphrase_file.empty()) {
    std::string text = must(os::read_file(arguments.passphrase_file, 4096));
    return text.substr(0, text.find('\n'));
  }
  return must(os::ask_secretly("Pass phrase for " + what + ": "));
}

std::vector<SigningKey> load_keys(const SigningArguments& arguments) {
  std::vector<SigningKey> keys;
  for (const std::string& file : arguments.keys) {
    auto key = load_private_key(file, passphrase(arguments, file));
    // A slip of the finger must not cost all that was typed before it.
    const bool asked = arguments.passphrase_file.empty();
    for (int tries = 1; asked && !key.ok() && key.error().code == Code::refused && tries < kTries; ++tries) {
      std::fprintf(stderr, "%s Type it again.\n", key.error().message.c_str());
      key = load_private_key(file, passphrase(arguments, file));
    }
    keys.push_back(must(std::move(key)));
  }
  return keys;
}

SigningDialogue::SigningDialogue(const SigningArguments& arguments)
    : arguments_(arguments), words_(must(SignerWords::load(KIOSK_ASSETS "/signing", arguments.language))) {
  speak(words_);
  int64_t newest = 0;
  for (const std::string& key : arguments.keys) {
    trusts_.push_back(must(load_trust(trust_file_of(key))));
    if (trusts_.back().root.empty()) continue;
    const int64_t version = update::tuf::parse_root(trusts_.back().root)->body.version;
    if (version > newest) trusted_root_ = trusts_.back().root;
    newest = std::max(newest, version);
  }
  if (arguments.root.empty()) return;
  const std::string given = must(os::read_file(arguments.root, update::tuf::kMaxRootBytes));
  const auto root = must(update::tuf::parse_root(given)).body;
  if (trusted_root_.empty()) {
    trusted_root_ = given;
    std::cout << words_.tr("Content key of the root you trust (compare it with the paper): {1}",
                           {update::content_key(root)})
              << "\n";
  } else if (root.version <= newest && trusted_root_ != given &&
             update::content_key(root) != update::content_key(update::tuf::parse_root(trusted_root_)->body)) {
    fail_signing(arguments.root +
                 " is not the root that this signer has trusted so far. If the repository has changed "
                 "its owner, and you know it from them, remove " +
                 trust_file_of(arguments.keys.front()).string() + ".");
  }
}

Review SigningDialogue::review(const SignRequest& request) {
  Review reviewed = must(review_request(request, trusted_root_));
  refuse_older(reviewed);
  return reviewed;
}

Review SigningDialogue::review_own(const SignRequest& request, const std::string& own_root) {
  if (!request.in_force) return must(review_request(request, {}));
  return must(review_request(request, arguments_.root.empty() ? own_root : trusted_root_));
}

void SigningDialogue::refuse_older(const Review& review) const {
  for (const SignerTrust& trust : trusts_) {
    for (const ReviewedFile& file : review.files) {
      auto last = trust.signed_versions.find(role_of(file));
      if (last == trust.signed_versions.end() || file.header.version >= last->second) continue;
      fail_signing("The request was refused: it is older than what this signer has signed already (" +
                   printable(file.draft.name()) + " after version " + std::to_string(last->second) + ").");
    }
  }
}

void SigningDialogue::show(const Review& review) const {
  std::cout << describe(review, words_);
  if (!review.contacts) return;
  std::cout << "\n" << words_.tr("{1} numbers in all.", {std::to_string(review.contacts->count_numbers())}) << "\n";
  const auto hidden = numbers_in_texts(review.contacts->after);
  for (const std::string& text : hidden) std::cout << words_.tr("A NUMBER IN A TEXT: {1}", {printable(text)}) << "\n";
  std::cout << std::flush;
  if (!hidden.empty()) {
    fail_signing(
        "The request was refused: there is a telephone number in a text, where no two people sign for it. "
        "Nothing was signed.");
  }
}

void SigningDialogue::ask_numbers(const Review& review) const {
  if (!review.contacts) return;
  const auto wanted = numbers_to_type(*review.contacts, words_.language());
  if (wanted.empty()) return;
  std::map<std::string, std::set<std::string>> typed;
  if (!arguments_.numbers.empty()) typed = must(read_typed_numbers(arguments_.numbers));
  if (arguments_.numbers.empty()) {
    std::cout << words_.tr(
                     "Type each number from your own source (a letter, a call), not from what you were sent. "
                     "{1} numbers are new or changed.",
                     {std::to_string(wanted.size())})
              << "\n";
  }
  // All are typed before one is judged: a contact with two numbers may have them in another order in the source.
  for (const NumberToType& number : wanted) {
    if (!arguments_.numbers.empty()) break;
    std::cout << "\n"
              << printable(number.name) << "\n  (" << printable(number.contact) << ")\n  "
              << (number.in_text ? words_.tr("The digits that stand in its words: ")
                                 : words_.tr("Its number as it is dialled, with + and country code if it has one: "))
              << std::flush;
    typed[number.contact].insert(dialled_form(read_line()));
  }
  for (const NumberToType& number : wanted) {
    if (typed[number.contact].contains(number.digits)) continue;
    std::cout << "\n";
    show(review);
    fail_signing(
        words_.tr("Nothing was signed: the source has no number of \"{1}\" ({2}) like the one to be signed, {3}.",
                  {printable(number.name), printable(number.contact), printable(number.digits)}));
  }
}

void SigningDialogue::confirm(const std::string& question) const {
  if (arguments_.yes) return;
  std::cout << question << " " << words_.tr("Type yes to go on:") << " " << std::flush;
  if (read_line() != "yes") fail_signing(words_.tr("Nothing was signed."));
}

void SigningDialogue::remember(const Review& review) const {
  for (size_t i = 0; i < trusts_.size(); ++i) {
    SignerTrust trust = trusts_[i];
    if (!review.newest_root.empty()) trust.root = review.newest_root;
    if (trust.root.empty()) trust.root = first_root_in(review);
    if (trust.root.empty()) continue;
    for (const ReviewedFile& file : review.files) {
      int64_t& version = trust.signed_versions[role_of(file)];
      version = std::max(version, file.header.version);
    }
    must(save_trust(trust_file_of(arguments_.keys[i]), trust));
  }
}

void SigningDialogue::remember_first(const Review& review) const {
  for (size_t i = 0; i < trusts_.size(); ++i) {
    if (trusts_[i].root.empty()) must(save_trust(trust_file_of(arguments_.keys[i]), {first_root_in(review), {}}));
  }
}

}  // namespace kiosk
