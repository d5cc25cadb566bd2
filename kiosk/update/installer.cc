#include "kiosk/update/installer.h"

#include <algorithm>
#include <set>

#include "kiosk/base/log.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/os/mapped_file.h"
#include "kiosk/update/compression.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/taken_back.h"

namespace kiosk::update {
namespace {

// A release that is being made; its name loses this just before it becomes current.
constexpr const char* kUnfinished = ".new";

Result<Wanted> wanted(const std::string& target, const tuf::TargetFile& file) {
  auto found = file.hashes.find("sha256");
  if (found == file.hashes.end()) return Error{Code::unsupported, target + " was refused: it has no SHA-256."};
  KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(found->second));
  return Wanted{target_path(target, digest), digest, static_cast<uint64_t>(file.length)};
}

// Synced content under its final mode; the folder is synced by who calls.
Status finish_file(const std::filesystem::path& path) {
  KIOSK_TRY(file, os::File::open_to_append(path));
  KIOSK_TRY_STATUS(file.set_mode(0444));
  return file.sync();
}

}  // namespace

Result<Wanted> Installer::find(const std::string& target) {
  KIOSK_TRY(file, client_.find_target(target));
  return wanted(target, file);
}

Result<Installer::Content> Installer::find_content() {
  KIOSK_TRY(file, client_.find_target(kContentTarget));
  KIOSK_TRY(packed, wanted(kContentTarget, file));
  const Error wrong{Code::invalid, "The content was refused: its size and SHA-256 before packing are not stated."};
  auto custom = json::parse(file.custom);
  if (!custom.ok() || !custom->is_object() || !custom->contains("length") || !custom->contains("sha256")) return wrong;
  const json::Json& length = (*custom)["length"];
  const json::Json& digest = (*custom)["sha256"];
  if (!length.is_number_integer() || length.get<int64_t>() < 0 || !digest.is_string()) return wrong;
  KIOSK_TRY(plain, crypto::Sha256Digest::parse_hex(digest.get<std::string>()));
  return Content{packed, plain, length.get<uint64_t>()};
}

std::optional<Wanted> Installer::find_delta(const crypto::Sha256Digest& to) {
  if (!current_) return std::nullopt;
  auto found = find(delta_target(current_->content, to));
  // A delta is only ever a saving: without one the whole file is there.
  if (!found.ok()) return std::nullopt;
  return *found;
}

Result<std::filesystem::path> Installer::fetch_counted(const Wanted& wanted) {
  return fetch(source_, wanted, store_.staging(), [this](uint64_t bytes) {
    fetched_ += bytes;
    if (to_fetch_ > 0) say(Step::fetching);
  });
}

void Installer::say(Step step) const { on_progress_({step, std::min(fetched_, to_fetch_), to_fetch_, origin_}); }

Result<std::string> Installer::load_index(const Wanted& index) {
  if (current_ && current_->objects == index.digest) {
    auto held = os::read_file(store_.release(current_->version) / "objects.json", kMaxIndexBytes);
    if (held.ok() && crypto::sha256(*held) == index.digest) return held;
  }
  if (index.length > kMaxIndexBytes) return Error{Code::refused, "The index of objects was refused: it is too large."};
  KIOSK_TRY(part, fetch_counted(index));
  return os::read_file(part, kMaxIndexBytes);
}

std::vector<ObjectEntry> Installer::missing_objects(const std::vector<ObjectEntry>& objects) const {
  std::vector<ObjectEntry> missing;
  for (const ObjectEntry& object : objects) {
    std::error_code absent;
    auto size = std::filesystem::file_size(store_.object(object.digest), absent);
    if (absent || size != object.length) missing.push_back(object);
  }
  return missing;
}

uint64_t Installer::still_to_fetch(const Wanted& wanted) const {
  std::error_code absent;
  auto held = std::filesystem::file_size(store_.staging() / (wanted.digest.hex() + ".part"), absent);
  return absent || held > wanted.length ? wanted.length : wanted.length - held;
}

Status Installer::check_space(uint64_t needed, Report& report) const {
  report.bytes_needed = needed + reserve_;
  KIOSK_TRY(free, os::free_bytes(store_.folder));
  if (free >= report.bytes_needed) return {};
  return Error{Code::no_space, "The update was not begun: it needs " + std::to_string(report.bytes_needed) +
                                   " bytes of room and " + std::to_string(free) + " are free."};
}

