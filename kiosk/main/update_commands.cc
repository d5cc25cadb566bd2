#include "kiosk/main/update_commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/base/log.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/config/config.h"
#include "kiosk/fleet/identity.h"
#include "kiosk/http/client.h"
#include "kiosk/json/json.h"
#include "kiosk/main/build_time.h"
#include "kiosk/main/root_metadata.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/file.h"
#include "kiosk/os/lock_file.h"
#include "kiosk/os/machine.h"
#include "kiosk/os/terminal.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/consent.h"
#include "kiosk/update/directory_source.h"
#include "kiosk/update/holdings.h"
#include "kiosk/update/http_source.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/rollback.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/updater.h"

namespace kiosk {
namespace {

using json::Json;
using namespace update;

// The last of `kioskctl update`'s exit codes that is not an Outcome: the settings could not be read.
constexpr int kFailed = static_cast<int>(Outcome::failed);

constexpr uint64_t kMegabyte = 1'000'000;

// Somebody stands there with the stick; who fetches from the network comes again by itself.
constexpr std::chrono::minutes kPatience{2};

struct Arguments {
  std::string store = "/var/lib/kiosk";
  std::string health;
  std::string from;
  std::string config, settings;
  std::string root = root_metadata();
  std::string authorities;
  std::string proxy;
  std::string language = "en";
  std::string not_before;
  uint64_t max_speed = 0;
  int64_t deadline_seconds = http::Options().total.count();
  uint64_t reserve_megabytes = UpdaterOptions().reserve / kMegabyte;
  bool accept_expired = false;
  bool staff_may_accept_expired = false;  // by the settings
  bool as_json = false;

  std::filesystem::path health_folder() const {
    return health.empty() ? std::filesystem::path(store) / "health" : std::filesystem::path(health);
  }
};

[[noreturn]] void end(int code, const std::string& sentence) {
  std::fprintf(stderr, "kioskctl: %s\n", sentence.c_str());
  throw CLI::RuntimeError(code);
}

LanguageTag language_of(const Arguments& arguments) {
  auto tag = LanguageTag::parse(arguments.language);
  if (!tag.ok()) end(2, tag.error().message);
  return *tag;
}

// Without an address, of the settings.
Origin origin_of(const std::string& from) {
  return from.empty() || from.find("://") != std::string::npos ? Origin::network : Origin::stick;
}

// Empty where there is none.
std::string first_root(const Arguments& arguments) {
  auto root = os::read_file(arguments.root, tuf::kMaxRootBytes);
  return root.ok() ? *root : std::string();
}

Instant not_before(const Arguments& arguments) {
  if (arguments.not_before.empty()) return {};
  auto time = parse_instant(arguments.not_before);
  if (!time.ok()) end(2, time.error().message);
  return *time;
}

MachineTime machine_time() { return {os::boot_id(), os::uptime()}; }

// What the command line leaves open, the settings of the kiosk say.
void read_settings(Arguments& arguments) {
  const config::Reading reading = config::read_config(arguments.config, arguments.settings);
  // A misspelt setting may be the proxy, but it must not keep content on a stick from the kiosk.
  for (const Error& problem : reading.problems) {
    if (origin_of(arguments.from) == Origin::network) end(kFailed, problem.message);
    std::fprintf(stderr, "kioskctl: %s\n", problem.message.c_str());
  }
  arguments.staff_may_accept_expired = reading.config.may_accept_expired;
  if (arguments.from.empty()) arguments.from = reading.config.update_url;
  if (arguments.proxy.empty()) arguments.proxy = reading.config.update_proxy;
  if (arguments.max_speed == 0) {
    arguments.max_speed = static_cast<uint64_t>(1000 * reading.config.max_kilobytes_per_second);
  }
}

std::unique_ptr<Source> open_source(const Arguments& arguments, Origin origin, const TimeFloor& floor,
                                    const os::Clock& clock) {
  if (origin == Origin::stick) {
    const std::filesystem::path folder = arguments.from;
    std::error_code ignored;
    const bool is_stick = std::filesystem::is_directory(folder / kStickFolder, ignored);
    return std::make_unique<DirectorySource>(is_stick ? folder / kStickFolder : folder);
  }
  http::Options options;
  options.proxy = arguments.proxy;
  options.authorities = arguments.authorities;
  options.certificate_time = time_for_checks(floor, clock);
  options.time_is = clock_is_doubtful(floor, clock) ? http::TimeIs::at_least : http::TimeIs::exact;
  options.max_speed = arguments.max_speed;
  options.total = std::chrono::seconds(arguments.deadline_seconds);
  return std::make_unique<HttpSource>(arguments.from, http::Client::create(options), std::random_device()(),
                                      [](std::chrono::milliseconds wait) { std::this_thread::sleep_for(wait); });
}

// Bytes done, on the terminal and in a file that the kiosk's screen reads; both now and then only.
class ProgressNotes {
 public:
  ProgressNotes(const Store& store, bool quiet) : store_(store), on_terminal_(!quiet && os::is_terminal(stderr)) {}
  ~ProgressNotes() {
    if (on_terminal_ && noted_) std::fprintf(stderr, "\r%50s\r", "");
    remove_progress(store_);
  }

