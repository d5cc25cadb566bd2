// What only the screen's program knows of a kiosk, for kioskctl to read: a small file in the folder "health"
// (kiosk/update/shown_release.h). It is written when the program starts, when its first frame is on the screen, and
// when a device comes or goes. Never because of a visit, and it holds no time (R66).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/base/result.h"

namespace kiosk::fleet {

struct ScreenNote {
  std::string boot;                  // which switching-on of the machine (os::boot_id)
  int starts = 0;                    // of the program, since then
  bool presented = false;            // a frame of this start was really shown
  std::optional<bool> touch, sound;  // nothing: not known
  std::string sound_trouble;         // why there is no sound, in sentences; "": no known reason

  bool operator==(const ScreenNote&) const = default;
};

// Nothing when there is none, or when it is not of its form: a note can always be written again.
std::optional<ScreenNote> read_screen_note(const std::filesystem::path& health);

Status write_screen_note(const std::filesystem::path& health, const ScreenNote& note);

// The screen's side: keeps the note and writes it when something in it has changed. Belongs to the UI thread.
class ScreenNotes {
 public:
  // Counts one start. A folder that cannot be written is logged once and costs nothing else; it is tried again with the
  // next change, or after many calls of devices().
  ScreenNotes(std::filesystem::path health, const std::string& boot);

  void presented();
  void devices(std::optional<bool> touch, std::optional<bool> sound, std::string sound_trouble = {});

 private:
  void change(const ScreenNote& to);

  std::filesystem::path health_;
  ScreenNote note_;
  bool trouble_logged_ = false;
  int unwritten_for_ = 0;  // calls since the note could not be written; 0: it was
};

}  // namespace kiosk::fleet
