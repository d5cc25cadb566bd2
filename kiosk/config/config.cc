#include "kiosk/config/config.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <map>
#include <sstream>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "kiosk/crypto/pin_hash.h"
#include "kiosk/os/file.h"

namespace kiosk::config {
namespace {

// Reads one key's value or says what should stand there instead.
using Reader = std::function<std::optional<std::string>(const toml::node&, Config&)>;

Reader text(std::string Config::*field) {
  return [field](const toml::node& node, Config& config) -> std::optional<std::string> {
    auto value = node.value<std::string>();
    if (!node.is_string()) return "must be text in quotation marks";
    config.*field = *value;
    return std::nullopt;
  };
}

template <class Field>
Reader number(Field Config::*field, double least, double most) {
  return [=](const toml::node& node, Config& config) -> std::optional<std::string> {
    auto value = node.value<double>();
    if (!node.is_number() || !value || *value < least || *value > most) {
      std::ostringstream wanted;
      wanted << "must be a number from " << least << " to " << most;
      return wanted.str();
    }
    config.*field = static_cast<Field>(*value);
    return std::nullopt;
  };
}

Reader flag(bool Config::*field) {
  return [field](const toml::node& node, Config& config) -> std::optional<std::string> {
    if (!node.is_boolean()) return "must be true or false, without quotation marks";
    config.*field = *node.value<bool>();
    return std::nullopt;
  };
}

Reader degrees(bool latitude) {
  return [=](const toml::node& node, Config& config) -> std::optional<std::string> {
    double most = latitude ? 90 : 180;
    auto value = node.value<double>();
    if (!node.is_number() || !value || *value < -most || *value > most) return "must be degrees, for example 6.3005";
    if (!config.position) config.position.emplace(0, 0);
    (latitude ? config.position->first : config.position->second) = *value;
    return std::nullopt;
  };
}

Reader hours(std::optional<OpeningHours> Config::*field) {
  return [field](const toml::node& node, Config& config) -> std::optional<std::string> {
    auto value = node.value<std::string>();
    if (!node.is_string()) return "must be text in quotation marks";
    auto parsed = OpeningHours::parse(*value);
    if (!value->empty() && !parsed.ok())
      return "is not understood: write it like \"Mo-Fr 08:00-17:00; Sa 09:00-12:00\"";
    config.*field = value->empty() ? std::nullopt : std::optional(*parsed);
    return std::nullopt;
  };
}

Reader whole(int Config::*field, std::vector<int> allowed, const char* wanted) {
  return [=](const toml::node& node, Config& config) -> std::optional<std::string> {
    auto value = node.value<int>();
    bool known = node.is_integer() && value && std::find(allowed.begin(), allowed.end(), *value) != allowed.end();
    if (!known) return wanted;
    config.*field = *value;
    return std::nullopt;
  };
}

std::optional<std::string> when_closed(const toml::node& node, Config& config) {
  const std::map<std::string, WhenClosed> all{
      {"on", WhenClosed::on}, {"dim", WhenClosed::dim}, {"dark", WhenClosed::dark}};
  auto chosen = all.find(node.value<std::string>().value_or(""));
  if (chosen == all.end()) return "must be \"on\", \"dim\" or \"dark\"";
  config.when_closed = chosen->second;
  return std::nullopt;
}

std::optional<std::string> language(const toml::node& node, Config& config) {
  auto value = node.value<std::string>();
  config.language = std::nullopt;
  if (value && value->empty()) return std::nullopt;
  auto tag = value ? LanguageTag::parse(*value) : Result<LanguageTag>(Error{});
  if (!tag.ok()) return "must be the tag of a language, for example \"fr\"";
  config.language = *tag;
  return std::nullopt;
}

std::optional<std::string> pin(const toml::node& node, Config& config) {
  auto value = node.value<std::string>();
  if (!value || !(value->empty() || crypto::is_pin_hash(*value))) {
    return "must be what `kioskctl settings pin` printed; a PIN itself never stands here";
  }
  config.pin = *value;
  return std::nullopt;
}

// One key, or a list of them. An empty list gives the function back the keys that it has anyway.
Reader own_keys(os::Key meaning) {
  return [meaning](const toml::node& node, Config& config) -> std::optional<std::string> {
    constexpr const char* kForm = "must be the name of a key, or a list of such names, for example [\"F13\", \"KP5\"]";
    std::vector<int> codes;
    auto add = [&](const toml::node& entry) -> std::optional<std::string> {
      auto name = entry.value<std::string>();
      if (!entry.is_string()) return kForm;
      auto code = os::key_code(*name);
      if (!code.ok()) return "names a key that there is not: " + code.error().message;
      codes.push_back(*code);
      return std::nullopt;
    };
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& entry : *list)
        if (auto problem = add(entry)) return problem;
    } else if (auto problem = add(node)) {
      return problem;
    }
    config.own_keys[meaning] = std::move(codes);
    return std::nullopt;
  };
}

Reader dba(double Config::*field) {
  return [field](const toml::node& node, Config& config) -> std::optional<std::string> {
    auto value = node.value<double>();
    if (!node.is_number() || (*value != 0 && (*value < 40 || *value > 130))) {
      return "must be what a sound level meter showed, 40 to 130 dBA, or 0 while nobody has measured";
    }
    config.*field = *value;
    return std::nullopt;
  };
}

