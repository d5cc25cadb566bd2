#include "kiosk/update/garbage.h"

#include <algorithm>
#include <set>

#include "kiosk/base/log.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/file.h"
#include "kiosk/update/objects_index.h"

namespace kiosk::update {
namespace {

void complain(const Status& status) {
  if (!status.ok()) log(Priority::warning, "Clearing up: " + status.error().message);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  auto names = os::list_folder(folder);
  return names.ok() ? *names : std::vector<std::string>();
}

// The digests of all objects of these releases. Error: where one of them does not say what it needs.
Result<std::set<std::string>> objects_of(const Store& store, const std::set<std::string>& releases) {
  std::set<std::string> all;
  for (const std::string& name : releases) {
    KIOSK_TRY(text, os::read_file(store.releases() / name / "objects.json", kMaxIndexBytes));
    KIOSK_TRY(entries, parse_objects_index(text));
    for (const ObjectEntry& entry : entries) all.insert(entry.digest.hex());
  }
  return all;
}

}  // namespace

void collect_garbage(const Store& store, const std::string& first_root) {
  Holdings held(store, first_root);
  std::set<std::string> kept;
  if (held.current() != 0) {
    kept.insert(std::to_string(held.current()));
    kept.insert(std::to_string(held.numbers().back()));
    // Without a proof nobody could go back to it.
    const int64_t before = held.before(held.current());
    if (before != 0 && held.proven(before)) kept.insert(std::to_string(before));
  }
  for (const std::string& name : names_in(store.releases())) {
    if (!kept.contains(name)) complain(os::remove_tree(store.releases() / name));
  }
  for (const std::string& name : names_in(store.staging())) complain(os::remove_tree(store.staging() / name));
  // Without the list of a release that is there no object is taken away.
  auto objects = objects_of(store, kept);
  if (!objects.ok()) return complain(objects.error());
  for (const std::string& folder : names_in(store.objects())) {
    for (const std::string& name : names_in(store.objects() / folder)) {
      if (!objects->contains(name)) complain(os::remove_tree(store.objects() / folder / name));
    }
  }
}

}  // namespace kiosk::update
