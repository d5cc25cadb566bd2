// trust/owner.json: the record that this kiosk takes the content of somebody else than before. Nothing is trusted for
// it; staff and the office read it. It carries a digest of itself, because one bit in it would name another day or
// another key, and each proof.json carries a copy, from which a damaged one is mended.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/update/store.h"
#include "kiosk/update/trusted_roots.h"

namespace kiosk::update {

struct OwnerChange {
  std::string content_key, before;  // content_key.h; `before` may be empty
  Instant at{};
  bool clock_synchronised = false;
};

// Nothing when the owner never changed, or where the record is damaged.
std::optional<OwnerChange> read_owner_change(const Store& store);
bool owner_record_is_damaged(const Store& store);

Status write_owner_change(const Store& store, const OwnerChange& change);

// The record as bytes, whole; nothing where it is not.
std::optional<std::string> owner_record(const Store& store);

// Puts a damaged or missing record back from a copy; without one, what is still known: the key of now, and when the
// file was written.
Status mend_owner_record(const Store& store, const TrustedRoots& roots);

}  // namespace kiosk::update
