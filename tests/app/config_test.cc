#include <doctest/doctest.h>

#include "kiosk/app/config.h"

using namespace kiosk;
using namespace kiosk::app;

TEST_CASE("the shipped configuration is read, and says what the program does without any") {
  auto shipped = read_config(KIOSK_SOURCE_DIR "/platform/packaging/kiosk.toml");
  REQUIRE_MESSAGE(shipped.ok(), shipped.error().message);
  Config none;
  CHECK(shipped->idle_seconds == none.idle_seconds);
  CHECK(shipped->width_mm == none.width_mm);
  CHECK(shipped->update_url == none.update_url);
}

TEST_CASE("emergency numbers are read as they are dialled") {
  auto config = parse_config("[kiosk]\nemergency_numbers = [{name = \"Police\", number = \"911\"}]\n", "kiosk.toml");
  REQUIRE(config.ok());
  REQUIRE(config->emergency_numbers.size() == 1);
  CHECK(config->emergency_numbers[0].number == "911");
}

TEST_CASE("a wrong line of the configuration is named with its number and what should stand there") {
  struct Case {
    const char* text;
    const char* line;
    const char* hint;
  };
  for (const Case& wrong : {Case{"[panel]\nwidht_mm = 300\n", ":2:", "widht_mm"}, Case{"[panel]\nwidth_mm = \"wide\"\n", ":2:", "number"},
                            Case{"[session]\nidle_seconds = 5\n", ":2:", "30"}, Case{"idle = 3\n", ":1:", "section"},
                            Case{"[kiosk]\n\nemergency_numbers = [{name = \"P\", number = \"call us\"}]\n", ":3:", "dialled"},
                            Case{"[kiosk\n", ":1:", "shipped"}}) {
    auto config = parse_config(wrong.text, "kiosk.toml");
    REQUIRE_FALSE(config.ok());
    CHECK_MESSAGE(config.error().message.find(wrong.line) != std::string::npos, config.error().message);
    CHECK_MESSAGE(config.error().message.find(wrong.hint) != std::string::npos, config.error().message);
  }
}

TEST_CASE("a configuration that is not there is an error that says so") {
  auto config = read_config("/nonexistent/kiosk.toml");
  REQUIRE_FALSE(config.ok());
  CHECK(config.error().code == Code::not_found);
}
