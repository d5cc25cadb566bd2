// Sounds that are not words. Made by calculation, so they are the same sample for sample on every kiosk. Any thread.
#pragma once

#include "kiosk/audio/sound.h"

namespace kiosk::audio {

// Marks the home screen (R20): three soft rising notes, 1.2 s.
Sound home_earcon();

// A digit was entered in a secret: the same tone whichever it was (R15). 0.1 s.
Sound key_tone();

// Something is at its end and did not change: volume, list. 0.15 s.
Sound end_tone();

}  // namespace kiosk::audio
