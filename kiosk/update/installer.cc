#include "kiosk/update/installer.h"

#include <algorithm>
#include <set>

#include "kiosk/base/log.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/garbage.h"
#include "kiosk/update/repository_layout.h"

namespace kiosk::update {
namespace {

bool same_keys(const tuf::Role& a, const tuf::Role& b) {
  return std::set(a.key_ids.begin(), a.key_ids.end()) == std::set(b.key_ids.begin(), b.key_ids.end());
}

Status link_current(const Store& store, int64_t number) {
  return os::link_durably(std::filesystem::path("releases") / std::to_string(number), store.current());
}

}  // namespace

Status Installer::run(Report& report) {
  KIOSK_TRY(edition, edition_of(client_));
  KIOSK_TRY_STATUS(refuse_older(edition));
  const auto bad = read_bad_releases(store_);
  const auto known_bad = std::find_if(bad.rbegin(), bad.rend(), [&](const BadRelease& one) {
    return one.version == edition.version && one.identity == edition.identity();
  });
  const int64_t number = number_that_holds(edition);
  if (number != 0 && number == held_.current()) {
    KIOSK_TRY_STATUS(mend(number, edition, true, report));
  } else if (known_bad != bad.rend()) {
    // Not to be shown, but its numbers are the newest: they have to be whole.
    if (number != 0) KIOSK_TRY_STATUS(mend(number, edition, false, report));
    report.outcome = Outcome::known_bad;
    report.taken_back = known_bad->by_staff;
  } else {
    KIOSK_TRY_STATUS(install(edition, report));
  }
  if (const int64_t current = current_release(store_).value_or(0); current == held_.current())
    mend_one_before(held_.before(current), report);
  return {};
}

// The client compares with the metadata it keeps. Where that was lost, the release that is installed still says what
// was seen; unless a root has since replaced the keys that say so, which is how a version set too high is got rid of.
Status Installer::refuse_older(const Proven& edition) const {
  if (held_.numbers().empty() || !held_.roots().ok()) return {};
  const Proven* seen = held_.proven(held_.numbers().back());
  if (!seen || edition.version >= seen->version) return {};
  for (const tuf::Root& root : held_.roots()->roots) {
    if (root.version != seen->root) continue;
    if (!same_keys(root.timestamp, client_.root().timestamp) || !same_keys(root.snapshot, client_.root().snapshot))
      return {};
    return Error{Code::older, "The update was not taken: it is older (" + std::to_string(edition.version) +
                                  ") than what is installed (" + std::to_string(seen->version) + ")."};
  }
  return {};
}

// The release with this very content, whole or not; 0: none.
int64_t Installer::number_that_holds(const Proven& edition) {
  auto holds = [&](int64_t number) {
    if (const Proven* proven = held_.proven(number)) return proven->same_content(edition);
    // Its proof is damaged; then its bytes say what it is.
    auto contacts = crypto::sha256_of_file(store_.release(number) / "contacts.db");
    auto content = crypto::sha256_of_file(store_.release(number) / "content.db");
    return contacts.ok() && content.ok() && *contacts == edition.contacts.digest && *content == edition.content;
  };
  if (held_.current() != 0 && holds(held_.current())) return held_.current();
  for (int64_t number : held_.numbers()) {
    if (held_.is_bad(number) && holds(number)) return number;
  }
  return 0;
}

std::string Installer::proof_now() const {
  // The roots may have moved on since the store was looked at.
  auto roots = load_trusted_roots(store_, held_.roots()->files.front());
  return write_proof(proof_from_trust(store_, roots.ok() ? *roots : *held_.roots()));
}

ReleaseFiles::FindDelta Installer::delta_finder() {
  return [this](const crypto::Sha256Digest& from, const crypto::Sha256Digest& to) -> std::optional<Wanted> {
    auto found = find_wanted(client_, delta_target(from, to));
    if (!found.ok()) return std::nullopt;
    return *found;
  };
}

Status Installer::check_space(uint64_t needed, Report& report) const {
  report.bytes_needed = sum_of(needed, reserve_);
  KIOSK_TRY(free, os::free_bytes(store_.folder));
  if (free >= report.bytes_needed) return {};
  return Error{Code::no_space, "The update was not begun: it needs " + std::to_string(report.bytes_needed) +
                                   " bytes of room and " + std::to_string(free) + " are free."};
}

Status Installer::mend(int64_t number, const Proven& edition, bool is_current, Report& report) {
  const std::filesystem::path folder = store_.release(number);
  ReleaseFiles files(store_, source_, held_, edition, on_progress_, report.origin);
  KIOSK_TRY_STATUS(files.plan(folder, {}));
  report.outcome = Outcome::up_to_date;
  if (!files.whole()) {
    KIOSK_TRY_STATUS(check_space(files.room(), report));
    KIOSK_TRY_STATUS(files.place());
    report.outcome = Outcome::repaired;
  }
  if (!held_.proven(number)) report.outcome = Outcome::repaired;
  // Signatures are renewed more often than content.
  const std::string proof = proof_now();
  auto held = os::read_file(folder / "proof.json", proof.size());
  if (!held.ok() || *held != proof) KIOSK_TRY_STATUS(os::write_durably(folder / "proof.json", proof, 0444));
  if (is_current && current_release(store_) != number) {
    KIOSK_TRY_STATUS(link_current(store_, number));
    report.outcome = Outcome::repaired;
  }
  report.bytes_fetched = files.fetched();
  return {};
}

// Whether it can be mended depends on what the source still has of it. A release that nobody could go back to is taken
// away, so that nobody counts on it.
void Installer::mend_one_before(int64_t number, const Report& report) {
  const Proven* edition = held_.proven(number);
  if (!edition) return;  // the collection of garbage takes it away
  ReleaseFiles files(store_, source_, held_, *edition, on_progress_, report.origin);
  Status mended = files.plan(store_.release(number), {});
  if (mended.ok() && !files.whole()) mended = files.place();
  if (mended.ok() || mended.error().code == Code::interrupted || mended.error().code == Code::no_space) return;
  log(Priority::warning, "Release " + std::to_string(number) +
                             " is damaged and cannot be mended from here; it is taken away: " + mended.error().message);
  if (Status removed = os::remove_tree(store_.release(number)); !removed.ok())
    log(Priority::warning, removed.error().message);
}

Status Installer::install(const Proven& edition, Report& report) {
  // As a rule the version of the edition. Not where a replaced key had set versions that are far too high, or where two
  // editions bear one version.
  // A folder that no link names and no signature covers was left by a power cut; it is made again.
  const bool leftover = !current_release(store_) && !held_.proven(held_.current());
  int64_t highest = leftover ? 0 : held_.current();
  for (const BadRelease& bad : read_bad_releases(store_)) highest = std::max(highest, bad.number);
  const int64_t number = edition.version > highest ? edition.version : highest + 1;
  const std::filesystem::path prepared = store_.releases() / (std::to_string(number) + kUnfinishedRelease);
  KIOSK_TRY_STATUS(os::remove_tree(prepared));
  ReleaseFiles files(store_, source_, held_, edition, on_progress_, report.origin);
  KIOSK_TRY_STATUS(files.plan(prepared, delta_finder()));
  KIOSK_TRY_STATUS(check_space(files.room(), report));
  KIOSK_TRY_STATUS(files.place());
  if (Status checked = check_(prepared); !checked.ok()) {
    KIOSK_TRY_STATUS(os::remove_tree(prepared));
    const Code code = checked.error().code;
    if (code != Code::unsupported && code != Code::refused) return checked;
    report.outcome = code == Code::unsupported ? Outcome::program_too_old : Outcome::against_rules;
    report.detail = checked.error().message;
    log(Priority::warning, report.detail);
    return {};
  }
  KIOSK_TRY_STATUS(activate(prepared, number));
  report.outcome = Outcome::updated;
  report.bytes_fetched = files.fetched();
  return {};
}

Status Installer::activate(const std::filesystem::path& prepared, int64_t number) {
  KIOSK_TRY_STATUS(os::write_durably(prepared / "proof.json", proof_now(), 0444));
  const std::filesystem::path place = store_.release(number);
  // Left by a power cut just before the commit point.
  KIOSK_TRY_STATUS(os::remove_tree(place));
  KIOSK_TRY_STATUS(os::rename_durably(prepared, place));
  // The commit point: before it the old release is current, after it the new one.
  return link_current(store_, number);
}

}  // namespace kiosk::update
