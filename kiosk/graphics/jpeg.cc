#include "kiosk/graphics/jpeg.h"

#include <turbojpeg.h>

#include <memory>

#include "kiosk/base/check.h"

namespace kiosk::graphics {

Result<Image> decode_jpeg(std::span<const uint8_t> bytes) {
  KIOSK_CHECK(is_jpeg(bytes));
  const Error damaged{Code::damaged,
                      "the picture is a JPEG that is cut short or damaged. Save it again as PNG or JPEG."};
  const std::unique_ptr<void, int (*)(void*)> decoder(tjInitDecompress(), tjDestroy);
  const auto size = static_cast<unsigned long>(bytes.size());
  int width = 0, height = 0, subsampling = 0, colours = 0;
  if (!decoder ||
      tjDecompressHeader3(decoder.get(), bytes.data(), size, &width, &height, &subsampling, &colours) != 0) {
    return damaged;
  }
  if (Status within = check_image_size(width, height); !within.ok()) return within.error();
  if (colours == TJCS_CMYK || colours == TJCS_YCCK) {
    return Error{Code::unsupported, "the picture is a JPEG in printing colours (CMYK). Save it again in RGB."};
  }
  Image image{width, height,
              std::vector<uint8_t>(size_t{4} * static_cast<size_t>(width) * static_cast<size_t>(height))};
  // A picture that the library can only guess at counts as damaged; one with thousands of scans would take minutes.
  constexpr int kFlags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
  if (tjDecompress2(decoder.get(), bytes.data(), size, image.rgba.data(), width, 0, height, TJPF_RGBA, kFlags) != 0) {
    return damaged;
  }
  return image;
}

}  // namespace kiosk::graphics
