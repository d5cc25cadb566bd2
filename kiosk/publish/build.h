// Makes a catalog out of content that has passed the check: contacts.db, content.db and objects/ in one folder.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"
#include "kiosk/publish/content.h"
#include "kiosk/publish/keyboards.h"
#include "kiosk/publish/load.h"

namespace kiosk::publish {

// Laying pages out takes the names of the drawings, not their pixels.
enum class Pictures { drawn, named_only };

// Works in a folder beside `out` and puts it in place by renaming at the end; a catalog that stood there is replaced.
// The same content and fonts give the same bytes, whatever the day and the machine; those of drawings also depend on
// the versions of librsvg, cairo and zlib. `fonts`: those that FontSearch found; `keyboards`: those of
// make_keyboards(). Numbers of contacts that are not to be shown, or whose check has run out when the edition is
// published, are not written at all. REQUIRES: check_content
// found no error. Error: Code::refused when `out` holds something else than a catalog, io or no_space.
Status build_catalog(const Content& content, const std::filesystem::path& out, const Progress& progress = {},
                     Pictures pictures = Pictures::drawn, const std::vector<catalog::Font>& fonts = {},
                     const Keyboards& keyboards = {});

}  // namespace kiosk::publish
