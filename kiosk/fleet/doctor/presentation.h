// Looks at whether what is in the content can be seen and heard on this machine: fonts, and a voice for each language.
#pragma once

#include <filesystem>

#include "kiosk/catalog/catalog.h"
#include "kiosk/fleet/doctor/finding.h"
#include "kiosk/speech/synthesizer.h"

namespace kiosk::fleet {

// `catalog` may be null: then only that the fonts are there.
Findings examine_fonts(const std::filesystem::path& assets, const catalog::Catalog* catalog);

// `synthesizer` may be null: none could be made.
Findings examine_voices(const catalog::Catalog& catalog, const speech::Synthesizer* synthesizer);

}  // namespace kiosk::fleet
