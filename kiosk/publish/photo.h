// A picture of the content folder as it goes into the catalog. Phones and cameras note beside the points how they were
// held, by which range of colours they count, and where they were; the kiosk reads points alone. So what the notes say
// is done to the points once, here, and no note travels: it may say where a shelter is and who was there.
//
// Turning a JPEG costs no quality; other colours and a smaller size mean writing it again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/graphics/photo.h"

namespace kiosk::publish {

inline constexpr size_t kMostPictureFileBytes = 64u << 20;
inline constexpr int kLongestSide = 1600;  // px, of one that had to be made smaller: enough for every screen

struct Photo {
  std::vector<uint8_t> bytes;
  graphics::PictureSize was, is;
  bool made_smaller = false;
  bool moves = false;  // and only its first picture is seen
};

// Why it is not taken, and what to do: two sentences.
struct PhotoObjection {
  std::string problem, remedy;
};

// `name` is the file's.
std::variant<Photo, PhotoObjection> prepare_photo(std::span<const uint8_t> bytes, const std::string& name);

}  // namespace kiosk::publish
