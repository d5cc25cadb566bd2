// What belongs to the release in force: read as a kiosk would read it. Used to verify a repository and to export one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/publish/repository/repository.h"
#include "kiosk/update/fetch.h"

namespace kiosk::publish {

struct Inventory {
  int64_t version = 0;                // of the snapshot
  Instant created{}, expires{};       // made, and when the first signature lapses
  std::vector<std::string> metadata;  // paths; the timestamp last
  std::vector<update::Wanted> files;  // targets and objects
  uint64_t bytes = 0;                 // of the files
};

// Verifies all metadata at `now`. Error: as the client workflow (expired is one); Code::damaged.
Result<Inventory> take_inventory(const Repository& repository, Instant now);

// Reads every file of the inventory below `folder` and compares hashes; every fault is listed, none is fatal.
std::vector<std::string> damaged_files(const std::filesystem::path& folder, const Inventory& inventory);

// Copies a repository into `stick`/kiosk-repository, the timestamp last, reads everything back, and removes what an
// older export left there. Error: Code::no_space, saying how much is needed, before anything is written; damaged when
// the stick gives back other bytes; io.
// `stick` is a folder that is there: one that is made would lie on the disk of the computer.
Status export_to(const Repository& repository, const Inventory& inventory, const std::filesystem::path& stick);

}  // namespace kiosk::publish
