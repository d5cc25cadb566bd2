#include "kiosk/update/back_off.h"

#include <algorithm>

namespace kiosk::update {

std::chrono::milliseconds BackOff::next() {
  std::uniform_int_distribution<int64_t> part(whole_.count() / 2, whole_.count());
  const std::chrono::milliseconds wait(part(random_));
  whole_ = std::min(2 * whole_, kLongest);
  return wait;
}

}  // namespace kiosk::update
