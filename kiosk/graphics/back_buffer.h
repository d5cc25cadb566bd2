// What the buffer holds that the next frame is drawn into. EGL tells it where the driver can (EXT_buffer_age), or is
// asked to keep the buffer as it is; where it can do neither, every frame is drawn whole.
#pragma once

namespace kiosk::graphics {

class BackBuffer {
 public:
  // REQUIRES: an EGL surface is current, and stays so.
  BackBuffer();

  // How many frames ago the buffer's content was presented; 1: the frame before this one. 0: not known.
  int age() const;

 private:
  enum class Knowledge { none, asked, kept };
  Knowledge knowledge_ = Knowledge::none;
};

}  // namespace kiosk::graphics
