// Takes a release back: the one before becomes current, and the one that was is not installed again until a higher
// version is published. Trust stays where it is: metadata is never rolled back with content.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

// An update that leaves the release alone says which it was.
enum class TakenBack { by_staff, unproven };

// The number of the release that is current afterwards. Its content is shown with the newest numbers that there were.
// REQUIRES: the caller holds the store's lock. Error: Code::not_found when there is nothing to go back to; io.
Result<int64_t> roll_back(const Store& store, const std::string& first_root, TakenBack taken_back);

// Rolls back if the current release had its starts and never proved itself (shown_release.h). Whether it did.
// REQUIRES: the caller holds the store's lock.
Result<bool> settle_pending(const Store& store, const std::string& first_root, const std::filesystem::path& health);

}  // namespace kiosk::update
