// Signs that look like Markdown in the editor and are shown as signs.
#include <doctest/doctest.h>

#include <string>

#include "kiosk/document/markdown.h"

namespace kiosk::document {
namespace {

std::string message(const std::string& text) {
  auto problems = read_markdown("Before.\n\n" + text + "\n\nAfter.\n").problems;
  if (problems.empty()) return "";
  CHECK_MESSAGE(problems.front().line == 3, text);
  return problems.front().message;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a list mark with another blank after it, or with none, makes no list and is refused") {
  for (const char* text :
       {"-\u00A0first\n-\u00A0second", "-\u202Ffirst", "+\u00A0first", "-first\n-second", "•\u00A0first", "• first",
        "· first", "◦ first", "– first\n– second", "— أول\n— ثان", "-\u3000first"})
    CHECK_MESSAGE(holds(message(text), "makes no item of a list"), text << ": " << message(text));
  for (const char* text : {"1.\u00A0first\n2.\u00A0second", "1)\u00A0first", "1.First", "2)second", "1.أول"})
    CHECK_MESSAGE(holds(message(text), "makes no step"), text << ": " << message(text));
}

TEST_CASE("something that only looks like a box is refused") {
  for (const char* text :
       {"- [ ]\u00A0box one", "- [] one", "- [\u00A0] one", "[ ] one", "- []one", "- [ ]one", "☐ one", "- ☐ one"})
    CHECK_MESSAGE(holds(message(text), "no box to tick"), text << ": " << message(text));
}

TEST_CASE("stars that mark nothing are refused with the place and the right form") {
  for (const char* text : {"Say**“no”**at once.", "قل**«لا»**الآن.", "** strong **", "**strong", "a * star", "word**",
                           "*123#", "**«\u00A0non\u00A0»**mais"})
    CHECK_MESSAGE(holds(message(text), "Write **word**"), text << ": " << message(text));
  CHECK(holds(message("_ word _"), "marks nothing"));
  CHECK(holds(message("one ` only"), "would be shown"));
  CHECK(holds(message("~~ gone"), "would be shown"));
  CHECK(holds(message("[words] (topic:before)"), "looks like a link"));
  CHECK(holds(message("![what] (media/a.png)"), "looks like a picture"));
  CHECK(holds(message("| a | b"), "makes no table"));
}

TEST_CASE("signs that are words' own, and marks that mark, are fine") {
  for (const char* text :
       {"**strong** and *soft*", "Say “**no**” at once.", "قل «**لا**» الآن.", "a\\*b and \\*123#", "5-10 people",
        "-5 degrees", "– Bonjour, dit-elle.", "1.5 million", "snake_case", "10.7", "[sic] said he", "It is ~5 km.",
        "No!", "word – word", "- one\n- two", "1. one\n2. two", "- [ ] one", "> [0] None"})
    CHECK_MESSAGE((holds(text, "[0]") || message(text) == ""), text << ": " << message(text));
}

}  // namespace kiosk::document
