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
#include "kiosk/os/file_mark.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/owner_change.h"

namespace kiosk::update {
namespace {

std::filesystem::path note_of(const std::filesystem::path& health, int64_t number) {
  return health / (std::to_string(number) + ".json");
}

Status write_health(const std::filesystem::path& folder, int64_t number, const Health& health) {
  KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  json::Json note = {{"starts", health.starts}, {"confirmed", health.confirmed}};
  return os::write_durably(note_of(folder, number), note.dump() + "\n");
}

std::optional<int64_t> version_of_note(const std::string& name) {
  int64_t number = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || std::string_view(end) != ".json") return std::nullopt;
  return number;
}

// Of the releases before `number`, the last that was good is the one to go back to; what is known of others is of no
// use any more and would only grow.
Status forget_older(const std::filesystem::path& health, int64_t number) {
  KIOSK_TRY(names, os::list_folder(health));
  std::vector<int64_t> older;
  int64_t last_good = 0;
  for (const std::string& name : names) {
    auto noted = version_of_note(name);
    if (!noted || *noted >= number) continue;
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

std::string look_of(const Store& store) {
  const int64_t number = current_release(store).value_or(0);
  std::string look = std::to_string(number);
  for (const char* name : {"contacts.db", "content.db", "proof.json"})
    look += " " + (number == 0 ? "-" : os::file_mark(store.release(number) / name));
  return look;
}

// A whole copy of these contacts, first in the release that is shown.
std::optional<std::filesystem::path> contacts_of(const Shelves& shelves, Holdings& held,
                                                 const crypto::Sha256Digest& digest) {
  std::vector<std::filesystem::path> places;
  if (held.current() != 0) places.push_back(shelves.store.release(held.current()));
  for (int64_t number : held.numbers()) {
    if (number != held.current()) places.push_back(shelves.store.release(number));
  }
  if (!shelves.built_in.empty()) places.push_back(shelves.built_in);
  for (const std::filesystem::path& place : places) {
    std::error_code trouble;
    const std::filesystem::path file = std::filesystem::canonical(place / "contacts.db", trouble);
    if (!trouble && has_bytes(file, digest)) return file;
  }
  return std::nullopt;
}

// Whether this release has proven itself or may still try to.
bool may_be_shown(const Health& known, bool last_resort) {
  return known.confirmed || known.starts < kMaxUnprovenStarts || last_resort;
}

// The folder of this release if its content is still what was signed for.
std::optional<std::filesystem::path> whole_content(const Store& store, Holdings& held, int64_t number) {
  // Where its own proof is damaged, it may be the edition that the newest one describes.
  const Proven* edition = held.proven(number);
  if (!edition) edition = held.newest();
  std::error_code trouble;
  const std::filesystem::path folder = std::filesystem::canonical(store.release(number), trouble);
  if (!trouble && edition && has_bytes(folder / "content.db", edition->content)) return folder;
  log(Priority::error, "Release " + std::to_string(number) + " is damaged on this disk and is not shown.");
  return std::nullopt;
}

std::optional<std::filesystem::path> built_in_folder(const Shelves& shelves,
                                                     const std::set<std::filesystem::path>& passed_over) {
  std::error_code trouble;
  const std::filesystem::path folder = std::filesystem::canonical(shelves.built_in, trouble);
  if (shelves.built_in.empty() || trouble || passed_over.contains(folder)) return std::nullopt;
  return folder;
}

}  // namespace

Health read_health(const std::filesystem::path& health, int64_t number) {
  Health known;
  auto bytes = os::read_file(note_of(health, number), 4096);
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

Result<ShownRelease> choose_release(const Shelves& shelves, const std::set<std::filesystem::path>& passed_over) {
  Holdings held(shelves.store, shelves.first_root);
  ShownRelease shown;
  shown.seen = look_of(shelves.store);
  const auto built_in = built_in_folder(shelves, passed_over);
  const Proven* newest = held.of_another_owner() ? nullptr : held.newest();
  if (held.numbers().empty() || held.of_another_owner() || (!newest && read_owner_change(shelves.store))) {
    if (!built_in) {
      return Error{Code::not_found, "No content is installed in " + shelves.store.folder.string() +
                                        " and none came with the program. Run kioskctl update."};
    }
    shown.folder = *built_in;
    shown.contacts = *built_in / "contacts.db";
    return shown;
  }
  auto contacts = newest ? contacts_of(shelves, held, newest->contacts.digest) : std::nullopt;
  if (!contacts) {
    return Error{Code::not_found, "No whole copy of the newest numbers is left in " + shelves.store.folder.string() +
                                      "; older ones may have been withdrawn. Run kioskctl update."};
  }
  shown.contacts = *contacts;
  for (int64_t number = held.current(); number != 0; number = held.before(number)) {
    const Health known = read_health(shelves.health, number);
    if (!may_be_shown(known, held.before(number) == 0 && shelves.built_in.empty())) continue;
    auto folder = whole_content(shelves.store, held, number);
    if (!folder || passed_over.contains(*folder)) continue;
    shown.folder = *folder;
    shown.number = number;
    shown.pending = !known.confirmed;
    return shown;
  }
  if (!built_in) return Error{Code::not_found, "No whole content is left in " + shelves.store.folder.string() + "."};
  shown.folder = *built_in;
  return shown;
}

bool has_moved_on(const Store& store, const ShownRelease& shown) { return look_of(store) != shown.seen; }

Status note_start(const std::filesystem::path& health, int64_t number) {
  Health known = read_health(health, number);
  ++known.starts;
  return write_health(health, number, known);
}

Status confirm(const std::filesystem::path& health, int64_t number) {
  Health known = read_health(health, number);
  known.confirmed = true;
  KIOSK_TRY_STATUS(write_health(health, number, known));
  return forget_older(health, number);
}

}  // namespace kiosk::update
