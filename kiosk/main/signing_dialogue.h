// How kioskctl lets a person sign: whose root is trusted, what is shown, what must be typed again, what is remembered.
// The same for a request that was sent and for a draft of the own repository.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "kiosk/publish/repository/request_review.h"
#include "kiosk/publish/repository/signer_trust.h"
#include "kiosk/publish/repository/signer_words.h"

namespace kiosk {

inline constexpr int kTries = 5;  // at one pass phrase

struct SigningArguments {
  std::vector<std::string> keys;
  std::string passphrase_file, root, numbers, language = "en", today, address, authorities, config;
  bool yes = false;
};

// From here on errors are told in these words.
void speak(const publish::SignerWords& words);

// Ends the command with a message for its user.
[[noreturn]] void fail_signing(const std::string& message);

template <class T>
T must(Result<T> result) {
  if (!result.ok()) fail_signing(result.error().message);
  return std::move(*result);
}
void must(const Status& status);

// --key, --passphrase-file, --root, --language.
void add_signing_options(CLI::App* command, SigningArguments& arguments);

// From a file for scripts, else from the terminal without showing it.
std::string passphrase(const SigningArguments& arguments, const std::string& what);
std::vector<publish::SigningKey> load_keys(const SigningArguments& arguments);

// One signing, from the question whom this signer trusts to what is remembered of it.
class SigningDialogue {
 public:
  explicit SigningDialogue(const SigningArguments& arguments);

  // Of a request that was sent, by the root that this signer trusts; without one everything counts as new.
  publish::Review review(const publish::SignRequest& request);
  // Of a draft in the repository that this person runs, by --root or else by its own first root.
  publish::Review review_own(const publish::SignRequest& request, const std::string& own_root);

  // Shows all that would change, and stops where a number stands in a text.
  void show(const publish::Review& review) const;

  // Every new or changed number, typed before it is shown: who copies it from the screen has checked nothing.
  void ask_numbers(const publish::Review& review) const;
  void confirm(const std::string& question) const;

  // The newest root, and what was signed. Who signs the first root of a repository trusts it.
  void remember(const publish::Review& review) const;
  // Of a new repository: by those keys only that trust none yet, since a key may sign in several.
  void remember_first(const publish::Review& review) const;

  const publish::SignerWords& words() const { return words_; }

 private:
  void refuse_older(const publish::Review& review) const;

  const SigningArguments& arguments_;
  publish::SignerWords words_;
  std::vector<publish::SignerTrust> trusts_;  // of each key
  std::string trusted_root_;
};

}  // namespace kiosk
