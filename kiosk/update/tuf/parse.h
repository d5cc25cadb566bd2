// Reads TUF metadata files, strictly: a field of the wrong type, a missing one, or a feature we do not do
// (path_hash_prefixes, succinct_roles) refuses the whole file. Nothing is verified here.
#pragma once

#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update::tuf {

// Error: Code::invalid or unsupported, naming what is wrong.
Result<Signed<Root>> parse_root(std::string_view bytes);
Result<Signed<Timestamp>> parse_timestamp(std::string_view bytes);
Result<Signed<Snapshot>> parse_snapshot(std::string_view bytes);
Result<Signed<Targets>> parse_targets(std::string_view bytes);

// One key, as it stands in "keys".
Result<Key> parse_key(std::string_view text);

}  // namespace kiosk::update::tuf
