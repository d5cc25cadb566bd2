// Puts the parts of a scene together and its colours in: one SVG text that needs nothing else, and in which every line
// is wide enough to be seen when the picture is 10 mm high.
#pragma once

#include <string>

#include <vector>

#include "kiosk/catalog/drawing_file.h"
#include "kiosk/publish/picture/picture_set.h"

namespace kiosk::publish {

// What is wrong with how a scene is put together: where in the scene, and what.
struct CompositionProblem {
  int line = 0;
  std::string message, remedy;
};

struct Composition {
  std::string svg;
  std::vector<CompositionProblem> problems;  // empty: it can be drawn
};

Composition compose(const PictureFile& scene, const PictureSet& set, catalog::Colours colours);

// This is the id of the `index`-th element of a scene in what compose() gives.
std::string element_id(size_t index);

}  // namespace kiosk::publish
