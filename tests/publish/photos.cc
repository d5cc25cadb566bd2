#include "tests/publish/photos.h"

#include <algorithm>

#include "kiosk/base/check.h"
#include "kiosk/graphics/photo.h"

namespace kiosk::test {
namespace {

using Bytes = std::vector<uint8_t>;

void append_number(Bytes& bytes, uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<uint8_t>(number >> shift));
}

uint32_t crc(const uint8_t* begin, const uint8_t* end) {
  uint32_t value = 0xFFFFFFFFu;
  for (; begin != end; ++begin) {
    value ^= *begin;
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
  }
  return value ^ 0xFFFFFFFFu;
}

void append_chunk(Bytes& bytes, const std::string& name, const Bytes& data) {
  append_number(bytes, static_cast<uint32_t>(data.size()));
  size_t begin = bytes.size();
  bytes.insert(bytes.end(), name.begin(), name.end());
  bytes.insert(bytes.end(), data.begin(), data.end());
  append_number(bytes, crc(bytes.data() + begin, bytes.data() + bytes.size()));
}

// zlib's form of bytes that are not compressed.
Bytes stored(const Bytes& raw) {
  Bytes bytes{0x78, 0x01};
  for (size_t at = 0; at < raw.size() || at == 0; at += 65535) {
    size_t size = std::min<size_t>(65535, raw.size() - at);
    bytes.push_back(at + size == raw.size());
    for (size_t n : {size, ~size}) {
      bytes.push_back(static_cast<uint8_t>(n));
      bytes.push_back(static_cast<uint8_t>(n >> 8));
    }
    bytes.insert(bytes.end(), raw.begin() + static_cast<std::ptrdiff_t>(at),
                 raw.begin() + static_cast<std::ptrdiff_t>(at + size));
    if (raw.empty()) break;
  }
  uint32_t a = 1, b = 0;
  for (uint8_t byte : raw) a = (a + byte) % 65521, b = (b + a) % 65521;
  append_number(bytes, b << 16 | a);
  return bytes;
}

Bytes picture(uint32_t width, uint32_t height, uint8_t bits, uint8_t colours, const Bytes& rows) {
  Bytes bytes{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  Bytes head;
  append_number(head, width);
  append_number(head, height);
  head.insert(head.end(), {bits, colours, 0, 0, 0});
  append_chunk(bytes, "IHDR", head);
  append_chunk(bytes, "IDAT", stored(rows));
  append_chunk(bytes, "IEND", {});
  return bytes;
}

std::string text_of(const Bytes& bytes) { return std::string(bytes.begin(), bytes.end()); }

}  // namespace

Bytes png(uint32_t width, uint32_t height) {
  return picture(width, height, 8, 0, Bytes(size_t{height} * (width + 1), 0));
}

std::string claiming_png(uint32_t width, uint32_t height) { return text_of(picture(width, height, 8, 0, {})); }

std::string deep_png(uint32_t width, uint32_t height, uint16_t red, uint16_t green, uint16_t blue) {
  Bytes rows;
  for (uint32_t y = 0; y < height; ++y) {
    rows.push_back(0);  // no filter
    for (uint32_t x = 0; x < width; ++x) {
      for (uint16_t colour : {red, green, blue}) {
        rows.push_back(static_cast<uint8_t>(colour >> 8));
        rows.push_back(static_cast<uint8_t>(colour));
      }
    }
  }
  return text_of(picture(width, height, 16, 2, rows));
}

std::string with_chunk(const std::string& png, const std::string& name, const std::string& body) {
  constexpr size_t kAfterHead = 8 + 25;
  Bytes chunk;
  append_chunk(chunk, name, Bytes(body.begin(), body.end()));
  return png.substr(0, kAfterHead) + text_of(chunk) + png.substr(kAfterHead);
}

std::string in_zlib(const std::string& bytes) { return text_of(stored(Bytes(bytes.begin(), bytes.end()))); }

std::string with_segment(const std::string& jpeg, uint8_t marker, const std::string& body) {
  const size_t length = body.size() + 2;
  KIOSK_CHECK(length < 65536);
  return jpeg.substr(0, 2) + '\xFF' + static_cast<char>(marker) + static_cast<char>(length >> 8) +
         static_cast<char>(length & 0xFF) + body + jpeg.substr(2);
}

std::string held(int orientation, bool big_endian, const std::string& remark) {
  auto number = [&](uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) {
      const int shift = 8 * (big_endian ? bytes - 1 - i : i);
      text += static_cast<char>(value >> shift);
    }
    return text;
  };
  constexpr uint32_t kOrientation = 0x0112, kDescription = 0x010E, kText = 2, kShort = 3;
  const uint32_t after = 8 + 2 + 2 * 12 + 4;
  return (big_endian ? "MM" : "II") + number(42, 2) + number(8, 4) + number(2, 2) + number(kDescription, 2) +
         number(kText, 2) + number(static_cast<uint32_t>(remark.size() + 5), 4) + number(after, 4) +
         number(kOrientation, 2) + number(kShort, 2) + number(1, 4) + number(static_cast<uint32_t>(orientation), 2) +
         number(0, 2) + number(0, 4) + remark + std::string(5, '\0');
}

std::string jpeg_of(const graphics::Image& image) { return text_of(*graphics::encode_jpeg(image)); }
std::string png_of(const graphics::Image& image) { return text_of(graphics::encode_png(image)); }

graphics::Image four_fields(int width, int height) {
  graphics::Image image{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool right = x >= width / 2, below = y >= height / 2;
      const bool white = right && below;
      for (bool lit : {white || (!right && !below), white || (right && !below), white || (!right && below)})
        image.rgba.push_back(lit ? 255 : 0);
      image.rgba.push_back(255);
    }
  }
  return image;
}

std::string field(const graphics::Image& image, bool right, bool below) {
  const int x = image.width * (right ? 3 : 1) / 4, y = image.height * (below ? 3 : 1) / 4;
  const size_t at = size_t{4} * (static_cast<size_t>(y) * static_cast<size_t>(image.width) + static_cast<size_t>(x));
  const bool red = image.rgba[at] > 128, green = image.rgba[at + 1] > 128, blue = image.rgba[at + 2] > 128;
  if (red && green && blue) return "white";
  if (red && !green && !blue) return "red";
  if (green && !red && !blue) return "green";
  if (blue && !red && !green) return "blue";
  return "another";
}

graphics::Image noise(int width, int height) {
  graphics::Image image{width, height, std::vector<uint8_t>(size_t{4} * static_cast<size_t>(width * height), 255)};
  uint32_t seed = 1;
  for (size_t i = 0; i < image.rgba.size(); ++i) {
    seed = seed * 1664525 + 1013904223;
    if (i % 4 != 3) image.rgba[i] = static_cast<uint8_t>(seed >> 24);
  }
  return image;
}

}  // namespace kiosk::test
