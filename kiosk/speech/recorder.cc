#include "kiosk/speech/recorder.h"

namespace kiosk::speech {
namespace {

constexpr audio::milliseconds kStep{10};

}  // namespace

Result<std::unique_ptr<Recorder>> Recorder::create(std::unique_ptr<Synthesizer> synthesizer,
                                                   std::unique_ptr<Recordings> recordings) {
  auto loudspeaker = audio::LoopbackSink::create(), headphones = audio::LoopbackSink::create();
  if (!loudspeaker || !headphones) {
    return Error{Code::unsupported,
                 "OpenAL offers no loopback device, so nothing can be recorded. Install the package libopenal1."};
  }
  std::unique_ptr<Recorder> recorder(new Recorder);
  recorder->loudspeaker_ = loudspeaker.get();
  recorder->headphones_ = headphones.get();
  Speaker::Parts parts;
  parts.loudspeaker = std::move(loudspeaker);
  parts.headphones = std::move(headphones);
  parts.synthesizer = std::move(synthesizer);
  parts.recordings = std::move(recordings);
  parts.clock = [clock = recorder.get()] { return clock->now_; };
  recorder->speaker_ = std::make_unique<Speaker>(std::move(parts), Speaker::Drive::by_hand);
  return recorder;
}

void Recorder::advance(double seconds) {
  for (owed_ += seconds; owed_ >= 0.01; owed_ -= 0.01) {
    speaker_->turn();
    loudspeaker_->render(kStep);
    headphones_->render(kStep);
    now_ += kStep;
  }
  speaker_->turn();
}

void Recorder::set_present(bool present) {
  loudspeaker_->set_present(present);
  headphones_->set_present(present);
}

const audio::Sound& Recorder::heard(audio::Way way) const {
  return (way == audio::Way::loudspeaker ? loudspeaker_ : headphones_)->recording();
}

}  // namespace kiosk::speech
