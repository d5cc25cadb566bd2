// When these programs were built: the lowest that the time can be.
#pragma once

#include "kiosk/base/instant.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk {

// SOURCE_DATE_EPOCH sets it for reproducible builds.
Instant build_time();

}  // namespace kiosk
