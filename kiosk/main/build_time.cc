#include "kiosk/main/build_time.h"

#include "kiosk/base/check.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk {

update::tuf::Time build_time() {
  auto time = update::tuf::parse_time(KIOSK_BUILD_TIME);
  KIOSK_CHECK(time.ok());
  return *time;
}

}  // namespace kiosk
