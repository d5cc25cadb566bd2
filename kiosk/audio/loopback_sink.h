// A sink without a device: its owner lets time pass and reads what a listener would have heard, sample by
// sample. For tests and for scripted tours. Goes through the same OpenAL mixing as a real device.
#pragma once

#include <memory>

#include "kiosk/audio/openal_stream.h"
#include "kiosk/audio/sink.h"
#include "kiosk/audio/sound.h"

namespace kiosk::audio {

class LoopbackSink : public Sink {
 public:
  // Null when OpenAL offers no loopback device.
  static std::unique_ptr<LoopbackSink> create();

  // Lets this much time pass: what is heard meanwhile is added to the recording.
  void render(milliseconds time);
  const Sound& recording() const { return recording_; }

  // As if the device were pulled out, or put back in. While it is out the recording grows by silence.
  void set_present(bool present);

  bool ready() override { return present_; }
  int room() override { return stream_->room(); }
  void write(std::span<const int16_t> block) override { stream_->write(block); }
  size_t played() override { return stream_->played(); }
  void cut() override { stream_->cut(); }
  void set_gain(float gain) override { stream_->set_gain(gain); }
  void rest() override {}
  void release() override { stream_->cut(); }
  std::optional<std::string> trouble() const override;

 private:
  explicit LoopbackSink(std::unique_ptr<OpenAlStream> stream) : stream_(std::move(stream)) {}

  std::unique_ptr<OpenAlStream> stream_;
  Sound recording_;
  bool present_ = true;
};

}  // namespace kiosk::audio
