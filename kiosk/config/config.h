// What an office sets for one kiosk, read the same way by every program. Every key is described in
// platform/packaging/kiosk.toml; a key that is not known is an error that names its line, so that a misspelt one never
// passes for set. Two files are read, the second over the first, key by key: /etc/kiosk/kiosk.toml, which came with the
// package, and the settings made on the device. The pure reader stands here; nothing of toml++ shows.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/language_tag.h"
#include "kiosk/base/opening_hours.h"
#include "kiosk/base/position.h"
#include "kiosk/base/result.h"
#include "kiosk/config/desk.h"
#include "kiosk/os/keypad.h"

namespace kiosk::config {

// Where the settings made on the device are kept.
inline constexpr const char* kDeviceSettings = "/var/lib/kiosk-settings/kiosk.toml";

inline constexpr size_t kMostConfigBytes = 64 * 1024;

struct EmergencyNumber {
  std::string name;
  std::string number;  // as it is dialled

  bool operator==(const EmergencyNumber&) const = default;
};

// What the screen does while the office is closed and nobody touches it.
enum class WhenClosed { on, dim, dark };

struct Config {
  // [kiosk]
  std::string name, place;
  std::map<LanguageTag, std::string> run_by;  // who answers for this screen, in words; none: visitors read that
  std::optional<LanguageTag> language;        // of the office, for the staff's screens; none: the content's own
  std::optional<Position> position;
  std::vector<EmergencyNumber> emergency_numbers;  // shown when no content can be opened

  // [panel]
  float width_mm = 0, height_mm = 0;  // 0: what the monitor says of itself
  float bottom_edge_mm = 0;           // of the picture above the floor; 0: not known
  bool reduced_motion = false;        // nothing moves, also not where it explains
  int rotation = 0;                   // of the picture, and of touch with it: 0, 90, 180 or 270 degrees clockwise

  // [hours]
  std::optional<OpeningHours> open;  // of the office; none: always
  WhenClosed when_closed = WhenClosed::dim;
  std::optional<OpeningHours> quiet;  // when the voice begins more softly; none: never
  int quiet_steps = 2;                // by so many steps of the volume

  // [desk]
  Desk desk;

  // [session], seconds
  double idle_seconds = 90;

  // [keypad], seconds
  std::map<os::Key, std::vector<int>> own_keys;  // codes, laid over os::Keymap::standard()
  double debounce_seconds = 0.5;                 // the same key again within this counts once (R19)
  double repeat_seconds = 0;                     // a held key moves on as often; 0: it does not

  // [sound]
  std::string loudspeaker, headphones;             // as the machine names its devices; "": the system's default
  double loudspeaker_dba = 0, headphones_dba = 0;  // of speech at the highest step; 0: nobody has measured (R8)

  // [staff]
  std::string pin;                  // as crypto::hash_pin() made it; "": nobody gets in
  bool may_accept_expired = false;  // newer, rightly signed content that is past its date, when they say so

  // [update]
  std::string update_url;               // "": by stick alone
  std::string update_proxy;             // "": none
  double max_kilobytes_per_second = 0;  // 0: no limit

  // [health]
  std::string push_url;           // of a Pushgateway; "": nobody is told
  bool receipt_on_stick = false;  // a stick that brought content takes a receipt home

  bool operator==(const Config&) const = default;
};

// When somebody is at the desk; none: always.
const std::optional<OpeningHours>& desk_hours(const Config& config);

// The keypad that these settings describe.
os::Keypad keypad_of(const Config& config);

// Sets what `text` sets and leaves the rest. `name` stands in messages. Error: Code::invalid with file, line and
// remedy; `config` is then as it was.
Status parse_over(Config& config, std::string_view text, const std::string& name);

// The same with a file. Error also: Code::not_found, or that of kiosk/os/file.h.
Status read_over(Config& config, const std::filesystem::path& path);

struct Reading {
  Config config;
  std::vector<Error> problems;  // a file that is wrong counts as absent, whole: half a file would be a guess
  // Nobody has set this kiosk up yet: neither a PIN anywhere nor a name in the package's file, where whoever writes one
  // by hand is past that. Never where a file is wrong or missing: it may hold both.
  bool awaits_set_up = false;
};

// `settings` may be absent, `path` may not; an empty path is not read at all.
Reading read_config(const std::filesystem::path& path, const std::filesystem::path& settings);

}  // namespace kiosk::config
