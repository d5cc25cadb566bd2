// A sink on a sound device of the machine. The device may be absent, refuse to open, or vanish while it plays: then
// there is no sound, staff read why, and it is tried again after 1, 2, 4 ... 512, 600 seconds.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/audio/openal_stream.h"
#include "kiosk/audio/sink.h"

namespace kiosk::audio {

using Opener = std::function<std::unique_ptr<OpenAlStream>(const std::string& name)>;

// Opens nothing yet. `name` is one of device_names(), or empty for the system's default. `open` is for tests.
std::unique_ptr<Sink> make_device_sink(std::string name, Clock clock, Opener open = OpenAlStream::open_device);

// The devices of this machine, for the configuration and for `kioskctl doctor`. May take as long as a driver takes.
std::vector<std::string> device_names();

}  // namespace kiosk::audio
