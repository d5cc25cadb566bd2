#include "kiosk/config/install.h"

#include "kiosk/config/config.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::config {

Status install_settings(const std::filesystem::path& file, const std::filesystem::path& settings) {
  KIOSK_TRY(text, os::read_file(file, kMostConfigBytes));
  Config read;
  KIOSK_TRY_STATUS(parse_over(read, text, file.string()));
  KIOSK_TRY_STATUS(os::make_folder_durably(settings.parent_path()));
  return os::write_durably(settings, text);  // the commit point: the rename within
}

}  // namespace kiosk::config
