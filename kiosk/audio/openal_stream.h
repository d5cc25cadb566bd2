// An open OpenAL device with one stereo source whose two channels are equal, so that levels come out as they went in.
// Not a Sink: device_sink and loopback_sink make one of it. The only file that knows OpenAL, with openal_stream.cc.
// Used by one thread; every call sets the context of its own thread, so several streams live beside each other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/audio/sound.h"

namespace kiosk::audio {

class OpenAlStream {
 public:
  // Blocks of Sink::kBlock queued at most: 160 ms, so that a late feeder is not heard. cut() does not wait for them.
  static constexpr int kBlocks = 8;

  // Empty name: the system's default device. Null when there is no such device or it does not open.
  static std::unique_ptr<OpenAlStream> open_device(const std::string& name);
  // Nothing is heard: what would be is handed out by render(). Null when the library cannot do it.
  static std::unique_ptr<OpenAlStream> open_loopback();
  static std::vector<std::string> device_names();

  ~OpenAlStream();

  bool connected();
  int room();
  void write(std::span<const int16_t> block);
  size_t played();
  void cut();
  void set_gain(float gain);
  void rest();

  // REQUIRES: opened by open_loopback(). The next `samples` as the listener's left ear gets them.
  std::vector<int16_t> render(size_t samples);

 private:
  struct State;
  explicit OpenAlStream(std::unique_ptr<State> state);
  static std::unique_ptr<OpenAlStream> start(std::unique_ptr<State> state, std::vector<int> attributes);
  void collect();

  std::unique_ptr<State> state_;
};

}  // namespace kiosk::audio
