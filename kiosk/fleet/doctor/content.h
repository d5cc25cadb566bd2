// Looks at the content of a kiosk: releases byte by byte, whom the kiosk trusts, what lapses when, and by which key it
// signs its receipts, and how sure it is of the time. Reads only.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/fleet/doctor/finding.h"
#include "kiosk/os/clock.h"
#include "kiosk/update/store.h"

namespace kiosk::fleet {

struct ContentPlaces {
  update::Store store;
  std::filesystem::path health;    // of kiosk/update/shown_release.h
  std::filesystem::path built_in;  // the release that came with the program
  std::filesystem::path root;      // the file of the first root metadata, which came with the program
  Instant build{};                 // when the programs were built

  std::string first_root() const;  // the bytes of that file; empty: none
};

// The current release and the one before it: every file hashed, the databases read page by page. Takes as long as
// reading all media does.
Findings examine_releases(const ContentPlaces& places);

// Trusted metadata: there, rightly signed, and until when.
Findings examine_trust(const ContentPlaces& places, const os::Clock& clock);

// The key that signs this kiosk's receipts (identity.h).
Findings examine_identity(const ContentPlaces& places);

Findings examine_time(const ContentPlaces& places, const os::Clock& clock);

}  // namespace kiosk::fleet
