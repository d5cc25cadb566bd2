// What staff ask for at the screen, as files in a folder that the machine watches: this program may neither restart
// anything nor write content. Each is acted on and taken away by who watches (platform/systemd).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::app {

enum class Request { rollback, restart, update, settings, reboot, accept_expired, owner };

// "rollback", "restart", "update", "settings.toml", "reboot", "expired", "owner": without a hyphen, because systemd
// knows the file by what follows the last one in its unit's name.
std::string name_of(Request request);

class Requests {
 public:
  // An empty folder: nobody watches, and everything asked for is refused.
  explicit Requests(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // The file appears whole, by one rename. Error: what could not be written, or Code::unsupported.
  Status ask(Request request, std::string_view text = "") const;

 private:
  std::filesystem::path folder_;
};

}  // namespace kiosk::app
