// How long to wait before asking a server again: twice as long each time, up to a minute, and by chance between half
// and all of it, so that a thousand kiosks that lost the same server do not come back in the same second.
#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace kiosk::update {

class BackOff {
 public:
  explicit BackOff(uint32_t seed) : random_(seed) {}

  std::chrono::milliseconds next();
  // Something arrived: the next trouble is a new one.
  void reset() { whole_ = kFirst; }

 private:
  static constexpr std::chrono::milliseconds kFirst{1000};
  static constexpr std::chrono::milliseconds kLongest{60'000};

  std::chrono::milliseconds whole_ = kFirst;
  std::minstd_rand random_;
};

}  // namespace kiosk::update
