// One drawing of content/pictures/, or one part of which drawings are made: the small part of SVG that PICTURES.md
// allows. Strict on purpose. What is not on the list is refused with its line, so nothing that is read can run a
// script, reach for another file, ask for a font, or look different on another kiosk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/publish/problem.h"

namespace kiosk::publish {

inline constexpr int kPictureGrid = 96;  // units a side
inline constexpr size_t kMaxPictureBytes = 64 * 1024;
inline constexpr int kMaxPictureElements = 300;  // of one file

struct PictureElement {
  std::string name;  // g, use, path, circle, ellipse or rect
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<PictureElement> children;  // of a g
  std::string part;                      // of a use: the name of the part
  double scale = 1;                      // by how much its transform makes things larger
  int line = 0;

  const std::string* attribute(std::string_view key) const {
    for (const auto& [named, value] : attributes) {
      if (named == key) return &value;
    }
    return nullptr;
  }
};

struct PictureFile {
  std::string name;  // without .svg
  std::string file;  // inside the content folder
  bool mirrored = false;
  std::vector<PictureElement> elements;
};

// `file` is its path inside the content folder. What is wrong is reported; nullopt where a drawing cannot be made of
// it.
std::optional<PictureFile> read_picture(const std::string& file, std::string_view text, Problems& problems);

}  // namespace kiosk::publish
