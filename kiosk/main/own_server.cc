#include "kiosk/main/own_server.h"

#include <filesystem>
#include <iostream>
#include <system_error>

#include "kiosk/base/web_address.h"
#include "kiosk/config/config.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk {
namespace {

constexpr const char* kKioskSettings = "/etc/kiosk/kiosk.toml";
constexpr size_t kMostBytes = 4096;

std::string remembered(const publish::Repository& repository) {
  auto text = os::read_file(repository.address(), kMostBytes);
  return text.ok() ? text->substr(0, text->find('\n')) : std::string();
}

// Of the file that --config names, else of the kiosk that this computer is, if it is one.
OwnServer of_settings(const std::string& named) {
  const std::string file = named.empty() ? kKioskSettings : named;
  std::error_code trouble;
  if (named.empty() && !std::filesystem::exists(file, trouble)) return {};
  const config::Reading reading = config::read_config(file, named.empty() ? config::kDeviceSettings : "");
  if (!named.empty() && !reading.problems.empty()) fail_signing(reading.problems.front().message);
  return {reading.config.update_url, reading.config.update_proxy, file};
}

}  // namespace

OwnServer own_server(const SigningArguments& arguments, const publish::Repository& repository) {
  if (arguments.address == kNoServer) {
    must(os::remove_durably(repository.address()));
    return {};
  }
  const OwnServer set = of_settings(arguments.config);
  if (!arguments.address.empty()) {
    const auto address = WebAddress::parse(arguments.address);
    if (!address.ok() || address->scheme != "https")
      fail_signing("--address " + arguments.address + " is not an address that kiosks fetch from. Write https://...");
    return {arguments.address, set.proxy, ""};
  }
  // Settings that were asked for come before what was said on another day.
  if (!arguments.config.empty()) return set;
  if (const std::string address = remembered(repository); !address.empty())
    return {address, set.proxy, repository.address().string()};
  return set;
}

void remember(const OwnServer& server, const publish::Repository& repository) {
  if (!server.named_in.empty() || server.address == remembered(repository)) return;
  must(os::make_folder_durably(repository.address().parent_path()));
  must(os::write_durably(repository.address(), server.address + "\n"));
  std::cout << server.address << " is remembered in " << repository.address().string() << ": its clock is asked each "
            << "time from now on. --address " << kNoServer << " forgets it.\n";
}

}  // namespace kiosk