Status Installer::run(Report& report) {
  origin_ = report.origin;
  if (auto version = current_version(store_)) {
    auto release = read_release(store_.release(*version));
    if (release.ok()) current_ = *release;
  }
  KIOSK_TRY(contacts, find(kContactsTarget));
  KIOSK_TRY(content, find_content());
  KIOSK_TRY(index, find(kObjectsTarget));
  Release next;
  next.version = client_.snapshot().version;
  next.created = client_.snapshot().created;
  next.expires = client_.earliest_expiry();
  next.contacts = contacts.digest;
  next.content = content.plain;
  next.objects = index.digest;
  next.replaces = current_ ? current_->version : 0;
  if (current_ && current_->same_content(next)) {
    report.outcome = Outcome::up_to_date;
    return {};
  }
  KIOSK_TRY(bad, read_bad_releases(store_));
  if (std::find(bad.begin(), bad.end(), next.version) != bad.end()) {
    report.outcome = Outcome::known_bad;
    report.taken_back = was_taken_back(store_, next.version);
    return {};
  }

  KIOSK_TRY(index_text, load_index(index));
  KIOSK_TRY(objects, parse_objects_index(index_text));
  const std::vector<ObjectEntry> missing = missing_objects(objects);
  std::optional<Wanted> delta = have_content(content) ? std::nullopt : find_delta(content.plain);
  if (delta && delta->length >= content.packed.length) delta.reset();
  to_fetch_ = fetched_;
  uint64_t room = 0;
  if (!have_contacts(contacts)) to_fetch_ += still_to_fetch(contacts);
  if (!have_content(content)) {
    to_fetch_ += still_to_fetch(delta ? *delta : content.packed);
    room += content.plain_length;
  }
  for (const ObjectEntry& object : missing) {
    to_fetch_ += still_to_fetch({object_path(object.digest), object.digest, object.length});
  }
  KIOSK_TRY_STATUS(check_space(to_fetch_ - fetched_ + room, report));

  const std::filesystem::path prepared = store_.releases() / (std::to_string(next.version) + kUnfinished);
  KIOSK_TRY_STATUS(os::remove_tree(prepared));
  KIOSK_TRY_STATUS(os::make_folder_durably(prepared));
  KIOSK_TRY_STATUS(fetch_objects(missing));
  KIOSK_TRY_STATUS(place_content(content, delta, prepared / "content.db"));
  KIOSK_TRY_STATUS(place_contacts(contacts, prepared / "contacts.db"));
  say(Step::installing);
  KIOSK_TRY_STATUS(finish_folder(prepared, contacts, content, index_text));
  KIOSK_TRY_STATUS(check_(prepared));
  KIOSK_TRY_STATUS(activate(prepared, next));
  report.outcome = Outcome::updated;
  report.bytes_fetched = fetched_;
  return {};
}

Status Installer::fetch_objects(const std::vector<ObjectEntry>& missing) {
  std::set<std::filesystem::path> folders;
  for (const ObjectEntry& object : missing) {
    KIOSK_TRY(part, fetch_counted({object_path(object.digest), object.digest, object.length}));
    KIOSK_TRY(file, os::File::open_to_append(part));
    KIOSK_TRY_STATUS(file.set_mode(0444));
    folders.insert(store_.object(object.digest).parent_path());
  }
  if (missing.empty()) return {};
  // One wait for the contents of all, then the names, then one wait for each folder of names.
  KIOSK_TRY_STATUS(os::sync_file_system(store_.staging()));
  for (const auto& folder : folders) KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  for (const ObjectEntry& object : missing) {
    std::error_code trouble;
    const std::filesystem::path place = store_.object(object.digest);
    std::filesystem::rename(store_.staging() / (object.digest.hex() + ".part"), place, trouble);
    if (trouble) return Error{Code::io, "Moving " + place.string() + " into place failed: " + trouble.message() + "."};
  }
  for (const auto& folder : folders) KIOSK_TRY_STATUS(os::sync_folder(folder));
  return {};
}

Status Installer::place_contacts(const Wanted& contacts, const std::filesystem::path& to) {
  if (have_contacts(contacts)) return os::copy_durably(store_.release(current_->version) / "contacts.db", to);
  KIOSK_TRY(part, fetch_counted(contacts));
  KIOSK_TRY_STATUS(finish_file(part));
  return os::rename_durably(part, to);
}

Status Installer::place_content(const Content& content, const std::optional<Wanted>& delta,
                                const std::filesystem::path& to) {
  if (have_content(content)) {
    std::error_code trouble;
    std::filesystem::create_hard_link(store_.release(current_->version) / "content.db", to, trouble);
    if (!trouble) return {};
    return os::copy_durably(store_.release(current_->version) / "content.db", to);
  }
  KIOSK_TRY_STATUS(delta ? unpack_delta(*delta, content, to) : unpack_content(content, to));
  return finish_file(to);
}

Status Installer::unpack_content(const Content& content, const std::filesystem::path& to) {
  KIOSK_TRY(part, fetch_counted(content.packed));
  KIOSK_TRY_STATUS(decompress(part, {}, to, content.plain_length));
  KIOSK_TRY(digest, crypto::sha256_of_file(to));
  if (digest == content.plain) return {};
  return Error{Code::damaged, "The content was refused: unpacked, it is not what was signed for."};
}

