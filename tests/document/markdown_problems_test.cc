// What a page may not hold: each with the line where it is, and a remedy.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/document/markdown.h"

namespace kiosk::document {
namespace {

// The lines of all problems, as "3 7".
std::string lines_of(const std::string& text) {
  std::string lines;
  for (const Problem& problem : read_markdown(text).problems)
    lines += (lines.empty() ? "" : " ") + std::to_string(problem.line);
  return lines;
}

std::string first_message(const std::string& text) {
  auto problems = read_markdown(text).problems;
  return problems.empty() ? "" : problems.front().message;
}

std::string repeated(const std::string& piece, size_t bytes) {
  std::string all;
  while (all.size() + piece.size() <= bytes) all += piece;
  return all;
}

}  // namespace

TEST_CASE("what does not belong in a page is refused on its own line") {
  // In each, the third line is wrong and nothing else.
  const std::vector<std::string> wrong = {
      "<div>words</div>",
      "words <b>bold</b> words",
      "words <!-- hidden --> words",
      "<!-- hidden -->",
      "    set in",
      "```\nwords\n```",
      "~~~\n~~~",
      "some `code` here",
      "| a | b |\n|---|---|",
      "| a | b |\n|---|---|\n| 1 | 2 |",
      "---",
      "***",
      "# Title",
      "#### Deep",
      "##",
      "Words\n---",
      "##Close",
      "~~gone~~",
      "[words](https://example.org/)",
      "[words](tel:116)",
      "[words](javascript:alert)",
      "[words](other-page)",
      "[words](topic:Before You)",
      "[words](topic:Before)",
      "[words](topic:)",
      "[words](contact:)",
      "[words](contact: gbv-116)",
      "[](topic:a)",
      "[words](topic:a \"title\")",
      "<https://example.org>",
      "<topic:a>",
      "[words][name]\n\nmore words",
      "![](media/a.png)",
      "![words](a.png)",
      "![words](media/../secret.png)",
      "![words](https://example.org/a.png)",
      "![words](media/a.png \"title\")",
      "see ![words](media/a.png) here",
      "![words](media/a.png) ![words](media/b.png)",
      "[![words](media/a.png)](topic:a)",
      "call [words](contact:gbv-116) now",
      "- [words](contact:gbv-116)",
      "- ![words](media/a.png)",
      "> [words](contact:gbv-116)",
      "&nbsp;words",
      "words &#49;16",
      "- [x] ticked",
      "1. [ ] box",
      "-",
      ">",
      "- > note in a list",
      "> > note in a note",
      "> - list in a note",
      "> ## heading in a note",
      "- ## heading in a list",
      "2016. was the year",
      "a\\\nb",
      "a  \nb",
  };
  for (const std::string& piece : wrong) {
    const std::string text = "Before.\n\n" + piece + "\n\nAfter, and [a link](topic:b).\n";
    CHECK_MESSAGE(lines_of(text) == "3", piece << " -> " << lines_of(text) << " " << first_message(text));
    CHECK_FALSE(parse_markdown(text).ok());
  }
}

TEST_CASE("the line is right inside a paragraph and a list too") {
  CHECK(lines_of("one\ntwo `code`\nthree") == "2");
  CHECK(lines_of("one\n[two](http://a)\nthree <b>") == "2 3");
  CHECK(lines_of("- a\n- b\n- `c`\n- d") == "3");
  CHECK(lines_of("- a\n\n  second paragraph\n- b") == "3");
  CHECK(lines_of("> a\n> &amp;\n") == "2");
  CHECK(lines_of("words\nwords [x](topic: y)\n") == "2");
  CHECK(lines_of("a\r\nb\r\n`c`\r\n") == "3");
}

TEST_CASE("the address of a link that is defined elsewhere does not vanish unseen") {
  CHECK(lines_of("[words][name]\n\n[name]: https://example.org\n") == "1 3");
  CHECK(lines_of("words\n\n[name]: https://example.org\n") == "3");
}

TEST_CASE("all problems are reported at once, in order of lines") {
  const std::string text =
      "# Title\n\n---\n\nwords `code`\n\n```\nx\n```\n\n---\n\n<p>\n\n- [x] a\n- \n\n| a |\n|---|\n\n***\n";
  CHECK(lines_of(text) == "1 3 5 7 11 13 15 16 18 21");
}

TEST_CASE("a list deeper than three is refused once") {
  CHECK(lines_of("- a\n  - b\n    - c\n") == "");
  CHECK(lines_of("- a\n  - b\n    - c\n      - d\n      - e\n        - f\n") == "4");
}

TEST_CASE("bytes that are not UTF-8 and invisible signs are refused with their line") {
  for (std::string bad : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe0\x80\xaf", "a\x01",
                          "a\x7f", "\xc2\x85", "\xef\xbb\xbf",
                          "\xe2\x80\xae"
                          "116",
                          "\xe2\x80\xaa"}) {
    CHECK_MESSAGE(lines_of("one\n" + bad + "\nthree") == "2", bad);
  }
  CHECK(lines_of(std::string("a\n\0b", 4)) == "2");
}

TEST_CASE("a page has a maximum size") {
  CHECK(lines_of(repeated("words ", kMaxMarkdownBytes)) == "");
  CHECK(lines_of(std::string(kMaxMarkdownBytes + 1, 'a')) == "1");
}

TEST_CASE("at most a hundred problems are reported") {
  CHECK(read_markdown(repeated("`a`\n\n", 5000)).problems.size() == 100);
}

TEST_CASE("texts made to keep a parser busy come to an end") {
  for (const std::string piece : {"[",   "](", "*a_", "> ",   "- ",   "`",   "``a`", "<",   "![", "&",        "|",
                                  "1. ", "\\", "~~",  "<!--", "[a](", "**a", "a|",   "\n-", "# ", "[a]: b\n", "***"}) {
    const ReadMarkdown read = read_markdown(repeated(piece, kMaxMarkdownBytes));
    CHECK(read.problems.size() <= 100);
  }
}

TEST_CASE("any bytes at all are read without harm") {
  unsigned state = 12345;
  const std::string signs = "ab \n\n\r#*_`[]()!<>-+1.|~&\\:/\t\"topicmediacontact";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) {
      state = state * 1103515245u + 12345u;
      text += signs[(state >> 16) % signs.size()];
    }
    const ReadMarkdown read = read_markdown(text);
    const int lines =
        static_cast<int>(std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r')) + 1;
    for (const Problem& problem : read.problems)
      CHECK_MESSAGE((problem.line >= 1 && problem.line <= lines),
                    problem.line << " " << problem.message << "|" << text);
    for (const Block& block : read.document.blocks) CHECK((block.line >= 1 && block.line <= lines));
  }
}

}  // namespace kiosk::document
