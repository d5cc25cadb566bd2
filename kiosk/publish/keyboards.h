// Makes the keys of each language of a pack, so that a visitor can type in their own script.
#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "kiosk/catalog/keyboard.h"
#include "kiosk/publish/content.h"
#include "kiosk/publish/font_search.h"

namespace kiosk::publish {

using Keyboards = std::map<LanguageTag, catalog::Keyboard>;

// Those of `languages`; a language for which there is no letter has none. `undrawn`: the characters that no font draws,
// as in CheckOptions; they are on no key. The same content, xkb data and fonts give the same keys.
Keyboards make_keyboards(const Content& content, const std::vector<LanguageTag>& languages,
                         const std::function<std::vector<Undrawn>(const LanguageTag&, std::string_view)>& undrawn = {});

}  // namespace kiosk::publish
