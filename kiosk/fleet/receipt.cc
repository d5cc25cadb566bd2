#include "kiosk/fleet/receipt.h"

#include <algorithm>
#include <system_error>

#include "kiosk/base/ascii.h"
#include "kiosk/crypto/hex.h"
#include "kiosk/fleet/health_json.h"
#include "kiosk/fleet/identity.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::fleet {
namespace {

using json::Json;

// So much must be free: the file, its folder, and what a file system needs to note both.
constexpr uint64_t kRoom = 256 * 1024;
constexpr int kMostNames = 9;

// What is signed begins with what it is, so that no other signed words can pass for a receipt.
std::string signed_words(const Json& body) { return "kiosk-receipt 1\n" + json::canonical(body); }

Error no_receipt() { return {Code::invalid, "This is not a receipt of a kiosk."}; }

Result<std::string> text_member(const Json& object, const char* name) {
  auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return no_receipt();
  return found->get<std::string>();
}

// Of a name in any script, what every file system of a stick can hold.
std::string plain(const std::string& name) {
  std::string text;
  for (char letter : name) {
    if (ascii::is_letter_or_digit(letter))
      text += ascii::small(letter);
    else if (!text.empty() && text.back() != '-')
      text += '-';
    if (text.size() == 40) break;
  }
  while (!text.empty() && text.back() == '-') text.pop_back();
  return text.empty() ? "kiosk" : text;
}

// The first name that is free, or that holds an earlier receipt of this key.
Result<std::filesystem::path> own_place(const std::filesystem::path& folder, const std::string& stem,
                                        const std::string& key) {
  for (int number = 1; number <= kMostNames; ++number) {
    const auto path = folder / (stem + (number == 1 ? "" : "-" + std::to_string(number)) + ".json");
    auto bytes = os::read_file(path, kMaxReceiptBytes);
    if (!bytes.ok() && bytes.error().code == Code::not_found) return path;
    if (!bytes.ok()) continue;
    auto receipt = read_receipt(*bytes);
    if (receipt.ok() && receipt->key == key) return path;
  }
  return Error{Code::refused, "Leaving a receipt in " + folder.string() +
                                  " was given up: files of other origin have all "
                                  "the names that this kiosk would use. Nothing was overwritten; clear the folder."};
}

}  // namespace

std::string Receipt::fingerprint() const {
  auto raw = crypto::from_hex(key);
  auto public_key = raw.ok() ? crypto::PublicKey::from_ed25519(*raw) : Result<crypto::PublicKey>(raw.error());
  return public_key.ok() ? fleet::fingerprint(*public_key) : "";
}

std::string sign_receipt(const HealthReport& report, int64_t number, const crypto::PrivateKey& key) {
  Json body = to_json(report);
  body["number"] = number;
  const Json file = {{"kiosk_receipt", body},
                     {"key", key.public_key().text()},
                     {"signature", crypto::to_hex(key.sign(signed_words(body)))}};
  return file.dump(1) + "\n";
}

Result<Receipt> read_receipt(std::string_view bytes) {
  auto file = json::parse(bytes);
  if (!file.ok() || !file->is_object()) return no_receipt();
  auto body = file->find("kiosk_receipt");
  if (body == file->end() || !body->is_object()) return no_receipt();
  KIOSK_TRY(key, text_member(*file, "key"));
  KIOSK_TRY(signature_digits, text_member(*file, "signature"));
  auto raw_key = crypto::from_hex(key), signature = crypto::from_hex(signature_digits);
  if (!raw_key.ok() || !signature.ok()) return no_receipt();
  auto public_key = crypto::PublicKey::from_ed25519(*raw_key);
  if (!public_key.ok() || !public_key->verifies(signed_words(*body), *signature)) {
    return Error{Code::refused, "The signature does not fit: the receipt was forged or damaged."};
  }
  KIOSK_TRY(report, health_from_json(*body));
  auto number = body->find("number");
  if (number == body->end() || !number->is_number_integer()) return no_receipt();
  return Receipt{std::move(report), number->get<int64_t>(), public_key->text()};
}

Result<std::filesystem::path> leave_receipt(const std::filesystem::path& stick, const std::filesystem::path& identity,
                                            const HealthReport& report) {
  KIOSK_TRY(free, os::free_bytes(stick));
  if (free < kRoom) {
    return Error{Code::no_space, "No receipt was left on " + stick.string() + ": the stick is full. Free 1 MB of it."};
  }
  const std::filesystem::path folder = stick / kReceiptFolder;
  KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  KIOSK_TRY(own, Identity::open(identity));
  const crypto::PublicKey key = own.key().public_key();
  KIOSK_TRY(path, own_place(folder, plain(report.name) + "-" + fingerprint(key), key.text()));
  KIOSK_TRY(number, own.next_number());
  if (Status written = os::write_durably(path, sign_receipt(report, number, own.key())); !written.ok()) {
    // On a stick that filled up meanwhile, the beginning of a file is no use.
    std::error_code ignored;
    std::filesystem::remove(std::filesystem::path(path) += ".new", ignored);
    return written.error();
  }
  return path;
}

}  // namespace kiosk::fleet
