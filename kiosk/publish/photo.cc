#include "kiosk/publish/photo.h"

#include <algorithm>

#include "kiosk/graphics/image.h"
#include "kiosk/publish/colour_profile.h"
#include "kiosk/publish/foreign_media.h"
#include "kiosk/publish/photo_notes.h"
#include "kiosk/publish/whole_picture.h"

namespace kiosk::publish {
namespace {

using Bytes = std::span<const uint8_t>;
using graphics::Image;

PhotoObjection damaged() {
  return {"The picture is damaged.", "Open it in a picture editor and save it again as PNG or JPEG."};
}

PhotoObjection objection_to_kind(Bytes bytes, const std::string& name) {
  if (auto foreign = foreign_kind(bytes, name))
    return {"This is " + foreign->name + ", not a PNG or JPEG picture.", foreign->remedy};
  return {"This is not a PNG or JPEG picture.", "Save it again as PNG or JPEG; renaming a file is not enough."};
}

PhotoObjection objection_of(const Error& error) {
  if (error.code == Code::unsupported)
    return {"The picture is a JPEG in printing colours (CMYK).", "Save it again in RGB."};
  if (error.code == Code::invalid)
    return {"The picture has more than 64 million pixels.", "Make it smaller; 1600 pixels a side are enough."};
  return damaged();
}

// Within the bounds of a catalog, as PNG where something shines through and as JPEG where that is smaller.
std::optional<std::vector<uint8_t>> written(const Image& image, bool png) {
  for (int side = std::max(image.width, image.height); side > 0; side = side * 3 / 4) {
    const Image fitting = graphics::scaled(image, side);
    std::vector<uint8_t> bytes = png ? graphics::encode_png(fitting) : std::vector<uint8_t>();
    if (!png || (bytes.size() > graphics::kMaxImageBytes && graphics::is_opaque(fitting))) {
      auto jpeg = graphics::encode_jpeg(fitting);
      if (!jpeg.ok()) return std::nullopt;
      bytes = *std::move(jpeg);
    }
    if (bytes.size() <= graphics::kMaxImageBytes) return bytes;
  }
  return std::nullopt;
}

}  // namespace

std::variant<Photo, PhotoObjection> prepare_photo(Bytes bytes, const std::string& name) {
  const PictureKind kind = picture_kind(bytes);
  if (kind == PictureKind::neither) return objection_to_kind(bytes, name);
  const bool png = kind == PictureKind::png;
  const PhotoNotes notes = read_photo_notes(bytes);
  if (!png && notes.bits != 8)
    return PhotoObjection{"The picture is a JPEG of " + std::to_string(notes.bits) + " bits a colour.",
                          "Save it again as JPEG with 8 bits, as editors do unless they are told otherwise."};
  const auto size = graphics::size_of_picture(bytes);
  if (!size || (png && !png_is_whole(bytes))) return damaged();
  const bool large = size->longest() > graphics::kMaxImageSide || bytes.size() > graphics::kMaxImageBytes;
  auto image = !large ? graphics::decode_image(bytes)
               : png  ? graphics::decode_large_png(bytes)
                      : graphics::decode_large_jpeg(bytes, kLongestSide);
  if (!image.ok()) return objection_of(image.error());

  Photo picture{{bytes.begin(), bytes.end()}, *size, *size, large, notes.moves};
  const bool foreign = is_foreign_profile(notes.profile);
  const bool as_it_is = notes.orientation == 1 && !notes.personal && notes.profile.empty();
  if (!large && !foreign && (png ? as_it_is && notes.bits <= 8 : as_it_is)) return picture;
  if (!large && !foreign && !png) {
    auto turned = graphics::turned_jpeg(bytes, notes.orientation);
    if (!turned.ok()) return damaged();
    picture.bytes = *std::move(turned);
  } else {
    if (foreign) convert_to_srgb(*image, notes.profile);
    const Image upright = graphics::turned(*image, notes.orientation);
    auto again = written(large ? graphics::scaled(upright, kLongestSide) : upright, png);
    if (!again) return damaged();
    picture.bytes = *std::move(again);
  }
  picture.is = graphics::size_of_picture(picture.bytes).value_or(graphics::PictureSize{});
  return picture;
}

}  // namespace kiosk::publish
