// The opened fonts: which of them draws a character, how large, and their pictures. Knows HarfBuzz and FreeType,
// not Pango. Fonts are mapped into memory, so that only the pages that are used count. UI thread.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/text/font_list.h"

namespace kiosk::text {

// One file. Shared by its true face and, where the script has no bold font, by the emboldened one.
struct FontFile {
  explicit FontFile(FontEntry font_entry) : entry(std::move(font_entry)) {}
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  FontEntry entry;
  hb_blob_t* blob = nullptr;
  hb_face_t* shaping = nullptr;
  hb_set_t* characters = nullptr;
  FT_Face raster = nullptr;
  // In parts of the em. `capital` is the ink height of the script's reference letter (R34), 0 if it has none.
  float capital = 0, ascent = 0, descent = 0;
  // A text of capital height h (Latin) uses this font at an em of h * em_per_capital.
  float em_per_capital = 0;
};

// What Run::font counts: a file, as it is or emboldened.
struct Face {
  const FontFile* file = nullptr;
  bool emboldened = false;
};

class FontSet {
 public:
  // Error: Code::not_found for a file that is missing or not a font; the message names its package.
  static Result<std::unique_ptr<FontSet>> open(const std::vector<FontEntry>& entries);
  // Those of `more` that cannot be opened are left out and added to `missing`.
  static Result<std::unique_ptr<FontSet>> open(const std::vector<FontEntry>& entries,
                                               const std::vector<FontEntry>& more, std::vector<FontEntry>& missing);
  ~FontSet();

  const std::vector<Face>& faces() const { return faces_; }
  uint16_t icon_face() const { return icon_face_; }

  // The faces for text of this script and weight, best first: the script's own, then the list's order.
  // Latin always comes first, so that digits and punctuation have one shape and height in every language.
  std::vector<uint16_t> order(std::string_view script, Weight weight) const;

  bool covers(char32_t code_point) const;

  // Extra ink that emboldening adds on each side, in parts of the em.
  static constexpr float kEmboldening = 1.0f / 60;

 private:
  FontSet() = default;
  Status open_file(const FontEntry& entry);
  Status scale_to_latin();
  void list_faces();

  FT_Library library_ = nullptr;
  std::vector<std::unique_ptr<FontFile>> files_;
  std::vector<Face> faces_;
  uint16_t icon_face_ = 0;
};

}  // namespace kiosk::text
