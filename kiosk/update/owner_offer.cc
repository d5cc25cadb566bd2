#include "kiosk/update/owner_offer.h"

#include <algorithm>
#include <iterator>
#include <system_error>

#include "kiosk/base/log.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

namespace kiosk::update {
namespace {

using tuf::Root;
using tuf::Signed;

Status signed_by(const Root& signers, const Signed<Root>& root) {
  return tuf::verify_signatures("The root on offer", signers.root, signers.keys, root.canonical, root.signatures);
}

// Error: of what is no root, or of one that its own keys did not sign.
Result<Signed<Root>> parse_whole(const std::string& bytes) {
  KIOSK_TRY(root, tuf::parse_root(bytes));
  KIOSK_TRY_STATUS(signed_by(root.body, root));
  return root;
}

Result<std::string> newest_root(Source& source, std::string newest) {
  KIOSK_TRY(root, parse_whole(newest));
  for (int i = 0; i < tuf::kMaxRootRotations; ++i) {
    const std::string name = "metadata/" + std::to_string(root.body.version + 1) + ".root.json";
    auto bytes = source.read_all(name, tuf::kMaxRootBytes);
    if (!bytes.ok() && bytes.error().code == Code::not_found) return newest;
    if (!bytes.ok()) return bytes.error();
    KIOSK_TRY(next, parse_whole(*bytes));
    KIOSK_TRY_STATUS(signed_by(root.body, next));
    if (next.body.version != root.body.version + 1)
      return Error{Code::refused, "The root on offer is not what it is called."};
    root = std::move(next);
    newest = *std::move(bytes);
  }
  return Error{Code::refused, "The root on offer was replaced too often to follow."};
}

Result<std::string> offer(const Store& store) { return os::read_file(store.offer(), tuf::kMaxRootBytes); }

}  // namespace

void keep_offer(const Store& store, Source& source, const std::string& first) {
  auto newest = newest_root(source, first);
  Status kept = newest.ok() ? os::write_durably(store.offer(), *newest) : Status(newest.error());
  if (!kept.ok()) log(Priority::warning, "This kiosk cannot be given to whoever signed that: " + kept.error().message);
}

void withdraw_offer(const Store& store) {
  std::error_code ignored;
  std::filesystem::remove(store.offer(), ignored);
}

std::optional<std::string> offered_key(const Store& store) {
  auto bytes = offer(store);
  auto root = bytes.ok() ? parse_whole(*bytes) : Result<Signed<Root>>(bytes.error());
  if (!root.ok()) return std::nullopt;
  return content_key(root->body);
}

std::string key_digits(const std::string& text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

Status accept_offer(const Store& store, const std::string& typed, const std::filesystem::path& root) {
  auto bytes = offer(store);
  if (!bytes.ok()) {
    return Error{Code::not_found, "No other owner's content was offered. Plug in the new owner's stick first."};
  }
  KIOSK_TRY(offered, parse_whole(*bytes));
  const std::string key = content_key(offered.body);
  if (key_digits(typed) != key_digits(key)) {
    return Error{Code::refused,
                 "The content key that was typed is not that of the stick, " + key + ". The owner was not changed."};
  }
  KIOSK_TRY_STATUS(os::write_durably(root, *bytes));
  log(Priority::warning, "This kiosk was given to another owner at its screen: it takes content of the content key " +
                             key + " from now on.");
  withdraw_offer(store);
  return {};
}

}  // namespace kiosk::update
