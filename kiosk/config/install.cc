#include "kiosk/config/install.h"

#include <sstream>

#include "kiosk/config/config.h"
#include "kiosk/config/settings.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::config {
namespace {

constexpr std::string_view kHead =
    "# Settings made on this device, over those of /etc/kiosk/kiosk.toml key by key. Written by kioskctl settings "
    "install.\n";

Error at_line(const std::filesystem::path& file, const toml::node& node, const std::string& what) {
  return {Code::invalid, file.string() + ":" + std::to_string(node.source().begin.line) + ": " + what};
}

// The keys of a file that is in order and sets only what it may. REQUIRES: parse_over() took `text`.
Result<toml::table> allowed_keys(std::string_view text, const std::filesystem::path& file) {
  toml::table table = toml::parse(text).table();
  for (auto&& [section, keys] : table) {
    for (auto&& [key, value] : *keys.as_table()) {
      std::string full = std::string(section.str()) + "." + std::string(key.str());
      if (may_be_set_on_device(full)) continue;
      return at_line(file, value,
                     full +
                         " cannot be set here, because nobody has signed for it. Set it in "
                         "/etc/kiosk/kiosk.toml, or leave the line out. Nothing was taken.");
    }
  }
  return table;
}

// What is kept already; nothing where that is wrong, as when it is read.
toml::table kept_keys(const std::filesystem::path& settings) {
  auto text = os::read_file(settings, kMostConfigBytes);
  Config ignored;
  if (!text.ok() || !parse_over(ignored, *text, settings.string()).ok()) return {};
  return toml::parse(*text).table();
}

void lay_over(toml::table& kept, const toml::table& added) {
  for (auto&& [section, keys] : added) {
    if (!kept.contains(section.str())) kept.insert(section.str(), toml::table{});
    for (auto&& [key, value] : *keys.as_table())
      kept.get(section.str())->as_table()->insert_or_assign(key.str(), value);
  }
}

Result<std::string> read_checked(const std::filesystem::path& file, Config& read) {
  auto text = os::read_file(file, kMostConfigBytes);
  if (!text.ok()) return Error{Code::invalid, text.error().message};
  KIOSK_TRY_STATUS(parse_over(read, *text, file.string()));
  return text;
}

}  // namespace

bool may_be_set_on_device(std::string_view key) {
  const auto setting = settings().find(std::string(key));
  return setting != settings().end() && setting->second.by == SetBy::device;
}

Status install_settings(const std::filesystem::path& file, const std::filesystem::path& settings) {
  Config read;
  KIOSK_TRY(text, read_checked(file, read));
  KIOSK_TRY(added, allowed_keys(text, file));
  toml::table kept = kept_keys(settings);
  lay_over(kept, added);
  std::ostringstream made;
  made << kHead << kept << "\n";
  // Two files that are each in order can contradict each other: one key of the keypad under two functions.
  Config whole;
  KIOSK_TRY_STATUS(parse_over(whole, made.str(), settings.string()));
  auto before = os::read_file(settings, kMostConfigBytes);
  if (before.ok() && *before == made.str()) return {};
  KIOSK_TRY_STATUS(os::make_folder_durably(std::filesystem::absolute(settings).parent_path()));
  return os::write_durably(settings, made.str());  // the commit point: the rename within
}

Status install_from_stick(const std::filesystem::path& stick, const std::filesystem::path& package,
                          const std::filesystem::path& settings) {
  const std::filesystem::path file = stick / kStickFile;
  std::error_code trouble;
  if (!std::filesystem::exists(file, trouble)) return Error{Code::not_found, "There are no settings on this stick."};
  const Reading now = read_config(package, settings);
  if (!now.awaits_set_up) {
    std::string why = now.problems.empty() ? "" : " (" + now.problems.front().message + ")";
    return Error{Code::refused, "This kiosk is set up already, so " + std::string(kStickFile) +
                                    " on a stick is not taken: anybody can bring a stick." + why +
                                    " To begin anew, remove " + settings.string() + " on the kiosk and restart it."};
  }
  Config read;
  if (auto text = read_checked(file, read); !text.ok()) return text.error();
  if (!read.pin.empty() && read.name.empty()) {
    return Error{Code::invalid, file.string() +
                                    ": there is a pin and no name. Leave the pin out, and the screen asks for "
                                    "both; or give this kiosk its name under [kiosk]."};
  }
  return install_settings(file, settings);
}

}  // namespace kiosk::config
