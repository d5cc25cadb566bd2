#include "kiosk/main/content_commands.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "kiosk/main/layout_check.h"
#include "kiosk/main/seen_problems.h"
#include "kiosk/os/terminal.h"
#include "kiosk/publish/build.h"
#include "kiosk/publish/content_check.h"
#include "kiosk/publish/content_report.h"
#include "kiosk/publish/coverage.h"
#include "kiosk/publish/font_search.h"
#include "kiosk/publish/keyboards.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/picture/drawing.h"
#include "kiosk/publish/report.h"
#include "kiosk/publish/stamp.h"
#include "kiosk/text/engine.h"
#include "kiosk/text/icons.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr int kFailed = 1;

struct ContentArguments {
  std::string folder = "content";
  std::string out;
  std::vector<std::string> files;
  int side = 106;
  std::string fonts = KIOSK_ASSETS "/fonts.conf";
  bool json = false, all = false;
};

// One line that is written over, as long as somebody watches.
class ProgressLine {
 public:
  ProgressLine() : shown_(os::is_terminal(stderr)) {}
  ~ProgressLine() { clear(); }

  publish::Progress callback() {
    if (!shown_) return {};
    return [this](std::string_view step, size_t done, size_t total) {
      std::string line(step);
      if (total > 0) line += " " + std::to_string(done) + " of " + std::to_string(total);
      std::fprintf(stderr, "\r%-60s", line.c_str());
      drawn_ = true;
    };
  }

  void clear() {
    if (drawn_) std::fprintf(stderr, "\r%60s\r", "");
    drawn_ = false;
  }

 private:
  bool shown_, drawn_ = false;
};

[[noreturn]] void fail(const Error& error) {
  std::fprintf(stderr, "kioskctl: %s\n", error.message.c_str());
  throw CLI::RuntimeError(kFailed);
}

struct Checked {
  std::optional<publish::Content> content;
  std::vector<catalog::Font> fonts;  // that it needs beside the kiosk's own
  publish::Keyboards keyboards;
  publish::Problems problems;
  std::vector<publish::LanguageCoverage> coverage;
};

// What is laid out is a catalog, as on a kiosk: made for this, and thrown away.
void lay_out(text::Engine& engine, Checked& checked, const publish::Progress& progress) {
  std::string folder = (fs::temp_directory_path() / "kioskctl-XXXXXX").string();
  if (!mkdtemp(folder.data()))
    fail({Code::io, "cannot make a folder in " + fs::temp_directory_path().string() + " to lay out pages in."});
  Status status = publish::build_catalog(*checked.content, fs::path(folder) / "catalog", progress,
                                         publish::Pictures::named_only, checked.fonts, checked.keyboards);
  if (status.ok())
    status = check_layout(fs::path(folder) / "catalog", *checked.content, engine, checked.problems, progress);
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  if (!status.ok()) fail(status.error());
}

Checked check(const ContentArguments& arguments, const publish::Progress& progress) {
  auto engine = text::Engine::create(arguments.fonts);
  if (!engine.ok()) fail(engine.error());
  publish::CheckOptions options;
  options.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  options.icons = text::icon_names();
  publish::FontSearch search;
  options.undrawn = [&](const LanguageTag& language, std::string_view words) {
    return search.find(language, (*engine)->uncovered(words));
  };

  Checked checked;
  checked.content = publish::load_content(arguments.folder, checked.problems, progress);
  if (checked.content) {
    publish::check_content(*checked.content, options, checked.problems, progress);
    checked.coverage = publish::measure_coverage(*checked.content);
    std::vector<LanguageTag> offered;
    for (const publish::LanguageCoverage& coverage : checked.coverage)
      if (coverage.offered || coverage.tag == checked.content->pack.source_language) offered.push_back(coverage.tag);
    checked.keyboards = publish::make_keyboards(*checked.content, offered, options.undrawn);
    checked.fonts = search.fonts();
  }
  if (checked.content && checked.problems.errors() == 0) lay_out(**engine, checked, progress);
  return checked;
}

void run_check(const ContentArguments& arguments) {
  ProgressLine line;
  Checked checked = check(arguments, line.callback());
  line.clear();
  if (arguments.json) {
    std::cout << publish::report_json(checked.problems, checked.coverage);
  } else {
    const publish::Detail detail = arguments.all ? publish::Detail::everything : publish::Detail::news;
    SeenProblems seen(arguments.folder);
    std::cout << publish::problems_text(checked.problems, seen.before(), detail);
    if (!checked.coverage.empty()) std::cout << publish::coverage_text(checked.coverage, detail);
    seen.remember(checked.problems);
  }
  if (checked.problems.errors() > 0) throw CLI::RuntimeError(kFailed);
}

