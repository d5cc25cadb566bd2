// Reads fonts.conf: which font files may be used, for which script, in which order. Opens no font.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/text/paragraph.h"

namespace kiosk::text {

struct FontEntry {
  std::string script;  // ISO 15924, or "Icon"
  Weight weight = Weight::regular;
  std::filesystem::path path;
  int index = 0;             // of the font in a file that holds several
  std::string package = {};  // the Debian package that installs it; empty: that of the fonts in fonts.conf

  bool operator==(const FontEntry&) const = default;
};

// A code as of ISO 15924: a capital and three small letters.
bool is_script(std::string_view word);

// In the order of the file. Error: Code::not_found if the file cannot be read; Code::invalid, naming the line, if it is
// not of the form described at the head of assets/fonts.conf, or lacks a regular Latn or an Icon line.
Result<std::vector<FontEntry>> read_font_list(const std::filesystem::path& fonts_conf);
Result<std::vector<FontEntry>> parse_font_list(std::string_view text, std::string_view name);

}  // namespace kiosk::text
