#include "kiosk/main/fleet_commands.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/config/config.h"
#include "kiosk/fleet/collect.h"
#include "kiosk/fleet/fleet_table.h"
#include "kiosk/fleet/health_complaints.h"
#include "kiosk/fleet/health_json.h"
#include "kiosk/fleet/identity.h"
#include "kiosk/fleet/prometheus.h"
#include "kiosk/fleet/receipt.h"
#include "kiosk/http/client.h"
#include "kiosk/json/json.h"
#include "kiosk/main/build_time.h"
#include "kiosk/main/root_metadata.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/file.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk {
namespace {

[[noreturn]] void fail(const std::string& sentence) {
  std::fprintf(stderr, "kioskctl: %s\n", sentence.c_str());
  throw CLI::RuntimeError(1);
}

struct HealthArguments {
  std::string store = "/var/lib/kiosk", health, config, settings = config::kDeviceSettings;
  std::string root = root_metadata();
  std::string prometheus, receipt, authorities;
  bool push = false, as_json = false, asks_if_wanted = false;
};

fleet::HealthReport collect(const HealthArguments& arguments, const config::Config& config, const os::Clock& clock) {
  fleet::Sources sources;
  sources.store = {arguments.store};
  sources.health = arguments.health.empty() ? std::filesystem::path(arguments.store) / "health"
                                            : std::filesystem::path(arguments.health);
  if (auto root = os::read_file(arguments.root, update::tuf::kMaxRootBytes); root.ok()) sources.first_root = *root;
  sources.name = config.name;
  sources.place = config.place;
  sources.program = KIOSK_VERSION;
  sources.build = build_time();
  return fleet::collect(sources, clock);
}

void push(const HealthArguments& arguments, const config::Config& config, const fleet::HealthReport& report) {
  if (config.push_url.empty()) return;  // the usual kiosk has nobody to tell, and that is no failure
  http::Options options;
  options.proxy = config.update_proxy;
  options.authorities = arguments.authorities;
  options.certificate_time = report.at;
  options.time_is = report.clock_doubtful ? http::TimeIs::at_least : http::TimeIs::exact;
  options.total = std::chrono::minutes(2);
  std::string fallback = "unnamed";
  if (report.name.empty()) {
    auto own = fleet::Identity::open(update::Store{arguments.store}.identity());
    if (own.ok()) fallback = fleet::fingerprint(own->key().public_key());
  }
  auto sent = http::Client::create(options)->put(fleet::push_address(config.push_url, report.name, fallback),
                                                 fleet::to_prometheus(report), "text/plain; version=0.0.4");
  if (!sent.ok()) fail(sent.error().message);
}

void print(const fleet::HealthReport& report) {
  auto line = [](const char* what, const std::string& value) { std::printf("%-14s%s\n", what, value.c_str()); };
  if (!report.name.empty()) line("Kiosk:", report.name + (report.place.empty() ? "" : ", " + report.place));
  line("Content:", report.content_version ? "version " + std::to_string(report.content_version) : "none installed");
  line("Last update:", report.last_update.empty() ? "none yet" : report.last_update_words);
  if (report.uptime) line("On for:", std::to_string(report.uptime->count()) + " hours");
  const auto complaints = fleet::complaints_about(report);
  if (complaints.empty()) std::puts("It is well.");
  for (const std::string& complaint : complaints) std::puts(complaint.c_str());
}

void run_health(const HealthArguments& arguments) {
  const config::Reading reading = config::read_config(arguments.config, arguments.settings);
  // A wrong setting must not hide how the kiosk is; `kioskctl doctor` and the screen tell of it.
  for (const Error& problem : reading.problems) std::fprintf(stderr, "kioskctl: %s\n", problem.message.c_str());
  if (arguments.asks_if_wanted) {
    if (reading.config.receipt_on_stick) return;
    throw CLI::RuntimeError(1);  // in silence: most kiosks write nothing to sticks, and a journal keeps every word
  }
  const os::SystemClock clock;
  const fleet::HealthReport report = collect(arguments, reading.config, clock);
  if (!arguments.prometheus.empty()) {
    if (Status written = fleet::write_prometheus(arguments.prometheus, report); !written.ok())
      fail(written.error().message);
  }
  if (!arguments.receipt.empty()) {
    auto left = fleet::leave_receipt(arguments.receipt, update::Store{arguments.store}.identity(), report);
    if (!left.ok()) fail(left.error().message + " The content is as the update left it.");
    std::fprintf(stderr, "kioskctl: a receipt was left on the stick: %s\n", left->string().c_str());
  }
  if (arguments.push) push(arguments, reading.config, report);
  if (arguments.as_json) {
    std::fputs(json::pretty(fleet::to_json(report)).c_str(), stdout);
  } else if (arguments.prometheus.empty() && arguments.receipt.empty() && !arguments.push) {
    print(report);
  }
}

struct FleetArguments {
  std::string folder, known, keys;
  int64_t newest = 0;
  int silent_days = static_cast<int>(fleet::FleetOptions{}.silent_after.count());
  bool as_json = false, as_csv = false;
};

// In the home folder of who asks, not in the folder of receipts: that came from a stick.
std::filesystem::path default_known_kiosks() {
  if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder && *folder) {
    return std::filesystem::path(folder) / "kiosk/known_kiosks";
  }
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home ? home : ".") / ".config/kiosk/known_kiosks";
}

