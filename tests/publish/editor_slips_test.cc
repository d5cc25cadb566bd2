// Slips of somebody who writes content: the first thing said is what went wrong, not what follows from it.
#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/publish/stamp.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kLine = "contacts/gbv-116.yaml";

}  // namespace

TEST_CASE("a country without its brackets is said once, and not as if no country were there") {
  SampleContent content;
  content.replace(kLine, "from: [LR]", "from: LR");
  const auto problems = content.problems();
  REQUIRE(problems.size() == 1);
  CHECK(holds(problems[0], "gbv-116.yaml:13: error: \"from\" must be a list in square brackets"));
}

TEST_CASE("a name whose colon was forgotten keeps what it says") {
  SampleContent content;
  content.replace(kLine, "country: LR\n", "country LR:\n");
  CHECK(holds(content.all_problems(), "\"country LR\" has no colon behind \"country\". Do this: Write country: LR"));
}

TEST_CASE("what the YAML reader complains of is said in an editor's words") {
  for (const char* broken : {"name: help: line", "languages: [en", "hours: {en: a", "answers: \"open"}) {
    SampleContent content;
    const std::string key = std::string(broken).substr(0, std::string(broken).find(':') + 1);
    std::string text = content.read(kLine);
    const size_t at = text.find("\n" + key) + 1;
    content.write(kLine, text.replace(at, text.find('\n', at) - at, broken));
    const std::string said = content.all_problems();
    for (const char* jargon : {"YAML", "map", "sequence", "token", "scalar"})
      CHECK_MESSAGE(!holds(said.substr(0, said.find("Do this")), jargon), said);
    CHECK_MESSAGE(holds(said, "This cannot be read: "), said);
  }
}

TEST_CASE("a translation is named for the stamp as the check or as the shell writes it") {
  SampleContent content;
  content.write("topics/before-you-go.en.md", content.read("topics/before-you-go.en.md") + "\nOne more sentence.\n");
  CHECK(holds(content.all_problems(),
              "kioskctl content stamp " + content.path().string() + " --again topics/before-you-go.fr.md"));
  const std::string whole = (content.path() / "topics/before-you-go.fr.md").string();
  auto stamped = publish::stamp_translations(content.load(), {whole});
  REQUIRE_MESSAGE(stamped.ok(), stamped.error().message);
  CHECK(*stamped == std::vector<std::string>{"topics/before-you-go.fr.md"});
  auto bare = publish::stamp_translations(content.load(), {"before-you-go.fr.md"});
  REQUIRE_FALSE(bare.ok());
  CHECK(holds(bare.error().message, "Write topics/before-you-go.fr.md if you meant that."));
}
