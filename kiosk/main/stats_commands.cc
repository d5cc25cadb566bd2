#include "kiosk/main/stats_commands.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "kiosk/stats/counter.h"
#include "kiosk/stats/report.h"

namespace kiosk {
namespace {

struct StatsArguments {
  std::string file = "/var/lib/kiosk-counters/counts.csv";
  bool csv = false, json = false;
};

void print_stats(const StatsArguments& arguments) {
  auto counts = stats::read_counts(arguments.file);
  if (!counts.ok()) {
    std::fprintf(stderr, "kioskctl: %s (%s)\n", counts.error().message.c_str(), arguments.file.c_str());
    throw CLI::RuntimeError(1);
  }
  const Date today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto report = stats::make_report(*counts, today);
  const std::string text = arguments.csv    ? stats::to_csv(report)
                           : arguments.json ? stats::to_json(report)
                                            : stats::to_text(report);
  std::fputs(text.c_str(), stdout);
}

}  // namespace

void add_stats_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<StatsArguments>();
  CLI::App* stats = kioskctl.add_subcommand("stats", "How often each broad topic was opened, for months that are over");
  stats->footer(
      "Numbers below 10, and those from which one could be computed, are hidden.\n"
      "What the numbers mean and what they do not: kiosk/stats/COUNTING.md");
  CLI::Option* csv = stats->add_flag("--csv", arguments->csv, "For a spreadsheet");
  stats->add_flag("--json", arguments->json, "For machines")->excludes(csv);
  stats->add_option("--file", arguments->file, "The kiosk's file of counts")->capture_default_str();
  stats->callback([arguments] { print_stats(*arguments); });
}

}  // namespace kiosk
