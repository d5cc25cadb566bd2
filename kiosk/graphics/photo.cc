#include "kiosk/graphics/photo.h"

#include <turbojpeg.h>

#include <algorithm>
#include <array>
#include <memory>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wcast-qual"
#pragma GCC diagnostic ignored "-Wsign-compare"
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#include <stb/stb_image_resize.h>
#pragma GCC diagnostic pop

#include "kiosk/base/check.h"
#include "kiosk/graphics/jpeg.h"

namespace kiosk::graphics {
namespace {

constexpr int kQuality = 92;

const Error& damaged() {
  static const Error error{Code::damaged,
                           "the picture is a JPEG that is cut short or damaged. Save it again as PNG or JPEG."};
  return error;
}

using Handle = std::unique_ptr<void, int (*)(void*)>;

// What the library gives has to go back to it.
std::vector<uint8_t> taken(unsigned char* bytes, unsigned long size) {
  std::vector<uint8_t> copy(bytes, bytes + size);
  tjFree(bytes);
  return copy;
}

// The least of the library's scales at which no less than `longest` is left.
tjscalingfactor scale_for(int longest_now, int longest) {
  int count = 0;
  const tjscalingfactor* all = tjGetScalingFactors(&count);
  tjscalingfactor best{1, 1};
  for (int i = 0; i < count; ++i) {
    const tjscalingfactor& one = all[i];
    const bool enough = TJSCALED(longest_now, one) >= std::min(longest, longest_now);
    if (enough && one.num * best.denom < best.num * one.denom) best = one;
  }
  return best;
}

}  // namespace

std::optional<PictureSize> size_of_jpeg(std::span<const uint8_t> bytes) {
  const Handle decoder(tjInitDecompress(), tjDestroy);
  PictureSize size;
  int subsampling = 0, colours = 0;
  if (!decoder || tjDecompressHeader3(decoder.get(), bytes.data(), static_cast<unsigned long>(bytes.size()),
                                      &size.width, &size.height, &subsampling, &colours) != 0)
    return std::nullopt;
  return size;
}

Result<std::vector<uint8_t>> turned_jpeg(std::span<const uint8_t> bytes, Orientation orientation) {
  KIOSK_CHECK(is_jpeg(bytes) && orientation >= 1 && orientation <= 8);
  constexpr std::array kTurns{TJXOP_NONE,      TJXOP_HFLIP, TJXOP_ROT180,     TJXOP_VFLIP,
                              TJXOP_TRANSPOSE, TJXOP_ROT90, TJXOP_TRANSVERSE, TJXOP_ROT270};
  const Handle transformer(tjInitTransform(), tjDestroy);
  tjtransform turn{};
  turn.op = kTurns[static_cast<size_t>(orientation - 1)];
  turn.options = TJXOPT_TRIM | TJXOPT_COPYNONE;
  unsigned char* out = nullptr;
  unsigned long size = 0;
  if (!transformer || tjTransform(transformer.get(), bytes.data(), static_cast<unsigned long>(bytes.size()), 1, &out,
                                  &size, &turn, TJFLAG_LIMITSCANS) != 0)
    return damaged();
  return taken(out, size);
}

Image turned(const Image& image, Orientation orientation) {
  KIOSK_CHECK(orientation >= 1 && orientation <= 8);
  const bool swaps = orientation >= 5;
  Image upright{swaps ? image.height : image.width, swaps ? image.width : image.height, {}};
  upright.rgba.resize(image.rgba.size());
  for (int y = 0; y < upright.height; ++y) {
    for (int x = 0; x < upright.width; ++x) {
      int from_x = swaps ? y : x, from_y = swaps ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        from_x = image.width - 1 - from_x;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
        from_y = image.height - 1 - from_y;
      const size_t to =
          size_t{4} * (static_cast<size_t>(y) * static_cast<size_t>(upright.width) + static_cast<size_t>(x));
      const size_t from =
          size_t{4} * (static_cast<size_t>(from_y) * static_cast<size_t>(image.width) + static_cast<size_t>(from_x));
      std::copy_n(image.rgba.begin() + static_cast<std::ptrdiff_t>(from), 4,
                  upright.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
  return upright;
}

Result<Image> decode_large_jpeg(std::span<const uint8_t> bytes, int longest) {
  const Handle decoder(tjInitDecompress(), tjDestroy);
  const auto size = static_cast<unsigned long>(bytes.size());
  int width = 0, height = 0, subsampling = 0, colours = 0;
  if (!decoder || tjDecompressHeader3(decoder.get(), bytes.data(), size, &width, &height, &subsampling, &colours) != 0)
    return damaged();
  if (colours == TJCS_CMYK || colours == TJCS_YCCK)
    return Error{Code::unsupported, "the picture is a JPEG in printing colours (CMYK). Save it again in RGB."};
  const tjscalingfactor scale = scale_for(std::max(width, height), longest);
  Image image{TJSCALED(width, scale), TJSCALED(height, scale), {}};
  image.rgba.resize(size_t{4} * static_cast<size_t>(image.width) * static_cast<size_t>(image.height));
  constexpr int kFlags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
  if (tjDecompress2(decoder.get(), bytes.data(), size, image.rgba.data(), image.width, 0, image.height, TJPF_RGBA,
                    kFlags) != 0)
    return damaged();
  return image;
}

Image scaled(const Image& image, int longest) {
  const int side = std::max(image.width, image.height);
  if (side <= longest) return image;
  auto shrunk = [&](int length) { return static_cast<int>(std::max<int64_t>(1, int64_t{length} * longest / side)); };
  Image small{shrunk(image.width), shrunk(image.height), {}};
  small.rgba.resize(size_t{4} * static_cast<size_t>(small.width) * static_cast<size_t>(small.height));
  const int done = stbir_resize_uint8_srgb(image.rgba.data(), image.width, image.height, 0, small.rgba.data(),
                                           small.width, small.height, 0, 4, 3, 0);
  KIOSK_CHECK(done == 1);
  return small;
}

bool is_opaque(const Image& image) {
  for (size_t i = 3; i < image.rgba.size(); i += 4)
    if (image.rgba[i] != 255) return false;
  return true;
}

Result<std::vector<uint8_t>> encode_jpeg(const Image& image) {
  const Handle encoder(tjInitCompress(), tjDestroy);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  if (!encoder || tjCompress2(encoder.get(), image.rgba.data(), image.width, 0, image.height, TJPF_RGBA, &out, &size,
                              TJSAMP_420, kQuality, 0) != 0)
    return Error{Code::io, "the picture cannot be written as JPEG."};
  return taken(out, size);
}

}  // namespace kiosk::graphics
