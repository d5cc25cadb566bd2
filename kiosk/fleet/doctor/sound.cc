#include "kiosk/fleet/doctor/sound.h"

#include <algorithm>

#include "kiosk/audio/opus_decoder.h"
#include "kiosk/audio/volume.h"
#include "kiosk/os/machine.h"

namespace kiosk::fleet {
namespace {

struct NamedWay {
  const char* key;  // in [sound]
  const char* dba_key;
  const std::string& device;
  double dba;
};

std::string list(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "\"" : ", \"") + name + "\"";
  return all.empty() ? "none" : all;
}

}  // namespace

Findings examine_sound(const config::Config& config, const std::vector<std::string>& devices,
                       const std::optional<ScreenNote>& note) {
  Findings all;
  for (const NamedWay& way : {NamedWay{"loudspeaker", "loudspeaker_dba", config.loudspeaker, config.loudspeaker_dba},
                              NamedWay{"headphones", "headphones_dba", config.headphones, config.headphones_dba}}) {
    if (!way.device.empty() && std::find(devices.begin(), devices.end(), way.device) == devices.end()) {
      all.push_back({"sound", Verdict::error,
                     "There is no sound device \"" + way.device + "\", which " + way.key + " under [sound] names.",
                     "Plug it in, or name one of those that are there: " + list(devices) + "."});
    }
    if (way.dba > 0 && !audio::Calibration{way.dba}.loud_enough()) {
      all.push_back({"sound", Verdict::warning, std::string(way.dba_key) + " says that speech never reaches 65 dBA.",
                     "Turn up the amplifier or take a louder one, measure again and set it under [sound]."});
    }
  }
  if (config.loudspeaker_dba <= 0) {
    all.push_back(
        {"sound", Verdict::warning, "The loudness of the loudspeaker has not been measured.",
         "Measure speech at the loudest step where a visitor's head is, and set loudspeaker_dba under [sound]: "
         "each visit then begins with at most 65 dBA."});
  }
  if (note && !note->sound_trouble.empty()) {
    all.push_back({"sound", Verdict::error, "The screen's program gets no sound: " + note->sound_trouble,
                   "Do what it says; the kiosk tries again by itself within ten minutes."});
  }
  return all;
}

Findings examine_recordings(const catalog::Catalog& catalog) {
  const std::vector<std::string> names = catalog.media("speech/");
  Findings all;
  for (const std::string& name : names) {
    auto bytes = catalog.medium(name);
    auto decoded = bytes.ok() ? audio::decode_opus(*bytes) : Result<audio::Recording>(bytes.error());
    if (decoded.ok()) continue;
    all.push_back({"recordings", Verdict::warning, name + " cannot be played: " + decoded.error().message,
                   "Visitors hear a computer's voice instead, or nothing. Tell the publisher."});
  }
  if (all.empty()) all.push_back(well("recordings", std::to_string(names.size()) + " can be played."));
  return all;
}

Findings examine_keypad(const std::filesystem::path& root) {
  const std::vector<std::string> names = os::keypads(root / "sys");
  if (!names.empty()) return {well("keypad", "There is " + list(names) + ".")};
  return {{"keypad", Verdict::warning,
           "No keypad is plugged in: blind visitors can only start by plugging in headphones.",
           "Plug it in and start the machine again: what comes while the kiosk runs may be a visitor's and is not "
           "heeded."}};
}

}  // namespace kiosk::fleet
