#include "kiosk/crypto/file_hash.h"

#include <vector>

#include "kiosk/os/file.h"

namespace kiosk::crypto {

Result<Sha256Digest> sha256_of_file(const std::filesystem::path& path) {
  KIOSK_TRY(file, os::File::open_to_read(path));
  file.forget_pages();
  Sha256 hash;
  std::vector<char> buffer(1 << 18);
  for (;;) {
    KIOSK_TRY(count, file.read(buffer.data(), buffer.size()));
    if (count == 0) return hash.finish();
    hash.update(std::string_view(buffer.data(), count));
  }
}

}  // namespace kiosk::crypto
