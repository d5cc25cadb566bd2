// The starter catalog and its pseudo-language, and a way to see the tree of any screen of it in any setting, without
// drawing a pixel.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/tour.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/speech/recorder.h"
#include "kiosk/text/engine.h"
#include "kiosk/ui/words.h"

namespace kiosk::test {

struct NamedPanel {
  const char* name;
  ui::Panel panel;
};

// The panels of the requirements: 7", 10.1", 15.6", 21.5" and the last one upright.
const std::vector<NamedPanel>& panels();

// Where the kiosk of the tour stands: offices are near.
inline constexpr Position kMonrovia{6.3280, -10.7978};

class Tour {
 public:
  Tour();

  const catalog::Catalog& catalog() const { return *with_pseudo_; }
  text::Engine& engine() { return *engine_; }

  // The languages of the pack and the pseudo-language.
  std::vector<LanguageTag> languages() const;

  // The interface in a language.
  const ui::Words& words(const LanguageTag& language);

  // Of a kiosk with this catalog; for those who change some of them.
  app::Kiosk::Parts parts(const ui::Panel& panel, std::optional<Position> position = kMonrovia);
  std::unique_ptr<app::Kiosk> kiosk(const ui::Panel& panel, std::optional<Position> position = kMonrovia);
  // Every page of every screen in `language`, with `settings` laid over the language's; of those alone whose name
  // begins with `only`.
  void each(const LanguageTag& language, const ui::Panel& panel, const ui::Settings& settings,
            const std::function<void(const std::string& name, const ui::Scene&)>& look, const std::string& only = "");

 private:
  std::unique_ptr<text::Engine> engine_;
  std::unique_ptr<catalog::Catalog> catalog_, with_pseudo_;
  std::map<LanguageTag, ui::Words> words_;
  std::unique_ptr<speech::Recorder> recorder_;  // so that every screen offers to be heard
};

// One for all tests of a program: opening it takes a while.
Tour& tour();

// A visit in this language that is on one page of the starter catalog, past the warning before red pages.
app::Session session_on(const LanguageTag& language, screens::Screen screen, const std::string& argument);

}  // namespace kiosk::test
