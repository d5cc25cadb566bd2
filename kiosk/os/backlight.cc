#include "kiosk/os/backlight.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <utility>

#include "kiosk/os/descriptor.h"
#include "kiosk/os/system_error.h"

namespace kiosk::os {
namespace {

// FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of linux/fb.h.
constexpr char kOn = '0', kOff = '4';

}  // namespace

Backlight::~Backlight() { (void)set(true); }

Status Backlight::set(bool on) {
  if (on_ == on) return {};
  on_ = on;
  Status status;
  std::error_code error;
  for (const auto& lamp : std::filesystem::directory_iterator(folder_, error)) {
    const std::filesystem::path power = lamp.path() / "bl_power";
    const Descriptor file(open(power.c_str(), O_WRONLY | O_CLOEXEC));
    const bool written = file.get() >= 0 && write(file.get(), on ? &kOn : &kOff, 1) == 1;
    if (!written && status.ok()) status = system_error("switching the lamp of the screen by", power, errno);
  }
  if (status.ok() || std::exchange(told_, true)) return {};
  return status;
}

}  // namespace kiosk::os
