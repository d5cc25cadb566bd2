// How loud: seven steps of 4 dB, 24 dB in all, the middle one 12 dB above the lowest (R7), which every session begins
// with (R8). Values only; a session owns one.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

namespace kiosk::audio {

class Volume {
 public:
  static constexpr int kSteps = 7;
  static constexpr int kDefaultStep = 3;

  Volume() = default;
  // REQUIRES: 0 <= step < kSteps.
  explicit Volume(int step) : step_(step) {}

  int step() const { return step_; }  // 0 to kSteps - 1
  // False when it is at its end already, so that the key can say so.
  bool up() { return step_ + 1 < kSteps && ++step_; }
  bool down() { return step_ > 0 && (--step_, true); }

  double decibels() const { return 4.0 * (step_ - (kSteps - 1)); }

 private:
  int step_ = kDefaultStep;
};

inline float gain_of(double decibels) { return static_cast<float>(std::pow(10.0, decibels / 20)); }

// What an installer measured once at the visitor's place: sound pressure of speech at the highest step, in dBA.
struct Calibration {
  std::optional<double> dba_at_highest;

  // What to add, in dB and never above 0, so that the default step is at most 65 dBA (R8). 0 when nothing was measured.
  double trim() const {
    if (!dba_at_highest) return 0;
    Volume volume;
    return std::min(0.0, 65.0 - (*dba_at_highest + volume.decibels()));
  }
  // Whether the highest step still reaches 65 dBA (R8).
  bool loud_enough() const { return !dba_at_highest || *dba_at_highest + trim() >= 65; }
};

}  // namespace kiosk::audio
