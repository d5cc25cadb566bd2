#include "kiosk/publish/colour_profile.h"

#include <lcms2.h>

#include <cstdlib>
#include <memory>

#include "kiosk/base/check.h"

namespace kiosk::publish {
namespace {

using Profile = std::unique_ptr<void, cmsBool (*)(cmsHPROFILE)>;
using Transform = std::unique_ptr<void, void (*)(cmsHTRANSFORM)>;

// Null where there is none that makes sense.
Transform to_srgb(std::span<const uint8_t> bytes) {
  const Profile from(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())), cmsCloseProfile);
  const Profile to(cmsCreate_sRGBProfile(), cmsCloseProfile);
  if (!from || !to || cmsGetColorSpace(from.get()) != cmsSigRgbData) return {nullptr, cmsDeleteTransform};
  return {cmsCreateTransform(from.get(), TYPE_RGBA_8, to.get(), TYPE_RGBA_8, INTENT_RELATIVE_COLORIMETRIC,
                             cmsFLAGS_COPY_ALPHA | cmsFLAGS_BLACKPOINTCOMPENSATION),
          cmsDeleteTransform};
}

}  // namespace

bool is_foreign_profile(std::span<const uint8_t> profile) {
  if (profile.empty()) return false;
  const Transform transform = to_srgb(profile);
  if (!transform) return false;
  constexpr int kUnseen = 4;  // of 255
  constexpr int kStep = 51;
  for (int red = 0; red < 256; red += kStep) {
    for (int green = 0; green < 256; green += kStep) {
      for (int blue = 0; blue < 256; blue += kStep) {
        const uint8_t colour[4] = {static_cast<uint8_t>(red), static_cast<uint8_t>(green), static_cast<uint8_t>(blue),
                                   255};
        uint8_t seen[4] = {};
        cmsDoTransform(transform.get(), colour, seen, 1);
        for (int i = 0; i < 3; ++i)
          if (std::abs(seen[i] - colour[i]) > kUnseen) return true;
      }
    }
  }
  return false;
}

void convert_to_srgb(graphics::Image& image, std::span<const uint8_t> profile) {
  const Transform transform = to_srgb(profile);
  KIOSK_CHECK(transform != nullptr);
  std::vector<uint8_t> converted(image.rgba.size());
  cmsDoTransform(transform.get(), image.rgba.data(), converted.data(),
                 static_cast<cmsUInt32Number>(image.rgba.size() / 4));
  image.rgba = std::move(converted);
}

}  // namespace kiosk::publish