Status Installer::unpack_delta(const Wanted& delta, const Content& content, const std::filesystem::path& to) {
  auto part = fetch_counted(delta);
  if (!part.ok() && part.error().code != Code::damaged && part.error().code != Code::not_found) return part.error();
  if (part.ok()) {
    KIOSK_TRY(base, os::MappedFile::open(store_.release(current_->version) / "content.db"));
    Status unpacked = decompress(*part, base.bytes(), to, content.plain_length);
    if (!unpacked.ok() && unpacked.error().code != Code::damaged) return unpacked;
    KIOSK_TRY(digest, crypto::sha256_of_file(to));
    if (unpacked.ok() && digest == content.plain) return {};
  }
  log(Priority::notice, "The saving by a delta failed; the whole content is fetched instead.");
  to_fetch_ += still_to_fetch(content.packed);
  return unpack_content(content, to);
}

Status Installer::finish_folder(const std::filesystem::path& folder, const Wanted& contacts, const Content& content,
                                const std::string& index) {
  KIOSK_TRY_STATUS(os::write_durably(folder / "objects.json", index, 0444));
  // Relative, so that a store can be moved and copied; the objects themselves were synced before.
  KIOSK_TRY_STATUS(os::link_durably("../../objects", folder / "objects"));
  // The path from the stick to here is long: what is about to be shown is read and hashed once more.
  KIOSK_TRY(contacts_digest, crypto::sha256_of_file(folder / "contacts.db"));
  KIOSK_TRY(content_digest, crypto::sha256_of_file(folder / "content.db"));
  if (contacts_digest == contacts.digest && content_digest == content.plain) return {};
  return Error{Code::io, "This kiosk's disk gives back other bytes than were written: " + folder.string() + "."};
}

Status Installer::activate(const std::filesystem::path& prepared, const Release& release) {
  if (current_ && (release.version == current_->version || release.version == current_->replaces)) {
    return Error{Code::io, "Release " + std::to_string(release.version) +
                               " is installed already with other content. Publish it anew under a higher version."};
  }
  KIOSK_TRY_STATUS(os::write_durably(prepared / "release.json", write_release(release), 0444));
  const std::filesystem::path place = store_.release(release.version);
  // Left by a power cut just before the commit point.
  KIOSK_TRY_STATUS(os::remove_tree(place));
  KIOSK_TRY_STATUS(os::rename_durably(prepared, place));
  // The commit point: before it the old release is current, after it the new one.
  return os::link_durably(std::filesystem::path("releases") / std::to_string(release.version), store_.current());
}

void collect_garbage(const Store& store) {
  auto complain = [](const Status& status) {
    if (!status.ok()) log(Priority::warning, "Clearing up: " + status.error().message);
  };
  auto names_in = [](const std::filesystem::path& folder) {
    auto names = os::list_folder(folder);
    return names.ok() ? *names : std::vector<std::string>();
  };
  std::set<std::string> kept_releases, kept_objects;
  if (auto version = current_version(store)) {
    auto current = read_release(store.release(*version));
    if (!current.ok()) return;
    kept_releases.insert(std::to_string(current->version));
    if (current->replaces != 0) kept_releases.insert(std::to_string(current->replaces));
  } else {
    auto whole = [](const std::string& name) { return !name.ends_with(kUnfinished); };
    const auto releases = names_in(store.releases());
    // Which of them was current is not known any more.
    if (std::any_of(releases.begin(), releases.end(), whole)) return;
  }
  for (const std::string& name : kept_releases) {
    auto text = os::read_file(store.releases() / name / "objects.json", kMaxIndexBytes);
    auto entries = text.ok() ? parse_objects_index(*text) : Result<std::vector<ObjectEntry>>(text.error());
    if (!entries.ok()) {
      // The release to go back to may be gone; without the list of a release that is there nothing is taken away.
      if (std::filesystem::exists(store.releases() / name)) return complain(entries.error());
      continue;
    }
    for (const ObjectEntry& entry : *entries) kept_objects.insert(entry.digest.hex());
  }
  for (const std::string& name : names_in(store.releases())) {
    if (kept_releases.count(name) == 0) complain(os::remove_tree(store.releases() / name));
  }
  for (const std::string& name : names_in(store.staging())) complain(os::remove_tree(store.staging() / name));
  for (const std::string& folder : names_in(store.objects())) {
    for (const std::string& name : names_in(store.objects() / folder)) {
      if (kept_objects.count(name) == 0) complain(os::remove_tree(store.objects() / folder / name));
    }
  }
}

}  // namespace kiosk::update
