// The drawings that a catalog needs, drawn: every one that a page, a section, a contact or a filter names, in both sets
// of colours and at both sides.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kiosk/catalog/writer.h"
#include "kiosk/publish/content.h"
#include "kiosk/publish/load.h"

namespace kiosk::publish {

// Where each drawing is named first, by its name; those that are not there too.
std::map<std::string, Place> named_pictures(const Content& content);

// REQUIRES: check_pictures() found no error. Files are empty where `with_files` is false: laying pages out needs
// to know that there is a picture, not what it looks like. Error: Code::invalid.
Result<std::vector<catalog::DrawingEntry>> draw_pictures(const Content& content, bool with_files,
                                                         const Progress& progress);

// Writes every scene of the folder, named or not, as OUT/paper/<name>.png and OUT/contrast/<name>.png, and says how
// many files that were. Error: Code::invalid or io.
Result<size_t> write_pictures(const Content& content, int side, const std::filesystem::path& out);

}  // namespace kiosk::publish
