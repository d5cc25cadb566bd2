#include "kiosk/main/build_time.h"

#include "kiosk/base/check.h"
#include "kiosk/base/instant.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk {

Instant build_time() {
  auto time = parse_instant(KIOSK_BUILD_TIME);
  KIOSK_CHECK(time.ok());
  return *time;
}

}  // namespace kiosk
