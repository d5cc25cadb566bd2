#include <doctest/doctest.h>

#include <string>

#include "kiosk/speech/spelling.h"

using namespace kiosk;
using namespace kiosk::speech;

namespace {

// "770 800" -> "770|800": what is said, with a bar for each long pause.
std::string said(std::string_view display) {
  auto clips = spell(display);
  if (!clips.ok()) return "(refused)";
  std::string all;
  for (const DigitClip& clip : *clips) {
    if (clip.starts_group) all += '|';
    all += clip.symbol;
  }
  return all;
}

}  // namespace

TEST_CASE("R85: a number is said digit by digit in the groups shown") {
  CHECK(said("116") == "116");
  CHECK(said("+231 770 800 911") == "+231|770|800|911");
  CHECK(said("0770 800 911") == "0770|800|911");
  CHECK(said("*123#") == "*123#");
  CHECK(said("+41 (22) 717-9111") == "+41|22|717|9111");
}

TEST_CASE("R85: spaces that do not break separate groups as others do") {
  CHECK(said("+231\u00a0770\u202f800 911") == "+231|770|800|911");
}

TEST_CASE("R87: what holds more than a number is not said at all") {
  CHECK(said("116 or 117") == "(refused)");
  CHECK(said("0800 HELP") == "(refused)");
  CHECK(said("٠١٢") == "(refused)");
  CHECK(said("") == "(refused)");
  CHECK(said(" - ") == "(refused)");
}

TEST_CASE("R87: every clip knows the character that it says") {
  const std::string display = "+231 770\u00a0800 911";
  auto clips = spell(display);
  REQUIRE(clips.ok());
  std::string by_place;
  for (const DigitClip& clip : *clips) by_place += display[clip.byte];
  CHECK(by_place == "+231770800911");
}

TEST_CASE("symbols have names that a file can bear") {
  CHECK(symbol_name('7') == "7");
  CHECK(symbol_name('+') == "plus");
  CHECK(symbol_name('*') == "star");
  CHECK(symbol_name('#') == "hash");
}
