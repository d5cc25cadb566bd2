// The visitor's program: opens a catalog and shows it, in a window, as a tour of pictures, or as a script plays it.
#include <CLI/CLI.hpp>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "kiosk/app/content.h"
#include "kiosk/app/exchange.h"
#include "kiosk/app/fonts.h"
#include "kiosk/app/frame_loop.h"
#include "kiosk/app/proof.h"
#include "kiosk/app/script.h"
#include "kiosk/app/settings_watch.h"
#include "kiosk/app/staff_facts.h"
#include "kiosk/app/stage.h"
#include "kiosk/app/tour.h"
#include "kiosk/app/visit_counter.h"
#include "kiosk/app/window.h"
#include "kiosk/audio/wave_file.h"
#include "kiosk/base/log.h"
#include "kiosk/config/config.h"
#include "kiosk/fleet/screen_note.h"
#include "kiosk/graphics/offscreen.h"
#include "kiosk/main/keypad_log.h"
#include "kiosk/main/root_metadata.h"
#include "kiosk/main/sound.h"
#include "kiosk/main/touch_log.h"
#include "kiosk/os/backlight.h"
#include "kiosk/os/file.h"
#include "kiosk/os/folder_watch.h"
#include "kiosk/os/machine.h"
#include "kiosk/os/out_of_memory.h"
#include "kiosk/os/supervisor.h"
#include "kiosk/os/terminal.h"
#include "kiosk/os/time_zone.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/progress.h"
#include "kiosk/update/tuf/limits.h"

