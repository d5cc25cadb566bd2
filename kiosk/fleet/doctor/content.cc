#include "kiosk/fleet/doctor/content.h"

#include <system_error>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/os/file.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/metadata_store.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"

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

Status check_release(const update::Store& store, const update::Release& release) {
  const std::filesystem::path folder = store.release(release.version);
  KIOSK_TRY_STATUS(check_bytes(folder / "contacts.db", release.contacts));
  KIOSK_TRY_STATUS(check_bytes(folder / "content.db", release.content));
  KIOSK_TRY_STATUS(check_bytes(folder / "objects.json", release.objects));
  KIOSK_TRY(index, os::read_file(folder / "objects.json", update::kMaxIndexBytes));
  KIOSK_TRY(objects, update::parse_objects_index(index));
  for (const update::ObjectEntry& object : objects)
    KIOSK_TRY_STATUS(check_bytes(store.object(object.digest), object.digest));
  return update::check_catalog(folder);
}

Finding examine_release(const ContentPlaces& places, int64_t version) {
  const std::string what = "content version " + std::to_string(version);
  auto release = update::read_release(places.store.release(version));
  const Status checked = release.ok() ? check_release(places.store, *release) : Status(release.error());
  if (checked.ok()) return well(what, "Every file is as it was installed.");
  return {
      what, Verdict::error, checked.error().message,
      "The kiosk shows older content instead. Bring a stick with content newer than this version; if it happens again, "
      "the disk is failing: replace it."};
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
            "It is still shown, but nothing so old is installed. Ask who publishes for newer content."};
  }
  if (expires <= now + kSoon) {
    return {what, Verdict::warning, "It lapses on " + day_of(expires) + ".",
            "Ask who publishes for newer content before then."};
  }
  return well(what, "It is valid until " + day_of(expires) + ".");
}

Status check_root(const std::string& bytes) {
  auto root = tuf::parse_root(bytes);
  if (!root.ok()) return root.error();
  return tuf::verify_signatures("root", root->body.root, root->body.keys, root->canonical, root->signatures);
}

}  // namespace

Findings examine_releases(const ContentPlaces& places) {
  Findings all;
  auto current = update::current_version(places.store);
  const Finding built_in = examine_built_in(places);
  if (!current) {
    all.push_back({"content", built_in.verdict == Verdict::ok ? Verdict::warning : Verdict::error,
                   "No content was ever installed in " + places.store.folder.string() + ".",
                   "The kiosk shows what came in the package, if anything. Bring a stick with content."});
  } else {
    all.push_back(examine_release(places, *current));
    auto release = update::read_release(places.store.release(*current));
    if (release.ok() && release->replaces != 0) all.push_back(examine_release(places, release->replaces));
    const update::Health health = update::read_health(places.health, *current);
    if (!health.confirmed) {
      const bool given_up = health.starts >= update::kMaxUnprovenStarts;
      all.push_back({"content", given_up ? Verdict::error : Verdict::warning,
                     given_up ? "The newest content failed on the screen and the content before it is shown."
                              : "The newest content has not been shown on the screen yet.",
                     given_up ? "Tell who publishes. A newer version will be taken."
                              : "Switch the screen on, or wait until nobody uses it."});
    }
  }
  all.push_back(built_in);
  return all;
}

Findings examine_trust(const ContentPlaces& places, const os::Clock& clock) {
  const update::TimeFloor floor = update::load_time_floor(places.store.time_floor(), places.build);
  const Instant now = update::time_for_checks(floor, clock);
  tuf::FolderMetadataStore metadata(places.store.metadata());
  auto stored = metadata.load("root");
  std::optional<std::string> root = stored.ok() ? *stored : std::nullopt;
  if (!root) {
    auto first = os::read_file(places.root, tuf::kMaxRootBytes);
    if (first.ok()) root = *first;
  }
  if (!root) {
    return {{"trust", Verdict::error, "This kiosk does not know whose content to trust.",
             "Install the root.json of who publishes as " + places.root.string() + "."}};
  }
  if (Status checked = check_root(*root); !checked.ok()) {
    return {{"trust", Verdict::error, checked.error().message,
             "The next update starts again from " + places.root.string() + ", if that is there."}};
  }
  Findings all{well("trust", "The kiosk knows whose content to trust.")};
  all.push_back(examine_expiry("trust: root", tuf::parse_root(*root)->body.expires, now));
  if (auto version = update::current_version(places.store)) {
    auto release = update::read_release(places.store.release(*version));
    if (release.ok()) all.push_back(examine_expiry("trust: content", release->expires, now));
  }
  return all;
}

Findings examine_time(const ContentPlaces& places, const os::Clock& clock) {
  const update::TimeFloor floor = update::load_time_floor(places.store.time_floor(), places.build);
  if (!update::clock_is_doubtful(floor, clock)) return {well("time", "The clock is set.")};
  return {{"time", Verdict::warning,
           "Nobody vouches for the clock: it says " + format_instant(clock.now()) +
               "; signed content proves that it is not "
               "before " +
               format_instant(floor.value()) + ".",
           "Usual without a network, and content is safe. Opening hours and hours of hotlines may be shown wrongly: "
           "set the "
           "clock, or fit a clock with a battery."}};
}

}  // namespace kiosk::fleet
