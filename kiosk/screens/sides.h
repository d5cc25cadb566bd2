// The two sides of a page in two languages: each drawn in its own language, with the interface's words of that, and
// from the end where that begins to read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

struct Side {
  LanguageTag language = LanguageTag::of("en");
  std::string name = {};             // of the language, in itself
  std::string prefix = {};           // of the ids of its nodes
  const ui::Words* words = nullptr;  // the interface's, in it
};

class Sides {
 public:
  Sides(const Context& context, const LanguageTag& own, const LanguageTag& other);

  const Side& own() const { return own_; }
  const Side& other() const { return other_; }

  // What `make` makes while the interface speaks this side's language.
  template <class Make>
  auto on(const Side& side, const Make& make) const {
    const LanguageTag language = frame_.language();
    const ui::Words& words = frame_.words_of_interface();
    frame_.set_language(side.language);
    frame_.set_words(*side.words);
    auto made = make();
    frame_.set_language(language);
    frame_.set_words(words);
    return made;
  }

  // The same on both sides: `make` is called with each.
  ui::Box both(const std::function<ui::Box(const Side&)>& make) const {
    return pair(on(own_, [&] { return make(own_); }), on(other_, [&] { return make(other_); }));
  }

  // Beside each other, each on its own plate; above one another where a column would be too narrow. Breaks where both
  // sides do. Not both none.
  ui::Box pair(std::optional<ui::Box> own, std::optional<ui::Box> other) const;

  // At the head of every page: how the languages are called, and a touch hears that side. `hear`: with that touch.
  ui::Box names(bool hear) const;

 private:
  ui::Box name_of(const Side& side, bool hear) const;
  ui::Box in_its_language(const Side& side, ui::Box box) const;

  ui::Frame& frame_;
  Side own_, other_;
};

}  // namespace kiosk::screens
