// How files that are named by their hash are kept when there are very many of them: "ab/ab12...", in 256 folders.
#pragma once

#include <string>

#include "kiosk/crypto/sha256.h"

namespace kiosk::crypto {

inline std::string spread_name(const Sha256Digest& digest) {
  const std::string name = digest.hex();
  return name.substr(0, 2) + "/" + name;
}

}  // namespace kiosk::crypto