namespace {

using namespace kiosk;
namespace fs = std::filesystem;

struct Options {
  std::string catalog, store = "/var/lib/kiosk", health = "/var/lib/kiosk-health",
                       built_in = "/usr/share/kiosk/release";
  std::string config, settings, requests, assets = KIOSK_ASSETS, root = root_metadata(), tour, script, listen, counts;
  std::string windowed, panel_mm;
  std::vector<std::string> languages;
  std::vector<std::string> only;
};

std::optional<std::pair<int, int>> size_of(const std::string& text) {
  size_t cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  int width = std::atoi(text.c_str()), height = std::atoi(text.c_str() + cross + 1);
  if (width < 1 || height < 1 || width > 16384 || height > 16384) return std::nullopt;
  return std::pair(width, height);
}

int fail(const Error& error) {
  log(Priority::error, error.message);
  return 1;
}

// No core file and no look into the memory of a visit (R45, R70).
void leave_no_traces() {
  rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

// `rotation` as the picture is turned now, of which the settings need not know yet.
ui::Panel panel_of(const Options& options, const config::Config& config, int rotation, std::optional<float> monitor,
                   int width, int height) {
  constexpr float kTenInch = 1280 / 216.8f, kUsualBottomEdge = 850;
  ui::Panel panel{width, height, monitor.value_or(kTenInch),
                  config.bottom_edge_mm > 0 ? config.bottom_edge_mm : kUsualBottomEdge};
  // Those of the panel as its maker describes it, before the picture is turned.
  auto [panel_width, panel_height] = graphics::turned_size(graphics::rotation_of(rotation), width, height);
  if (config.width_mm > 0) panel.px_per_mm = static_cast<float>(panel_width) / config.width_mm;
  if (auto mm = size_of(options.panel_mm)) panel.px_per_mm = static_cast<float>(width) / static_cast<float>(mm->first);
  return panel;
}

// A time at which a kiosk is switched on wherever it stands; fixed, so that the time of writing tells of no visit
// (R67).
constexpr std::chrono::hours kCountsWrittenAt{12};

std::chrono::local_seconds local_time(std::chrono::sys_seconds now) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm local{};
  localtime_r(&seconds, &local);
  return std::chrono::local_seconds(now.time_since_epoch() + std::chrono::seconds(local.tm_gmtoff));
}

// The first day, where nobody has set this kiosk up and a machine acts on what is asked.
std::optional<app::SetUp::Parts> set_up_parts(const Options& options, const config::Reading& reading) {
  if (!reading.awaits_set_up || options.requests.empty()) return std::nullopt;
  app::SetUp::Parts parts;
  parts.config = reading.config;
  auto root = os::read_file(options.root, update::tuf::kMaxRootBytes);
  parts.key = update::trusted_content_key({options.store}, root.ok() ? *root : "").value_or("");
  parts.taken = [options](const std::string& hash) {
    return config::read_config(options.config, options.settings).config.pin == hash;
  };
  return parts;
}

// What each way played in a script, as WAV files for whoever wants to listen or to measure.
Status write_recording(const fs::path& folder, const speech::Recorder& recorder) {
  std::error_code error;
  fs::create_directories(folder, error);
  for (auto [way, name] :
       {std::pair(audio::Way::loudspeaker, "loudspeaker.wav"), std::pair(audio::Way::headphones, "headphones.wav")}) {
    std::vector<uint8_t> bytes = audio::encode_wave(recorder.heard(way));
    std::ofstream file(folder / name, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) return Error{Code::io, "cannot write " + (folder / name).string() + ": is the disk full?"};
  }
  return {};
}

int run_offscreen(const Options& options, app::Kiosk::Parts parts, const app::Content& content,
                  const std::vector<LanguageTag>& languages) {
  auto [width, height] = size_of(options.windowed).value_or(std::pair(1280, 800));
  auto context = graphics::Offscreen::create(width, height);
  if (!context.ok()) return fail(context.error());
  auto stage = app::Stage::create(*parts.engine);
  if (!stage.ok()) return fail(stage.error());
  const catalog::Catalog* catalog = parts.catalog;
  parts.panel = panel_of(options, parts.config, parts.config.rotation, std::nullopt, width, height);
  if (catalog) {
    // On a virtual clock: the day of the edition, ten in the morning of a Monday.
    parts.now = [catalog] { return screens::Moment{catalog->pack().published, 0, 600}; };
    parts.pictures = [&stage, catalog](const std::string& path) { return (*stage)->picture(*catalog, path); };
  }
  ui::Panel panel = parts.panel;
  auto made = speech::Recorder::create(synthesizer(), recordings(content));
  if (!made.ok()) return fail(made.error());
  std::unique_ptr<speech::Recorder> recorder = *std::move(made);
  parts.speaker = &recorder->speaker();
  app::Kiosk kiosk(std::move(parts), 0);
  if (!options.script.empty()) {
    std::ifstream file(options.script, std::ios::binary);
    if (!file) return fail({Code::not_found, "cannot open the script " + options.script + "."});
    std::string script{std::istreambuf_iterator<char>(file), {}};
    Status played = app::play_script(
        script, kiosk, 0,
        {[&] { (*stage)->draw(kiosk, panel.width, panel.height); },
         [&](const std::string& name) { return app::write_frame(options.tour, name, kiosk, **stage, panel); },
         recorder.get()});
    if (!options.listen.empty()) {
      if (Status written = write_recording(options.listen, *recorder); !written.ok()) return fail(written.error());
    }
    return played.ok() ? 0 : fail(played.error());
  }
  Status drawn = catalog ? app::draw_tour(options.tour, languages, options.only, kiosk, **stage, *catalog, panel)
                         : app::write_frame(options.tour, "no_catalog", kiosk, **stage, panel);
  return drawn.ok() ? 0 : fail(drawn.error());
}

int run_window(const Options& options, app::Kiosk::Parts parts, app::Content& content,
               std::unique_ptr<catalog::Catalog> catalog, const std::vector<LanguageTag>& languages) {
  auto size = size_of(options.windowed);
  graphics::Rotation rotation = graphics::rotation_of(parts.config.rotation);
  app::WindowOptions wanted{!size, size ? size->first : 1280, size ? size->second : 800, rotation};
  auto window = app::Window::create(wanted);
  if (!window.ok()) return fail(window.error());
  auto stage = app::Stage::create(*parts.engine, rotation);
  if (!stage.ok()) return fail(stage.error());
  log(Priority::info, "drawing with " + (*stage)->device());
  (*stage)->decode_aside([&] { (*window)->wake(); });
  const config::Config config = parts.config;
  text::Engine* const engine = parts.engine;
  // The monitor is asked each time: one that is switched on after the kiosk has only then something to say.
  auto panel_turned = [&](int degrees, int width, int height) {
    return panel_of(options, config, degrees, (*window)->px_per_mm(), width, height);
  };
  parts.panel = panel_turned(config.rotation, (*window)->width(), (*window)->height());
  os::SystemClock clock;
  parts.now = [&] { return catalog ? content.now(*catalog, clock) : screens::Moment{}; };
  parts.pictures = [&](const std::string& path) { return catalog ? (*stage)->picture(*catalog, path) : std::nullopt; };
  std::unique_ptr<Sound> sound = open_sound(content, parts.config, [&] { (*window)->wake(); });
  parts.speaker = sound->speaker.get();
  parts.staff.facts = [&] {
    const Date published = catalog ? catalog->pack().published : Date{};
    return app::staff_facts({options.store}, options.root, options.health, config, clock, published, os::uptime());
  };
  parts.staff.play_sound = [speaker = sound->speaker.get()] {
    if (speaker->trouble(audio::Way::loudspeaker)) return false;
    speech::Utterance earcon;
    earcon.kind = speech::Kind::home;
    return speaker->play({earcon}, catalog::Sensitivity::green, speech::Asked::by_visitor) == speech::Answer::speaking;
  };
  app::Kiosk kiosk(std::move(parts), app::steady_seconds());
  auto prove = [&] {
    if (!catalog || !content.unproven()) return;
    if (app::proves_itself(kiosk, **stage, *catalog, (*window)->width(), (*window)->height()))
      content.confirmed();
    else
      log(Priority::error, "the new content shows no number or finds nothing; it counts as not proven");
  };
  prove();
  if (catalog && !languages.empty()) {
    app::Session session = app::fresh_session(*catalog);
    app::apply(session, ui::ChooseLanguage{languages.front()}, *catalog);
    kiosk.set_session(session);
  }
  // systemd's watchdog is fed by frames alone: a loop that turns and shows nothing is as dead as one that hangs.
  os::Supervisor supervisor;
  app::LoopHooks hooks;
  if (auto interval = supervisor.alive_interval())
    hooks.longest_pause = std::chrono::duration<double>(*interval).count();
  std::optional<fleet::ScreenNotes> notes;
  if (options.catalog.empty()) notes.emplace(options.health, os::boot_id());
  std::optional<app::VisitCounter> visits;
  if (!options.counts.empty()) visits.emplace(stats::Counter(options.counts, kCountsWrittenAt));
  os::Backlight backlight;
  hooks.presented = [&, ready = false]() mutable {
    if (Status lamp = backlight.set(!kiosk.dark()); !lamp.ok()) log(Priority::warning, lamp.error().message);
    if (!ready) supervisor.ready();
    ready = true;
    supervisor.alive();
    if (notes) notes->presented();
    if (visits && catalog) visits->see(kiosk.session(), *catalog, content.now(*catalog, clock).today);
  };
  // An updater that works tells about once a second; looked at no more than twice, and while none works not at all.
  const update::Store store{options.store};
  auto see_update = [&] {
    auto last = update::read_outcome(store);
    kiosk.see_update(update::read_progress(store, os::uptime()), last.ok() ? std::optional(*last) : std::nullopt,
                     app::steady_seconds());
  };
  std::unique_ptr<os::FolderWatch> updates;
  if (options.catalog.empty()) {
    updates = os::watch_folder(store.status(), std::chrono::milliseconds(500), [&] { (*window)->wake(); });
    see_update();
  }
  KeypadLog keypads;
  TouchLog touch_panel;
  hooks.regularly = [&] {
    if (updates) updates->look_again();
    const auto touch = os::has_touch_panel();
    if (auto news = touch_panel.look(touch)) log(*touch ? Priority::info : Priority::warning, *news);
    if (notes) notes->devices(touch, os::has_sound_card(), sound->trouble());
    for (const std::string& news : keypads.look()) log(Priority::info, news);
    if (visits) visits->tick(local_time(clock.now()));
  };
  hooks.awake = [&] {
    if (updates && updates->take_news()) see_update();
    sound->look([&](bool plugged_in) { kiosk.set_headphones(plugged_in, app::steady_seconds()); });
  };
  app::SettingsWatch settings(options.settings);
  const app::Requests requests(options.requests);
  hooks.rested = [&, exchange = app::Exchange()]() mutable {
    if (settings.changed()) {
      log(Priority::info, "the settings of this device are others now: asking for a new start");
      if (Status asked = requests.ask(app::Request::restart); !asked.ok()) log(Priority::error, asked.error().message);
    }
    auto other = exchange.look(content, catalog.get());
    if (!other) return;
    if (*other) app::fit_fonts(*engine, **other);
    kiosk.offer_catalog(other->get());
    (*stage)->forget_pictures();
    catalog = *std::move(other);
    if (!catalog) return;
    sound->speaker->set_recordings(recordings(content));
    prove();
  };
  auto panel_at = [&](int width, int height) { return panel_turned(kiosk.rotation(), width, height); };
  // What was in the device or on the display is gone. A new start makes it anew, and nothing of a visit is left.
  switch (app::run_frame_loop(**window, **stage, kiosk, panel_at, hooks)) {
    case app::LoopEnd::closed: return 0;
    case app::LoopEnd::graphics_lost:
      return fail({Code::interrupted, "the graphics device was reset. The screen starts again."});
    case app::LoopEnd::disconnected:
      return fail({Code::interrupted, "the display ended the connection. The screen starts again."});
  }
  KIOSK_CHECK(false);
}

}  // namespace

