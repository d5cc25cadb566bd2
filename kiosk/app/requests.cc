#include "kiosk/app/requests.h"

#include "kiosk/os/durable.h"

namespace kiosk::app {

std::string name_of(Request request) {
  switch (request) {
    case Request::rollback: return "rollback";
    case Request::restart: return "restart";
    case Request::update: return "update";
    case Request::settings: return "settings.toml";
    case Request::reboot: return "reboot";
    case Request::accept_expired: return "expired";
    case Request::owner: return "owner";
  }
  KIOSK_CHECK(false);
}

Status Requests::ask(Request request, std::string_view text) const {
  if (folder_.empty()) {
    return Error{Code::unsupported, "Nobody acts on what staff ask for here. Start the kiosk with --requests DIR."};
  }
  return os::write_durably(folder_ / name_of(request), text);
}

}  // namespace kiosk::app
