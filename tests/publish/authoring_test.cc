// The author's guide is followed literally: what it shows passes the check.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/publish/sample_content.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

// What is between ``` marks, in order.
std::vector<std::string> examples_of(const std::string& guide) {
  std::vector<std::string> examples;
  for (size_t at = guide.find("\n```"); at != std::string::npos; at = guide.find("\n```", at)) {
    size_t begin = guide.find('\n', at + 1) + 1, end = guide.find("\n```\n", begin);
    REQUIRE(end != std::string::npos);
    examples.push_back(guide.substr(begin, end + 1 - begin));
    at = end + 4;
  }
  return examples;
}

std::string media_entry_of(const std::string& guide) {
  size_t begin = guide.find("`passport.png: {");
  REQUIRE(begin != std::string::npos);
  return guide.substr(begin + 1, guide.find('`', begin + 1) - begin - 1) + "\n";
}

}  // namespace

TEST_CASE("every example of the author's guide passes the check as it is") {
  const std::string guide = kiosk::test::read_file(kiosk::test::source_path() + "/content/AUTHORING.md");
  const std::vector<std::string> examples = examples_of(guide);
  REQUIRE(examples.size() == 5);
  SampleContent content;
  for (const char* file : {"topics/ask-for-help.en.md", "topics/before-you-go.fr.md", "contacts/gbv-116.yaml"})
    content.remove(file);
  std::string office = content.read("contacts/police.yaml");
  office.replace(office.find("id: police"), 10, "id: ministry-of-labour");
  office.replace(office.find("who_answers: police"), 19, "who_answers: un");
  office.replace(office.find("dial: \"911\""), 11, "dial: \"112\"");
  content.write("contacts/ministry-of-labour.yaml", office);
  content.remove("contacts/police.yaml");
  content.write("topics/before-you-go.en.md",
                "---\ntitle: Before you go\nsummary: What to think of.\nsection: work\nposition: 1\n"
                "icon: phone\nsensitivity: green\nsources:\n  - {title: A page, date: undated}\n"
                "checked: {on: 2026-11-01, by: content team, how: read against the source}\n---\nTake water.\n");
  content.write("media/passport.png", content.read("media/bag.png"));
  content.remove("media/bag.png");
  // The guide names drawings of the starter content.
  std::filesystem::copy(kiosk::test::source_path() + "/content/pictures", content.path() / "pictures",
                        std::filesystem::copy_options::recursive);
  content.options.icons = {"phone", "airplane", "briefcase-check"};

  content.write("pack.yaml", examples[0]);
  content.write("topics/check-a-recruiter.en.md", examples[1]);
  content.write("topics/check-a-recruiter.fr.md", examples[2]);
  content.write("glossary.yaml", examples[3]);
  content.write("contacts/gbv-116.yaml", examples[4]);
  content.write("media/media.yaml", media_entry_of(guide));
  content.stamp();
  for (const std::string& problem : content.problems())
    CHECK_MESSAGE(problem.find(": error: ") == std::string::npos, problem);
}
