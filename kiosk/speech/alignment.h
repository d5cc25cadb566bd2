// Finds where in a recording each sentence begins, for reading along (R99). An estimate: sentences get time by their
// length, and a boundary moves to the nearest real pause.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/audio/sound.h"
#include "kiosk/speech/sentences.h"

namespace kiosk::speech {

// First sample of each sentence and, last, the recording's end: sentences.size() + 1 rising values from 0.
std::vector<size_t> align(const audio::Sound& recording, std::string_view text,
                          const std::vector<TextRange>& sentences);

}  // namespace kiosk::speech
