#include "kiosk/update/tuf/metadata_store.h"

#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::update::tuf {

std::string encoded_role(const std::string& role) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string name;
  for (char c : role) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                 c == '_' || c == '~';
    if (plain) {
      name += c;
    } else {
      auto byte = static_cast<unsigned char>(c);
      name += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return name;
}

std::filesystem::path FolderMetadataStore::file_of(const std::string& role) const {
  return folder_ / (encoded_role(role) + ".json");
}

Result<std::optional<std::string>> FolderMetadataStore::load(const std::string& role) {
  auto bytes = os::read_file(file_of(role), kMaxTargetsBytes);
  if (bytes.ok()) return std::optional(std::move(*bytes));
  if (bytes.error().code == Code::not_found) return std::optional<std::string>();
  return bytes.error();
}

Status FolderMetadataStore::save(const std::string& role, std::string_view bytes) {
  return os::write_durably(file_of(role), bytes);
}

Status FolderMetadataStore::remove(const std::string& role) { return os::remove_durably(file_of(role)); }

}  // namespace kiosk::update::tuf
