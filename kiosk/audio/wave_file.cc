#include "kiosk/audio/wave_file.h"

#include <string_view>

namespace kiosk::audio {

std::vector<uint8_t> encode_wave(const Sound& sound) {
  std::vector<uint8_t> bytes;
  auto words = [&](std::string_view text) { bytes.insert(bytes.end(), text.begin(), text.end()); };
  auto number = [&](uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<uint8_t>(value >> (8 * i)));
  };
  const auto data = static_cast<uint32_t>(sound.samples.size() * 2);
  words("RIFF");
  number(36 + data, 4);
  words("WAVEfmt ");
  number(16, 4);
  number(1, 2);  // PCM
  number(1, 2);  // channel
  number(kSampleRate, 4);
  number(kSampleRate * 2, 4);
  number(2, 2);   // bytes a frame
  number(16, 2);  // bits a sample
  words("data");
  number(data, 4);
  for (int16_t sample : sound.samples) number(static_cast<uint16_t>(sample), 2);
  return bytes;
}

}  // namespace kiosk::audio
