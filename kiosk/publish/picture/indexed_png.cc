#include "kiosk/publish/picture/indexed_png.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <unordered_map>

namespace kiosk::publish {
namespace {

constexpr size_t kMaxColours = 256;
constexpr int kAlike = 10;  // of 255: what two colours may differ in and still become one

using Pixel = std::array<uint8_t, 4>;

struct Colour {
  Pixel rgba{};
  uint32_t pixels = 0;
  std::array<int, 3> seen{};  // times its opacity: what is nearly transparent has nearly no colour

  explicit Colour(const Pixel& pixel) : rgba(pixel) {
    for (size_t i = 0; i < 3; ++i) seen[i] = rgba[i] * rgba[3];
  }
  uint32_t key() const { return uint32_t{rgba[0]} << 24 | rgba[1] << 16 | rgba[2] << 8 | rgba[3]; }
};

// How far apart they look.
int distance(const Colour& a, const Colour& b) {
  int most = 0;
  for (size_t i = 0; i < 3; ++i) most = std::max(most, std::abs(a.seen[i] - b.seen[i]));
  return std::max(most / 255, std::abs(a.rgba[3] - b.rgba[3]));
}

size_t nearest(const std::vector<Colour>& table, const Colour& colour) {
  size_t best = 0;
  int least = distance(table[0], colour);
  for (size_t i = 1; i < table.size() && least > 0; ++i) {
    const int apart = distance(table[i], colour);
    if (apart < least) least = apart, best = i;
  }
  return best;
}

// Calls `run` with every stretch of equal pixels and its length: a drawing is large areas of one colour.
template <class Run>
void for_runs(const graphics::Image& image, Run run) {
  const size_t count = image.rgba.size() / 4;
  auto pixel = [&](size_t at) {
    const uint8_t* from = &image.rgba[4 * at];
    return from[3] == 0 ? Pixel{} : Pixel{from[0], from[1], from[2], from[3]};
  };
  for (size_t begin = 0, end = 0; begin < count; begin = end) {
    const Pixel first = pixel(begin);
    for (end = begin + 1; end < count && pixel(end) == first;) ++end;
    run(Colour(first), end - begin);
  }
}

// All colours, those of most pixels first; their order is that of the pixels and nothing else.
std::vector<Colour> colours_of(const graphics::Image& image) {
  std::unordered_map<uint32_t, Colour> counted;
  for_runs(image, [&](const Colour& colour, size_t length) {
    counted.try_emplace(colour.key(), colour).first->second.pixels += static_cast<uint32_t>(length);
  });
  std::vector<Colour> all;
  for (const auto& [key, colour] : counted) all.push_back(colour);
  std::sort(all.begin(), all.end(), [](const Colour& a, const Colour& b) {
    return a.pixels != b.pixels ? a.pixels > b.pixels : a.key() < b.key();
  });
  return all;
}

std::vector<Colour> table_of(const std::vector<Colour>& all) {
  std::vector<Colour> table;
  for (const Colour& colour : all) {
    if (table.size() == kMaxColours) break;
    auto alike = [&](const Colour& known) { return distance(known, colour) <= kAlike; };
    if (std::none_of(table.begin(), table.end(), alike)) table.push_back(colour);
  }
  // Those that are transparent first: the list of transparencies ends with the last of them.
  std::stable_sort(table.begin(), table.end(), [](const Colour& a, const Colour& b) { return a.rgba[3] < b.rgba[3]; });
  return table;
}

void put_number(std::vector<uint8_t>& png, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) png.push_back(static_cast<uint8_t>(value >> shift));
}

void put_chunk(std::vector<uint8_t>& png, std::string_view name, const std::vector<uint8_t>& data) {
  put_number(png, static_cast<uint32_t>(data.size()));
  const size_t from = png.size();
  png.insert(png.end(), name.begin(), name.end());
  png.insert(png.end(), data.begin(), data.end());
  put_number(png, static_cast<uint32_t>(crc32(0, png.data() + from, static_cast<uInt>(png.size() - from))));
}

std::vector<uint8_t> compressed(const std::vector<uint8_t>& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::vector<uint8_t> out(size);
  compress2(out.data(), &size, bytes.data(), static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
  out.resize(size);
  return out;
}

}  // namespace

std::vector<uint8_t> encode_indexed_png(const graphics::Image& image) {
  const std::vector<Colour> all = colours_of(image), table = table_of(all);
  std::unordered_map<uint32_t, uint8_t> index;
  for (const Colour& colour : all) index.emplace(colour.key(), static_cast<uint8_t>(nearest(table, colour)));
  std::vector<uint8_t> pixels, rows;
  for_runs(image,
           [&](const Colour& colour, size_t length) { pixels.insert(pixels.end(), length, index.at(colour.key())); });
  for (int y = 0; y < image.height; ++y) {
    rows.push_back(0);  // no filter: neighbours in a table are not alike
    const auto row = pixels.begin() + static_cast<ptrdiff_t>(y) * image.width;
    rows.insert(rows.end(), row, row + image.width);
  }
  std::vector<uint8_t> head, colours, transparency;
  put_number(head, static_cast<uint32_t>(image.width));
  put_number(head, static_cast<uint32_t>(image.height));
  head.insert(head.end(), {8, 3, 0, 0, 0});  // bits an index, "with a table", and the usual
  for (const Colour& colour : table) {
    colours.insert(colours.end(), colour.rgba.begin(), colour.rgba.begin() + 3);
    if (colour.rgba[3] < 255) transparency.push_back(colour.rgba[3]);
  }
  std::vector<uint8_t> png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  put_chunk(png, "IHDR", head);
  put_chunk(png, "PLTE", colours);
  if (!transparency.empty()) put_chunk(png, "tRNS", transparency);
  put_chunk(png, "IDAT", compressed(rows));
  put_chunk(png, "IEND", {});
  return png;
}

}  // namespace kiosk::publish
