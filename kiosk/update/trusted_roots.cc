#include "kiosk/update/trusted_roots.h"

#include <optional>

#include "kiosk/os/file.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/proof.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

namespace kiosk::update {
namespace {

using SignedRoot = tuf::Signed<tuf::Root>;

bool signed_as(const tuf::Root& wants, const SignedRoot& root) {
  return tuf::verify_signatures("root", wants.root, wants.keys, root.canonical, root.signatures).ok();
}

// A root that its own keys have signed.
std::optional<SignedRoot> sound(const std::string& bytes) {
  auto root = tuf::parse_root(bytes);
  if (!root.ok() || !signed_as(root->body, *root)) return std::nullopt;
  return *std::move(root);
}

std::string held(const std::filesystem::path& file) {
  auto bytes = os::read_file(file, tuf::kMaxRootBytes);
  return bytes.ok() ? *bytes : std::string();
}

std::optional<SignedRoot> successor(const tuf::Root& root, const std::string& bytes) {
  auto next = sound(bytes);
  if (!next || next->body.version != root.version + 1 || !signed_as(root, *next)) return std::nullopt;
  return next;
}

// Every place that may hold the root of this version.
std::vector<std::string> copies_of_root(const Store& store, int64_t version) {
  std::vector<std::string> all{held(store.root(version)), held(store.metadata() / "root.json")};
  for (int64_t number : release_numbers(store)) {
    auto proof = read_proof(store.release(number));
    if (!proof.ok()) continue;
    if (auto found = proof->find(root_in_proof(version)); found != proof->end()) all.push_back(found->second);
  }
  return all;
}

}  // namespace

Result<TrustedRoots> load_trusted_roots(const Store& store, const std::string& first_root) {
  if (first_root.empty()) {
    return Error{Code::not_found,
                 "This kiosk has no root metadata: it does not know whose content to trust. Install the root.json of "
                 "who publishes."};
  }
  auto first = sound(first_root);
  if (!first) return Error{Code::damaged, "The root metadata that came with the program is damaged. Install it again."};
  TrustedRoots trusted;
  trusted.files.push_back(first_root);
  trusted.roots.push_back(std::move(first->body));
  while (trusted.newest().version < INT64_MAX) {
    const int64_t version = trusted.newest().version + 1;
    std::string file = held(store.root(version));
    auto next = successor(trusted.newest(), file);
    // Only where something of a later root is here at all are other copies of it looked for.
    if (!next) {
      for (const std::string& copy : copies_of_root(store, version)) {
        if ((next = successor(trusted.newest(), copy))) {
          file = copy;
          break;
        }
      }
    }
    if (!next) break;
    trusted.files.push_back(std::move(file));
    trusted.roots.push_back(std::move(next->body));
  }
  return trusted;
}

Owner owner_of(const Store& store, const std::string& first_root) {
  auto first = sound(first_root);
  if (!first) return Owner::nobody;
  // Compared by what is signed: a spoilt blank or signature makes no other owner.
  if (auto same_version = sound(held(store.root(first->body.version))))
    return same_version->canonical == first->canonical ? Owner::same : Owner::another;
  auto newest = sound(held(store.metadata() / "root.json"));
  if (!newest) return Owner::nobody;
  if (signed_as(newest->body, *first) || content_key(newest->body) == content_key(first->body)) return Owner::same;
  auto trusted = load_trusted_roots(store, first_root);
  const bool reached = trusted.ok() && trusted->newest().version == newest->body.version;
  return reached ? Owner::same : Owner::another;
}

}  // namespace kiosk::update
