// keyboards/<tag or script>.txt: the keys of a language or of a script, row by row, where xkb has nothing good.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/catalog/keyboard.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

inline constexpr std::string_view kKeyboardFolder = "keyboards";

struct KeyboardFile {
  std::string file;
  std::string name;  // a language's tag ("ff-Adlm") or a script's code ("Adlm")
  catalog::Keyboard keyboard;
};

// `file` is the path inside the content folder. What is wrong is reported, and nullopt where nothing is left.
std::optional<KeyboardFile> read_keyboard_file(const std::string& file, std::string_view text, Problems& problems);

}  // namespace kiosk::publish
