#include "kiosk/publish/repository/key_file.h"

#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/rules/pass_phrase.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

constexpr size_t kMaxKeyBytes = 65536;

}  // namespace

Status create_key_files(const std::filesystem::path& folder, const std::string& name, const std::string& typed) {
  const std::string passphrase = rules::pass_phrase(typed);
  const std::filesystem::path secret = folder / (name + ".key"), open = folder / (name + ".pub");
  for (const auto& file : {secret, open}) {
    if (std::filesystem::exists(file)) {
      return Error{Code::refused, file.string() + " exists already and was not touched. Choose another name."};
    }
  }
  if (passphrase.size() < kMinPassphrase) {
    return Error{Code::refused, "The pass phrase is too short: it needs " + std::to_string(kMinPassphrase) +
                                    " letters or more. Four words that do not belong together are good."};
  }
  auto key = crypto::PrivateKey::generate(crypto::Scheme::ed25519);
  const tuf::Key public_part = tuf::make_key(key.public_key());
  const json::Json json = {
      {"keytype", public_part.type}, {"scheme", public_part.scheme}, {"keyval", {{"public", public_part.text}}}};
  KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  KIOSK_TRY_STATUS(os::write_durably(secret, key.encrypted_pem(passphrase), 0600));
  return os::write_durably(open, json.dump(1) + "\n");
}

Result<SigningKey> load_private_key(const std::filesystem::path& file, const std::string& passphrase) {
  KIOSK_TRY(pem, os::read_file(file, kMaxKeyBytes));
  auto key = crypto::PrivateKey::from_encrypted_pem(pem, rules::pass_phrase(passphrase));
  for (const std::string& form : rules::pass_phrase_forms(passphrase)) {
    if (key.ok() || key.error().code != Code::refused) break;
    key = crypto::PrivateKey::from_encrypted_pem(pem, form);
  }
  if (!key.ok()) return Error{key.error().code, file.string() + ": " + key.error().message};
  std::string id = tuf::key_id(tuf::make_key(key->public_key()));
  return SigningKey{std::move(id), std::move(*key)};
}

Result<tuf::Key> load_public_key(const std::filesystem::path& file) {
  KIOSK_TRY(text, os::read_file(file, kMaxKeyBytes));
  auto key = tuf::parse_key(text);
  if (key.ok() && key->usable) return key;
  return Error{Code::invalid, file.string() + " is not a public key made by kioskctl key create."};
}

}  // namespace kiosk::publish
