// Each finding of the doctor, shown on a set-up that is broken in just that way.
#include <doctest/doctest.h>

#include "kiosk/fleet/doctor/content.h"
#include "kiosk/fleet/doctor/machine.h"
#include "kiosk/fleet/doctor/presentation.h"
#include "kiosk/fleet/doctor/settings.h"
#include "kiosk/fleet/doctor/sound.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/updater.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/opus_writer.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"
#include "tests/support/source_path.h"

namespace kiosk::fleet {
namespace {

using test::FixedClock;
using test::kNow;
using test::read_file;
using test::TemporaryFolder;
using test::write_file;

Verdict worst(const Findings& all) {
  Verdict verdict = Verdict::ok;
  for (const Finding& finding : all) verdict = std::max(verdict, finding.verdict);
  return verdict;
}

// Whether a finding of this kind holds these words, and says what to do when it is not well.
bool finds(const Findings& all, Verdict verdict, const std::string& words) {
  for (const Finding& finding : all) {
    CHECK((finding.verdict == Verdict::ok) == finding.remedy.empty());
    if (finding.verdict == verdict && (finding.what + ": " + finding.seen).find(words) != std::string::npos)
      return true;
  }
  return false;
}

TEST_CASE("settings: a wrong line is named, and what an office means to set is asked for") {
  TemporaryFolder folder;
  const auto file = folder / "kiosk.toml", settings = folder / "settings.toml";
  CHECK(worst(examine_settings(file, settings)) == Verdict::error);
  write_file(file,
             "[kiosk]\nname = \"Ganta\"\nemergency_numbers = [{ name = \"Police\", number = \"911\" }]\n"
             "[panel]\nwidth_mm = 217\n");
  CHECK(worst(examine_settings(file, settings)) == Verdict::ok);
  write_file(file, "");
  CHECK(finds(examine_settings(file, settings), Verdict::warning, "no name"));
  CHECK(finds(examine_settings(file, settings), Verdict::warning, "emergency numbers"));
  CHECK(finds(examine_settings(file, settings), Verdict::warning, "monitor"));
  write_file(file, "[kiosk]\n\nnmae = \"Ganta\"\n");
  CHECK(finds(examine_settings(file, settings), Verdict::error, "kiosk.toml:3"));
  write_file(file, "[kiosk]\nname = \"Ganta\"\n");
  write_file(settings, "[session]\nidle_seconds = 1\n");
  CHECK(finds(examine_settings(file, settings), Verdict::error, "settings.toml:2"));
}

TEST_CASE("R38: a picture that hangs out of a seated hand's reach is a warning") {
  TemporaryFolder folder;
  const auto file = folder / "kiosk.toml";
  auto hung = [&](int bottom, int height) {
    write_file(file,
               "[kiosk]\nname = \"Ganta\"\nemergency_numbers = [{ name = \"Police\", number = \"911\" }]\n"
               "[panel]\nwidth_mm = 217\nheight_mm = " +
                   std::to_string(height) + "\nbottom_edge_mm = " + std::to_string(bottom) + "\n");
    return examine_settings(file, {});
  };
  CHECK(worst(hung(850, 136)) == Verdict::ok);
  CHECK(finds(hung(850, 476), Verdict::warning, "850 to 1326 mm"));
  CHECK(finds(hung(300, 136), Verdict::warning, "300 to 436 mm"));
  CHECK(worst(hung(0, 476)) == Verdict::ok);  // not measured
}

// A kiosk with the starter content in its package and installed by an update.
struct Installed {
  test::RepositorySimulator repository{kNow};
  test::SimulatedStore kiosk{repository};
  ContentPlaces places;

  Installed() {
    const std::filesystem::path starter = KIOSK_STARTER_CATALOG;
    test::publish_release(repository,
                          {read_file(starter / "contacts.db"), read_file(starter / "content.db"), objects(starter)});
    kiosk.check = [](const std::filesystem::path&) { return Status(); };
    REQUIRE(kiosk.update().outcome == update::Outcome::updated);
    places = {kiosk.store, kiosk.folder / "health", starter, kiosk.folder / "root.json", kNow - std::chrono::days(1)};
    write_file(places.root, kiosk.options.first_root);
    REQUIRE(update::confirm(places.health, 2).ok());
  }

  static std::vector<std::string> objects(const std::filesystem::path& catalog) {
    std::vector<std::string> all;
    if (!std::filesystem::exists(catalog / "objects")) return all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(catalog / "objects")) {
      if (entry.is_regular_file()) all.push_back(read_file(entry.path()));
    }
    return all;
  }

