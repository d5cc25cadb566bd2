#include "kiosk/audio/device_sink.h"

#include <algorithm>

#include "kiosk/audio/openal_stream.h"
#include "kiosk/audio/quiet_libraries.h"
#include "kiosk/base/check.h"

namespace kiosk::audio {

namespace {

using std::chrono::seconds;

constexpr seconds kFirstWait(1), kLongestWait(600);

class DeviceSink : public Sink {
 public:
  DeviceSink(std::string name, Clock clock, Opener open)
      : name_(std::move(name)), clock_(std::move(clock)), open_(std::move(open)) {}

  bool ready() override {
    if (stream_ && stream_->connected()) return true;
    if (stream_) {
      stream_.reset();
      fail("went away while in use");
      return false;
    }
    if (trouble_ && clock_() < try_again_) return false;
    stream_ = open_(name_);
    if (!stream_) {
      fail("does not open");
      return false;
    }
    trouble_.reset();
    wait_ = kFirstWait;
    stream_->set_gain(gain_);
    return true;
  }

  int room() override { return stream_ ? stream_->room() : 0; }
  void write(std::span<const int16_t> block) override {
    KIOSK_CHECK(stream_ != nullptr);
    stream_->write(block);
  }
  size_t played() override { return stream_ ? stream_->played() : 0; }
  void cut() override {
    if (stream_) stream_->cut();
  }
  void set_gain(float gain) override {
    gain_ = gain;
    if (stream_) stream_->set_gain(gain);
  }
  void rest() override {
    if (stream_) stream_->rest();
  }
  void release() override { stream_.reset(); }
  std::optional<std::chrono::steady_clock::time_point> next_try() const override {
    if (!trouble_) return std::nullopt;
    return try_again_;
  }
  std::optional<std::string> trouble() const override { return trouble_; }

 private:
  std::string label() const { return name_.empty() ? "\"default\"" : "\"" + name_ + "\""; }

  void fail(const char* what) {
    std::string message = "Sound device " + label() + " " + what +
                          ". The kiosk works on without sound and tries again. Check the cable, the device's name in "
                          "kiosk.toml, and that the kiosk's user belongs to the group audio.";
    trouble_ = std::move(message);
    try_again_ = clock_() + wait_;
    wait_ = std::min(2 * wait_, kLongestWait);
  }

  std::string name_;
  Clock clock_;
  Opener open_;
  std::unique_ptr<OpenAlStream> stream_;
  float gain_ = 1;
  std::optional<std::string> trouble_;
  seconds wait_ = kFirstWait;
  std::chrono::steady_clock::time_point try_again_;
};

}  // namespace

std::unique_ptr<Sink> make_device_sink(std::string name, Clock clock, Opener open) {
  quieten_libraries();
  return std::make_unique<DeviceSink>(std::move(name), std::move(clock), std::move(open));
}

std::vector<std::string> device_names() {
  quieten_libraries();
  return OpenAlStream::device_names();
}

}  // namespace kiosk::audio