std::optional<std::string> debounce(const toml::node& node, Config& config) {
  constexpr double kLongest = std::chrono::duration<double>(os::Keypad::kLongestDebounce).count();
  auto value = node.value<double>();
  if (!node.is_number() || *value < 0 || *value > kLongest) {
    return "must be a number from 0 to 2.4: with a longer time, three presses within five seconds, the discreet way to "
           "leave, would no longer be heard";
  }
  config.debounce_seconds = *value;
  return std::nullopt;
}

// 0, or slow enough for a hand that lets go late.
std::optional<std::string> repeat(const toml::node& node, Config& config) {
  auto value = node.value<double>();
  if (!node.is_number() || (*value != 0 && (*value < 0.5 || *value > 10))) {
    return "must be 0, so that a held key is one press, or from 0.5 to 10 seconds";
  }
  config.repeat_seconds = *value;
  return std::nullopt;
}

std::optional<std::string> emergency_numbers(const toml::node& node, Config& config) {
  constexpr const char* kForm = "must be a list like [{ name = \"Police\", number = \"...\" }]";
  const toml::array* list = node.as_array();
  if (!list) return kForm;
  config.emergency_numbers.clear();
  for (const toml::node& entry : *list) {
    const toml::table* table = entry.as_table();
    if (!table || table->size() != 2) return kForm;
    auto name = (*table)["name"].value<std::string>(), value = (*table)["number"].value<std::string>();
    if (!name || !value) return kForm;
    if (value->empty() || value->find_first_not_of("0123456789+*# ") != std::string::npos) {
      return "holds \"" + *value + "\", which cannot be dialled: digits, spaces, +, * and # only";
    }
    config.emergency_numbers.push_back({*name, *value});
  }
  return std::nullopt;
}

const std::map<std::string, Reader>& readers() {
  static const std::map<std::string, Reader> all = [] {
    std::map<std::string, Reader> made{
        {"kiosk.name", text(&Config::name)},
        {"kiosk.place", text(&Config::place)},
        {"kiosk.language", language},
        {"kiosk.latitude", degrees(true)},
        {"kiosk.longitude", degrees(false)},
        {"kiosk.emergency_numbers", emergency_numbers},
        {"panel.width_mm", number(&Config::width_mm, 0, 3000)},
        {"panel.height_mm", number(&Config::height_mm, 0, 3000)},
        {"panel.bottom_edge_mm", number(&Config::bottom_edge_mm, 0, 2000)},
        {"panel.rotation", whole(&Config::rotation, {0, 90, 180, 270}, "must be 0, 90, 180 or 270")},
        {"hours.open", hours(&Config::open)},
        {"hours.when_closed", when_closed},
        {"hours.quiet", hours(&Config::quiet)},
        {"hours.quiet_steps", whole(&Config::quiet_steps, {1, 2, 3}, "must be 1, 2 or 3")},
        {"staff.pin", pin},
        {"staff.may_accept_expired", flag(&Config::may_accept_expired)},
        {"session.idle_seconds", number(&Config::idle_seconds, 30, 3600)},
        {"update.url", text(&Config::update_url)},
        {"update.proxy", text(&Config::update_proxy)},
        {"update.max_kilobytes_per_second", number(&Config::max_kilobytes_per_second, 0, 1e6)},
        {"health.push_url", text(&Config::push_url)},
        {"health.receipt_on_stick", flag(&Config::receipt_on_stick)},
        {"keypad.debounce_seconds", debounce},
        {"keypad.repeat_seconds", repeat},
        {"sound.loudspeaker", text(&Config::loudspeaker)},
        {"sound.headphones", text(&Config::headphones)},
        {"sound.loudspeaker_dba", dba(&Config::loudspeaker_dba)},
        {"sound.headphones_dba", dba(&Config::headphones_dba)},
    };
    for (const auto& [name, key] : os::key_names()) made.emplace("keypad." + std::string(name), own_keys(key));
    return made;
  }();
  return all;
}

// The name of the function under which a code stands that stands under another one as well.
std::optional<std::string_view> contradiction(const Config& config) {
  std::map<int, os::Key> seen;
  for (const auto& [name, key] : os::key_names()) {
    auto codes = config.own_keys.find(key);
    if (codes == config.own_keys.end()) continue;
    for (int code : codes->second)
      if (seen.emplace(code, key).first->second != key) return name;
  }
  return std::nullopt;
}

}  // namespace

os::Keypad keypad_of(const Config& config) {
  os::Keymap keymap = os::Keymap::standard();
  for (const auto& [key, codes] : config.own_keys)
    for (int code : codes) keymap.assign(code, key);
  auto rounded = [](double seconds) { return std::chrono::milliseconds(std::lround(seconds * 1000)); };
  return os::Keypad(std::move(keymap), rounded(config.debounce_seconds), rounded(config.repeat_seconds));
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
      auto reader = readers().find(full);
      if (reader == readers().end()) {
        return wrong(value.source(), "there is no setting \"" + std::string(key.str()) + "\" in [" +
                                         std::string(section.str()) +
                                         "]. Compare its spelling with the shipped kiosk.toml");
      }
      if (auto problem = reader->second(value, changed)) {
        return wrong(value.source(), std::string(key.str()) + " " + *problem);
      }
    }
  }
  if (auto twice = contradiction(changed)) {
    const toml::node_view<const toml::node> keypad = std::as_const(parsed.table())["keypad"];
    const toml::node* at = keypad[*twice].node() ? keypad[*twice].node() : keypad.node();
    return wrong(
        at ? at->source() : toml::source_region{},
        "a key of " + std::string(*twice) + " stands under another function as well. Each key means one thing");
  }
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
