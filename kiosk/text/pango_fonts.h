// Gives the opened fonts to Pango, in place of its fontconfig backend: that one reads the system's whole font
// configuration at start and scans each file for 1 ms, ours costs 1 ms for all. UI thread.
#pragma once

#include <pango/pango.h>

#include "kiosk/text/font_set.h"

namespace kiosk::text {

// A new font map on `fonts`, which must outlive it and everything made from it. Owner: the caller (g_object_unref).
// A font description's absolute size is understood as the capital height, its weight as regular or bold; family, style
// and stretch are ignored.
PangoFontMap* create_font_map(const FontSet& fonts);

// Of a font that came from such a map: index in FontSet::faces(), and em in pixels.
uint16_t face_of(PangoFont* font);
float em_of(PangoFont* font);

}  // namespace kiosk::text