int main(int argc, char** argv) {
  if (os::is_terminal(stderr)) log_to_person();
  os::end_when_memory_runs_out();
  Options options;
  CLI::App cli{"Shows a catalog of information to visitors, full screen.", "kiosk"};
  cli.set_version_flag("--version", "kiosk " KIOSK_VERSION);
  cli.add_option("--catalog", options.catalog, "folder of a built catalog");
  cli.add_option("--store", options.store, "folder of the updater, whose current release is shown")
      ->capture_default_str();
  cli.add_option("--health", options.health, "folder in which a new release is noted as proven")->capture_default_str();
  cli.add_option("--built-in", options.built_in, "folder of the release that came with the program")
      ->capture_default_str();
  cli.add_option("--counts", options.counts, "file of counts per day, topic and language; none: nothing is counted");
  cli.add_option("--config", options.config, "settings of this kiosk (kiosk.toml)");
  cli.add_option("--settings", options.settings, "settings made on this device, over those of --config key by key");
  cli.add_option("--requests", options.requests, "folder for what staff ask of the machine");
  cli.add_option("--assets", options.assets, "folder with fonts.conf")->capture_default_str();
  cli.add_option("--root", options.root, "the first root metadata of who publishes: whose content is shown")
      ->capture_default_str();
  cli.add_option("--windowed", options.windowed, "window of WIDTHxHEIGHT pixels instead of the full screen");
  cli.add_option("--panel-mm", options.panel_mm, "size of the picture, WIDTHxHEIGHT in millimetres");
  cli.add_option("--language", options.languages, "start in this language; with --tour: draw only these");
  cli.add_option("--tour", options.tour, "draw every screen into this folder, without a display, and exit");
  cli.add_option("--only", options.only, "with --tour: draw only the screens whose names begin so");
  cli.add_option("--script", options.script, "with --tour: play this script on a virtual clock instead");
  cli.add_option("--listen", options.listen,
                 "with --script: write what was to be heard into this folder, a WAV file a way");
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) { return cli.exit(error) == 0 ? 0 : 2; }
  leave_no_traces();

  app::Kiosk::Parts parts;
  // A misspelt setting must not cost the visitor the screen: it is logged, and all those of its file are left out.
  config::Reading reading = config::read_config(options.config, options.settings);
  for (const Error& problem : reading.problems)
    log(Priority::error, problem.message + " Until then that file is left out.");
  parts.staff.set_up = set_up_parts(options, reading);
  parts.staff.requests = app::Requests(options.requests);
  parts.staff.pin = reading.config.pin;
  parts.config = std::move(reading.config);
  std::vector<LanguageTag> languages;
  for (const std::string& text : options.languages) {
    auto tag = LanguageTag::parse(text);
    if (!tag.ok()) return fail(tag.error());
    languages.push_back(*tag);
  }
  auto engine = text::Engine::create(fs::path(options.assets) / "fonts.conf");
  if (!engine.ok()) return fail(engine.error());
  parts.engine = engine->get();
  parts.now = [] { return screens::Moment{}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };

  app::Content content = options.catalog.empty()
                             ? app::Content::of_store(options.store, options.health, options.built_in, options.root)
                             : app::Content::of_folder(options.catalog);
  auto catalog = content.open();
  if (catalog.ok()) {
    app::fit_fonts(**engine, **catalog);
    parts.catalog = catalog->get();
    const std::string& zone = (*catalog)->pack().time_zone;
    if (os::is_time_zone(zone) != true)
      log(Priority::error,
          "the zone data of this machine has no " + zone + ": hours count by its own clock. Install tzdata.");
    else
      setenv("TZ", zone.c_str(), 1);
    tzset();
  } else {
    log(Priority::error, "no content can be shown, only the emergency numbers: " + catalog.error().message);
  }
  if (!options.tour.empty()) return run_offscreen(options, std::move(parts), content, languages);
  return run_window(options, std::move(parts), content, catalog.ok() ? *std::move(catalog) : nullptr, languages);
}