void run_build(const ContentArguments& arguments) {
  ProgressLine line;
  Checked checked = check(arguments, line.callback());
  line.clear();
  if (arguments.json) std::cout << publish::report_json(checked.problems, checked.coverage);
  if (checked.problems.errors() > 0) {
    if (!arguments.json) std::cerr << publish::problems_text(checked.problems);
    fail({Code::invalid, "No catalog was made. Correct the errors above and try again."});
  }
  Status built = publish::build_catalog(*checked.content, arguments.out, line.callback(), publish::Pictures::drawn,
                                        checked.fonts, checked.keyboards);
  line.clear();
  if (!built.ok()) fail(built.error());
  if (arguments.json) return;
  size_t languages = 0;
  for (const auto& language : checked.coverage) languages += language.offered;
  std::cout << "Wrote the catalog " << arguments.out << ": " << checked.content->topics.size() << " pages in "
            << languages << " languages, " << checked.content->contacts.size() << " contacts";
  if (size_t warnings = checked.problems.warnings()) {
    std::cout << "; " << warnings << " warnings, which kioskctl content check shows";
  }
  std::cout << ".\n";
  std::set<std::string> packages;
  for (const catalog::Font& font : checked.fonts) packages.insert(font.package);
  for (const std::string& package : packages)
    if (!package.empty()) std::cout << "Kiosks that show it need the package " << package << " for its fonts.\n";
}

void run_report(const ContentArguments& arguments) {
  ProgressLine line;
  publish::Problems problems;
  auto content = publish::load_content(arguments.folder, problems, line.callback());
  if (!content) {
    line.clear();
    std::cerr << publish::problems_text(problems);
    throw CLI::RuntimeError(kFailed);
  }
  publish::ContentReport report = publish::report_content(*content, line.callback());
  line.clear();
  std::cout << (arguments.json ? publish::content_report_json(report) : publish::content_report_text(report));
  if (problems.errors() == 0) return;
  fail({Code::invalid,
        "The content has errors, so files may be missing from this report. kioskctl content check shows them."});
}

// Every drawing in both sets of colours, for people who look at them.
void run_pictures(const ContentArguments& arguments) {
  publish::Problems problems;
  auto content = publish::load_content(arguments.folder, problems);
  if (!content || problems.errors() > 0) {
    std::cerr << publish::problems_text(problems);
    throw CLI::RuntimeError(kFailed);
  }
  auto written = publish::write_pictures(*content, arguments.side, arguments.out);
  if (!written.ok()) fail(written.error());
  std::cout << "Wrote " << *written << " pictures into " << arguments.out << ".\n";
}

void run_stamp(const ContentArguments& arguments) {
  publish::Problems problems;
  auto content = publish::load_content(arguments.folder, problems);
  if (!content) {
    std::cerr << publish::problems_text(problems);
    throw CLI::RuntimeError(kFailed);
  }
  auto stamped = publish::stamp_translations(*content, arguments.files);
  if (!stamped.ok()) fail(stamped.error());
  for (const std::string& file : *stamped) std::cout << file << "\n";
  std::cout << (stamped->size() == 1 ? "1 translation was stamped.\n"
                                     : std::to_string(stamped->size()) + " translations were stamped.\n");
}

}  // namespace

void add_content_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<ContentArguments>();
  CLI::App* content = kioskctl.add_subcommand("content", "Check the content folder and make a catalog of it");
  content->require_subcommand(1);

  CLI::App* check =
      content->add_subcommand("check", "Say what is wrong, where, and what to do; and how far each language is");
  check->add_option("DIR", arguments->folder, "the content folder")->capture_default_str();
  check->add_flag("--all", arguments->all, "show the warnings too that were there last time, and every list");
  check->callback([arguments] { run_check(*arguments); });

  CLI::App* build = content->add_subcommand("build", "Check, then write the catalog that a kiosk opens");
  build->add_option("DIR", arguments->folder, "the content folder")->required();
  build->add_option("OUT", arguments->out, "the catalog; one that is there is replaced")->required();
  build->callback([arguments] { run_build(*arguments); });

  CLI::App* report = content->add_subcommand(
      "report",
      "List, page by page and language by language, what is missing, stale, unread, unrecorded or hard to read");
  report->add_option("DIR", arguments->folder, "the content folder")->capture_default_str();
  report->callback([arguments] { run_report(*arguments); });

  for (CLI::App* command : {check, build, report}) command->add_flag("--json", arguments->json, "answer in JSON");
  for (CLI::App* command : {check, build}) {
    command->add_option("--fonts", arguments->fonts, "the list of the kiosk's fonts")->capture_default_str();
  }

  CLI::App* icons = content->add_subcommand("icons", "List the names of all pictures that pages and sections may have");
  icons->callback([] {
    for (std::string_view name : text::icon_names()) std::cout << name << "\n";
  });

  CLI::App* pictures = content->add_subcommand("pictures", "Draw all drawings as PNG files, to look at them");
  pictures->add_option("DIR", arguments->folder, "the content folder")->required();
  pictures->add_option("OUT", arguments->out, "the folder for the files")->required();
  pictures->add_option("--side", arguments->side, "pixels; 106 are 18 mm and 59 are 10 mm on a panel of 10.1 inches")
      ->check(CLI::Range(16, 2048))
      ->capture_default_str();
  pictures->callback([arguments] { run_pictures(*arguments); });

  CLI::App* stamp = content->add_subcommand("stamp", "Write into new translations from which text they were made");
  stamp->add_option("DIR", arguments->folder, "the content folder")->required();
  stamp->add_option("--again", arguments->files,
                    "a translation that has been brought up to date, for example topics/x.fr.md");
  stamp->callback([arguments] { run_stamp(*arguments); });
}

}  // namespace kiosk
