#include "kiosk/audio/quiet_libraries.h"

#include <alsa/asoundlib.h>

#include <cstdlib>

namespace kiosk::audio {
namespace {

void say_nothing(const char*, int, const char*, int, const char*, ...) {}

bool quieten() {
  // Where JACK's library is installed, OpenAL would make JACK's files in /dev/shm before it finds no server.
  setenv("ALSOFT_DRIVERS", "-jack,", 0);
  if (std::getenv("ALSOFT_LOGLEVEL")) return false;
  setenv("ALSOFT_LOGLEVEL", "0", 1);  // OpenAL reads it at its first call
  snd_lib_error_set_handler(say_nothing);
  return true;
}

}  // namespace

void quieten_libraries() { [[maybe_unused]] static const bool quiet = quieten(); }

}  // namespace kiosk::audio