  std::filesystem::path release() const { return kiosk.store.release(2); }
  void spoil(const std::filesystem::path& file) const {
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    std::string bytes = read_file(file);
    bytes[bytes.size() / 2] ^= 1;
    write_file(file, bytes);
  }
};

TEST_CASE("content: a kiosk that is whole is well, byte by byte") {
  Installed installed;
  const Findings all = examine_releases(installed.places);
  for (const Finding& finding : all)
    CHECK_MESSAGE(finding.verdict == Verdict::ok, finding.what << ": " << finding.seen);
  CHECK(all.size() == 2);
}

TEST_CASE("content: one wrong byte in any file of the release is found") {
  for (const char* name : {"contacts.db", "content.db", "objects.json", "proof.json"}) {
    Installed installed;
    installed.spoil(installed.release() / name);
    CHECK_MESSAGE(worst(examine_releases(installed.places)) == Verdict::error, name);
  }
  Installed installed;
  bool spoilt = false;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(installed.kiosk.store.objects())) {
    if (!entry.is_regular_file() || spoilt) continue;
    installed.spoil(entry.path());
    spoilt = true;
  }
  if (spoilt) CHECK(worst(examine_releases(installed.places)) == Verdict::error);
}

TEST_CASE("content: a missing package, an unproven release and a failed one are told apart") {
  Installed installed;
  std::filesystem::remove_all(installed.places.health);
  CHECK(finds(examine_releases(installed.places), Verdict::warning, "not been shown"));
  for (int i = 0; i < update::kMaxUnprovenStarts; ++i) REQUIRE(update::note_start(installed.places.health, 2).ok());
  CHECK(finds(examine_releases(installed.places), Verdict::error, "failed on the screen"));
  installed.places.built_in = installed.kiosk.folder / "nowhere";
  CHECK(finds(examine_releases(installed.places), Verdict::warning, "content in the package"));
}

TEST_CASE("content: nothing installed is a warning while the package has some, and an error without") {
  Installed installed;
  TemporaryFolder empty;
  installed.places.store = {empty / "store"};
  CHECK(worst(examine_releases(installed.places)) == Verdict::warning);
  installed.places.built_in = empty / "nowhere";
  CHECK(worst(examine_releases(installed.places)) == Verdict::error);
}

TEST_CASE("trust: root metadata that is missing or altered is an error, and what lapses soon is announced") {
  Installed installed;
  FixedClock clock(kNow);
  CHECK(worst(examine_trust(installed.places, clock)) == Verdict::ok);
  clock.time = kNow + std::chrono::days(320);
  CHECK(finds(examine_trust(installed.places, clock), Verdict::warning, "trust: content: It lapses on"));
  clock.time = kNow + std::chrono::days(400);
  CHECK(finds(examine_trust(installed.places, clock), Verdict::warning, "trust: content: It lapsed on"));
  const auto root = installed.kiosk.store.metadata() / "root.json";
  std::string bytes = read_file(root);
  write_file(root, bytes.replace(bytes.find("\"version\""), 9, "\"Version\""));
  clock.time = kNow;
  CHECK(finds(examine_trust(installed.places, clock), Verdict::warning, "damaged or missing"));
  write_file(installed.places.root, bytes);
  CHECK(worst(examine_trust(installed.places, clock)) == Verdict::error);
  std::filesystem::remove(installed.places.root);
  CHECK(finds(examine_trust(installed.places, clock), Verdict::error, "does not know"));
}

TEST_CASE("trust: content of another owner than root.json names is told, and so is since when there is another") {
  Installed installed;
  test::RepositorySimulator other(kNow);
  test::publish_release(other, {read_file(installed.release() / "contacts.db"), "words", {}});
  const std::string root = other.files.at("metadata/1.root.json");
  write_file(installed.places.root, root);
  CHECK(finds(examine_trust(installed.places, FixedClock(kNow)), Verdict::warning, "another owner"));
  installed.kiosk.options.first_root = root;
  test::MemorySource stick(other.files);
  REQUIRE(installed.kiosk.update_from(stick).outcome == update::Outcome::updated);
  CHECK(finds(examine_trust(installed.places, FixedClock(kNow)), Verdict::ok, "Since 2026-11-23"));
}

TEST_CASE("time: an unsynchronised clock is a warning and says what is known") {
  Installed installed;
  FixedClock clock(kNow);
  CHECK(worst(examine_time(installed.places, clock)) == Verdict::ok);
  clock.time = {};
  clock.vouched_for = false;
  CHECK(finds(examine_time(installed.places, clock), Verdict::warning, "1970-01-01"));
}

