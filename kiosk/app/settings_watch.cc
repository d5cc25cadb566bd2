#include "kiosk/app/settings_watch.h"

#include "kiosk/config/config.h"
#include "kiosk/os/file.h"

namespace kiosk::app {
namespace {

std::optional<std::string> text_of(const std::filesystem::path& file) {
  auto text = os::read_file(file, config::kMostConfigBytes);
  return text.ok() ? std::optional(*text) : std::nullopt;
}

}  // namespace

SettingsWatch::SettingsWatch(std::filesystem::path settings)
    : settings_(std::move(settings)), known_(text_of(settings_)) {}

bool SettingsWatch::changed() {
  auto now = text_of(settings_);
  if (!now || now == known_) return false;
  known_ = std::move(now);
  return true;
}

}  // namespace kiosk::app
