// Takes away what no kept release needs.
#pragma once

#include <string>

#include "kiosk/update/holdings.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

// A release that is being made; its name loses this just before it becomes current.
inline constexpr const char* kUnfinishedRelease = ".new";

// Releases other than the current one, the one before it and the one with the newest numbers; objects of none of these;
// all of staging. A failure is logged and left for the next time.
void collect_garbage(const Store& store, const std::string& first_root);

}  // namespace kiosk::update