TEST_CASE("disk: room is said where the content will be, also before its folder exists") {
  TemporaryFolder folder;
  CHECK(finds(examine_disk(folder / "a/b/store"), Verdict::ok, "MB are free"));
  CHECK_MESSAGE(finds(examine_disk("no-such-store"), Verdict::ok, "MB are free"), "a relative path is one too");
  CHECK(worst(examine_disk("/proc/store")) == Verdict::error);  // no room at all
}

TEST_CASE("devices: what is missing is an error, what is there is named") {
  TemporaryFolder root;
  Findings all = examine_devices(root.path());
  CHECK(finds(all, Verdict::error, "touch"));
  CHECK(finds(all, Verdict::error, "sound"));
  std::filesystem::create_directories(root / "sys/class/input/event0/device/capabilities");
  write_file(root / "sys/class/input/event0/device/properties", "2\n");
  write_file(root / "sys/class/input/event0/device/capabilities/abs", "3\n");
  std::filesystem::create_directories(root / "sys/class/sound/card1");
  std::filesystem::create_directories(root / "sys/class/thermal/thermal_zone0");
  write_file(root / "sys/class/thermal/thermal_zone0/temp", "85000\n");
  all = examine_devices(root.path());
  CHECK(finds(all, Verdict::ok, "touch"));
  CHECK(finds(all, Verdict::ok, "sound"));
  CHECK(finds(all, Verdict::warning, "85"));
}

TEST_CASE("sound: a device that the settings name and the machine lacks is an error that lists those there are") {
  config::Config config;
  config.loudspeaker_dba = 80;
  CHECK(examine_sound(config, {}, std::nullopt).empty());
  config.headphones = "AudioNav";
  Findings all = examine_sound(config, {"Built-in"}, std::nullopt);
  CHECK(finds(all, Verdict::error, "\"AudioNav\", which headphones under [sound] names"));
  CHECK(all[0].remedy.find("\"Built-in\"") != std::string::npos);
  CHECK(examine_sound(config, {"Built-in", "AudioNav"}, std::nullopt).empty());
}

TEST_CASE("R8: a loudspeaker that was not measured, or that never reaches 65 dBA, is a warning") {
  config::Config config;
  CHECK(finds(examine_sound(config, {}, std::nullopt), Verdict::warning, "has not been measured"));
  config.loudspeaker_dba = 64;
  CHECK(finds(examine_sound(config, {}, std::nullopt), Verdict::warning, "never reaches 65"));
  config.loudspeaker_dba = 65;
  CHECK(examine_sound(config, {}, std::nullopt).empty());
}

TEST_CASE("sound: why the screen's program gets no sound is handed on") {
  config::Config config;
  config.loudspeaker_dba = 80;
  ScreenNote note;
  CHECK(examine_sound(config, {}, note).empty());
  note.sound_trouble = "Sound device \"USB\" went away while in use.";
  CHECK(finds(examine_sound(config, {}, note), Verdict::error, "\"USB\" went away while in use"));
}

TEST_CASE("recordings: what cannot be played is named, because the kiosk itself keeps silent about it") {
  test::MemoryCatalog catalog = test::small_catalog();
  CHECK(worst(examine_recordings(catalog)) == Verdict::ok);
  const std::vector<uint8_t> good = kiosk::tests::encode_opus(audio::silence(audio::milliseconds(500)));
  catalog.own_media["speech/en/0000000000000001.opus"] = good;
  CHECK(finds(examine_recordings(catalog), Verdict::ok, "1 can be played"));
  catalog.own_media["speech/en/0000000000000002.opus"] = {good.begin(),
                                                          good.begin() + static_cast<long>(good.size() / 2)};
  catalog.own_media["speech/en/0000000000000003.opus"] =
      kiosk::tests::encode_opus(audio::silence(audio::milliseconds(121000)));
  Findings all = examine_recordings(catalog);
  CHECK(all.size() == 2);
  CHECK(finds(all, Verdict::warning, "speech/en/0000000000000002.opus cannot be played"));
  CHECK(finds(all, Verdict::warning, "speech/en/0000000000000003.opus cannot be played"));
}

