#include "tests/support/simulated_store.h"

#include "kiosk/crypto/sha256.h"
#include "kiosk/update/compression.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::test {

using namespace update;

namespace {

std::string packed(const std::string& bytes, const std::string& base) {
  TemporaryFolder folder;
  write_file(folder / "plain", bytes);
  KIOSK_CHECK(compress(folder / "plain", base, folder / "packed").ok());
  return read_file(folder / "packed");
}

}  // namespace

void publish_release(RepositorySimulator& repository, const Content& content) {
  std::vector<ObjectEntry> entries;
  for (const std::string& object : content.objects) {
    entries.push_back({crypto::sha256(object), object.size()});
    repository.files[object_path(entries.back().digest)] = object;
  }
  repository.add_target("contacts", kContactsTarget, content.contacts);
  repository.add_target("content", kContentTarget, packed(content.content, ""),
                        "{\"length\":" + std::to_string(content.content.size()) + ",\"sha256\":\"" +
                            crypto::sha256(content.content).hex() + "\"}");
  repository.add_target("content", kObjectsTarget, write_objects_index(entries));
  repository.publish();
}

void add_delta(RepositorySimulator& repository, const std::string& from, const std::string& to) {
  repository.add_target("content", delta_target(crypto::sha256(from), crypto::sha256(to)), packed(to, from));
}

SimulatedStore::SimulatedStore(RepositorySimulator& repository)
    : store{folder / "store"},
      clock(repository.root.expires - std::chrono::days(365)),
      source(repository.files),
      check([](const std::filesystem::path&) { return Status(); }) {
  options.first_root = repository.files.at("metadata/1.root.json");
  options.build = clock.time - std::chrono::days(30);
  options.reserve = 0;
  options.health = folder / "health";
}

Report SimulatedStore::update() { return update_from(source); }

Report SimulatedStore::update_from(Source& from) {
  progress.clear();
  OnProgress note = [this](const Progress& now) { progress.push_back(now); };
  return Updater(store, options, clock, check, note).run(from);
}

Shelves SimulatedStore::shelves(const std::filesystem::path& built_in) const {
  return {store, options.health, built_in, options.first_root};
}

std::string SimulatedStore::current(const std::string& file) const { return read_file(store.current() / file); }

}  // namespace kiosk::test
