// Finds which of the fonts that are installed here draw what the kiosk's own fonts (assets/fonts.conf) do not, so that
// a catalog names the fonts of its languages.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/language_tag.h"
#include "kiosk/catalog/font.h"

namespace kiosk::publish {

struct Undrawn {
  char32_t character = 0;
  std::string package = {};  // a Debian package that has a font for it and is not installed; empty: none is known
};

class FontSearch {
 public:
  FontSearch();
  ~FontSearch();

  // Looks for fonts that draw these characters of a text in `language`. What none draws comes back. The installed fonts
  // are listed at the first call: a tenth of a second, and more where fontconfig has no cache.
  std::vector<Undrawn> find(const LanguageTag& language, const std::vector<char32_t>& characters);

  // All that were found so far, in the order in which they were needed.
  std::vector<catalog::Font> fonts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::publish