  void note(const Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (progress.step == step_ && now - last_ < std::chrono::seconds(1)) return;
    last_ = now;
    step_ = progress.step;
    if (on_terminal_ && progress.total_bytes > 0) {
      noted_ = true;
      std::fprintf(stderr, "\r%llu of %llu kB (%llu %%)   ",
                   static_cast<unsigned long long>(progress.done_bytes / 1000),
                   static_cast<unsigned long long>(progress.total_bytes / 1000),
                   static_cast<unsigned long long>(progress.done_bytes * 100 / progress.total_bytes));
    }
    // Whether it arrives is of no consequence to the update.
    (void)write_progress(store_, progress, os::uptime());
  }

 private:
  const Store& store_;
  const bool on_terminal_;
  bool noted_ = false;
  std::optional<Step> step_;
  std::chrono::steady_clock::time_point last_;
};

// The interface's words of the content that is installed now; none, which is English, before the first.
Translate installed_words(const Store& store, const LanguageTag& language) {
  auto catalog = catalog::Catalog::open(store.current());
  if (!catalog.ok()) return in_english;
  return [messages = (*catalog)->messages(language)](const std::string& original) {
    auto found = messages.find(original);
    return found == messages.end() || found->second.empty() ? original : found->second;
  };
}

Json report_json(const Report& report, const std::string& sentence) {
  Json object = {{"outcome", name_of(report.outcome)},
                 {"sentence", sentence},
                 {"source", name_of(report.origin)},
                 {"version", report.version},
                 {"bytes_fetched", report.bytes_fetched}};
  if (report.created) object["created"] = format_instant(*report.created);
  if (report.outcome == Outcome::no_space) object["bytes_needed"] = report.bytes_needed;
  if (!report.detail.empty()) object["detail"] = report.detail;
  return object;
}

void run_update(Arguments arguments) {
  const LanguageTag language = language_of(arguments);
  read_settings(arguments);
  if (arguments.from.empty()) {
    if (!arguments.config.empty()) return;  // updated by stick alone: nothing to do, and that is no failure
    end(2, "From where? Give a folder or an https address with --from, or a settings file with --config.");
  }
  const Store store{arguments.store};
  const Origin origin = origin_of(arguments.from);
  UpdaterOptions options;
  options.origin = origin;
  if (origin == Origin::stick) options.patience = kPatience;
  options.build = std::max(build_time(), not_before(arguments));
  options.health = arguments.health_folder();
  options.reserve = arguments.reserve_megabytes * kMegabyte;
  const bool agreed = arguments.staff_may_accept_expired && has_consent(store, machine_time());
  if (agreed)
    log(Priority::notice, "Staff agreed at the screen: newer content is taken though it may be past its date.");
  if (agreed || arguments.accept_expired) options.expired = tuf::Expired::accept;
  options.first_root = first_root(arguments);
  const os::SystemClock clock;
  auto source = open_source(arguments, origin, load_time_floor(store, options.first_root, options.build), clock);
  ProgressNotes notes(store, arguments.as_json);
  const OnProgress on_progress = [&](const Progress& progress) { notes.note(progress); };
  const CheckRelease check = [&](const std::filesystem::path& folder) {
    return check_catalog(folder, load_time_floor(store, options.first_root, {}).signed_at);
  };
  const Report report = Updater(store, options, clock, check, on_progress).run(*source);
  // What no update brings and no one else would look after. It has no part in how the update ended.
  if (Status mended = fleet::Identity::mend(store.identity()); !mended.ok())
    log(Priority::warning, mended.error().message);
  if (agreed && report.outcome != Outcome::interrupted && report.outcome != Outcome::no_connection)
    withdraw_consent(store);
  const std::string sentence = sentence_for(report, installed_words(store, language));
  if (arguments.as_json) {
    std::cout << json::pretty(report_json(report, sentence));
  } else {
    std::cout << sentence << "\n";
  }
  if (report.outcome != Outcome::updated) throw CLI::RuntimeError(static_cast<int>(report.outcome));
}

void run_accept_expired(Arguments arguments) {
  read_settings(arguments);
  if (!arguments.staff_may_accept_expired) {
    end(1,
        "Taking content past its date was not allowed: the settings do not let staff decide that ([staff] "
        "may_accept_expired).");
  }
  if (Status given = give_consent(Store{arguments.store}, machine_time()); !given.ok()) end(1, given.error().message);
  log(Priority::notice, "Staff agreed at the screen to newer content past its date; that holds for fifteen minutes.");
  std::cout << "The next update takes newer content though it is past its date, if it begins within fifteen minutes.\n";
}

void run_status(const Arguments& arguments) {
  const Store store{arguments.store};
  const os::SystemClock clock;
  const TimeFloor floor = load_time_floor(store, first_root(arguments), build_time());
  const Translate words = installed_words(store, language_of(arguments));
  Json status = {{"clock_doubtful", clock_is_doubtful(floor, clock)}, {"time_floor", format_instant(floor.value())}};
  if (auto free = os::free_bytes(store.folder); free.ok()) status["free_bytes"] = *free;
  status["bad"] = Json::array();
  for (const BadRelease& bad : read_bad_releases(store)) status["bad"].push_back(bad.version);
  const auto installed = installed_release(store, first_root(arguments));
  const Proven* release = installed ? &installed->edition : nullptr;
  status["version"] = release ? release->version : 0;
  if (auto change = read_owner_change(store)) {
    status["owner_changed"] = {{"at", format_instant(change->at)},
                               {"content_key", change->content_key},
                               {"before", change->before},
                               {"clock_synchronised", change->clock_synchronised}};
  }
  if (release) {
    status["expires"] = format_instant(release->expires);
    status["expired"] = release->expires <= time_for_checks(floor, clock);
    status["previous"] = installed->before;
    if (release->created) status["created"] = format_instant(*release->created);
    const Health health = read_health(arguments.health_folder(), installed->number);
    status["confirmed"] = health.confirmed;
    status["starts"] = health.starts;
  }
  const auto last = read_outcome(store);
  if (last.ok()) {
    status["last_update"] = {{"outcome", name_of(last->report.outcome)},
                             {"source", name_of(last->report.origin)},
                             {"sentence", sentence_for(last->report, words)},
                             {"at", format_instant(last->at)},
                             {"clock_synchronised", last->clock_synchronised}};
  }
  if (arguments.as_json) {
    std::cout << json::pretty(status);
    return;
  }
  if (!release) {
    std::cout << "No content is installed in " << store.folder.string() << ".\n";
  } else {
    std::cout << "Content:      version " << release->version;
    if (release->created) std::cout << " of " << format_instant(*release->created);
    std::cout << (status["confirmed"] ? "" : ", not yet proven on the screen") << "\n"
              << "Signed until: " << format_instant(release->expires) << (status["expired"] ? ", LAPSED" : "") << "\n"
              << "Before it:    " << (installed->before ? "version " + std::to_string(installed->before) : "nothing")
              << "\n";
  }
  if (last.ok()) {
    std::cout << "Last update:  " << format_instant(last->at)
              << (last->clock_synchronised ? "" : " by a clock nobody set") << ": " << sentence_for(last->report, words)
              << "\n";
  }
  std::cout << "Clock:        " << (status["clock_doubtful"] ? "not to be relied on" : "set") << "; it is not before "
            << format_instant(floor.value()) << "\n";
  if (status.contains("free_bytes")) {
    std::cout << "Free:         " << status["free_bytes"].get<uint64_t>() / 1'000'000 << " MB\n";
  }
}

void run_rollback(const Arguments& arguments) {
  const Store store{arguments.store};
  auto lock = os::LockFile::try_lock(store.lock());
  if (!lock.ok()) end(1, lock.error().message);
  auto version = roll_back(store, first_root(arguments), TakenBack::by_staff);
  if (!version.ok()) end(1, version.error().message);
  if (arguments.as_json) {
    std::cout << Json{{"version", *version}}.dump() << "\n";
  } else {
    std::cout << "Version " << *version
              << " is shown again from the next visitor on. The other one is not installed again; "
              << "a newer one will be.\n";
  }
}

}  // namespace

void add_update_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* update =
      kioskctl.add_subcommand("update", "Bring a kiosk's content up to date from a stick or an https address");
  update->add_option("--from", arguments->from, "a stick, a folder with a repository, or an https address");
  update->add_option("--not-before", arguments->not_before,
                     "for a machine without a clock: the least that the time can be, 2026-11-23T12:00:00Z");
  update->add_option("--authorities", arguments->authorities, "certificate authorities for https, a PEM file");
  update->add_option("--proxy", arguments->proxy, "the proxy through which the address is reached");
  update->add_option("--max-bytes-per-second", arguments->max_speed, "no faster than this over the network");
  update
      ->add_option("--deadline-seconds", arguments->deadline_seconds,
                   "give the network up after so long in all; the next update goes on from there")
      ->capture_default_str()
      ->check(CLI::Range(1, 604'800));
  update->add_option("--reserve-megabytes", arguments->reserve_megabytes, "leave so much of the store's disk free")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000));
  update->add_flag("--accept-expired", arguments->accept_expired,
                   "take content that is newer and rightly signed, but past its date; this is logged");
  update->callback([arguments] { run_update(*arguments); });

