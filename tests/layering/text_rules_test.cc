// Rules of the house that a machine can read off the text of the sources.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "tests/layering/source_tree.h"
#include "tests/support/source_path.h"

using namespace layering;

namespace {

const std::filesystem::path kRoot = kiosk::test::source_path();
constexpr size_t kLongFile = 400;

std::vector<std::filesystem::path> sources() {
  auto files = files_below(kRoot, "kiosk", {".h", ".cc"});
  for (auto& file : files_below(kRoot, "tests", {".h", ".cc"})) files.push_back(file);
  REQUIRE(files.size() > 20);
  return files;
}

// The comment at the top of a file, as one text.
std::string head_of(const std::vector<std::string>& lines) {
  std::string head;
  for (const std::string& line : lines) {
    if (line.rfind("//", 0) != 0) break;
    head += line;
  }
  return head;
}

}  // namespace

TEST_CASE("a file over 400 lines says at its head why it is not two") {
  for (const auto& file : sources()) {
    const auto lines = lines_of(read_text(kRoot / file));
    if (lines.size() <= kLongFile) continue;
    CHECK_MESSAGE(
        head_of(lines).find("One file because") != std::string::npos,
        file.string() << " has " << lines.size() << " lines: split it, or begin with \"// One file because\"");
  }
}

TEST_CASE("a header opens with what it is, and is read once") {
  for (const auto& file : files_below(kRoot, "kiosk", {".h"})) {
    const std::string text = read_text(kRoot / file);
    CHECK_MESSAGE(!head_of(lines_of(text)).empty(), file.string() << " opens without a word");
    CHECK_MESSAGE(text.find("\n#pragma once\n") != std::string::npos, file.string() << " lacks #pragma once");
  }
}

TEST_CASE("a file is named with the thing it defines") {
  static const std::regex drawer(R"(.*(^|[/_])(utils?|helpers?|common|misc|manager)([/_.].*|$))");
  for (const auto& file : sources())
    CHECK_MESSAGE(!std::regex_match(file.string(), drawer), file.string() << " names a drawer, not a thing");
}

TEST_CASE("every file and folder that README names is there") {
  static const std::regex name("`((kiosk|content|platform|tests|assets)/[A-Za-z0-9_./-]*)`");
  const std::string text = read_text(kRoot / "README.md");
  int count = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at) {
    const std::string path = (*at)[1];
    if (path.find("NAME") != std::string::npos) continue;  // of a file that is still to be written
    CHECK_MESSAGE(std::filesystem::exists(kRoot / path), "README names " << path);
    ++count;
  }
  CHECK(count > 20);
}

TEST_CASE("no visitor-facing word goes through text that knows no scripts") {
  static const std::regex plain_text(R"(ImGui::(Text|Button|Label)\w*\s*\(|->AddText\s*\()");
  for (const auto& file : files_below(kRoot, "kiosk", {".h", ".cc"}))
    CHECK_MESSAGE(!std::regex_search(read_text(kRoot / file), plain_text),
                  file.string() << " draws words with ImGui: they go through kiosk/text");
}

TEST_CASE("R70: no window for debugging, no clipboard, and no log of the interface library") {
  static const std::regex leaks(
      R"(ImGui::(Show\w+Window|SetClipboardText|LogTo\w+|SaveIniSettings\w+)|glfwSetClipboardString)");
  for (const auto& file : files_below(kRoot, "kiosk", {".h", ".cc"})) {
    const std::string text = read_text(kRoot / file);
    CHECK_MESSAGE(!std::regex_search(text, leaks), file.string());
  }
}

TEST_CASE("nothing is left for later, and no one's own folder is named") {
  // Written in pieces, so that this file keeps its own rule.
  static const std::regex unfinished(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X)\\b");
  static const std::regex own_folder(std::string("/(ro") + "ot|wo" + "rk|home/[a-z]+)/");
  std::vector<std::filesystem::path> files = sources();
  for (const char* folder : {"kiosk", "tests", "platform"})
    for (auto& file : files_below(kRoot, folder, {".md", ".txt", ".cmake", ".sh", ".py", ".toml", ".service", ""}))
      files.push_back(file);
  for (const auto& file : files) {
    int number = 0;
    for (const std::string& line : lines_of(read_text(kRoot / file))) {
      ++number;
      CHECK_MESSAGE(!std::regex_search(line, unfinished), file.string() << ":" << number << ": " << line);
      CHECK_MESSAGE(!std::regex_search(line, own_folder), file.string() << ":" << number << ": " << line);
    }
  }
}

TEST_CASE("what the build asks for is installed by platform/run too: every -dev package but the fuzzer is in [build]") {
  std::string section;
  for (const std::string& line : lines_of(read_text(kRoot / "platform/packages.txt"))) {
    if (line.rfind("[", 0) == 0) section = line.substr(0, line.find(']') + 1);
    const std::string package = line.substr(0, line.find_first_of(" #"));
    const bool is_library = package.size() > 4 && package.compare(package.size() - 4, 4, "-dev") == 0;
    CHECK_MESSAGE((!is_library || section == "[build]" || section == "[fuzz]"), package << " is in " << section);
  }
  CHECK(section == "[build]");  // the last one, so that what is added at the end is built with
}
