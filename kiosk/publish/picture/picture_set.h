// All drawings of a content folder: the scenes that pages name, the parts they are made of, and what each scene shows.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "kiosk/publish/fields.h"
#include "kiosk/publish/picture/picture_file.h"

namespace kiosk::publish {

inline constexpr const char* kPictureFolder = "pictures";
inline constexpr const char* kPartFolder = "pictures/parts";
inline constexpr const char* kPictureWords = "pictures/pictures.yaml";

struct PictureSet {
  std::map<std::string, PictureFile> scenes, parts;  // by name
  std::map<std::string, TextByLanguage> words;       // of a scene, by name
  std::map<std::string, int> word_lines;
};

// Reads the folder pictures/ of a content folder. What cannot be used is reported.
PictureSet load_pictures(const std::filesystem::path& folder, Problems& problems);

}  // namespace kiosk::publish
