// Where the root metadata is that this kiosk trusts first: what staff gave it at the screen (kioskctl owner), else what
// was installed with the programs. Both can be written by root of the machine alone. One that staff gave counts even
// when it is damaged: the owner before must not come back by a bit that fell over.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace kiosk {

inline constexpr const char* kGivenRoot = "/var/lib/kiosk-owner/root.json";

inline std::string root_metadata() {
  std::error_code trouble;
  return std::filesystem::exists(kGivenRoot, trouble) ? kGivenRoot : KIOSK_ROOT_METADATA;
}

}  // namespace kiosk
