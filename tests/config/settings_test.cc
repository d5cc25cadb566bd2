// Values that look like a setting and are none: numbers that are no number, half a position, addresses that reach
// nobody. Each is refused with its line and what to write.
#include <doctest/doctest.h>

#include <array>

#include "kiosk/config/config.h"
#include "kiosk/config/settings.h"

using namespace kiosk;
using namespace kiosk::config;

namespace {

std::string problem_of(const std::string& text) {
  Config config;
  Status status = parse_over(config, text, "kiosk.toml");
  return status.ok() ? "" : status.error().message;
}

// The problem of one line of a section, which must name that line.
std::string problem_of(const std::string& section, const std::string& line) {
  std::string problem = problem_of("[" + section + "]\n" + line + "\n");
  CHECK_MESSAGE((problem.empty() || problem.starts_with("kiosk.toml:2: ")), problem);
  return problem;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("no setting takes a number that is none, nor one beyond all measure") {
  for (const auto& [name, setting] : settings()) {
    const size_t dot = name.find('.');
    for (const char* number : {"nan", "+nan", "-nan", "inf", "+inf", "-inf", "1e300", "-1e300"}) {
      const std::string text = "[" + name.substr(0, dot) + "]\n" + name.substr(dot + 1) + " = " + number + "\n";
      CHECK_MESSAGE(holds(problem_of(text), "kiosk.toml:2: "), text);
    }
  }
}

TEST_CASE("a panel's size in another unit than millimetres is refused") {
  for (const char* size : {"21.7", "0.217", "49", "-217", "3001"})
    CHECK_MESSAGE(holds(problem_of("panel", std::string("width_mm = ") + size), "from 50 to 3000, or 0"), size);
  for (const char* size : {"0", "50", "217", "3000", "0.0"})
    CHECK_MESSAGE(problem_of("panel", std::string("width_mm = ") + size).empty(), size);
}

TEST_CASE("a limit below one kilobyte a second is refused: rounded, it would be none") {
  CHECK(holds(problem_of("update", "max_kilobytes_per_second = 0.0001"), "from 1"));
  CHECK(problem_of("update", "max_kilobytes_per_second = 1").empty());
}

TEST_CASE("half a position is refused, and names the half that is there") {
  CHECK(holds(problem_of("kiosk", "latitude = 6.3005"), "without longitude"));
  CHECK(holds(problem_of("kiosk", "longitude = -10.7969"), "without latitude"));
  CHECK(problem_of("[kiosk]\nlatitude = 6.3005\nlongitude = -10.7969\n").empty());
  Config config;
  REQUIRE(parse_over(config, "[kiosk]\nlongitude = -10.7969\nlatitude = 6.3005\n", "kiosk.toml").ok());
  CHECK(config.position == Position(6.3005, -10.7969));
}

TEST_CASE("one file does not mend half the position of another") {
  Config config;
  REQUIRE(parse_over(config, "[kiosk]\nlatitude = 6.3005\nlongitude = -10.7969\n", "kiosk.toml").ok());
  CHECK_FALSE(parse_over(config, "[kiosk]\nlatitude = 48.85\n", "device.toml").ok());
  CHECK(config.position == Position(6.3005, -10.7969));
}

TEST_CASE("no kiosk stands at 0, 0 or off the globe") {
  CHECK(holds(problem_of("[kiosk]\nlatitude = 0\nlongitude = 0.0\n"), "open sea"));
  CHECK(problem_of("[kiosk]\nlatitude = 0\nlongitude = 9.45\n").empty());
  CHECK(holds(problem_of("kiosk", "latitude = 106.8\nlongitude = -6.2"), "-90 to 90"));
  CHECK(holds(problem_of("kiosk", "longitude = 180.1\nlatitude = 5"), "-180 to 180"));
  CHECK(holds(problem_of("kiosk", "latitude = \"6.3005\"\nlongitude = 1"), "degrees"));
}

TEST_CASE(
    "an address of a server is taken as https, without anything nobody sees, and else refused with what to write") {
  for (const auto& row : {std::pair("http://x.org", "\"https://x.org\""),
                          std::pair("HTTP://x.org/kiosk", "\"https://x.org/kiosk\""),
                          std::pair("x.org", "\"https://x.org\""),
                          std::pair("https://x.org/ ", "\"https://x.org/\""),
                          std::pair(" https://x.org", "\"https://x.org\""),
                          std::pair("https://x.org\\n", "\"https://x.org\""),
                          std::pair("https://x. org", "\"https://x.org\""),
                          std::pair("ftp://x.org", "not with ftp://"),
                          std::pair("https://", "no server"),
                          std::pair("https:///kiosk", "no server"),
                          std::pair("https:/x.org", "\"https://x.org\""),
                          std::pair("https//x.org", "\"https://x.org\""),
                          std::pair("http;//x.org/a", "\"https://x.org/a\""),
                          std::pair("https:x.org", "\"https://x.org\""),
                          std::pair("https://x.org/%20", "\"https://x.org/\""),
                          std::pair("\u201Chttps://x.org\u201D", "\"https://x.org\""),
                          std::pair("'https://x.org'", "\"https://x.org\""),
                          std::pair("https://x.org/a b", "\"https://x.org/a%20b\""),
                          std::pair("https://x..org", "empty"),
                          std::pair("https://x_y.org", "\"_\""),
                          std::pair("https://x.org:0", "1 to 65535"),
                          std::pair("https://x.org:https", "1 to 65535"),
                          std::pair("https://x.org:", "1 to 65535"),
                          std::pair("https://300.1.1.1", "four parts"),
                          std::pair("https://[::1", "bracket"),
                          std::pair("https://me:secret@x.org", "name or pass word"),
                          std::pair("https://x.org/?a=b", "before \"?a=b\""),
                          std::pair("https://x.org/#top", "before \"#top\""),
                          std::pair("https://né.org", "xn--"),
                          std::pair("https://x.org\\u200B", "U+200B"),
                          std::pair("https:\\\\\\\\x.org", "write it whole")}) {
    const auto& address = row.first;
    const auto& remedy = row.second;
    for (auto [section, key] : {std::pair("update", "url"), std::pair("health", "push_url")}) {
      const std::string problem = problem_of(section, std::string(key) + " = \"" + address + "\"");
      CHECK_MESSAGE(holds(problem, remedy), address << " -> " << problem);
    }
  }
  for (const char* address : {"", "https://x.org", "https://x.org/", "https://x.org:8443/a/b", "https://192.0.2.7/k",
                              "https://[2001:db8::7]:8443/k", "HTTPS://X.org", "https://updates/kiosk"})
    CHECK_MESSAGE(problem_of("update", std::string("url = \"") + address + "\"").empty(), address);
}

TEST_CASE("a proxy of another kind, without a port or without its beginning is refused with the right form") {
  for (const auto& row :
       {std::pair("socks5://x:1", "another kind"), std::pair("https://x:443", "another kind"),
        std::pair("PROXY x:3128", "\"http://x:3128\""), std::pair("proxy.example", "port"),
        std::pair("proxy.example:3128", "\"http://proxy.example:3128\""), std::pair("http://proxy.example", "port"),
        std::pair("http://proxy.example:3128/", "behind the port"),
        std::pair("http://proxy.example:3128 ", "\"http://proxy.example:3128\""),
        std::pair("http://:3128", "no server"), std::pair("http://proxy:99999", "65535")}) {
    const auto& proxy = row.first;
    const auto& remedy = row.second;
    const std::string problem = problem_of("update", std::string("proxy = \"") + proxy + "\"");
    CHECK_MESSAGE(holds(problem, remedy), proxy << " -> " << problem);
  }
  for (const char* proxy : {"", "http://proxy.example:3128", "http://me:secret@10.0.0.1:8080", "http://[::1]:3128"})
    CHECK_MESSAGE(problem_of("update", std::string("proxy = \"") + proxy + "\"").empty(), proxy);
}
