// Files damaged at random: the check says what is wrong and comes to its end. Worth most under the sanitizers.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "tests/publish/sample_content.h"

using kiosk::test::SampleContent;

namespace {

// Some bytes changed, a piece taken out or repeated. The same seed does the same on every machine.
std::string damaged(std::string text, uint32_t seed) {
  std::mt19937 random(seed);
  auto below = [&](size_t limit) { return static_cast<size_t>(random()) % limit; };
  constexpr std::string_view kMarks = "\"'{}[]:-#*&!|>%@`,\n\t \\<\0\xFF\xD9\xE2";
  for (size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
    size_t at = below(text.size());
    switch (below(4)) {
      case 0: text[at] = static_cast<char>(random()); break;
      case 1: text[at] = kMarks[below(kMarks.size())]; break;
      case 2: text.erase(at, 1 + below(20)); break;
      default: text.insert(at, text.substr(below(text.size()), 1 + below(20)));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a file damaged at random is judged to the end") {
  SampleContent content;
  size_t wrong = 0, runs = 0;
  for (const char* file : {"pack.yaml", "topics/before-you-go.en.md", "topics/before-you-go.fr.md",
                           "contacts/police.yaml", "media/media.yaml", "media/bag.png", "ui/fr.po", "ui/kiosk.pot"}) {
    std::string whole = content.read(file);
    for (uint32_t seed = 1; seed <= 60; ++seed, ++runs) {
      content.write(file, damaged(whole, seed));
      wrong += !content.problems().empty();
    }
    content.write(file, whole);
  }
  CHECK(content.all_problems() == "");
  // Not every change is a mistake: a letter of a title may become another one.
  CHECK(wrong > runs / 2);
}
