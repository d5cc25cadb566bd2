// A speaker without a device or a thread, on a clock that its owner moves: what each way would have played is
// kept, sample by sample, in step with that clock. For scripts, tours and tests of everything above the speaker.
#pragma once

#include <chrono>
#include <memory>

#include "kiosk/audio/loopback_sink.h"
#include "kiosk/speech/speaker.h"

namespace kiosk::speech {

class Recorder {
 public:
  // Either may be null. Error: Code::unsupported when OpenAL offers no loopback device.
  static Result<std::unique_ptr<Recorder>> create(std::unique_ptr<Synthesizer> synthesizer,
                                                  std::unique_ptr<Recordings> recordings);

  Speaker& speaker() { return *speaker_; }

  // Lets time pass; less than ten milliseconds add up.
  void advance(double seconds);
  // Whether anything may be heard or seen of speech in the next moment: then time should pass in small steps.
  bool busy() const { return speaker_->state() == State::speaking; }

  // As if the devices were pulled out, or put back in.
  void set_present(bool present);

  // Both ways are as long as the time that passed.
  const audio::Sound& heard(audio::Way way) const;

 private:
  Recorder() = default;

  std::chrono::steady_clock::time_point now_{};
  double owed_ = 0;  // seconds
  audio::LoopbackSink* loudspeaker_ = nullptr;
  audio::LoopbackSink* headphones_ = nullptr;
  std::unique_ptr<Speaker> speaker_;
};

}  // namespace kiosk::speech
