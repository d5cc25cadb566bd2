// A simulated repository with releases in it, and a store on disk that is updated from it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/os/clock.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/updater.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

struct FixedClock : os::Clock {
  std::chrono::sys_seconds time;
  bool vouched_for = true;

  explicit FixedClock(std::chrono::sys_seconds now) : time(now) {}
  std::chrono::sys_seconds now() const override { return time; }
  bool synchronised() const override { return vouched_for; }
};

struct Content {
  std::string contacts = "number 116";
  std::string content = "words";
  std::vector<std::string> objects;
};

// Puts the files of a release into the repository and publishes.
void publish_release(RepositorySimulator& repository, const Content& content);

// A delta from one content to another. Takes effect with the next publish_release.
void add_delta(RepositorySimulator& repository, const std::string& from, const std::string& to);

class SimulatedStore {
 public:
  explicit SimulatedStore(RepositorySimulator& repository);

  update::Report update();
  update::Report update_from(update::Source& source);

  // What a kiosk over this store may show.
  update::Shelves shelves(const std::filesystem::path& built_in = {}) const;

  // Of the current release; empty if there is none.
  std::string current(const std::string& file) const;

  TemporaryFolder folder;
  update::Store store;
  update::UpdaterOptions options;
  FixedClock clock;
  MemorySource source;
  update::CheckRelease check;
  std::vector<update::Progress> progress;
};

}  // namespace kiosk::test
