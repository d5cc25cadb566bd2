// What drawings weigh in a catalog, what kiosks have to fetch when a part changes, and what has no drawing yet.
#pragma once

#include <numeric>
#include <string>
#include <vector>

#include "kiosk/publish/content.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

struct PictureCost {
  std::string name;
  size_t bytes = 0;
  int drawings = 1;  // of a part: how many use it
};

struct PictureCosts {
  std::vector<PictureCost> drawings;  // those in the catalog, by name
  std::vector<PictureCost> parts;     // the sum of the drawings that use it, the heaviest first
  std::vector<Place> without;         // pages, sections, steps, ticks and contacts that should have a drawing

  size_t bytes() const {
    return std::accumulate(drawings.begin(), drawings.end(), size_t{0},
                           [](size_t sum, const PictureCost& cost) { return sum + cost.bytes; });
  }
};

PictureCosts measure_pictures(const Content& content, const Progress& progress);

std::string picture_costs_text(const PictureCosts& costs);

}  // namespace kiosk::publish
