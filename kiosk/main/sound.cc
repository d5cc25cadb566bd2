#include "kiosk/main/sound.h"

#include <utility>

#include "kiosk/audio/device_sink.h"
#include "kiosk/base/log.h"

namespace kiosk {

std::unique_ptr<speech::Synthesizer> synthesizer() {
  auto voice = speech::make_espeak();
  if (voice.ok()) return *std::move(voice);
  log(Priority::warning, "sound: only recordings can be heard: " + voice.error().message);
  return nullptr;
}

std::unique_ptr<speech::Recordings> recordings(const app::Content& content) {
  auto catalog = content.open_again();
  if (catalog.ok()) return speech::recordings_of(*std::move(catalog));
  log(Priority::warning, "sound: no recordings can be heard: " + catalog.error().message);
  return nullptr;
}

namespace {

audio::Calibration calibration(double measured_dba) {
  if (measured_dba <= 0) return {};
  return {measured_dba};
}

}  // namespace

std::unique_ptr<Sound> open_sound(const app::Content& content, const config::Config& config,
                                  const std::function<void()>& wake) {
  auto sound = std::make_unique<Sound>();
  speech::Speaker::Parts parts;
  parts.clock = [] { return std::chrono::steady_clock::now(); };
  parts.loudspeaker = audio::make_device_sink(config.loudspeaker, parts.clock);
  parts.headphones = audio::make_device_sink(config.headphones, parts.clock);
  parts.loudspeaker_calibration = calibration(config.loudspeaker_dba);
  parts.headphones_calibration = calibration(config.headphones_dba);
  parts.synthesizer = synthesizer();
  parts.recordings = recordings(content);
  parts.changed = wake;
  sound->speaker = std::make_unique<speech::Speaker>(std::move(parts), speech::Speaker::Drive::threads);
  sound->jack = os::watch_headphone_jack("/dev/input", wake);
  // What is in when the program starts was not put in by this visitor.
  sound->speaker->set_headphones(sound->jack->plugged_in().value_or(false));
  return sound;
}

void Sound::look(const std::function<void(bool)>& changed) {
  // Only what the jack has to say that is new: a keypad may have a jack of its own, and tells of it by a key.
  auto plugged_in = jack->plugged_in();
  if (std::exchange(jack_, plugged_in) != plugged_in) changed(plugged_in.value_or(false));
  for (audio::Way way : {audio::Way::loudspeaker, audio::Way::headphones}) {
    std::string name = way == audio::Way::loudspeaker ? "the loudspeaker" : "the headphones";
    std::optional<std::string>& told = told_[static_cast<int>(way)];
    auto trouble = speaker->trouble(way);
    if (trouble == told) continue;
    told = trouble;
    if (trouble)
      log(Priority::warning, "sound: " + name + ": " + *trouble);
    else
      log(Priority::info, "sound: " + name + ": works again");
  }
}

std::string Sound::trouble() const {
  std::string all;
  for (audio::Way way : {audio::Way::loudspeaker, audio::Way::headphones}) {
    auto one = speaker->trouble(way);
    if (one && all.find(*one) == std::string::npos) all += (all.empty() ? "" : " ") + *one;
  }
  return all;
}

}  // namespace kiosk
