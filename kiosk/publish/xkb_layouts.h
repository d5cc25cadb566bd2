// The keyboard layouts that xkb has for a language: what is printed on the keys that people can buy.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/language_tag.h"

namespace kiosk::publish {

// What the keys of one layout type, by row: the digits' row, then the three of letters. A key that types nothing is
// left out.
struct XkbKey {
  std::string plain, shifted;  // UTF-8; empty: nothing, or no character
};
using XkbRows = std::vector<std::vector<XkbKey>>;

class XkbLayouts {
 public:
  // Reads the system's list of layouts, and nothing that a user or the environment adds, so that the same content gives
  // the same catalog. Without xkb's data there are none.
  XkbLayouts();
  ~XkbLayouts();

  // Those for a language, best first: the one of its country, then others, what few people use last. Each is compiled
  // when it is asked for, in a few milliseconds: `wanted` says whether it will do, and ends the search.
  template <class Wanted>
  bool find(const LanguageTag& language, Wanted wanted) const {
    for (size_t layout : of(language))
      if (wanted(rows(layout))) return true;
    return false;
  }

 private:
  std::vector<size_t> of(const LanguageTag& language) const;
  XkbRows rows(size_t layout) const;

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::publish
