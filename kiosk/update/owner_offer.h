// A stick of somebody else, plugged in: what it would take for this kiosk to become theirs. The updater keeps the root
// that the stick leads to; staff type the new owner's content key from paper; a program with the rights to it then
// makes that root the one that everything is followed from. What lies in the store decides nothing: the typed key must
// be that of the root, and stands for who signs and how many must.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/update/source.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

// Follows the roots in `source` from `first`, which is one of theirs, and keeps the newest. Nothing is kept of a root
// that its own keys did not sign.
void keep_offer(const Store& store, Source& source, const std::string& first);
void withdraw_offer(const Store& store);

// The content key of what was offered last; none: nothing was.
std::optional<std::string> offered_key(const Store& store);

// The digits alone, as a content key is compared.
std::string key_digits(const std::string& text);

// Makes what was offered the first root of this kiosk, in `root`. Error: Code::refused unless `typed` is its content
// key; not_found without an offer; io, no_space.
Status accept_offer(const Store& store, const std::string& typed, const std::filesystem::path& root);

}  // namespace kiosk::update
