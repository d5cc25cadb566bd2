#include "kiosk/fleet/doctor/content.h"

#include <system_error>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/fleet/identity.h"
#include "kiosk/os/file.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::fleet {
namespace {

namespace tuf = update::tuf;

constexpr std::chrono::days kSoon{60};

Status check_bytes(const std::filesystem::path& file, const crypto::Sha256Digest& digest) {
  auto actual = crypto::sha256_of_file(file);
  if (!actual.ok()) return actual.error();
  if (*actual != digest) return Error{Code::damaged, file.string() + " is not what was installed."};
  return {};
}

Status check_release(const update::Store& store, int64_t number, const update::Proven& edition) {
  const std::filesystem::path folder = store.release(number);
  KIOSK_TRY_STATUS(check_bytes(folder / "contacts.db", edition.contacts.digest));
  KIOSK_TRY_STATUS(check_bytes(folder / "content.db", edition.content));
  KIOSK_TRY_STATUS(check_bytes(folder / "objects.json", edition.objects.digest));
  KIOSK_TRY(index, os::read_file(folder / "objects.json", update::kMaxIndexBytes));
  KIOSK_TRY(objects, update::parse_objects_index(index));
  // By the way that the screen takes to it.
  for (const update::ObjectEntry& object : objects)
    KIOSK_TRY_STATUS(check_bytes(folder / store.object(object.digest).lexically_relative(store.folder), object.digest));
  return update::check_catalog(folder);
}

Finding examine_release(const ContentPlaces& places, update::Holdings& held, int64_t number) {
  const update::Proven* edition = held.proven(number);
  const std::string what = "content version " + std::to_string(edition ? edition->version : number);
  const Status checked =
      edition
          ? check_release(places.store, number, *edition)
          : Status(Error{Code::refused, "Its signatures do not lead to " + places.root.string() + ", or its " +
                                            (places.store.release(number) / "proof.json").string() + " is damaged."});
  if (checked.ok()) return well(what, "Every file is what was signed for.");
  return {
      what, Verdict::error, checked.error().message,
      "The kiosk shows what is whole, and no number that was withdrawn. Plug in a stick with this content or newer: "
      "it mends what is damaged. If it happens again, the disk is failing: replace it."};
}

Finding examine_built_in(const ContentPlaces& places) {
  std::error_code trouble;
  if (!std::filesystem::is_directory(places.built_in, trouble)) {
    return {"content in the package", Verdict::warning, "There is none in " + places.built_in.string() + ".",
            "Install the content package: it is what is shown when everything else fails."};
  }
  const Status checked = update::check_catalog(places.built_in);
  if (checked.ok()) return well("content in the package", "It can be shown when everything else fails.");
  return {"content in the package", Verdict::error, checked.error().message, "Install the content package again."};
}

std::string day_of(Instant time) { return format_instant(time).substr(0, 10); }

Finding examine_expiry(const std::string& what, Instant expires, Instant now) {
  if (expires <= now) {
    return {what, Verdict::warning, "It lapsed on " + day_of(expires) + ".",
            "It is still shown, but nothing this old is installed any more. Ask the publisher for newer content."};
  }
  if (expires <= now + kSoon) {
    return {what, Verdict::warning, "It lapses on " + day_of(expires) + ".",
            "Ask the publisher for newer content before then."};
  }
  return well(what, "It is valid until " + day_of(expires) + ".");
}

bool roots_are_kept(const update::Store& store, const update::TrustedRoots& roots) {
  auto holds = [](const std::filesystem::path& file, const std::string& bytes) {
    auto held = os::read_file(file, tuf::kMaxRootBytes);
    return held.ok() && *held == bytes;
  };
  for (size_t i = 0; i < roots.files.size(); ++i) {
    if (!holds(store.root(roots.roots[i].version), roots.files[i])) return false;
  }
  return holds(store.metadata() / "root.json", roots.files.back());
}

Findings examine_roots(const ContentPlaces& places, const update::Holdings& held, Instant now) {
  const auto& roots = held.roots();
  if (!roots.ok()) {
    const bool none = roots.error().code == Code::not_found;
    return {{"trust", Verdict::error, none ? "This kiosk does not know whose content to trust." : roots.error().message,
             "Install the publisher's root.json as " + places.root.string() + "."}};
  }
  if (held.of_another_owner()) {
    return {{"trust", Verdict::warning,
             "What is installed was signed by another owner than " + places.root.string() + " names.",
             "Plug in a stick of the new owner. Nothing of the old one is shown."}};
  }
  Findings all{well("trust", "The kiosk knows whose content to trust.")};
  if (!held.numbers().empty() && !roots_are_kept(places.store, *roots)) {
    all.push_back({"trust", Verdict::warning, "A copy of the root metadata on this disk is damaged or missing.",
                   "The next update puts it back."});
  }
  all.push_back(examine_expiry("trust: root", roots->newest().expires, now));
  return all;
}

}  // namespace

