#include "kiosk/config/config.h"

#include <chrono>
#include <cmath>

#include "kiosk/config/settings.h"
#include "kiosk/os/file.h"

namespace kiosk::config {

os::Keypad keypad_of(const Config& config) {
  os::Keymap keymap = os::Keymap::standard();
  for (const auto& [key, codes] : config.own_keys)
    for (int code : codes) keymap.assign(code, key);
  auto rounded = [](double seconds) { return std::chrono::milliseconds(std::lround(seconds * 1000)); };
  return os::Keypad(std::move(keymap), rounded(config.debounce_seconds), rounded(config.repeat_seconds));
}

const std::optional<OpeningHours>& desk_hours(const Config& config) {
  return config.desk.open ? config.desk.open : config.open;
}

Status parse_over(Config& config, std::string_view text, const std::string& name) {
  auto wrong = [&](const toml::source_region& at, const std::string& what) {
    return Error{Code::invalid, name + ":" + std::to_string(at.begin.line) + ": " + what + "."};
  };
  toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    return wrong(parsed.error().source(),
                 std::string(parsed.error().description()) + ". Compare the line with the shipped kiosk.toml");
  }
  Config changed = config;
  for (auto&& [section, keys] : parsed.table()) {
    const toml::table* table = keys.as_table();
    if (!table) {
      return wrong(keys.source(), "\"" + std::string(section.str()) +
                                      "\" stands outside every [section]. Put it under one of those in the shipped "
                                      "kiosk.toml");
    }
    for (auto&& [key, value] : *table) {
      std::string full = std::string(section.str()) + "." + std::string(key.str());
      auto setting = settings().find(full);
      if (setting == settings().end()) {
        return wrong(value.source(), "there is no setting \"" + std::string(key.str()) + "\" in [" +
                                         std::string(section.str()) +
                                         "]. Compare its spelling with the shipped kiosk.toml");
      }
      if (auto problem = setting->second.read(value, changed)) {
        return wrong(value.source(), std::string(key.str()) + " " + *problem);
      }
    }
  }
  if (auto found = contradiction(parsed.table(), changed))
    return wrong(found->at ? found->at->source() : toml::source_region{}, found->sentence);
  config = std::move(changed);
  return {};
}

Status read_over(Config& config, const std::filesystem::path& path) {
  auto text = os::read_file(path, kMostConfigBytes);
  if (!text.ok() && text.error().code == Code::not_found) {
    return Error{Code::not_found,
                 "There is no configuration " + path.string() + ". Copy the shipped kiosk.toml there."};
  }
  if (!text.ok()) return text.error();
  return parse_over(config, *text, path.string());
}

Reading read_config(const std::filesystem::path& path, const std::filesystem::path& settings) {
  Reading reading;
  auto read = [&](const std::filesystem::path& file, bool may_be_absent) {
    if (file.empty()) return;
    Status status = read_over(reading.config, file);
    if (status.ok() || (may_be_absent && status.error().code == Code::not_found)) return;
    reading.problems.push_back(status.error());
  };
  read(path, false);
  const bool named = !reading.config.name.empty();
  read(settings, true);
  reading.awaits_set_up =
      !path.empty() && !settings.empty() && reading.problems.empty() && !named && reading.config.pin.empty();
  return reading;
}

}  // namespace kiosk::config
