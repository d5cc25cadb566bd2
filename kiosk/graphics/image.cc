#include "kiosk/graphics/image.h"

#include <algorithm>
#include <fstream>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wsign-compare"
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include "kiosk/graphics/jpeg.h"
#include "kiosk/graphics/photo.h"

namespace kiosk::graphics {
namespace {

// A chunk of a PNG that announces more than there is: stb_image would make room for it before it reads.
bool has_impossible_chunk(std::span<const uint8_t> bytes) {
  constexpr size_t kSignature = 8, kHead = 8, kChecksum = 4;  // the head is a length and a name
  for (size_t at = kSignature; at + kHead <= bytes.size();) {
    size_t length = 0;
    for (size_t i = 0; i < 4; ++i) length = length << 8 | bytes[at + i];
    if (length > bytes.size() - at - kHead) return true;
    at += kHead + length + kChecksum;
  }
  return false;
}

template <typename CheckSize>
Result<Image> decode_png(std::span<const uint8_t> bytes, const CheckSize& check_size) {
  if (!bytes.empty() && bytes[0] == 0x89 && has_impossible_chunk(bytes)) {
    return Error{Code::damaged, "the picture is a PNG that is cut short or damaged. Save it again as PNG or JPEG."};
  }
  int size = static_cast<int>(bytes.size());
  int width = 0, height = 0, channels = 0;
  if (!stbi_info_from_memory(bytes.data(), size, &width, &height, &channels)) {
    return Error{Code::damaged, "the picture is neither PNG nor JPEG, or it is damaged. Save it again as PNG or JPEG."};
  }
  if (Status within = check_size(width, height); !within.ok()) return within.error();
  stbi_uc* pixels = stbi_load_from_memory(bytes.data(), size, &width, &height, &channels, 4);
  if (!pixels) return Error{Code::damaged, "the picture is cut short or damaged. Save it again as PNG or JPEG."};
  Image image{width, height, std::vector<uint8_t>(pixels, pixels + size_t{4} * width * height)};
  stbi_image_free(pixels);
  return image;
}

}  // namespace

Result<Image> decode_image(std::span<const uint8_t> bytes) {
  if (bytes.size() > kMaxImageBytes) {
    return Error{Code::invalid, "the picture has " + std::to_string(bytes.size() / 1024) +
                                    " kB; at most 4096 kB are allowed. Save it smaller."};
  }
  if (is_jpeg(bytes)) return decode_jpeg(bytes);
  return decode_png(bytes, check_image_size);
}

std::optional<PictureSize> size_of_picture(std::span<const uint8_t> bytes) {
  PictureSize size;
  if (is_jpeg(bytes)) return size_of_jpeg(bytes);
  int channels = 0;
  const int length = static_cast<int>(bytes.size());
  if (!stbi_info_from_memory(bytes.data(), length, &size.width, &size.height, &channels)) return std::nullopt;
  return size;
}

Result<Image> decode_large_png(std::span<const uint8_t> bytes) {
  return decode_png(bytes, [](int width, int height) -> Status {
    if (int64_t{width} * height <= kMostPixels) return {};
    return Error{Code::invalid, "the picture has more than 64 million pixels. Save it smaller."};
  });
}

std::vector<uint8_t> encode_png(const Image& image) {
  std::vector<uint8_t> bytes;
  auto write = [](void* context, void* data, int size) {
    const auto* begin = static_cast<const uint8_t*>(data);
    static_cast<std::vector<uint8_t>*>(context)->insert(static_cast<std::vector<uint8_t>*>(context)->end(), begin,
                                                        begin + size);
  };
  stbi_write_png_compression_level = 4;
  stbi_write_png_to_func(write, &bytes, image.width, image.height, 4, image.rgba.data(), image.width * 4);
  return bytes;
}

Status write_png(const Image& image, const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  const std::vector<uint8_t> bytes = encode_png(image);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) return Error{Code::io, "cannot write the picture " + path.string() + ": is the disk full?"};
  return {};
}

}  // namespace kiosk::graphics
