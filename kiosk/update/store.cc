#include "kiosk/update/store.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "kiosk/base/instant.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxRecordBytes = 65536;

Error damaged(const std::filesystem::path& file) {
  return {Code::damaged, file.string() + " is not of its form. It is written by kioskctl update only."};
}

Result<crypto::Sha256Digest> digest_member(const json::Json& object, const char* name) {
  return crypto::Sha256Digest::parse_hex(object.value(name, ""));
}

// `object` comes from our own disk, so wrong types throw in the library; they are caught once, here.
Result<Release> release_of(const json::Json& object) {
  try {
    Release release;
    release.version = object.at("version").get<int64_t>();
    release.replaces = object.at("replaces").get<int64_t>();
    KIOSK_TRY(expires, parse_instant(object.at("expires").get<std::string>()));
    release.expires = expires;
    if (object.contains("created")) {
      KIOSK_TRY(created, parse_instant(object.at("created").get<std::string>()));
      release.created = created;
    }
    KIOSK_TRY(contacts, digest_member(object, "contacts"));
    KIOSK_TRY(content, digest_member(object, "content"));
    KIOSK_TRY(objects, digest_member(object, "objects"));
    release.contacts = contacts;
    release.content = content;
    release.objects = objects;
    return release;
  } catch (const json::Json::exception& wrong) { return Error{Code::damaged, wrong.what()}; }
}

}  // namespace

std::filesystem::path Store::object(const crypto::Sha256Digest& digest) const {
  const std::string name = digest.hex();
  return objects() / name.substr(0, 2) / name;
}

std::string write_release(const Release& release) {
  json::Json object = {{"version", release.version},         {"expires", format_instant(release.expires)},
                       {"contacts", release.contacts.hex()}, {"content", release.content.hex()},
                       {"objects", release.objects.hex()},   {"replaces", release.replaces}};
  if (release.created) object["created"] = format_instant(*release.created);
  return object.dump(1) + "\n";
}

Result<Release> read_release(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "release.json";
  KIOSK_TRY(bytes, os::read_file(file, kMaxRecordBytes));
  auto object = json::parse(bytes);
  if (!object.ok() || !object->is_object()) return damaged(file);
  auto release = release_of(*object);
  if (!release.ok()) return damaged(file);
  return *release;
}

std::optional<int64_t> current_version(const Store& store) {
  std::error_code trouble;
  const std::filesystem::path target = std::filesystem::read_symlink(store.current(), trouble);
  if (trouble || target.parent_path() != "releases") return std::nullopt;
  const std::string name = target.filename().string();
  int64_t version = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), version);
  if (error != std::errc() || end != name.data() + name.size() || version < 1) return std::nullopt;
  return version;
}

Result<std::vector<int64_t>> read_bad_releases(const Store& store) {
  auto bytes = os::read_file(store.bad_releases(), kMaxRecordBytes);
  if (!bytes.ok() && bytes.error().code == Code::not_found) return std::vector<int64_t>();
  if (!bytes.ok()) return bytes.error();
  auto list = json::parse(*bytes);
  if (!list.ok() || !list->is_array()) return damaged(store.bad_releases());
  std::vector<int64_t> versions;
  for (const json::Json& version : *list) {
    if (!version.is_number_integer()) return damaged(store.bad_releases());
    versions.push_back(version.get<int64_t>());
  }
  return versions;
}

Status add_bad_release(const Store& store, int64_t version) {
  // An unreadable list is begun anew: keeping it would bar every later rollback.
  auto versions = read_bad_releases(store);
  std::vector<int64_t> list = versions.ok() ? *versions : std::vector<int64_t>();
  if (std::find(list.begin(), list.end(), version) != list.end()) return {};
  list.push_back(version);
  return os::write_durably(store.bad_releases(), json::Json(list).dump() + "\n");
}

Status prepare_store(const Store& store) {
  for (const auto& folder : {store.folder, store.trust(), store.metadata(), store.objects(), store.releases(),
                             store.staging(), store.status()}) {
    KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  }
  return {};
}

}  // namespace kiosk::update
