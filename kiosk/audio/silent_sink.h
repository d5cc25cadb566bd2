// In place of a device that is not there: takes sound at the pace of the clock and plays none of it, so that the
// read-along highlight goes on and what was asked for comes to its end (the visitor loses sound at most).
#pragma once

#include <algorithm>

#include "kiosk/audio/sink.h"
#include "kiosk/audio/sound.h"

namespace kiosk::audio {

class SilentSink : public Sink {
 public:
  explicit SilentSink(Clock clock) : clock_(std::move(clock)) {}

  bool ready() override { return true; }
  int room() override {
    size_t ahead = written_ - played();
    return ahead >= kAhead ? 0 : static_cast<int>((kAhead - ahead) / kBlock) + 1;
  }
  void write(std::span<const int16_t> block) override {
    if (played() == written_) {  // ran dry: time that passed without sound does not count
      base_ = written_;
      since_ = clock_();
    }
    written_ += block.size();
  }
  size_t played() override {
    auto passed = std::chrono::duration_cast<milliseconds>(clock_() - since_);
    return std::min(written_, base_ + samples_in(passed));
  }
  void cut() override { written_ = base_ = 0; }
  void set_gain(float) override {}
  void rest() override {}
  void release() override { cut(); }
  std::optional<std::string> trouble() const override { return std::nullopt; }

 private:
  static constexpr size_t kAhead = 8 * kBlock;

  Clock clock_;
  size_t written_ = 0, base_ = 0;
  std::chrono::steady_clock::time_point since_;
};

}  // namespace kiosk::audio
