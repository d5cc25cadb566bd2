#include "kiosk/fleet/prometheus.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <sstream>

#include "kiosk/os/directory.h"
#include "tests/fleet/sample_report.h"
#include "tests/support/source_path.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::fleet {
namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("every line is a comment or a sample, and each metric has its help, its type and one sample") {
  static const std::regex sample(R"re(([a-z_]+)(\{([a-z]+="([^"\\\n]|\\["\\n])*",?)+\})? -?[0-9]+)re");
  static const std::regex comment(R"(# (HELP [a-z_]+ .+|TYPE [a-z_]+ gauge))");
  const std::string text = to_prometheus(sample_report());
  REQUIRE(text.back() == '\n');
  std::set<std::string> names;
  std::istringstream lines(text);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    std::smatch match;
    if (std::regex_match(line, match, sample))
      CHECK(names.insert(match[1]).second);
    else
      CHECK_MESSAGE(std::regex_match(line, comment), line);
  }
  CHECK(names.size() == 20);
  CHECK(count == 3 * static_cast<int>(names.size()));
}

TEST_CASE("RECEIPT.md explains every metric, and no other") {
  const HealthReport report = sample_report();
  std::set<std::string> listed, told;
  each_metric(report, [&](const Metric& metric, const auto&) { listed.insert(metric.member); });
  std::istringstream page(test::read_file(test::source_path("kiosk/fleet/RECEIPT.md")));
  static const std::regex member("`([a-z_]+)`");
  for (std::string line; std::getline(page, line);) {
    const std::string names = line.starts_with("| `") ? line.substr(0, line.find('|', 1)) : "";
    for (std::sregex_iterator at(names.begin(), names.end(), member), end; at != end; ++at) told.insert((*at)[1]);
  }
  CHECK(told.erase("number") == 1);  // of the receipt itself
  CHECK(listed == told);
}

TEST_CASE("values are those of the report") {
  const std::string text = to_prometheus(sample_report());
  CHECK(has_line(text, "kiosk_content_version 7"));
  CHECK(has_line(text, "kiosk_content_created_timestamp_seconds 1795161600"));
  CHECK(has_line(text, "kiosk_last_update{outcome=\"updated\"} 1"));
  CHECK(has_line(text, "kiosk_disk_free_bytes 5000000000"));
  CHECK(has_line(text, "kiosk_disk_read_only 0"));
  CHECK(has_line(text, "kiosk_touch_present 1"));
  CHECK(has_line(text, "kiosk_clock_doubtful 0"));
}

TEST_CASE("what a kiosk does not know has no sample, so that no rule takes it for zero") {
  const std::string text = to_prometheus(HealthReport{});
  for (const char* name :
       {"temperature", "restarts", "touch", "sound", "presented", "uptime", "disk", "last_update", "created"})
    CHECK_MESSAGE(text.find(name) == std::string::npos, name);
  CHECK(has_line(text, "kiosk_content_version 0"));
}

TEST_CASE("a name of any letters stays inside its label") {
  HealthReport report;
  report.name = "a \"b\" \\ c\nkiosk_content_version 99 {}";
  report.place = "غانتا";
  const std::string text = to_prometheus(report);
  CHECK(
      has_line(text, R"re(kiosk_info{name="a \"b\" \\ c\nkiosk_content_version 99 {}",place="غانتا",program=""} 1)re"));
  CHECK_FALSE(has_line(text, "kiosk_content_version 99 {}"));
}

TEST_CASE("the file is replaced whole and nothing is left beside it") {
  test::TemporaryFolder folder;
  const auto file = folder / "kiosk.prom";
  REQUIRE(write_prometheus(file, sample_report()).ok());
  REQUIRE(write_prometheus(file, HealthReport{}).ok());
  CHECK(test::read_file(file) == to_prometheus(HealthReport{}));
  CHECK(os::list_folder(folder.path())->size() == 1);
  CHECK_FALSE(write_prometheus(folder / "nowhere/kiosk.prom", sample_report()).ok());
}

TEST_CASE("the address of a push holds any name") {
  CHECK(push_address("https://push.example/", "some/thing", "x") ==
        "https://push.example/metrics/job/kiosk/instance@base64/c29tZS90aGluZw==");
  CHECK(push_address("https://push.example", "?\?\?>>>", "x").ends_with("/Pz8_Pj4-"));
  CHECK(push_address("https://push.example", "", "ab").ends_with("/YWI="));
}

}  // namespace
}  // namespace kiosk::fleet