TEST_CASE("R41: a keypad is found by its keys, and its absence is a warning and no more") {
  TemporaryFolder root;
  CHECK(finds(examine_keypad(root.path()), Verdict::warning, "No keypad"));
  auto input = [&](const std::string& event, const std::string& name, const std::string& keys) {
    const auto device = root / "sys/class/input" / event / "device";
    std::filesystem::create_directories(device / "capabilities");
    write_file(device / "name", name + "\n");
    write_file(device / "capabilities/key", keys + "\n");
  };
  input("event0", "Power Button", "10000000000000 0");
  input("event1", "Headset", "c000000000000 0");  // volume alone
  CHECK(finds(examine_keypad(root.path()), Verdict::warning, "No keypad"));
  input("event2", "NavPad", "7 ff80000000000000 0 0");  // F13 to F24, as the kernel writes them
  CHECK(finds(examine_keypad(root.path()), Verdict::ok, "\"NavPad\""));
}

TEST_CASE("services: only a machine that was set up as a kiosk is judged, and then every unit") {
  TemporaryFolder root;
  CHECK(worst(examine_units(root.path())) == Verdict::ok);
  std::filesystem::create_directories(root / "run/systemd/system");
  CHECK(worst(examine_units(root.path())) == Verdict::ok);
  std::filesystem::create_directories(root / "usr/lib/systemd/system");
  write_file(root / "usr/lib/systemd/system/kiosk.service", "");
  CHECK(examine_units(root.path()).size() == 4);
  for (auto [target, unit] :
       {std::pair("multi-user", "kiosk.service"), {"timers", "kiosk-update.timer"}, {"timers", "kiosk-health.timer"}}) {
    const auto wants = root / "etc/systemd/system" / (std::string(target) + ".target.wants");
    std::filesystem::create_directories(wants);
    std::filesystem::create_symlink(std::string("/usr/lib/systemd/system/") + unit, wants / unit);
  }
  CHECK(finds(examine_units(root.path()), Verdict::error, "not running"));
  const auto group = root / "sys/fs/cgroup/system.slice/kiosk.service";
  std::filesystem::create_directories(group);
  write_file(group / "cgroup.events", "populated 0\nfrozen 0\n");
  CHECK(finds(examine_units(root.path()), Verdict::error, "not running"));
  write_file(group / "cgroup.events", "populated 1\nfrozen 0\n");
  CHECK(worst(examine_units(root.path())) == Verdict::ok);
}

TEST_CASE("fonts: missing ones and characters without a font are errors, in the language that needs them") {
  const std::filesystem::path assets = std::filesystem::path(test::source_path()) / "assets";
  test::MemoryCatalog catalog = test::small_catalog();
  CHECK(worst(examine_fonts(assets, &catalog)) == Verdict::ok);
  catalog.own_topics[0].body += "\U00012000";  // cuneiform
  CHECK(finds(examine_fonts(assets, &catalog), Verdict::error, "U+12000"));
  TemporaryFolder empty;
  CHECK(worst(examine_fonts(empty.path(), nullptr)) == Verdict::error);

  test::MemoryCatalog hindi = test::small_catalog();
  hindi.own_topics[0].body += "सहायता";
  CHECK(worst(examine_fonts(assets, &hindi)) == Verdict::error);
  catalog::Font font;
  font.script = "Deva";
  font.path = "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf";
  font.package = "fonts-of-india";
  hindi.own_fonts = {font};
  CHECK(worst(examine_fonts(assets, &hindi)) == Verdict::ok);
  hindi.own_fonts.front().path = "/usr/share/fonts/no-such-font.ttf";
  CHECK(finds(examine_fonts(assets, &hindi), Verdict::error, "/usr/share/fonts/no-such-font.ttf is not installed"));
}

class OnlyEnglish : public speech::Synthesizer {
  bool speaks(const LanguageTag& language) const override { return language.str() == "en"; }
  Result<audio::Sound> say(std::string_view, const LanguageTag&) override { return audio::Sound{}; }
};

TEST_CASE("voices: a language that neither a recording nor the synthesizer speaks is named") {
  test::MemoryCatalog catalog = test::small_catalog();
  const OnlyEnglish voice;
  CHECK(finds(examine_voices(catalog, &voice), Verdict::ok, "voice: en"));
  CHECK(finds(examine_voices(catalog, &voice), Verdict::warning, "voice: ar"));
  CHECK(finds(examine_voices(catalog, nullptr), Verdict::warning, "voice: en"));
  catalog.own_media["speech/ar/0123456789abcdef.opus"] = {};
  CHECK(finds(examine_voices(catalog, &voice), Verdict::ok, "voice: ar: Recordings: 1"));
}

}  // namespace
}  // namespace kiosk::fleet
