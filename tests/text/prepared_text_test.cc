#include "kiosk/text/prepared_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kiosk::text;

namespace {

const std::string kReplacement = "\xEF\xBF\xBD", kObject = "\xEF\xBF\xBC";

Part isolated(size_t begin, size_t end) { return {begin, end, Weight::regular, true}; }

}  // namespace

TEST_CASE("ordinary text is handed on byte by byte") {
  std::string text = "a\xC9\x9B\xEA\x95\x99\xF0\x9E\xA4\x80\n.";
  PreparedText prepared = prepare(text, {});
  CHECK(prepared.text == text);
  REQUIRE(prepared.origin.size() == text.size() + 1);
  CHECK(prepared.origin[0] == 0);
  CHECK(prepared.origin[1] == 1);
  CHECK(prepared.origin[3] == 3);
  CHECK(prepared.origin.back() == text.size());
}

TEST_CASE("every kind of invalid UTF-8 becomes one mark for each byte") {
  for (std::string bad : {"\x80", "\xC3", "\xC0", "\xC1", "\xF5", "\xFF"}) CHECK(prepare(bad, {}).text == kReplacement);
  CHECK(prepare("\xC0\xAF", {}).text == kReplacement + kReplacement);  // overlong
  CHECK(prepare("\xE0\x80\xAF", {}).text == kReplacement + kReplacement + kReplacement);
  CHECK(prepare("\xED\xA0\x80", {}).text == kReplacement + kReplacement + kReplacement);  // surrogate
  CHECK(prepare("\xF4\x90\x80\x80", {}).text.size() == 12);                               // beyond U+10FFFF
  CHECK(prepare("\xE2\x82"
                "a",
                {})
            .text == kReplacement + kReplacement + "a");  // cut short
}

TEST_CASE("control characters become marks, tabs spaces and every line end a newline") {
  CHECK(prepare(std::string("a\0b", 3), {}).text == "a" + kReplacement + "b");
  CHECK(prepare("\x1B[31m\x7F", {}).text == kReplacement + "[31m" + kReplacement);
  CHECK(prepare("a\tb", {}).text == "a b");
  CHECK(prepare("a\r\nb\rc\xE2\x80\xA8"
                "d\xE2\x80\xA9"
                "e\xC2\x85"
                "f\fg",
                {})
            .text == "a\nb\nc\nd\ne\nf\ng");
}

TEST_CASE("of several spaces one is left, none before a line end, and the end is still after them") {
  CHECK(prepare("a \t  b", {}).text == "a b");
  PreparedText prepared = prepare(" a  \n b\t", {});
  CHECK(prepared.text == " a\n b");
  CHECK(prepared.origin[2] == 4);
  CHECK(prepared.origin.back() == 8);
}

TEST_CASE("an isolated part is taken out, and offsets still mean the given text") {
  PreparedText prepared = prepare("call 116 now", {isolated(5, 8)});
  CHECK(prepared.text == "call " + kObject + " now");
  REQUIRE(prepared.islands.size() == 1);
  CHECK(prepared.islands[0].at == 5);
  CHECK(prepared.origin[5] == 5);
  CHECK(prepared.origin[8] == 8);  // the space behind
  CHECK(prepared.origin.back() == 12);
  CHECK(prepared.islands[0].stretch.text == "116");
  CHECK(prepared.islands[0].stretch.origin == std::vector<uint32_t>{5, 6, 7, 8});
}

TEST_CASE("isolates at the ends, side by side, and beyond the text") {
  auto shape = [](const std::string& text, const std::vector<Part>& parts) {
    PreparedText prepared = prepare(text, parts);
    std::string result = prepared.text;
    for (const Island& island : prepared.islands) result += "|" + island.stretch.text;
    return result;
  };
  CHECK(shape("12", {isolated(0, 2)}) == kObject + "|12");
  CHECK(shape("12", {isolated(1, 2), isolated(0, 1)}) == kObject + kObject + "|1|2");
  CHECK(shape("12", {isolated(1, 99)}) == "1" + kObject + "|2");
  CHECK(shape("12", {isolated(2, 99)}) == "12");
  CHECK(shape("12", {isolated(5, 9)}) == "12");
  CHECK(shape("12", {isolated(2, 1)}) == "12");
  CHECK(shape("abcd", {isolated(1, 3), isolated(2, 4)}) == "a" + kObject + "d|bc");
  CHECK(shape("a\xC9\x9B"
              "b",
              {isolated(2, 3)}) == "a\xC9\x9B" + kObject + "b|");  // inside a character
}

TEST_CASE("direction controls and line ends inside an isolate are no more than spaces") {
  std::string tricks =
      "1\xE2\x81\xA9\xE2\x80\xAE"
      "2\r\n3\t4";
  PreparedText prepared = prepare(tricks, {isolated(0, tricks.size())});
  REQUIRE(prepared.islands.size() == 1);
  CHECK(prepared.islands[0].stretch.text == "12 3 4");
}

TEST_CASE("a bold part is found again, inside an isolate and after it") {
  PreparedText prepared = prepare("call 116 now", {isolated(5, 8), {6, 12, Weight::bold, false}});
  REQUIRE(prepared.bold.size() == 1);
  CHECK(prepared.text.substr(prepared.bold[0].begin, prepared.bold[0].end - prepared.bold[0].begin) == " now");
  const Stretch& stretch = prepared.islands[0].stretch;
  REQUIRE(stretch.bold.size() == 1);
  CHECK(stretch.text.substr(stretch.bold[0].begin, stretch.bold[0].end - stretch.bold[0].begin) == "16");
}
