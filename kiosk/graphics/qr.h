// A QR code as black and white modules, by libqrencode.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::graphics {

struct QrCode {
  int size = 0;               // modules a side, without the quiet zone
  std::vector<bool> modules;  // size * size, true is dark, rows from the top

  bool dark(int x, int y) const { return modules[static_cast<size_t>(y) * size + x]; }
};

// Holds exactly `text`, with error correction level Q. Error: Code::invalid when it is too long for a code.
Result<QrCode> make_qr(const std::string& text);

}  // namespace kiosk::graphics
