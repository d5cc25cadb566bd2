// A flat drawing as a PNG with a table of at most 256 colours: a third of what full colour takes. Drawings have about
// fifteen colours and the mixtures at their edges; of those, what cannot be told apart becomes one.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/graphics/image.h"

namespace kiosk::publish {

// The same pixels give the same bytes with the same version of zlib.
std::vector<uint8_t> encode_indexed_png(const graphics::Image& image);

}  // namespace kiosk::publish
