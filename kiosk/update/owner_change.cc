#include "kiosk/update/owner_change.h"

#include <algorithm>
#include <system_error>

#include "kiosk/base/log.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/proof.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxRecordBytes = 4096;

json::Json body_of(const OwnerChange& change) {
  return {{"content_key", change.content_key},
          {"before", change.before},
          {"at", format_instant(change.at)},
          {"clock_synchronised", change.clock_synchronised}};
}

std::string digest_of(const OwnerChange& change) { return crypto::sha256(body_of(change).dump()).hex(); }

std::optional<OwnerChange> parse(std::string_view bytes) {
  auto object = json::parse(bytes);
  if (!object.ok()) return std::nullopt;
  // Wrong types throw in the library; the file lies on our own disk.
  try {
    auto at = parse_instant(object->at("at").get<std::string>());
    if (!at.ok()) return std::nullopt;
    OwnerChange change{object->at("content_key").get<std::string>(), object->at("before").get<std::string>(), *at,
                       object->at("clock_synchronised").get<bool>()};
    if (object->at("digest").get<std::string>() != digest_of(change)) return std::nullopt;
    return change;
  } catch (const json::Json::exception&) { return std::nullopt; }
}

// What the newest release that can say it says of the change to one of these roots.
std::optional<OwnerChange> copy_in_proofs(const Store& store, const TrustedRoots& roots) {
  const std::vector<int64_t> numbers = release_numbers(store);
  for (size_t i = numbers.size(); i-- > 0;) {
    auto proof = read_proof(store.release(numbers[i]));
    if (!proof.ok() || !proof->contains(kOwnerInProof)) continue;
    auto change = parse(proof->at(kOwnerInProof));
    const bool ours = change && std::any_of(roots.roots.begin(), roots.roots.end(), [&](const tuf::Root& root) {
                        return content_key(root) == change->content_key;
                      });
    if (ours) return change;
  }
  return std::nullopt;
}

// A file keeps the time of its writing while its bytes rot.
std::optional<Instant> written_at(const std::filesystem::path& file) {
  std::error_code trouble;
  const auto time = std::filesystem::last_write_time(file, trouble);
  if (trouble) return std::nullopt;
  return std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(time));
}

}  // namespace

std::optional<std::string> owner_record(const Store& store) {
  auto bytes = os::read_file(store.owner(), kMaxRecordBytes);
  if (!bytes.ok() || !parse(*bytes)) return std::nullopt;
  return *std::move(bytes);
}

std::optional<OwnerChange> read_owner_change(const Store& store) {
  auto bytes = owner_record(store);
  return bytes ? parse(*bytes) : std::nullopt;
}

bool owner_record_is_damaged(const Store& store) {
  std::error_code trouble;
  return std::filesystem::exists(store.owner(), trouble) && !owner_record(store);
}

Status write_owner_change(const Store& store, const OwnerChange& change) {
  json::Json record = body_of(change);
  record["digest"] = digest_of(change);
  return os::write_durably(store.owner(), record.dump(1) + "\n");
}

Status mend_owner_record(const Store& store, const TrustedRoots& roots) {
  if (owner_record(store)) return {};
  if (auto copy = copy_in_proofs(store, roots)) return write_owner_change(store, *copy);
  if (!owner_record_is_damaged(store)) return {};  // it never changed
  log(Priority::warning, "The record of a change of owner is damaged; who the owner was before is not known any more.");
  return write_owner_change(
      store, {content_key(roots.roots.front()), "", written_at(store.owner()).value_or(Instant{}), false});
}

}  // namespace kiosk::update