std::string ContentPlaces::first_root() const {
  auto bytes = os::read_file(root, tuf::kMaxRootBytes);
  return bytes.ok() ? *bytes : std::string();
}

Findings examine_releases(const ContentPlaces& places) {
  Findings all;
  update::Holdings held(places.store, places.first_root());
  const int64_t current = held.current();
  const Finding built_in = examine_built_in(places);
  if (current == 0) {
    all.push_back({"content", built_in.verdict == Verdict::ok ? Verdict::warning : Verdict::error,
                   "No content was ever installed in " + places.store.folder.string() + ".",
                   "The kiosk shows what came in the package, if anything. Bring a stick with content."});
  } else {
    all.push_back(examine_release(places, held, current));
    if (update::current_release(places.store) != current) {
      all.push_back({"content", Verdict::error, places.store.current().string() + " does not say what is current.",
                     "Plug in a stick with this content or newer: it mends what is damaged."});
    }
    if (const int64_t before = held.before(current); before != 0) all.push_back(examine_release(places, held, before));
    const update::Health health = update::read_health(places.health, current);
    if (!health.confirmed) {
      const bool given_up = health.starts >= update::kMaxUnprovenStarts;
      all.push_back({"content", given_up ? Verdict::error : Verdict::warning,
                     given_up ? "The newest content failed on the screen and the content before it is shown."
                              : "The newest content has not been shown on the screen yet.",
                     given_up ? "Tell the publisher. A newer version will be taken."
                              : "Switch the screen on, or wait until it is not in use."});
    }
  }
  all.push_back(built_in);
  return all;
}

Findings examine_trust(const ContentPlaces& places, const os::Clock& clock) {
  const update::TimeFloor floor = update::load_time_floor(places.store, places.first_root(), places.build);
  const Instant now = update::time_for_checks(floor, clock);
  update::Holdings held(places.store, places.first_root());
  Findings all = examine_roots(places, held, now);
  if (const update::Proven* edition = held.proven(held.current()))
    all.push_back(examine_expiry("trust: content", edition->expires, now));
  if (update::owner_record_is_damaged(places.store)) {
    all.push_back({"owner", Verdict::warning,
                   "The record of a change of owner, " + places.store.owner().string() + ", is damaged.",
                   "The next update puts it back."});
  }
  if (auto change = update::read_owner_change(places.store)) {
    all.push_back(well("owner", "Since " + day_of(change->at) + " this kiosk takes the content of the content key " +
                                    change->content_key + "."));
  }
  return all;
}

Findings examine_identity(const ContentPlaces& places) {
  const std::string folder = places.store.identity().string();
  switch (Identity::examine(places.store.identity())) {
    case KeyCondition::none:
    case KeyCondition::whole: return {};
    case KeyCondition::can_be_mended:
      return {{"receipts", Verdict::warning,
               "A copy of the key that signs this kiosk's receipts, in " + folder + ", is damaged or missing.",
               "The next update puts it back."}};
    case KeyCondition::lost: break;
  }
  return {{"receipts", Verdict::warning,
           "The key that signs this kiosk's receipts, in " + folder + ", is damaged, and so is its copy.",
           "Remove that folder. The next receipt comes with a new key, which the office accepts once."}};
}

Findings examine_time(const ContentPlaces& places, const os::Clock& clock) {
  const update::TimeFloor floor = update::load_time_floor(places.store, places.first_root(), places.build);
  if (!update::clock_is_doubtful(floor, clock)) return {well("time", "The clock is set.")};
  return {{"time", Verdict::warning,
           "The clock has not been synchronised: it says " + format_instant(clock.now()) +
               "; signed content proves that it is not "
               "before " +
               format_instant(floor.value()) + ".",
           "Usual without a network, and content is safe. Opening hours and hours of hotlines may be shown wrongly: "
           "set the "
           "clock, or fit a clock with a battery."}};
}

}  // namespace kiosk::fleet
