// Which releases staff took back at the screen or by command, as opposed to those that did not prove themselves: an
// update that leaves one alone says which it was. Its loss costs no more than the right sentence.
#pragma once

#include <cstdint>

#include "kiosk/base/result.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

// REQUIRES: the caller holds the store's lock.
Status note_taken_back(const Store& store, int64_t version);
bool was_taken_back(const Store& store, int64_t version);

}  // namespace kiosk::update
