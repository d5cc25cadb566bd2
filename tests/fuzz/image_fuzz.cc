// Fuzz target: pictures. What is decoded has as many bytes as its size says.
#include <cstdint>

#include "kiosk/base/result.h"
#include "kiosk/graphics/image.h"

using namespace kiosk::graphics;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto image = decode_image({data, size});
  if (!image.ok()) return 0;
  KIOSK_CHECK(image->width > 0 && image->width <= kMaxImageSide && image->height > 0 && image->height <= kMaxImageSide);
  KIOSK_CHECK(image->rgba.size() == size_t{4} * static_cast<size_t>(image->width) * static_cast<size_t>(image->height));
  return 0;
}
