// The table of all settings: what each is called, how it is read, and who may set it. A new setting is a member of
// Config, a line here and its words in platform/packaging/kiosk.toml; a test compares the three.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "kiosk/config/config.h"
#include "kiosk/config/values.h"

namespace kiosk::config {

enum class SetBy {
  office,  // in /etc/kiosk/kiosk.toml alone
  device,  // there, on the screen or by a stick as well (install.h)
};

struct Setting {
  std::function<Problem(const toml::node&, Config&)> read;
  SetBy by = SetBy::office;
};

// By "section.key".
const std::map<std::string, Setting>& settings();

// What keys of one file say against one another, or `config` says as a whole with them.
struct Contradiction {
  const toml::node* at = nullptr;  // none: not in this file
  std::string sentence;
};
std::optional<Contradiction> contradiction(const toml::table& file, const Config& config);

}  // namespace kiosk::config
