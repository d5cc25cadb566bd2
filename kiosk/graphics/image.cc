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
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace kiosk::graphics {
namespace {

// A Huffman table of a JPEG with more than 256 codes makes stb_image write behind its own. 0xff 0xc4 announces tables and
// stands nowhere in a coded picture: each is a kind, 16 counts, and as many values as they count. stb_image reads a table
// that begins within the announced length whole, so its end may lie beyond.
bool has_impossible_table(std::span<const uint8_t> bytes) {
  auto byte = [&](size_t at) -> size_t { return at < bytes.size() ? bytes[at] : 0; };
  for (size_t at = 0; at + 4 <= bytes.size(); ++at) {
    if (bytes[at] != 0xff || bytes[at + 1] != 0xc4) continue;
    const size_t end = at + 2 + byte(at + 2) * 256 + byte(at + 3);
    for (size_t table = at + 4; table < end;) {
      size_t codes = 0;
      for (size_t length = 1; length <= 16; ++length) codes += byte(table + length);
      if (codes > 256) return true;
      table += 17 + codes;
    }
  }
  return false;
}

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

}  // namespace

Result<Image> decode_image(std::span<const uint8_t> bytes) {
  if (bytes.size() > kMaxImageBytes) {
    return Error{Code::invalid, "the picture has " + std::to_string(bytes.size() / 1024) +
                                    " kB; at most 4096 kB are allowed. Save it smaller."};
  }
  if (!bytes.empty() && bytes[0] == 0xff && has_impossible_table(bytes)) {
    return Error{Code::damaged, "the picture is a damaged JPEG. Save it again as PNG or JPEG."};
  }
  if (!bytes.empty() && bytes[0] == 0x89 && has_impossible_chunk(bytes)) {
    return Error{Code::damaged, "the picture is a PNG that is cut short or damaged. Save it again as PNG or JPEG."};
  }
  int size = static_cast<int>(bytes.size());
  int width = 0, height = 0, channels = 0;
  if (!stbi_info_from_memory(bytes.data(), size, &width, &height, &channels)) {
    return Error{Code::damaged, "the picture is neither PNG nor JPEG, or it is damaged. Save it again as PNG or JPEG."};
  }
  if (width > kMaxImageSide || height > kMaxImageSide) {
    return Error{Code::invalid, "the picture is " + std::to_string(width) + " x " + std::to_string(height) +
                                    " pixels; at most 4096 a side are allowed. Save it smaller."};
  }
  stbi_uc* pixels = stbi_load_from_memory(bytes.data(), size, &width, &height, &channels, 4);
  if (!pixels) return Error{Code::damaged, "the picture is cut short or damaged. Save it again as PNG or JPEG."};
  Image image{width, height, std::vector<uint8_t>(pixels, pixels + size_t{4} * width * height)};
  stbi_image_free(pixels);
  return image;
}

Status write_png(const Image& image, const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  auto write = [](void* context, void* data, int size) {
    static_cast<std::ofstream*>(context)->write(static_cast<const char*>(data), size);
  };
  stbi_write_png_compression_level = 4;
  stbi_write_png_to_func(write, &file, image.width, image.height, 4, image.rgba.data(), image.width * 4);
  if (!file.flush()) return Error{Code::io, "cannot write the picture " + path.string() + ": is the disk full?"};
  return {};
}

}  // namespace kiosk::graphics
