// What a picture holds besides its points: how the camera was held, its range of colours, who took it where.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kiosk::publish {

struct PhotoNotes {
  int orientation = 1;           // Exif's: 1 is upright, to 8
  int bits = 8;                  // of each colour of a point
  bool moves = false;            // a PNG of several pictures
  bool personal = false;         // notes of camera, place or time, or a remark
  std::vector<uint8_t> profile;  // ICC; empty: none, or one that cannot be read
};

// REQUIRES: a PNG or JPEG by its first bytes; the rest may be damaged.
PhotoNotes read_photo_notes(std::span<const uint8_t> bytes);

}  // namespace kiosk::publish
