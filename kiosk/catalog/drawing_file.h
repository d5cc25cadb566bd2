// Where the files of a drawing lie among the media of a catalog: one for each set of colours and each side. Two sides
// are enough, because a texture is drawn at any size: the smaller for steps and tiles, where a large one would flicker,
// the larger for the head of a page and for a picture that fills one.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::catalog {

enum class Colours { paper, high_contrast };

inline constexpr int kDrawingSides[] = {144, 480};  // px
inline constexpr std::string_view kDrawingFolder = "pictures/";

inline std::string drawing_file(std::string_view name, Colours colours, int side) {
  return std::string(kDrawingFolder) + std::string(name) + (colours == Colours::paper ? "/paper-" : "/contrast-") +
         std::to_string(side) + ".png";
}

// The file for a square of `px`: the smaller one as long as it need not grow by more than a tenth.
inline std::string drawing_file_for(std::string_view name, Colours colours, float px) {
  return drawing_file(name, colours, px <= 1.1f * kDrawingSides[0] ? kDrawingSides[0] : kDrawingSides[1]);
}

}  // namespace kiosk::catalog
