// Recordings: Ogg Opus (RFC 7845) bytes to sound. The bytes come from content and may be damaged, over-long or hostile:
// size, length and work are bounded. Stereo is mixed down to one channel. Any thread.
#pragma once

#include <cstdint>
#include <span>

#include "kiosk/audio/sound.h"
#include "kiosk/base/result.h"

namespace kiosk::audio {

inline constexpr size_t kMaxRecordingBytes = 4u << 20;
// Six times the longest that R98 wants; 11.5 MB of samples.
inline constexpr milliseconds kMaxRecording(120000);

struct Recording {
  Sound sound;
  int channels = 1;
  // Of two channels, the level of each before they are mixed, in dBFS; -144 for digital silence.
  double left = -144, right = -144;
  int original_rate = 0;     // Hz, of what was encoded, as its header says; 0: not said
  size_t picture_bytes = 0;  // of cover pictures
  bool place_noted = false;  // by a phone's recorder
};

// Error: Code::damaged when it is not Ogg Opus from beginning to end, Code::refused when it is too large or too long.
Result<Recording> decode_opus(std::span<const uint8_t> bytes);

}  // namespace kiosk::audio
