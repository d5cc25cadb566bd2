#include "kiosk/app/fonts.h"

#include <algorithm>

#include "kiosk/base/log.h"

namespace kiosk::app {

void fit_fonts(text::Engine& engine, catalog::Catalog& catalog) {
  const std::vector<catalog::Font> fonts = catalog.fonts();
  const std::vector<text::FontEntry> missing = engine.use_fonts({fonts.begin(), fonts.end()});
  std::set<LanguageTag> withheld;
  for (const catalog::Font& font : fonts) {
    if (std::ranges::find(missing, static_cast<const text::FontEntry&>(font)) == missing.end()) continue;
    std::string tags;
    for (const LanguageTag& language : font.languages) tags += " " + language.str();
    log(Priority::error, "the font " + font.path.string() + " is missing" +
                             (tags.empty() ? std::string() : ", so these languages are not offered:" + tags) +
                             ". Install the package " + font.package + ".");
    withheld.insert(font.languages.begin(), font.languages.end());
  }
  if (!withheld.empty()) catalog.withhold(withheld);
}

}  // namespace kiosk::app
