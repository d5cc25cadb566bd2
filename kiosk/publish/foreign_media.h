// What phones and cameras make that the kiosk does not show or play, known by its first bytes and not by its name: so
// that the check can say what it is and how it becomes what is wanted.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace kiosk::publish {

struct ForeignKind {
  std::string name;    // "a HEIC picture, as phones take them"
  std::string remedy;  // a sentence
};

// None: nothing that is known. `name` is the file's, which the remedy speaks of: "media/speech/en/digit-1.opus".
std::optional<ForeignKind> foreign_kind(std::span<const uint8_t> bytes, const std::string& name);

}  // namespace kiosk::publish
