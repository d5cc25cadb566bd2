// What a screen or a stick may set on a device, and when.
#include <doctest/doctest.h>

#include "kiosk/config/config.h"
#include "kiosk/config/install.h"
#include "kiosk/crypto/pin_hash.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::config;
using kiosk::test::TemporaryFolder;

namespace {

std::filesystem::path written(const std::filesystem::path& path, const std::string& text) {
  kiosk::test::write_file(path, text);
  return path;
}

bool holds(const Error& error, const std::string& part) { return error.message.find(part) != std::string::npos; }

const std::string& pin_line() {
  static const std::string line = "[staff]\npin = \"" + crypto::hash_pin("271828") + "\"\n";
  return line;
}

// A kiosk as the package leaves it, and a stick.
struct NewKiosk {
  explicit NewKiosk(const std::string& package_text = "[kiosk]\nname = \"\"\n") {
    std::filesystem::create_directory(stick);
    written(package, package_text);
  }

  Status plug_in(const std::string& text) {
    written(stick / kStickFile, text);
    return install_from_stick(stick, package, settings);
  }
  Config config() const { return read_config(package, settings).config; }
  bool awaits_set_up() const { return read_config(package, settings).awaits_set_up; }

  TemporaryFolder folder;
  std::filesystem::path package = folder / "etc.toml", settings = folder / "var" / "kiosk.toml",
                        stick = folder / "stick";
};

}  // namespace

TEST_CASE("settings are laid over those that the device has, key by key, and a wrong line changes nothing") {
  TemporaryFolder folder;
  auto installed = folder / "settings" / "kiosk.toml";
  REQUIRE(install_settings(written(folder / "first", "[kiosk]\nname = \"North \\\"1\\\"\"\n[panel]\nrotation = 90\n"),
                           installed)
              .ok());
  Status wrong = install_settings(written(folder / "second", "[kiosk]\nnam = \"South\"\n"), installed);
  REQUIRE_FALSE(wrong.ok());
  CHECK(holds(wrong.error(), "second:2:"));
  CHECK(read_config({}, installed).config.name == "North \"1\"");
  REQUIRE(install_settings(written(folder / "third", "[kiosk]\nplace = \"Hall\"\n[panel]\nrotation = 180\n"), installed)
              .ok());
  Config config = read_config({}, installed).config;
  CHECK(config.name == "North \"1\"");
  CHECK(config.place == "Hall");
  CHECK(config.rotation == 180);
}

TEST_CASE("settings that change nothing are not written again") {
  TemporaryFolder folder;
  auto installed = folder / "kiosk.toml", file = written(folder / "new", "[kiosk]\nname = \"North\"\n");
  REQUIRE(install_settings(file, installed).ok());
  auto before = std::filesystem::last_write_time(installed);
  std::filesystem::last_write_time(installed, before - std::chrono::hours(1));
  REQUIRE(install_settings(file, installed).ok());
  CHECK(std::filesystem::last_write_time(installed) == before - std::chrono::hours(1));
}

TEST_CASE("kept settings that are damaged do not stand in the way of new ones") {
  TemporaryFolder folder;
  auto installed = written(folder / "kiosk.toml", "[kiosk\nname");
  REQUIRE(install_settings(written(folder / "new", "[kiosk]\nname = \"North\"\n"), installed).ok());
  CHECK(read_config({}, installed).config.name == "North");
}

TEST_CASE("two files that contradict each other are not both taken") {
  TemporaryFolder folder;
  auto installed = folder / "kiosk.toml";
  REQUIRE(install_settings(written(folder / "a", "[keypad]\nnext = \"F13\"\n"), installed).ok());
  Status second = install_settings(written(folder / "b", "[keypad]\nhelp = \"F13\"\n"), installed);
  REQUIRE_FALSE(second.ok());
  CHECK(holds(second.error(), "one thing"));
  CHECK(read_config({}, installed).config.own_keys.size() == 1);
}

TEST_CASE("what visitors are told to dial, whom the machine trusts and to whom it talks is never set on the device") {
  for (const char* line : {"[kiosk]\nemergency_numbers = [{name = \"Police\", number = \"116\"}]",
                           "[update]\nurl = \"https://example.org\"", "[update]\nproxy = \"http://proxy:8080\"",
                           "[update]\nmax_kilobytes_per_second = 1", "[health]\npush_url = \"https://example.org\"",
                           "[staff]\nmay_accept_expired = true", "[session]\nidle_seconds = 3600"}) {
    TemporaryFolder folder;
    auto installed = folder / "kiosk.toml";
    Status refused = install_settings(written(folder / "new", line), installed);
    REQUIRE_FALSE(refused.ok());
    CHECK_MESSAGE(holds(refused.error(), "new:2: "), refused.error().message);
    CHECK_MESSAGE(holds(refused.error(), "Set it in /etc/kiosk/kiosk.toml"), refused.error().message);
    CHECK_FALSE(std::filesystem::exists(installed));
  }
  NewKiosk kiosk;
  CHECK_FALSE(
      kiosk.plug_in("[kiosk]\nplace = \"Hall\"\nemergency_numbers = [{name = \"Police\", number = \"116\"}]\n").ok());
  CHECK(kiosk.config().place.empty());
}

