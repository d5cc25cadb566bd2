#include "kiosk/config/settings.h"

#include <array>
#include <chrono>
#include <string_view>

#include "kiosk/crypto/pin_hash.h"
#include "kiosk/rules/number.h"

namespace kiosk::config {
namespace {

using Read = std::function<Problem(const toml::node&, Config&)>;

template <class T>
Read to(T Config::*member, Problem (*read)(const toml::node&, T&)) {
  return [=](const toml::node& node, Config& config) { return read(node, config.*member); };
}

template <class T>
Read to_desk(T Desk::*member, Problem (*read)(const toml::node&, T&)) {
  return [=](const toml::node& node, Config& config) { return read(node, config.desk.*member); };
}

template <class T>
Read number(T Config::*member, Range range) {
  return [=](const toml::node& node, Config& config) {
    double value = 0;
    Problem problem = read_number(node, value, range);
    if (!problem) config.*member = static_cast<T>(value);
    return problem;
  };
}

Read whole(int Config::*member, std::vector<int> allowed) {
  return [=](const toml::node& node, Config& config) { return read_whole(node, config.*member, allowed); };
}

// The two of them stand together or not at all: contradiction().
Read degrees(double Position::*member, double most) {
  return [=](const toml::node& node, Config& config) {
    double value = 0;
    Problem problem = read_number(node, value, {-most, most, false, nullptr});
    if (problem) return Problem(*problem + " degrees, for example latitude = 6.3005 and longitude = -10.7969");
    if (!config.position) config.position.emplace();
    (*config.position).*member = value;
    return problem;
  };
}

template <class Choice, size_t kCount>
Problem read_choice(const toml::node& node, Choice& into,
                    const std::array<std::pair<std::string_view, Choice>, kCount>& choices) {
  std::string wanted = "must be ";
  for (size_t i = 0; i < kCount; ++i) {
    if (node.value<std::string_view>() == choices[i].first) {
      into = choices[i].second;
      return std::nullopt;
    }
    wanted += (i == 0 ? "\"" : i + 1 == kCount ? " or \"" : ", \"") + std::string(choices[i].first) + "\"";
  }
  return wanted;
}

Problem read_when_closed(const toml::node& node, WhenClosed& into) {
  return read_choice(
      node, into,
      std::array{std::pair(std::string_view("on"), WhenClosed::on), std::pair(std::string_view("dim"), WhenClosed::dim),
                 std::pair(std::string_view("dark"), WhenClosed::dark)});
}

Problem read_direction(const toml::node& node, DeskDirection& into) {
  return read_choice(node, into,
                     std::array{std::pair(std::string_view(""), DeskDirection::unknown),
                                std::pair(std::string_view("left"), DeskDirection::left),
                                std::pair(std::string_view("right"), DeskDirection::right),
                                std::pair(std::string_view("ahead"), DeskDirection::ahead),
                                std::pair(std::string_view("behind"), DeskDirection::behind),
                                std::pair(std::string_view("upstairs"), DeskDirection::upstairs),
                                std::pair(std::string_view("downstairs"), DeskDirection::downstairs)});
}

Problem read_pin(const toml::node& node, std::string& into) {
  auto value = node.value<std::string>();
  if (!value || !(value->empty() || crypto::is_pin_hash(*value))) {
    return "must be what `kioskctl settings pin` printed; a PIN itself never stands here";
  }
  into = *value;
  return std::nullopt;
}

// One key, or a list of them. An empty list gives the function back the keys that it has anyway.
Read own_keys(os::Key meaning) {
  return [meaning](const toml::node& node, Config& config) -> Problem {
    constexpr const char* kForm = "must be the name of a key, or a list of such names, for example [\"F13\", \"KP5\"]";
    std::vector<int> codes;
    auto add = [&](const toml::node& entry) -> Problem {
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

Problem read_emergency_numbers(const toml::node& node, std::vector<EmergencyNumber>& into) {
  constexpr const char* kForm = "must be a list like [{ name = \"Police\", number = \"...\" }]";
  const toml::array* list = node.as_array();
  if (!list) return kForm;
  into.clear();
  for (const toml::node& entry : *list) {
    const toml::table* table = entry.as_table();
    if (!table || table->size() != 2) return kForm;
    auto name = (*table)["name"].value<std::string>(), value = (*table)["number"].value<std::string>();
    if (!name || !value) return kForm;
    std::string dialled = *value;
    std::erase(dialled, ' ');
    if (auto wrong = rules::objection_to_number(dialled, *value, {})) {
      std::string sentences = "holds a wrong number. " + wrong->what + " " + wrong->remedy;
      sentences.pop_back();  // the full stop is the caller's
      return sentences;
    }
    into.push_back({*name, *value});
  }
  return std::nullopt;
}

constexpr double kLongestDebounce = std::chrono::duration<double>(os::Keypad::kLongestDebounce).count();
constexpr Range kDba{40, 130, true,
                     "must be what a sound level meter showed, 40 to 130 dBA, or 0 while nobody has measured"};
constexpr Range kPanel{50, 3000, true, nullptr};

std::map<std::string, Setting> table() {
  constexpr SetBy device = SetBy::device, office = SetBy::office;
  std::map<std::string, Setting> made{
      {"desk.direction", {to_desk(&Desk::direction, read_direction), device}},
      {"desk.open", {to_desk(&Desk::open, read_hours), device}},
      {"desk.present", {to_desk(&Desk::present, read_flag), device}},
      {"desk.where", {to_desk(&Desk::where, read_words), device}},
      {"health.push_url", {to(&Config::push_url, read_address), office}},
      {"health.receipt_on_stick", {to(&Config::receipt_on_stick, read_flag), device}},
      {"hours.open", {to(&Config::open, read_hours), device}},
      {"hours.quiet", {to(&Config::quiet, read_hours), device}},
      {"hours.quiet_steps", {whole(&Config::quiet_steps, {1, 2, 3}), device}},
      {"hours.when_closed", {to(&Config::when_closed, read_when_closed), device}},
      {"keypad.debounce_seconds",
       {number(&Config::debounce_seconds, {0, kLongestDebounce, false,
                                           "must be a number from 0 to 2.4: with a longer time, three presses within "
                                           "five seconds, the discreet way to leave, would no longer be heard"}),
        device}},
      {"keypad.repeat_seconds",
       {number(&Config::repeat_seconds,
               {0.5, 10, true, "must be 0, so that a held key is one press, or from 0.5 to 10 seconds"}),
        device}},
      {"kiosk.emergency_numbers", {to(&Config::emergency_numbers, read_emergency_numbers), office}},
      {"kiosk.language", {to(&Config::language, read_language), device}},
      {"kiosk.latitude", {degrees(&Position::first, 90), device}},
      {"kiosk.longitude", {degrees(&Position::second, 180), device}},
      {"kiosk.name", {to(&Config::name, read_text), device}},
      {"kiosk.place", {to(&Config::place, read_text), device}},
      {"kiosk.run_by", {to(&Config::run_by, read_words), office}},
      {"panel.bottom_edge_mm", {number(&Config::bottom_edge_mm, {0, 2000, false, nullptr}), device}},
      {"panel.height_mm", {number(&Config::height_mm, kPanel), device}},
      {"panel.reduced_motion", {to(&Config::reduced_motion, read_flag), device}},
      {"panel.rotation", {whole(&Config::rotation, {0, 90, 180, 270}), device}},
      {"panel.width_mm", {number(&Config::width_mm, kPanel), device}},
      {"session.idle_seconds", {number(&Config::idle_seconds, {30, 3600, false, nullptr}), office}},
      {"sound.headphones", {to(&Config::headphones, read_text), device}},
      {"sound.headphones_dba", {number(&Config::headphones_dba, kDba), device}},
      {"sound.loudspeaker", {to(&Config::loudspeaker, read_text), device}},
      {"sound.loudspeaker_dba", {number(&Config::loudspeaker_dba, kDba), device}},
      {"staff.may_accept_expired", {to(&Config::may_accept_expired, read_flag), office}},
      {"staff.pin", {to(&Config::pin, read_pin), device}},
      {"update.max_kilobytes_per_second", {number(&Config::max_kilobytes_per_second, {1, 1e6, true, nullptr}), office}},
      {"update.proxy", {to(&Config::update_proxy, read_proxy), office}},
      {"update.url", {to(&Config::update_url, read_address), office}},
  };
  for (const auto& [name, key] : os::key_names()) made["keypad." + std::string(name)] = {own_keys(key), device};
  return made;
}

// The name of the function under which a code stands that stands under another one as well.
std::optional<std::string_view> key_with_two_meanings(const Config& config) {
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

const std::map<std::string, Setting>& settings() {
  static const std::map<std::string, Setting> all = table();
  return all;
}

std::optional<Contradiction> contradiction(const toml::table& file, const Config& config) {
  const auto latitude = file["kiosk"]["latitude"], longitude = file["kiosk"]["longitude"];
  if (bool(latitude) != bool(longitude)) {
    return Contradiction{latitude ? latitude.node() : longitude.node(),
                         latitude ? "latitude stands here without longitude. Write both, or leave both out"
                                  : "longitude stands here without latitude. Write both, or leave both out"};
  }
  if (latitude && *config.position == Position()) {
    return Contradiction{latitude.node(),
                         "latitude 0 and longitude 0 lie in the open sea. Write where the kiosk stands, or leave both "
                         "out"};
  }
  if (auto twice = key_with_two_meanings(config)) {
    const auto keypad = file["keypad"];
    return Contradiction{
        keypad[*twice] ? keypad[*twice].node() : keypad.node(),
        "a key of " + std::string(*twice) + " stands under another function as well. Each key means one thing"};
  }
  return std::nullopt;
}

}  // namespace kiosk::config
