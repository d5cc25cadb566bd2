#include "kiosk/main/own_clock.h"

#include <chrono>
#include <iostream>
#include <optional>

#include "kiosk/http/client.h"
#include "kiosk/main/build_time.h"
#include "kiosk/main/own_server.h"
#include "kiosk/os/clock.h"
#include "kiosk/publish/repository/clock_check.h"

namespace kiosk {

using namespace publish;

namespace {

constexpr std::chrono::seconds kServerAnswersWithin{20};

// Nothing where no one answers: an office without a network publishes too.
std::optional<DayKnown> day_of(const OwnServer& server, const std::string& authorities) {
  if (server.address.empty()) return std::nullopt;
  http::Options options;
  options.proxy = server.proxy;
  options.authorities = authorities;
  options.connect_timeout = options.total = kServerAnswersWithin;
  const std::string folder = server.address.ends_with('/') ? server.address : server.address + "/";
  auto time = http::Client::create(options)->time_at(folder + "metadata/timestamp.json");
  if (time.ok()) return day_of_server(server.address, *time);
  // A clock that is far off makes every certificate look wrong, so this is no reason to go on.
  if (time.error().code == Code::refused)
    fail_signing(time.error().message + " Is this computer's clock right? Nothing was signed.");
  std::cout << "The clock of " << server.address << " could not be asked. " << time.error().message << "\n";
  if (!server.named_in.empty()) std::cout << "That address is in " << server.named_in << ".\n";
  return std::nullopt;
}

}  // namespace

void add_clock_options(CLI::App* command, SigningArguments& arguments) {
  command->add_option("--today", arguments.today, "the day in words, where this computer's clock is in doubt");
  command->add_option(
      "--address", arguments.address,
      "from where kiosks fetch this repository, https://...: its server's clock is compared with this one, now and "
      "each time from then on; \"none\" forgets it");
  command->add_option(
      "--config", arguments.config,
      "settings of a kiosk, which name that address and a proxy; /etc/kiosk/kiosk.toml where there is one");
  command->add_option("--authorities", arguments.authorities, "certificate authorities for that address, a PEM file");
}

void check_own_clock(const SigningArguments& arguments, const Repository& repository,
                     const std::filesystem::path& catalog) {
  speak(must(SignerWords::load(KIOSK_ASSETS "/signing", arguments.language)));
  auto known = days_known(repository, catalog, build_time());
  const OwnServer server = own_server(arguments, repository);
  const auto its_day = day_of(server, arguments.authorities);
  if (its_day) known.push_back(*its_day);
  must(check_clock(os::SystemClock().now(), known, arguments.today));
  if (its_day) remember(server, repository);
}

}  // namespace kiosk
