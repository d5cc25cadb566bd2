// The fonts of a catalog, where they are installed.
#pragma once

#include "kiosk/catalog/catalog.h"
#include "kiosk/text/engine.h"

namespace kiosk::app {

// To be called before a catalog is shown: from then on `engine` draws with its fonts. Languages whose font is not
// installed are withheld, and the log says which package is missing: a page of empty boxes helps no one, and looks as
// if the kiosk were broken.
void fit_fonts(text::Engine& engine, catalog::Catalog& catalog);

}  // namespace kiosk::app
