#include "tests/support/source_path.h"

namespace kiosk::test {

std::string source_path(std::string_view relative) {
  std::string path = KIOSK_SOURCE_DIR;
  return relative.empty() ? path : path.append("/").append(relative);
}

}  // namespace kiosk::test
