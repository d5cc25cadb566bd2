// Whose content this kiosk takes, as digits that people compare with a paper.
#pragma once

#include <optional>
#include <string>

#include "kiosk/update/store.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update {

// Six groups of five digits, "01234 56789 ...", made from the keys that sign for who may sign, and from how many of
// them must. Another date or version of the same root has the same digits, another key never: they carry 99 bits of a
// SHA-256.
std::string content_key(const tuf::Root& root);

// That of the newest root that `first_root`, the bytes of what came with the program, leads to. None: it is not there,
// or damaged.
std::optional<std::string> trusted_content_key(const Store& store, const std::string& first_root);

}  // namespace kiosk::update
