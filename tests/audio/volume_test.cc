#include <doctest/doctest.h>

#include <vector>

#include "kiosk/audio/volume.h"

using kiosk::audio::Calibration;
using kiosk::audio::Volume;

TEST_CASE("R7: the volume spans at least 18 dB and one step lies 12 dB above the lowest") {
  Volume volume;
  while (volume.down()) {}
  std::vector<double> steps{volume.decibels()};
  while (volume.up()) steps.push_back(volume.decibels());
  CHECK(steps.size() == Volume::kSteps);
  CHECK(steps.back() - steps.front() >= 18);
  bool twelve = false;
  for (double step : steps) twelve |= step - steps.front() == 12;
  CHECK(twelve);
  CHECK(steps.back() == 0);
}

TEST_CASE("R7: at its ends the volume says that it did not change") {
  Volume volume;
  for (int i = 0; i < 3; ++i) CHECK(volume.up());
  CHECK_FALSE(volume.up());
  CHECK(volume.step() == Volume::kSteps - 1);
}

TEST_CASE("R8: a reset brings the default back") {
  Volume volume;
  volume.up();
  volume.up();
  volume = Volume();
  CHECK(volume.step() == Volume::kDefaultStep);
}

TEST_CASE("R8: on a calibrated device the default is at most 65 dBA and the highest step at least 65") {
  for (double highest = 65; highest <= 100; highest += 0.5) {
    Calibration calibration{highest};
    CHECK(highest + calibration.trim() + Volume().decibels() <= 65);
    CHECK(calibration.trim() <= 0);
    CHECK(calibration.loud_enough());
  }
  CHECK_FALSE(Calibration{60.0}.loud_enough());
}
