#include <doctest/doctest.h>

#include "kiosk/config/config.h"
#include "kiosk/config/install.h"
#include "kiosk/config/settings.h"
#include "kiosk/os/file.h"
#include "tests/support/source_path.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::config;
using kiosk::test::TemporaryFolder;

namespace {

Result<Config> parse(const std::string& text) {
  Config config;
  if (Status status = parse_over(config, text, "kiosk.toml"); !status.ok()) return status.error();
  return config;
}

std::filesystem::path written(const std::filesystem::path& path, const std::string& text) {
  kiosk::test::write_file(path, text);
  return path;
}

bool holds(const Error& error, const std::string& part) { return error.message.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the shipped configuration is read, and says what the program does without any") {
  Config shipped;
  Status status = read_over(shipped, test::source_path("platform/packaging/kiosk.toml"));
  REQUIRE_MESSAGE(status.ok(), status.error().message);
  CHECK(shipped == Config{});
}

TEST_CASE("the shipped configuration documents every setting") {
  const std::string shipped = *os::read_file(test::source_path("platform/packaging/kiosk.toml"), kMostConfigBytes);
  for (const auto& row : settings()) {
    const auto& name = row.first;
    const size_t dot = name.find('.'), at = shipped.find("\n[" + name.substr(0, dot) + "]\n");
    REQUIRE_MESSAGE(at != std::string::npos, name);
    const std::string section = shipped.substr(at, shipped.find("\n[", at + 1) - at), key = name.substr(dot + 1);
    const bool is_function = name.starts_with("keypad.") && !name.ends_with("_seconds");  // listed in one sentence
    CHECK_MESSAGE((is_function ? section.find(key)
                               : std::min(section.find("\n" + key + " = "), section.find("\n# " + key + " = "))) !=
                      std::string::npos,
                  name);
  }
}

TEST_CASE("emergency numbers are read as they are dialled") {
  auto config = parse("[kiosk]\nemergency_numbers = [{name = \"Police\", number = \"911\"}]\n");
  REQUIRE(config.ok());
  REQUIRE(config->emergency_numbers.size() == 1);
  CHECK(config->emergency_numbers[0].number == "911");
}

TEST_CASE("rotation, hours and quiet times are read, and what they cannot be is said") {
  auto config = parse(
      "[panel]\nrotation = 270\n[hours]\nopen = \"Mo-Fr 08:00-17:00\"\nwhen_closed = \"dark\"\n"
      "quiet = \"Su 00:00-24:00\"\nquiet_steps = 1\n");
  REQUIRE_MESSAGE(config.ok(), config.error().message);
  CHECK(config->rotation == 270);
  CHECK(config->open->open_at(0, 9 * 60));
  CHECK_FALSE(config->open->open_at(6, 9 * 60));
  CHECK(config->when_closed == WhenClosed::dark);
  CHECK(config->quiet->open_at(6, 9 * 60));
  CHECK(config->quiet_steps == 1);
  for (auto [line, remedy] :
       {std::pair("[panel]\nrotation = 45", "0, 90, 180 or 270"),
        std::pair("[hours]\nopen = \"all day\"", "Mo-Fr 08:00-17:00"),
        std::pair("[hours]\nwhen_closed = \"off\"", "\"dark\""), std::pair("[hours]\nquiet_steps = 9", "1, 2 or 3")}) {
    auto wrong = parse(line);
    REQUIRE_FALSE(wrong.ok());
    CHECK(holds(wrong.error(), "kiosk.toml:2"));
    CHECK_MESSAGE(holds(wrong.error(), remedy), wrong.error().message);
  }
}

TEST_CASE("settings made on the device stand over those of the package, key by key") {
  TemporaryFolder folder;
  auto package = written(folder / "kiosk.toml",
                         "[kiosk]\nname = \"North\"\nplace = \"Gate\"\n"
                         "emergency_numbers = [{name = \"Police\", number = \"911\"}]\n");
  auto device = written(folder / "device.toml",
                        "[kiosk]\nplace = \"Hall\"\n"
                        "emergency_numbers = [{name = \"Children\", number = \"116\"}]\n");
  Reading reading = read_config(package, device);
  CHECK(reading.problems.empty());
  CHECK(reading.config.name == "North");
  CHECK(reading.config.place == "Hall");
  REQUIRE(reading.config.emergency_numbers.size() == 1);
  CHECK(reading.config.emergency_numbers[0].number == "116");
  CHECK(read_config(package, folder / "none.toml").problems.empty());
}

TEST_CASE("a wrong file of settings is left out whole and named, and the other one still counts") {
  TemporaryFolder folder;
  auto package = written(folder / "kiosk.toml", "[kiosk]\nname = \"North\"\n");
  auto device = written(folder / "device.toml", "[kiosk]\nname = \"South\"\nplaec = \"Hall\"\n");
  Reading reading = read_config(package, device);
  CHECK(reading.config.name == "North");
  REQUIRE(reading.problems.size() == 1);
  CHECK(holds(reading.problems[0], "device.toml:3:"));
}

TEST_CASE("a wrong line of the configuration is named with its number and what should stand there") {
  struct Case {
    const char* text;
    const char* line;
    const char* hint;
  };
  for (const Case& wrong :
       {Case{"[panel]\nwidht_mm = 300\n", ":2:", "widht_mm"},
        Case{"[panel]\nwidth_mm = \"wide\"\n", ":2:", "number"},
        Case{"[session]\nidle_seconds = 5\n", ":2:", "30"},
        Case{"idle = 3\n", ":1:", "section"},
        Case{"[kiosk]\n\nemergency_numbers = [{name = \"P\", number = \"call us\"}]\n", ":3:", "dialled"},
        Case{"[kiosk]\nemergency_numbers = [{name = \"P\", number = \"00231770800911\"}]\n", ":2:", "+ instead of 00."},
        Case{"[kiosk]\nemergency_numbers = [{name = \"P\", number = \"1  16\"}]\n", ":2:", "single spaces"},
        Case{"[kiosk]\nemergency_numbers = [{name = \"P\", number = \"+231116\"}]\n", ":2:", "short code"},
        Case{"[kiosk]\nemergency_numbers = [{name = \"P\", number = \"#*\"}]\n", ":2:", "dialled"},
        Case{"[kiosk\n", ":1:", "shipped"},
        Case{"[staff]\npin = \"123456\"\n", ":2:", "kioskctl settings pin"},
        Case{"[health]\nreceipt_on_stick = \"yes\"\n", ":2:", "true or false"},
        Case{"[kiosk]\nlanguage = \"e_n\"\n", ":2:", "tag"},
        Case{"[update]\nmax_kilobytes_per_second = -1\n", ":2:", "from 1 to 1000000, or 0"},
        Case{"[keypad]\nnext = \"F99\"\n", ":2:", "evtest"},
        Case{"[keypad]\n\nnext = [\"F14\", 5]\n", ":3:", "list of such names"},
        Case{"[keypad]\nlouder = \"F14\"\n", ":2:", "no setting"},
        Case{"[keypad]\nnext = \"F14\"\nhelp = [\"F13\", \"F14\"]\n", ":3:", "one thing"},
        Case{"[keypad]\ndebounce_seconds = 2.5\n", ":2:", "0 to 2.4"},
        Case{"[keypad]\nrepeat_seconds = 0.1\n", ":2:", "0.5"},
        Case{"[sound]\nloudspeaker = 3\n", ":2:", "quotation"},
        Case{"[sound]\nloudspeaker_dba = 20\n", ":2:", "sound level meter"}}) {
    auto config = parse(wrong.text);
    REQUIRE_FALSE(config.ok());
    CHECK_MESSAGE(config.error().message.find(wrong.line) != std::string::npos, config.error().message);
    CHECK_MESSAGE(config.error().message.find(wrong.hint) != std::string::npos, config.error().message);
  }
}

TEST_CASE(
    "R18: a custom table of the settings is laid over all others, and the device's own replaces it function by "
    "function") {
  TemporaryFolder folder;
  auto package = written(folder / "kiosk.toml", "[keypad]\nnext = [\"A\", \"KEY_LEFT\"]\nprevious = \"B\"\n");
  auto device = written(folder / "device.toml", "[keypad]\nnext = \"B\"\nprevious = \"A\"\n");
  auto meaning = [](const Config& config, const char* key) {
    os::Keypad keypad = keypad_of(config);
    auto press = keypad.press(*os::key_code(key), {});
    return press ? std::optional(press->key) : std::nullopt;
  };
  Reading first = read_config(package, {});
  REQUIRE(first.problems.empty());
  CHECK(meaning(first.config, "A") == os::Key::next);
  CHECK(meaning(first.config, "LEFT") == os::Key::next);
  CHECK(meaning(first.config, "B") == os::Key::previous);
  CHECK(meaning(first.config, "F15") == os::Key::select);
  Reading both = read_config(package, device);
  REQUIRE(both.problems.empty());
  CHECK(meaning(both.config, "A") == os::Key::previous);
  CHECK(meaning(both.config, "B") == os::Key::next);
  CHECK(meaning(both.config, "LEFT") == os::Key::previous);
}

TEST_CASE(
    "R19 R54: the debounce time of the settings counts, and one that would shut the discreet way out is refused") {
  auto config = parse("[keypad]\ndebounce_seconds = 1.5\nrepeat_seconds = 2\n");
  REQUIRE(config.ok());
  os::Keypad keypad = keypad_of(*config);
  auto at = [](int ms) { return os::Keypad::Time(std::chrono::milliseconds(ms)); };
  const int right = *os::key_code("RIGHT");
  CHECK(keypad.press(right, at(0)));
  CHECK_FALSE(keypad.press(right, at(1400)));
  CHECK(keypad.press(right, at(1600)));
  CHECK_FALSE(keypad.hold(right, at(3500)));
  CHECK(keypad.hold(right, at(3700)) == os::Key::next);
  CHECK(parse("[keypad]\ndebounce_seconds = 2.4\n").ok());
  CHECK_FALSE(parse("[keypad]\ndebounce_seconds = 2.41\n").ok());
}

TEST_CASE("a configuration that is not there is an error that says so") {
  Reading reading = read_config("/nonexistent/kiosk.toml", {});
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].code == Code::not_found);
  CHECK(holds(reading.problems[0], "Copy the shipped kiosk.toml there."));
}
