// Lays every page of a built catalog out as the smallest supported panel shows it, at the usual size of text and at
// twice that, with the very code that draws it, and reports what does not fit. An error is what is cut off, and a word
// that no line holds at the usual size; a warning is one that has to be broken at twice the size, where seven inches
// hold eleven letters. In main, because the screens stand above the layer that publishes.
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
