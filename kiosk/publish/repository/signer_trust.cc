#include "kiosk/publish/repository/signer_trust.h"

#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::publish {

using json::Json;

namespace {

constexpr size_t kMaxTrustBytes = 2 << 20;

}  // namespace

std::filesystem::path trust_file_of(const std::filesystem::path& private_key) {
  return private_key.parent_path() / (private_key.stem().string() + ".trust.json");
}

Result<SignerTrust> load_trust(const std::filesystem::path& file) {
  SignerTrust trust;
  if (!std::filesystem::exists(file)) return trust;
  KIOSK_TRY(text, os::read_file(file, kMaxTrustBytes));
  auto json = json::parse(text);
  try {
    if (json.ok()) {
      trust.root = json->at("root").get<std::string>();
      trust.signed_versions = json->at("signed").get<std::map<std::string, int64_t>>();
      if (update::tuf::parse_root(trust.root).ok()) return trust;
    }
  } catch (const Json::exception&) {}
  return Error{Code::damaged, file.string() +
                                  " is damaged: it says whom this signer trusts. Put it back from a copy, or remove it "
                                  "and give the root again with --root."};
}

Status save_trust(const std::filesystem::path& file, const SignerTrust& trust) {
  const Json json = {{"root", trust.root}, {"signed", trust.signed_versions}};
  return os::write_durably(file, json.dump(1) + "\n");
}

}  // namespace kiosk::publish
