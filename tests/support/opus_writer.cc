#include "tests/support/opus_writer.h"

#include <opus/opusenc.h>

#include <cmath>
#include <numbers>

#include "kiosk/base/check.h"

namespace kiosk::tests {

std::vector<uint8_t> encode_opus(const audio::Sound& sound, int channels) {
  return encode_opus(std::vector<audio::Sound>(static_cast<size_t>(channels), sound));
}

std::vector<uint8_t> encode_opus(const std::vector<audio::Sound>& channels, const OpusFile& file) {
  const int count = static_cast<int>(channels.size());
  const size_t length = channels.front().samples.size();
  std::vector<uint8_t> bytes;
  OpusEncCallbacks callbacks{[](void* out, const unsigned char* data, opus_int32 size) {
                               auto* all = static_cast<std::vector<uint8_t>*>(out);
                               all->insert(all->end(), data, data + size);
                               return 0;
                             },
                             [](void*) { return 0; }};
  OggOpusComments* comments = ope_comments_create();
  for (const std::string& note : file.notes) KIOSK_CHECK(ope_comments_add_string(comments, note.c_str()) == OPE_OK);
  constexpr int kFrontCover = 3;
  if (!file.picture.empty())
    KIOSK_CHECK(ope_comments_add_picture_from_memory(comments, file.picture.data(), file.picture.size(), kFrontCover,
                                                     nullptr) == OPE_OK);
  OggOpusEnc* encoder =
      ope_encoder_create_callbacks(&callbacks, &bytes, comments, file.rate, count, count > 2, nullptr);
  KIOSK_CHECK(encoder != nullptr);
  ope_encoder_ctl(encoder, OPE_SET_SERIALNO(1));
  std::vector<int16_t> frames;
  for (size_t i = 0; i < length; ++i)
    for (const audio::Sound& channel : channels) frames.push_back(channel.samples[i]);
  ope_encoder_write(encoder, frames.data(), static_cast<int>(length));
  ope_encoder_drain(encoder);
  ope_encoder_destroy(encoder);
  ope_comments_destroy(comments);
  return bytes;
}

audio::Sound sine(double hertz, audio::milliseconds time, double dbfs) {
  audio::Sound sound = audio::silence(time);
  const double amplitude = 32767 * std::pow(10, (dbfs + 3.0103) / 20);
  for (size_t i = 0; i < sound.samples.size(); ++i) {
    double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / audio::kSampleRate;
    sound.samples[i] = static_cast<int16_t>(std::lround(amplitude * std::sin(phase)));
  }
  return sound;
}

}  // namespace kiosk::tests
