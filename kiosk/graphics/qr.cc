#include "kiosk/graphics/qr.h"

#include <qrencode.h>
#include <memory>

namespace kiosk::graphics {

Result<QrCode> make_qr(const std::string& text) {
  std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_Q),
                                                       &QRcode_free);
  if (!code) return Error{Code::invalid, "\"" + text + "\" is too long for a QR code."};
  QrCode result{code->width, {}};
  result.modules.reserve(static_cast<size_t>(code->width) * code->width);
  for (int i = 0; i < code->width * code->width; ++i) result.modules.push_back(code->data[i] & 1);
  return result;
}

}  // namespace kiosk::graphics
