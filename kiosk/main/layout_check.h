// Lays every page of a built catalog out as the smallest supported panel shows it, at the usual size of text and at
// twice that, with the very code that draws it, and reports what does not fit. An error is what is cut off. A warning
// is a word that no line holds: it is broken with a hyphen, which slows readers down but keeps nothing from them, and
// some languages have no shorter word (Māori, Jiiddu). In main, because the screens are above the layer that publishes.
#pragma once

#include <filesystem>

#include "kiosk/publish/content.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/problem.h"
#include "kiosk/text/engine.h"

namespace kiosk {

// Error: the catalog cannot be opened.
Status check_layout(const std::filesystem::path& catalog, const publish::Content& content, text::Engine& engine,
                    publish::Problems& problems, const publish::Progress& progress);

}  // namespace kiosk
