#include "kiosk/update/shown_release.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "kiosk/base/log.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::update {
namespace {

std::filesystem::path note_of(const std::filesystem::path& health, int64_t version) {
  return health / (std::to_string(version) + ".json");
}

Status write_health(const std::filesystem::path& folder, int64_t version, const Health& health) {
  KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  json::Json note = {{"starts", health.starts}, {"confirmed", health.confirmed}};
  return os::write_durably(note_of(folder, version), note.dump() + "\n");
}

std::optional<int64_t> version_of_note(const std::string& name) {
  int64_t version = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), version);
  if (error != std::errc() || std::string_view(end) != ".json") return std::nullopt;
  return version;
}

// Of the releases before `version`, the last that was good is the one to go back to; what is known of others is of no
// use any more and would only grow.
Status forget_older(const std::filesystem::path& health, int64_t version) {
  KIOSK_TRY(names, os::list_folder(health));
  std::vector<int64_t> older;
  int64_t last_good = 0;
  for (const std::string& name : names) {
    auto noted = version_of_note(name);
    if (!noted || *noted >= version) continue;
    older.push_back(*noted);
    if (read_health(health, *noted).confirmed) last_good = std::max(last_good, *noted);
  }
  for (int64_t noted : older) {
    if (noted != last_good) KIOSK_TRY_STATUS(os::remove_durably(note_of(health, noted)));
  }
  return {};
}

bool has_bytes(const std::filesystem::path& path, const crypto::Sha256Digest& digest) {
  auto actual = crypto::sha256_of_file(path);
  return actual.ok() && *actual == digest;
}

// The release of this version if its bytes are still those that were installed.
std::optional<ShownRelease> intact(const Store& store, const Release& release) {
  std::error_code trouble;
  const std::filesystem::path folder = std::filesystem::canonical(store.release(release.version), trouble);
  if (trouble || !has_bytes(folder / "contacts.db", release.contacts) ||
      !has_bytes(folder / "content.db", release.content)) {
    log(Priority::error, "Release " + std::to_string(release.version) + " is damaged on this disk and is not shown.");
    return std::nullopt;
  }
  return ShownRelease{folder, release.version, false, 0};
}

}  // namespace

Health read_health(const std::filesystem::path& health, int64_t version) {
  Health known;
  auto bytes = os::read_file(note_of(health, version), 4096);
  auto note = bytes.ok() ? json::parse(*bytes) : Result<json::Json>(bytes.error());
  if (!note.ok() || !note->is_object()) return known;
  if (auto starts = note->find("starts"); starts != note->end() && starts->is_number_integer()) {
    known.starts = static_cast<int>(std::min<int64_t>(starts->get<int64_t>(), 1'000'000));
  }
  if (auto confirmed = note->find("confirmed"); confirmed != note->end() && confirmed->is_boolean()) {
    known.confirmed = confirmed->get<bool>();
  }
  return known;
}

Result<ShownRelease> choose_release(const Store& store, const std::filesystem::path& health,
                                    const std::filesystem::path& built_in) {
  const int64_t current = current_version(store).value_or(0);
  int64_t version = current;
  // At most two: the current release and the one that it replaced.
  for (int step = 0; step < 2 && version != 0; ++step) {
    auto release = read_release(store.release(version));
    if (!release.ok()) {
      log(Priority::error, release.error().message);
      break;
    }
    const Health known = read_health(health, version);
    const bool last_resort = release->replaces == 0 && built_in.empty();
    if (known.confirmed || known.starts < kMaxUnprovenStarts || last_resort) {
      if (auto shown = intact(store, *release)) {
        shown->pending = !known.confirmed;
        shown->current = current;
        return *shown;
      }
    }
    version = release->replaces;
  }
  std::error_code trouble;
  const std::filesystem::path folder = std::filesystem::canonical(built_in, trouble);
  if (!built_in.empty() && !trouble) return ShownRelease{folder, 0, false, current};
  return Error{Code::not_found, "No content is installed in " + store.folder.string() +
                                    " and none came with the program. Run kioskctl update."};
}

bool has_moved_on(const Store& store, const ShownRelease& shown) {
  return current_version(store).value_or(0) != shown.current;
}

Status note_start(const std::filesystem::path& health, int64_t version) {
  Health known = read_health(health, version);
  ++known.starts;
  return write_health(health, version, known);
}

Status confirm(const std::filesystem::path& health, int64_t version) {
  Health known = read_health(health, version);
  known.confirmed = true;
  KIOSK_TRY_STATUS(write_health(health, version, known));
  return forget_older(health, version);
}

}  // namespace kiosk::update
