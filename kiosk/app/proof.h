// How new content proves itself on the screen (kiosk/update/shown_release.h).
#pragma once

#include "kiosk/app/kiosk.h"
#include "kiosk/app/stage.h"

namespace kiosk::app {

// Whether the page of contacts, drawn, shows a number that can be dialled, and a search finds something. The session
// is afterwards as after boot: not to be asked during a visit.
bool proves_itself(Kiosk& kiosk, Stage& stage, const catalog::Catalog& catalog, int width, int height);

}  // namespace kiosk::app
