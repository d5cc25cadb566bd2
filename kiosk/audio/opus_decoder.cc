#include "kiosk/audio/opus_decoder.h"

#include <ogg/ogg.h>
#include <opus/opusfile.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace kiosk::audio {

namespace {

Error damaged(const std::string& what) {
  return {Code::damaged, "The recording cannot be played: " + what + ". Record or encode it again (opusenc)."};
}

Error too_long() {
  return {Code::refused, "The recording is longer than " + std::to_string(kMaxRecording.count() / 1000) +
                             " seconds. Cut it into pieces of at most 20 seconds."};
}

// Of a mean of squares of 16-bit samples, against full scale.
double decibels(double mean_square) {
  constexpr double kFullScale = 32768.0 * 32768.0;
  return std::max(-144.0, 10 * std::log10(std::max(1e-15, mean_square / kFullScale)));
}

// Whether the bytes are pages of one stream, each with a right checksum, none missing, from its first to its last.
// opusfile plays what is left of a damaged or shortened file; a warning that breaks off is worse than one that is read
// out by the other voice, so such a file is refused as a whole.
bool complete(std::span<const uint8_t> bytes) {
  ogg_sync_state sync;
  ogg_sync_init(&sync);
  char* buffer = ogg_sync_buffer(&sync, static_cast<long>(bytes.size()));
  bool good = buffer != nullptr;
  if (good) {
    std::memcpy(buffer, bytes.data(), bytes.size());
    ogg_sync_wrote(&sync, static_cast<long>(bytes.size()));
  }
  bool ended = false;
  int serial = 0;
  size_t seen = 0;
  for (long expected = 0; good && seen < bytes.size(); ++expected) {
    ogg_page page;
    long size = ogg_sync_pageseek(&sync, &page);
    good = size > 0 && !ended && ogg_page_pageno(&page) == expected;
    if (!good) break;
    if (expected == 0) serial = ogg_page_serialno(&page);
    good = ogg_page_serialno(&page) == serial && (ogg_page_bos(&page) != 0) == (expected == 0);
    ended = ogg_page_eos(&page) != 0;
    seen += static_cast<size_t>(size);
  }
  ogg_sync_clear(&sync);
  return good && ended;
}

bool names_a_place(std::string_view key) {
  return key.find("location") != std::string_view::npos || key.find("gps") != std::string_view::npos ||
         key.find("xyz") != std::string_view::npos;
}

// What players show beside the sound: "KEY=value", the key in any letters (RFC 7845, 5.2).
void read_tags(const OpusTags& tags, Recording& recording) {
  for (int i = 0; i < tags.comments; ++i) {
    const std::string_view comment(tags.user_comments[i], static_cast<size_t>(tags.comment_lengths[i]));
    std::string key(comment.substr(0, comment.find('=')));
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (key == "metadata_block_picture" || key == "coverart") recording.picture_bytes += comment.size();
    recording.place_noted = recording.place_noted || names_a_place(key);
  }
}

}  // namespace

Result<Recording> decode_opus(std::span<const uint8_t> bytes) {
  if (bytes.size() > kMaxRecordingBytes) {
    return Error{Code::refused, "The recording has " + std::to_string(bytes.size()) + " bytes; at most " +
                                    std::to_string(kMaxRecordingBytes) + " are allowed. Cut it into shorter pieces."};
  }
  if (bytes.empty() || !complete(bytes)) return damaged("it is not a whole Ogg file");
  int error = 0;
  std::unique_ptr<OggOpusFile, void (*)(OggOpusFile*)> file(op_open_memory(bytes.data(), bytes.size(), &error),
                                                            op_free);
  if (!file) return damaged("it is not an Ogg Opus file");
  // What the file says of its length is only a reason to refuse early; the loop below counts for itself.
  const ogg_int64_t told = op_pcm_total(file.get(), -1);
  const size_t limit = samples_in(kMaxRecording);
  if (told < 0) return damaged("its length is unknown");
  if (static_cast<uint64_t>(told) > limit) return too_long();

  Recording recording;
  const OpusHead* head = op_head(file.get(), 0);
  recording.channels = head->channel_count;
  recording.original_rate = static_cast<int>(std::min<opus_uint32>(head->input_sample_rate, 384000));
  if (const OpusTags* tags = op_tags(file.get(), 0)) read_tags(*tags, recording);
  std::vector<int16_t>& samples = recording.sound.samples;
  samples.reserve(static_cast<size_t>(told));
  double left = 0, right = 0;  // sums of squares
  int16_t block[2 * 5760];     // the largest Opus packet is 120 ms
  for (;;) {
    int read = op_read_stereo(file.get(), block, static_cast<int>(std::size(block)));
    if (read < 0) return damaged("a part of it is broken or missing");
    if (read == 0) break;
    if (samples.size() + static_cast<size_t>(read) > limit) return too_long();
    for (int i = 0; i < read; ++i) {
      left += double{1} * block[2 * i] * block[2 * i];
      right += double{1} * block[2 * i + 1] * block[2 * i + 1];
    }
    for (int i = 0; i < read; ++i) samples.push_back(static_cast<int16_t>((block[2 * i] + block[2 * i + 1]) / 2));
  }
  if (samples.empty()) return damaged("it is empty");
  if (samples.size() != static_cast<size_t>(told)) return damaged("its end is missing");
  recording.left = decibels(left / static_cast<double>(samples.size()));
  recording.right = decibels(right / static_cast<double>(samples.size()));
  return recording;
}

}  // namespace kiosk::audio