TEST_CASE("everything that the set-up and a stick for many kiosks need may be set") {
  NewKiosk kiosk;
  Status taken = kiosk.plug_in(
      "[kiosk]\nlanguage = \"fr\"\nlatitude = 6.3\nlongitude = -10.8\n[panel]\nwidth_mm = 217\nheight_mm = 136\n"
      "bottom_edge_mm = 850\nrotation = 90\n[hours]\nopen = \"Mo-Fr 08:00-17:00\"\nwhen_closed = \"dark\"\n"
      "quiet = \"Su 00:00-24:00\"\nquiet_steps = 1\n[keypad]\nnext = \"F13\"\n[sound]\nloudspeaker_dba = 70\n"
      "[health]\nreceipt_on_stick = true\n[desk]\npresent = true\nwhere = {en = \"Upstairs\"}\n");
  REQUIRE_MESSAGE(taken.ok(), taken.error().message);
  CHECK(kiosk.config().rotation == 90);
  CHECK(kiosk.config().receipt_on_stick);
  CHECK(kiosk.config().desk.where.at(LanguageTag::of("en")) == "Upstairs");
  CHECK_MESSAGE(kiosk.awaits_set_up(), "the screen asks for name and PIN");
}

TEST_CASE("a stick sets a kiosk up once: afterwards the next one is refused and changes nothing") {
  NewKiosk kiosk;
  CHECK(kiosk.awaits_set_up());
  REQUIRE(kiosk.plug_in("[kiosk]\nname = \"North\"\n" + pin_line()).ok());
  CHECK_FALSE(kiosk.awaits_set_up());
  Status second = kiosk.plug_in("[kiosk]\nname = \"South\"\n");
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == Code::refused);
  CHECK(holds(second.error(), "set up already"));
  CHECK(kiosk.config().name == "North");
}

TEST_CASE("a common part without a PIN can be taken again, and stands until the screen has asked for the rest") {
  NewKiosk kiosk;
  REQUIRE(kiosk.plug_in("[hours]\nopen = \"Mo-Fr 08:00-17:00\"\n").ok());
  REQUIRE(kiosk.plug_in("[hours]\nopen = \"Mo-Sa 08:00-17:00\"\n").ok());
  CHECK(kiosk.config().open->open_at(5, 600));
  auto answers = written(kiosk.folder / "answers", "[kiosk]\nname = \"North\"\n" + pin_line());
  REQUIRE(install_settings(answers, kiosk.settings).ok());
  CHECK(kiosk.config().open->open_at(5, 600));
  CHECK_FALSE(kiosk.awaits_set_up());
}

TEST_CASE("a stick with a PIN and no name is refused: nobody would ever be asked for the name") {
  NewKiosk kiosk;
  Status taken = kiosk.plug_in(pin_line());
  REQUIRE_FALSE(taken.ok());
  CHECK(holds(taken.error(), "Leave the pin out"));
  CHECK(kiosk.awaits_set_up());
}

TEST_CASE("whoever wrote a name or a PIN into the package's file is not asked to set the kiosk up") {
  CHECK_FALSE(NewKiosk("[kiosk]\nname = \"North\"\n").awaits_set_up());
  CHECK_FALSE(NewKiosk(pin_line()).awaits_set_up());
  CHECK_FALSE(NewKiosk(pin_line()).plug_in("[kiosk]\nname = \"South\"\n").ok());
}

TEST_CASE("a kiosk whose settings cannot be read is not set up anew by whoever stands there") {
  NewKiosk wrong("[kiosk]\nnam = \"North\"\n");
  CHECK_FALSE(wrong.awaits_set_up());
  Status taken = wrong.plug_in("[kiosk]\nname = \"South\"\n");
  REQUIRE_FALSE(taken.ok());
  CHECK(taken.error().code == Code::refused);
  CHECK_MESSAGE(holds(taken.error(), "etc.toml:2:"), taken.error().message);

  NewKiosk damaged;
  std::filesystem::create_directories(damaged.settings.parent_path());
  written(damaged.settings, "[staff]\npin = ");
  CHECK_FALSE(damaged.awaits_set_up());
  CHECK_FALSE(damaged.plug_in("[kiosk]\nname = \"South\"\n").ok());
}

TEST_CASE("a stick's file that is none, too large or no settings is named, and nothing is taken") {
  NewKiosk kiosk;
  Status none = install_from_stick(kiosk.stick, kiosk.package, kiosk.settings);
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == Code::not_found);
  for (const std::string& bytes :
       {std::string("\0\xff\x01", 3), std::string("[kiosk]\nname = \"a\xff\"\n"), std::string("name = 1"),
        std::string(kMostConfigBytes + 1, '#'), std::string("[kiosk]\nname = \"a\"\nname = \"b\"\n")}) {
    Status taken = kiosk.plug_in(bytes);
    REQUIRE_FALSE(taken.ok());
    CHECK(taken.error().code != Code::refused);
    CHECK_MESSAGE(holds(taken.error(), "kiosk.toml"), taken.error().message);
  }
  std::filesystem::remove(kiosk.stick / kStickFile);
  std::filesystem::create_directory(kiosk.stick / kStickFile);
  Status folder = install_from_stick(kiosk.stick, kiosk.package, kiosk.settings);
  REQUIRE_FALSE(folder.ok());
  CHECK(folder.error().code == Code::invalid);
  CHECK_FALSE(std::filesystem::exists(kiosk.settings));
}
