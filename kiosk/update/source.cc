#include "kiosk/update/source.h"

namespace kiosk::update {

Result<std::string> Source::read_all(const std::string& path, size_t max_bytes) {
  std::string bytes;
  KIOSK_TRY_STATUS(read(path, 0, [&](std::string_view piece) -> Status {
    if (piece.size() > max_bytes - bytes.size()) {
      return Error{Code::damaged,
                   path + " was not taken: it is larger than the " + std::to_string(max_bytes) + " bytes it may have."};
    }
    bytes += piece;
    return {};
  }));
  return bytes;
}

}  // namespace kiosk::update