  CLI::App* accept = kioskctl.add_subcommand(
      "accept-expired", "Note that staff agree to content past its date, if the settings let them");
  accept->callback([arguments] { run_accept_expired(*arguments); });

  for (CLI::App* command : {update, accept}) {
    command->add_option("--config", arguments->config,
                        "the kiosk's settings, which may name an address under [update]");
    command->add_option("--settings", arguments->settings, "settings made on this device, over those of --config");
  }

  CLI::App* status = kioskctl.add_subcommand("status", "Say what content a kiosk shows and how its last update went");
  status->callback([arguments] { run_status(*arguments); });

  CLI::App* rollback = kioskctl.add_subcommand("rollback", "Show the content before the current one again");
  rollback->callback([arguments] { run_rollback(*arguments); });

  for (CLI::App* command : {update, status}) {
    command->add_option("--language", arguments->language,
                        "answer in this language, as far as the content has its words");
  }
  for (CLI::App* command : {update, status, rollback})
    command->add_option("--root", arguments->root, "the first root metadata of who publishes")->capture_default_str();
  for (CLI::App* command : {update, accept, status, rollback}) {
    command->add_option("--store", arguments->store, "where the kiosk keeps its content")->capture_default_str();
    command->add_option("--health", arguments->health,
                        "where the kiosk notes that content has proven itself; STORE/health");
    command->add_flag("--json", arguments->as_json, "answer in JSON");
  }
}

}  // namespace kiosk
