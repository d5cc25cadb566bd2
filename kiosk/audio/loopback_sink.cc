#include "kiosk/audio/loopback_sink.h"

namespace kiosk::audio {

std::unique_ptr<LoopbackSink> LoopbackSink::create() {
  auto stream = OpenAlStream::open_loopback();
  if (!stream) return nullptr;
  return std::unique_ptr<LoopbackSink>(new LoopbackSink(std::move(stream)));
}

void LoopbackSink::render(milliseconds time) {
  std::vector<int16_t> heard = stream_->render(samples_in(time));
  if (!present_) heard.assign(heard.size(), 0);
  recording_.samples.insert(recording_.samples.end(), heard.begin(), heard.end());
}

void LoopbackSink::set_present(bool present) {
  if (present_ && !present) stream_->cut();
  present_ = present;
}

std::optional<std::string> LoopbackSink::trouble() const {
  if (present_) return std::nullopt;
  return "The sound device was taken away.";
}

}  // namespace kiosk::audio