void run_fleet(const FleetArguments& arguments) {
  const bool given = !arguments.keys.empty();
  const std::filesystem::path file = given                     ? std::filesystem::path(arguments.keys)
                                     : arguments.known.empty() ? default_known_kiosks()
                                                               : std::filesystem::path(arguments.known);
  auto known = fleet::KnownKiosks::read(file);
  if (!known.ok()) fail(known.error().message);
  if (given && known->all().empty()) fail("There are no keys in " + file.string() + ": no receipt could be believed.");
  fleet::FleetOptions options;
  options.now = os::SystemClock().now();
  options.silent_after = std::chrono::days(arguments.silent_days);
  if (arguments.newest > 0) options.newest = arguments.newest;
  options.trust_new = !given;
  auto table = fleet::read_fleet(arguments.folder, *known, options);
  if (!table.ok()) fail(table.error().message);
  const std::string text = arguments.as_json  ? fleet::to_json(*table)
                           : arguments.as_csv ? fleet::to_csv(*table)
                                              : fleet::to_text(*table);
  std::fputs(text.c_str(), stdout);
  if (given) return;
  if (Status written = known->write(file); !written.ok()) fail(written.error().message);
}

}  // namespace

void add_fleet_commands(CLI::App& kioskctl) {
  auto asked = std::make_shared<HealthArguments>();
  CLI::App* health = kioskctl.add_subcommand("health", "Say how this kiosk is, to people, Prometheus or a stick");
  health->add_option("--store", asked->store, "where the kiosk keeps its content")->capture_default_str();
  health->add_option("--health", asked->health, "where the screen's program leaves its notes; STORE/health");
  health->add_option("--root", asked->root, "the first root metadata of who publishes")->capture_default_str();
  health->add_option("--config", asked->config, "the kiosk's settings: its name, its place, where to push to");
  health->add_option("--settings", asked->settings, "settings made on the device")->capture_default_str();
  health->add_option("--prometheus", asked->prometheus,
                     "write it for node_exporter's textfile collector into this file");
  health->add_option("--receipt", asked->receipt, "leave a signed receipt on the stick mounted here");
  health->add_flag("--receipt-wanted", asked->asks_if_wanted,
                   "end with 0 if the settings ask for a receipt on every stick, else with 1, and do nothing else");
  health->add_flag("--push", asked->push, "send it to the Pushgateway that the settings name, if they name one");
  health->add_option("--authorities", asked->authorities, "certificate authorities for --push, a PEM file");
  health->add_flag("--json", asked->as_json, "answer in JSON");
  health->callback([asked] { run_health(*asked); });

  auto wanted = std::make_shared<FleetArguments>();
  CLI::App* fleet = kioskctl.add_subcommand("fleet", "Read the receipts of many kiosks into one table");
  fleet->footer("What the table says and how receipts are believed: platform/FLEET.md");
  fleet->add_option("folder", wanted->folder, "a folder of receipts, copied from sticks")->required();
  CLI::Option* keys = fleet->add_option("--keys", wanted->keys, "believe the kiosks in this file and no others");
  fleet->add_option("--known", wanted->known, "the file that keeps which key is whose; ~/.config/kiosk/known_kiosks")
      ->excludes(keys);
  fleet->add_option("--newest", wanted->newest,
                    "the content version that all should have; else the highest that any has");
  fleet->add_option("--silent-days", wanted->silent_days, "silent after so many days without a receipt")
      ->capture_default_str()
      ->check(CLI::Range(1, 3650));
  CLI::Option* csv = fleet->add_flag("--csv", wanted->as_csv, "for a spreadsheet");
  fleet->add_flag("--json", wanted->as_json, "for machines")->excludes(csv);
  fleet->callback([wanted] { run_fleet(*wanted); });
}

}  // namespace kiosk
