#include "kiosk/publish/picture/drawn_picture.h"

#include <librsvg/rsvg.h>

#include "kiosk/publish/picture/picture_file.h"

namespace kiosk::publish {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

Error invalid(GError* error) {
  Error made{Code::invalid, std::string("the drawing cannot be drawn: ") + (error ? error->message : "unknown")};
  g_clear_error(&error);
  return made;
}

// Cairo's pixels are premultiplied and lie as one number each.
graphics::Image image_of(const unsigned char* data, int stride, int side) {
  graphics::Image image{side, side, std::vector<uint8_t>(size_t{4} * side * side)};
  uint8_t* to = image.rgba.data();
  for (int y = 0; y < side; ++y) {
    const auto* row = reinterpret_cast<const uint32_t*>(data + static_cast<size_t>(y) * stride);
    for (int x = 0; x < side; ++x, to += 4) {
      const uint32_t alpha = row[x] >> 24;
      for (int channel = 0; channel < 3 && alpha > 0; ++channel) {
        const uint32_t value = row[x] >> (16 - 8 * channel) & 0xff;
        to[channel] = static_cast<uint8_t>(std::min<uint32_t>(255, (value * 255 + alpha / 2) / alpha));
      }
      to[3] = static_cast<uint8_t>(alpha);
    }
  }
  return image;
}

}  // namespace

void DrawnPicture::Release::operator()(void* handle) const { g_object_unref(handle); }

Result<DrawnPicture> DrawnPicture::open(const std::string& svg) {
  GError* error = nullptr;
  RsvgHandle* handle =
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), static_cast<gsize>(svg.size()), &error);
  if (!handle) return invalid(error);
  return DrawnPicture(handle);
}

Result<graphics::Image> DrawnPicture::pixels(int side) const {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side), cairo_surface_destroy);
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
  const RsvgRectangle all{0, 0, static_cast<double>(side), static_cast<double>(side)};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(static_cast<RsvgHandle*>(handle_.get()), cairo.get(), &all, &error))
    return invalid(error);
  cairo_surface_flush(surface.get());
  return image_of(cairo_image_surface_get_data(surface.get()), cairo_image_surface_get_stride(surface.get()), side);
}

bool DrawnPicture::leaves_grid(const std::string& id) const {
  constexpr int kSide = 3 * kPictureGrid;  // the grid with as much round it, a pixel for a unit
  constexpr uint32_t kVisible = 96;        // of 255: less is the rounding at an edge
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kSide, kSide), cairo_surface_destroy);
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
  cairo_translate(cairo.get(), kPictureGrid, kPictureGrid);
  const RsvgRectangle grid{0, 0, kPictureGrid, kPictureGrid};
  GError* error = nullptr;
  const std::string fragment = "#" + id;
  if (!rsvg_handle_render_layer(static_cast<RsvgHandle*>(handle_.get()), cairo.get(),
                                id.empty() ? nullptr : fragment.c_str(), &grid, &error)) {
    g_clear_error(&error);
    return false;
  }
  cairo_surface_flush(surface.get());
  const graphics::Image image =
      image_of(cairo_image_surface_get_data(surface.get()), cairo_image_surface_get_stride(surface.get()), kSide);
  auto inside = [](int at) { return at >= kPictureGrid && at < 2 * kPictureGrid; };
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const uint8_t alpha = image.rgba[4 * (static_cast<size_t>(y) * kSide + x) + 3];
      if (alpha >= kVisible && !(inside(x) && inside(y))) return true;
    }
  }
  return false;
}

}  // namespace kiosk::publish
