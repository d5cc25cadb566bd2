#include "kiosk/fleet/screen_note.h"

#include <algorithm>

#include "kiosk/base/log.h"
#include "kiosk/json/json.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::fleet {
namespace {

using json::Json;

constexpr size_t kMostBytes = 4096;
constexpr int kMostStarts = 1'000'000;
constexpr int kTryAgainAfter = 60;  // calls of devices(), which come every ten seconds

std::filesystem::path file_in(const std::filesystem::path& health) { return health / "screen.json"; }

std::optional<bool> flag(const Json& object, const char* name) {
  auto found = object.find(name);
  if (found == object.end() || !found->is_boolean()) return std::nullopt;
  return found->get<bool>();
}

}  // namespace

std::optional<ScreenNote> read_screen_note(const std::filesystem::path& health) {
  auto bytes = os::read_file(file_in(health), kMostBytes);
  auto object = bytes.ok() ? json::parse(*bytes) : Result<Json>(bytes.error());
  if (!object.ok() || !object->is_object()) return std::nullopt;
  auto boot = object->find("boot"), starts = object->find("starts");
  if (boot == object->end() || !boot->is_string()) return std::nullopt;
  if (starts == object->end() || !starts->is_number_integer()) return std::nullopt;
  ScreenNote note;
  note.boot = boot->get<std::string>();
  note.starts = static_cast<int>(std::clamp<int64_t>(starts->get<int64_t>(), 0, kMostStarts));
  note.presented = flag(*object, "presented").value_or(false);
  note.touch = flag(*object, "touch");
  note.sound = flag(*object, "sound");
  if (auto trouble = object->find("sound_trouble"); trouble != object->end() && trouble->is_string())
    note.sound_trouble = trouble->get<std::string>();
  return note;
}

Status write_screen_note(const std::filesystem::path& health, const ScreenNote& note) {
  KIOSK_TRY_STATUS(os::make_folder_durably(health));
  Json object = {{"boot", note.boot}, {"starts", note.starts}, {"presented", note.presented}};
  if (note.touch) object["touch"] = *note.touch;
  if (note.sound) object["sound"] = *note.sound;
  if (!note.sound_trouble.empty()) object["sound_trouble"] = note.sound_trouble;
  return os::write_durably(file_in(health), object.dump() + "\n");
}

ScreenNotes::ScreenNotes(std::filesystem::path health, const std::string& boot) : health_(std::move(health)) {
  auto before = read_screen_note(health_);
  ScreenNote note;
  note.boot = boot;
  note.starts = before && before->boot == boot ? std::min(before->starts + 1, kMostStarts) : 1;
  change(note);
}

void ScreenNotes::presented() {
  ScreenNote note = note_;
  note.presented = true;
  change(note);
}

void ScreenNotes::devices(std::optional<bool> touch, std::optional<bool> sound, std::string sound_trouble) {
  ScreenNote note = note_;
  note.touch = touch;
  note.sound = sound;
  note.sound_trouble = std::move(sound_trouble);
  change(note);
}

void ScreenNotes::change(const ScreenNote& to) {
  const bool again = unwritten_for_ > 0 && ++unwritten_for_ > kTryAgainAfter;
  if (note_ == to && !again) return;
  note_ = to;
  Status written = write_screen_note(health_, note_);
  unwritten_for_ = written.ok() ? 0 : 1;
  if (written.ok() || trouble_logged_) return;
  trouble_logged_ = true;
  log(Priority::warning, "The office will not see how this screen is: " + written.error().message);
}

}  // namespace kiosk::fleet
