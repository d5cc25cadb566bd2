#include "kiosk/main/destination.h"

namespace kiosk {
namespace {

std::string plugged_in() {
  std::string list;
  for (const os::Drive& drive : os::removable_drives()) list += "\n    " + os::in_words(drive);
  return list.empty() ? " No stick is plugged in, or none was opened yet." : " These are plugged in:" + list;
}

}  // namespace

Result<os::Drive> judge_destination(const std::string& folder, bool system_disk) {
  auto drive = os::drive_of(folder);
  if (!drive.ok() && drive.error().code == Code::not_found) {
    return Error{Code::not_found,
                 drive.error().message + " Nothing was written. Write where the stick is mounted." + plugged_in()};
  }
  if (!drive.ok() || system_disk) return drive;
  if (drive->kind != os::DriveKind::computer && drive->kind != os::DriveKind::memory) return drive;
  return Error{Code::refused, folder + " is on " + os::in_words(*drive) +
                                  ", not on a stick. Nothing was written. Write where the stick is mounted, or add "
                                  "--system-disk if that is meant." +
                                  plugged_in()};
}

}  // namespace kiosk
