// The architecture holds in the real tree.
#include <doctest/doctest.h>

#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/layering/order.h"
#include "tests/layering/source_tree.h"
#include "tests/support/source_path.h"

using namespace layering;

namespace {

const std::filesystem::path kRoot = kiosk::test::source_path();

}  // namespace

TEST_CASE("every include of the program points down, and every foreign header stays at home") {
  const auto files = files_below(kRoot, "kiosk", {".h", ".cc"});
  REQUIRE(files.size() > 10);
  for (const auto& file : files)
    for (const Include& include : includes_of(read_text(kRoot / file)))
      if (auto reason = objection(file.string(), include))
        FAIL_CHECK(file.string() << ":" << include.line << ": " << *reason);
}

TEST_CASE("no file needs itself by way of others: includes make no rings, within a layer either") {
  // Layers that are older than this rule, each with a ring or two.
  const std::set<std::string> before{"catalog", "config", "publish", "rules", "screens", "ui", "update"};
  std::map<std::string, std::set<std::string>> uses;  // of a module: NAME.h with NAME.cc
  auto module_of = [](std::filesystem::path file) { return file.replace_extension().string(); };
  for (const auto& file : files_below(kRoot, "kiosk", {".h", ".cc"}))
    for (const Include& include : includes_of(read_text(kRoot / file)))
      if (include.quoted) uses[module_of(file)].insert(module_of(include.name));
  for (const auto& entry : uses) {
    std::set<std::string> reached;
    std::vector<std::string> next(entry.second.begin(), entry.second.end());
    while (!next.empty()) {
      const std::string module = next.back();
      next.pop_back();
      if (module == entry.first || !reached.insert(module).second) continue;
      next.insert(next.end(), uses[module].begin(), uses[module].end());
    }
    bool ring = false;
    for (const std::string& module : reached) ring = ring || uses[module].contains(entry.first);
    const std::string layer = *std::next(std::filesystem::path(entry.first).begin());
    CHECK_MESSAGE((!ring || before.contains(layer)), entry.first << " includes files that include it");
  }
}

TEST_CASE("every folder of kiosk/ is a layer of the list") {
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "kiosk"))
    if (entry.is_directory() && !std::filesystem::is_empty(entry.path()))
      CHECK_MESSAGE(is_layer(entry.path().filename()), entry.path().filename().string() << " is not a layer");
}

TEST_CASE("every source file is compiled: it is in the CMakeLists.txt of its layer or test") {
  for (const char* tree : {"kiosk", "tests"}) {
    for (const auto& file : files_below(kRoot, tree, {".cc"})) {
      // main.cc of the tests belongs to every test program; the root CMakeLists.txt names it.
      if (file == "tests/support/main.cc") continue;
      bool listed = false;
      for (auto folder = file.parent_path(); folder != tree && !listed; folder = folder.parent_path()) {
        const std::string text = read_text(kRoot / folder / "CMakeLists.txt");
        listed = text.find(file.lexically_relative(folder).string()) != std::string::npos;
      }
      CHECK_MESSAGE(listed, file.string() << " is not compiled");
    }
  }
}

TEST_CASE("the top level holds the agreed entries only") {
  const std::set<std::string> agreed = {"CMakeLists.txt", "README.md", "kiosk", "assets",
                                        "content",        "platform",  "tests", "build"};
  for (const auto& entry : std::filesystem::directory_iterator(kRoot)) {
    const std::string name = entry.path().filename();
    CHECK_MESSAGE((agreed.count(name) || name.front() == '.'), name << " does not belong at the top");
  }
}
