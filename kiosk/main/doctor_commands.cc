#include "kiosk/main/doctor_commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "kiosk/audio/device_sink.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/config/config.h"
#include "kiosk/fleet/doctor/content.h"
#include "kiosk/fleet/doctor/machine.h"
#include "kiosk/fleet/doctor/place.h"
#include "kiosk/fleet/doctor/presentation.h"
#include "kiosk/fleet/doctor/settings.h"
#include "kiosk/fleet/doctor/sound.h"
#include "kiosk/fleet/screen_note.h"
#include "kiosk/json/json.h"
#include "kiosk/main/build_time.h"
#include "kiosk/main/root_metadata.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/machine.h"
#include "kiosk/update/shown_release.h"

namespace kiosk {
namespace {

using fleet::Finding;
using fleet::Findings;
using fleet::Verdict;

struct Arguments {
  std::string store = "/var/lib/kiosk", health = "/var/lib/kiosk-health", built_in = "/usr/share/kiosk/release";
  std::string config = "/etc/kiosk/kiosk.toml", settings = config::kDeviceSettings;
  std::string assets = KIOSK_ASSETS, root = root_metadata();
  std::string machine = "/";
  bool as_json = false;
};

void append(Findings& all, Findings more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

Findings examine(const Arguments& arguments) {
  const os::SystemClock clock;
  const fleet::ContentPlaces places{
      {arguments.store}, arguments.health, arguments.built_in, arguments.root, build_time()};
  Findings all = fleet::examine_settings(arguments.config, arguments.settings);
  const config::Config config = config::read_config(arguments.config, arguments.settings).config;
  append(all, fleet::examine_releases(places));
  append(all, fleet::examine_trust(places, clock));
  append(all, fleet::examine_time(places, clock));
  append(all, fleet::examine_identity(places));
  append(all, fleet::examine_disk(arguments.store));
  std::unique_ptr<catalog::Catalog> catalog;
  const update::Shelves shelves{places.store, arguments.health, arguments.built_in, places.first_root()};
  if (auto shown = update::choose_release(shelves); shown.ok()) {
    if (auto opened = catalog::Catalog::open(shown->folder, shown->contacts); opened.ok()) catalog = *std::move(opened);
  }
  append(all, fleet::examine_fonts(arguments.assets, catalog.get()));
  if (catalog) {
    auto synthesizer = speech::make_espeak();
    if (!synthesizer.ok()) {
      all.push_back({"voice", Verdict::warning, "The computer's voice does not load: " + synthesizer.error().message,
                     "Install the package espeak-ng-data; until then only recordings are heard."});
    }
    append(all, fleet::examine_voices(*catalog, synthesizer.ok() ? synthesizer->get() : nullptr));
    append(all, fleet::examine_recordings(*catalog));
    append(all, fleet::examine_zone(*catalog));
    append(all, fleet::examine_position(*catalog, config.position));
  }
  append(all, fleet::examine_devices(arguments.machine));
  auto note = fleet::read_screen_note(arguments.health);
  if (note && note->boot != os::boot_id()) note.reset();  // of an earlier switching-on
  append(all, fleet::examine_sound(config, audio::device_names(), note));
  append(all, fleet::examine_keypad(arguments.machine));
  append(all, fleet::examine_units(arguments.machine));
  return all;
}

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok: return "ok";
    case Verdict::warning: return "warning";
    case Verdict::error: return "error";
  }
  return "";
}

void print(const Findings& all) {
  for (const Finding& finding : all) {
    std::printf("%-8s %s: %s\n", name_of(finding.verdict), finding.what.c_str(), finding.seen.c_str());
    if (!finding.remedy.empty()) std::printf("         -> %s\n", finding.remedy.c_str());
  }
}

void print_json(const Findings& all) {
  auto list = json::Json::array();
  for (const Finding& finding : all) {
    list.push_back({{"what", finding.what},
                    {"state", name_of(finding.verdict)},
                    {"seen", finding.seen},
                    {"remedy", finding.remedy}});
  }
  std::fputs(json::pretty(json::Json{{"findings", list}}).c_str(), stdout);
}

void run_doctor(const Arguments& arguments) {
  const Findings all = examine(arguments);
  arguments.as_json ? print_json(all) : print(all);
  if (std::any_of(all.begin(), all.end(), [](const Finding& finding) { return finding.verdict == Verdict::error; })) {
    throw CLI::RuntimeError(1);
  }
}

}  // namespace

void add_doctor_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* doctor = kioskctl.add_subcommand("doctor", "Look at everything on this kiosk that can be wrong");
  doctor->footer(
      "Each line: ok, warning (visitors are served) or error (they are not), what was seen, what to do. Exit code 1\n"
      "with an error. Run it as root or as kiosk-update, who may read everything.");
  doctor->add_option("--config", arguments->config, "the kiosk's settings")->capture_default_str();
  doctor->add_option("--settings", arguments->settings, "settings made on the device")->capture_default_str();
  doctor->add_option("--store", arguments->store, "where the kiosk keeps its content")->capture_default_str();
  doctor->add_option("--health", arguments->health, "where the screen's program leaves its notes")
      ->capture_default_str();
  doctor->add_option("--built-in", arguments->built_in, "the release that came with the program")
      ->capture_default_str();
  doctor->add_option("--assets", arguments->assets, "folder with fonts.conf")->capture_default_str();
  doctor->add_option("--root", arguments->root, "the first root metadata of who publishes")->capture_default_str();
  doctor->add_option("--machine", arguments->machine, "the machine's own folders, elsewhere in tests")->group("");
  doctor->add_flag("--json", arguments->as_json, "answer in JSON");
  doctor->callback([arguments] { run_doctor(*arguments); });
}

}  // namespace kiosk
