#include "kiosk/update/release_files.h"

#include <algorithm>
#include <set>

#include "kiosk/base/log.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/os/mapped_file.h"
#include "kiosk/update/compression.h"
#include "kiosk/update/repository_layout.h"

namespace kiosk::update {
namespace {

// Relative, so that a store can be moved and copied.
constexpr const char* kObjectsLink = "../../objects";

bool has_bytes(const std::filesystem::path& file, const crypto::Sha256Digest& digest) {
  auto actual = crypto::sha256_of_file(file);
  return actual.ok() && *actual == digest;
}

// Content and mode synced; then the name.
Status finish(const std::filesystem::path& file, const std::filesystem::path& to) {
  KIOSK_TRY(opened, os::File::open_to_append(file));
  KIOSK_TRY_STATUS(opened.set_mode(0444));
  KIOSK_TRY_STATUS(opened.sync());
  return os::rename_durably(file, to);
}

}  // namespace

uint64_t sum_of(uint64_t a, uint64_t b) { return a > UINT64_MAX - b ? UINT64_MAX : a + b; }

std::optional<std::filesystem::path> ReleaseFiles::copy_of(const char* name, const crypto::Sha256Digest& digest) {
  for (int64_t number : held_.numbers()) {
    const std::filesystem::path file = store_.release(number) / name;
    if (has_bytes(file, digest)) return file;
  }
  return std::nullopt;
}

Status ReleaseFiles::plan(const std::filesystem::path& into, const FindDelta& find_delta) {
  into_ = into;
  has_contacts_ = has_bytes(into / "contacts.db", edition_.contacts.digest);
  has_content_ = has_bytes(into / "content.db", edition_.content);
  has_index_ = has_bytes(into / "objects.json", edition_.objects.digest);
  std::error_code trouble;
  has_link_ = std::filesystem::read_symlink(into / "objects", trouble) == kObjectsLink;
  if (!has_contacts_) contacts_ = copy_of("contacts.db", edition_.contacts.digest);
  if (!has_content_) content_ = copy_of("content.db", edition_.content);
  if (!has_content_ && !content_) plan_delta(find_delta);
  KIOSK_TRY_STATUS(load_index());
  KIOSK_TRY(objects, parse_objects_index(index_));
  missing_ = missing_objects(objects);
  to_fetch_ = sum_of(fetched_, bytes_to_fetch());
  return {};
}

// A delta is only ever a saving: without one the whole file is there.
void ReleaseFiles::plan_delta(const FindDelta& find_delta) {
  const Proven* current = held_.proven(held_.current());
  if (!current || !find_delta) return;
  const std::filesystem::path base = store_.release(held_.current()) / "content.db";
  auto found = find_delta(current->content, edition_.content);
  if (!found || found->length >= edition_.packed_content.length || !has_bytes(base, current->content)) return;
  delta_ = Delta{*found, base};
}

Status ReleaseFiles::load_index() {
  if (auto copy = copy_of("objects.json", edition_.objects.digest)) {
    auto held = os::read_file(*copy, kMaxIndexBytes);
    if (held.ok() && crypto::sha256(*held) == edition_.objects.digest) {
      index_ = *std::move(held);
      return {};
    }
  }
  if (edition_.objects.length > kMaxIndexBytes)
    return Error{Code::refused, "The index of objects was refused: it is too large."};
  KIOSK_TRY(part, fetch_counted(edition_.objects));
  KIOSK_TRY(fetched, os::read_file(part, kMaxIndexBytes));
  index_ = std::move(fetched);
  return {};
}

std::vector<ObjectEntry> ReleaseFiles::missing_objects(const std::vector<ObjectEntry>& objects) const {
  std::vector<ObjectEntry> missing;
  for (const ObjectEntry& object : objects) {
    if (!has_bytes(store_.object(object.digest), object.digest)) missing.push_back(object);
  }
  return missing;
}

uint64_t ReleaseFiles::still_to_fetch(const Wanted& wanted) const {
  std::error_code absent;
  auto held = std::filesystem::file_size(store_.staging() / (wanted.digest.hex() + ".part"), absent);
  return absent || held > wanted.length ? wanted.length : wanted.length - held;
}

uint64_t ReleaseFiles::bytes_to_fetch() const {
  uint64_t sum = 0;
  if (!has_contacts_ && !contacts_) sum = sum_of(sum, still_to_fetch(edition_.contacts));
  if (!has_content_ && !content_) sum = sum_of(sum, still_to_fetch(delta_ ? delta_->wanted : edition_.packed_content));
  for (const ObjectEntry& object : missing_)
    sum = sum_of(sum, still_to_fetch({object_path(object.digest), object.digest, object.length}));
  return sum;
}

uint64_t ReleaseFiles::room() const {
  const bool unpacks = !has_content_ && !content_;
  return sum_of(bytes_to_fetch(), unpacks ? edition_.content_length : 0);
}

bool ReleaseFiles::whole() const {
  return has_contacts_ && has_content_ && has_index_ && has_link_ && missing_.empty();
}

Status ReleaseFiles::place() {
  KIOSK_TRY_STATUS(os::make_folder_durably(into_));
  KIOSK_TRY_STATUS(place_objects());
  if (!has_content_) KIOSK_TRY_STATUS(place_content());
  if (!has_contacts_) KIOSK_TRY_STATUS(place_contacts());
  say(Step::installing);
  if (!has_index_) KIOSK_TRY_STATUS(place_index());
  if (!has_link_) {
    KIOSK_TRY_STATUS(os::remove_tree(into_ / "objects"));
    KIOSK_TRY_STATUS(os::link_durably(kObjectsLink, into_ / "objects"));
  }
  return check_placed();
}

Status ReleaseFiles::place_objects() {
  std::set<std::filesystem::path> folders;
  for (const ObjectEntry& object : missing_) {
    KIOSK_TRY(part, fetch_counted({object_path(object.digest), object.digest, object.length}));
    KIOSK_TRY(file, os::File::open_to_append(part));
    KIOSK_TRY_STATUS(file.set_mode(0444));
    folders.insert(store_.object(object.digest).parent_path());
  }
  if (missing_.empty()) return {};
  // One wait for the contents of all, then the names, then one wait for each folder of names.
  KIOSK_TRY_STATUS(os::sync_file_system(store_.staging()));
  for (const auto& folder : folders) KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  for (const ObjectEntry& object : missing_) {
    std::error_code trouble;
    const std::filesystem::path place = store_.object(object.digest);
    std::filesystem::rename(store_.staging() / (object.digest.hex() + ".part"), place, trouble);
    if (trouble) return Error{Code::io, "Moving " + place.string() + " into place failed: " + trouble.message() + "."};
  }
  for (const auto& folder : folders) KIOSK_TRY_STATUS(os::sync_folder(folder));
  return {};
}

Status ReleaseFiles::place_contacts() {
  if (contacts_) return os::copy_durably(*contacts_, into_ / "contacts.db");
  KIOSK_TRY(part, fetch_counted(edition_.contacts));
  return finish(part, into_ / "contacts.db");
}

Status ReleaseFiles::place_content() {
  const std::filesystem::path place = into_ / "content.db", unfinished = into_ / "content.db.new";
  KIOSK_TRY_STATUS(os::remove_tree(unfinished));
  if (content_) {
    std::error_code trouble;
    std::filesystem::create_hard_link(*content_, unfinished, trouble);
    return trouble ? os::copy_durably(*content_, place) : os::rename_durably(unfinished, place);
  }
  KIOSK_TRY(unpacked, delta_ ? unpack_delta(unfinished) : unpack_content(unfinished));
  return finish(unpacked, place);
}

Status ReleaseFiles::place_index() { return os::write_durably(into_ / "objects.json", index_, 0444); }

Result<std::filesystem::path> ReleaseFiles::unpack_content(const std::filesystem::path& to) {
  KIOSK_TRY(part, fetch_counted(edition_.packed_content));
  KIOSK_TRY_STATUS(decompress(part, {}, to, edition_.content_length));
  KIOSK_TRY(digest, crypto::sha256_of_file(to));
  if (digest == edition_.content) return to;
  return Error{Code::damaged, "The content was refused: unpacked, it is not what was signed for."};
}

Result<std::filesystem::path> ReleaseFiles::unpack_delta(const std::filesystem::path& to) {
  auto part = fetch_counted(delta_->wanted);
  // What a server says of the delta is no fault of ours, whatever it says.
  const bool by_server = source_.answer().how != http::Answered::served;
  const bool gone = !part.ok() && (part.error().code == Code::no_space || part.error().code == Code::io);
  if (gone && !by_server) return part.error();
  if (part.ok()) {
    KIOSK_TRY(base, os::MappedFile::open(delta_->base));
    Status unpacked = decompress(*part, base.bytes(), to, edition_.content_length);
    if (!unpacked.ok() && unpacked.error().code != Code::damaged) return unpacked.error();
    KIOSK_TRY(digest, crypto::sha256_of_file(to));
    if (unpacked.ok() && digest == edition_.content) return to;
  }
  log(Priority::notice, "The saving by a delta failed; the whole content is fetched instead.");
  to_fetch_ = sum_of(to_fetch_, still_to_fetch(edition_.packed_content));
  return unpack_content(to);
}

// The path from the stick to here is long: what is about to be shown is read and hashed once more.
Status ReleaseFiles::check_placed() const {
  if (has_bytes(into_ / "contacts.db", edition_.contacts.digest) && has_bytes(into_ / "content.db", edition_.content) &&
      has_bytes(into_ / "objects.json", edition_.objects.digest))
    return {};
  return Error{Code::io, "This kiosk's disk gives back other bytes than were written: " + into_.string() + "."};
}

Result<std::filesystem::path> ReleaseFiles::fetch_counted(const Wanted& wanted) {
  return fetch(source_, wanted, store_.staging(), [this](uint64_t bytes) {
    fetched_ += bytes;
    if (to_fetch_ > 0) say(Step::fetching);
  });
}

void ReleaseFiles::say(Step step) const { on_progress_({step, std::min(fetched_, to_fetch_), to_fetch_, origin_}); }

}  // namespace kiosk::update
