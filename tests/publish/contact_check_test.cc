#include <doctest/doctest.h>

#include "kiosk/catalog/catalog.h"
#include "kiosk/publish/build.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kPolice = "contacts/police.yaml";
constexpr const char* kLine = "contacts/gbv-116.yaml";

// What the check says when `from` in the help line's file is replaced by `to`.
std::string with(const std::string& from, const std::string& to) {
  SampleContent content;
  content.replace(kLine, from, to);
  return content.all_problems();
}

}  // namespace

TEST_CASE("every fact of a card must be written, be it unknown (R84)") {
  CHECK(holds(with("hours: unknown\n", ""), "contacts/gbv-116.yaml:1: error: \"hours\" is missing."));
  CHECK(holds(with("languages: unknown\n", ""), "error: \"languages\" is missing."));
  CHECK(holds(with(", cost: free", ""), "contacts/gbv-116.yaml:13: error: \"cost\" is missing."));
  CHECK(holds(with(", from: [LR]", ""), "error: \"from\" is missing."));
  CHECK(holds(with("who_answers: state\n", ""), "error: \"who_answers\" is missing."));
  CHECK(holds(with("answers: {en: Trained staff answer.}\n", ""),
              "error: \"answers\" is missing in the source language."));
  CHECK(holds(with("name: {en: Help line for women and children}", "name: {fr: Ligne}"),
              "error: \"name\" is missing in the source language."));
  CHECK(holds(with("sources:\n  - {title: Opening of the line, date: 2024-12-11}\n", ""),
              "error: \"sources\" is missing."));
  CHECK(holds(with(", how: published_source", ""), "error: \"how\" is missing."));
  CHECK(holds(with("show: yes", "show: maybe"),
              "error: \"show\" is \"maybe\", which is not known. Do this: Write yes, ask_staff or never."));
  CHECK(holds(with("country: LR", "country: Liberia"), "error: \"Liberia\" is not a country."));
}

TEST_CASE("undialable numbers are refused with the line of the number") {
  CHECK(holds(with("dial: \"116\"", "dial: \"one-one-six\""),
              "contacts/gbv-116.yaml:13: error: \"one-one-six\" cannot be dialled."));
  CHECK(holds(with("dial: \"116\"", "dial: \"+231116\""),
              "contacts/gbv-116.yaml:13: error: \"+231116\" is a short code"));
  SampleContent content;
  content.replace(kPolice, "\"+231 770 800 911\"", "\"+231 770 800 119\"");
  CHECK(holds(content.all_problems(),
              "contacts/police.yaml:17: error: The number shown, \"+231 770 800 119\", is not the number dialled"));
}

TEST_CASE("numbers keep their zeros whether they stand in quotes or not") {
  SampleContent content;
  content.replace(kLine, "dial: \"116\"", "dial: 0770800912");
  CHECK(content.all_problems() == "");
  CHECK(content.load().find_contact("gbv-116")->numbers[0].number.dial == "0770800912");
}

TEST_CASE("the same number on two cards of one country is a warning") {
  SampleContent content;
  content.replace(kLine, "dial: \"116\"", "dial: \"911\"");
  CHECK(holds(content.all_problems(),
              "contacts/police.yaml:13: warning: The number 911 stands in contacts/gbv-116.yaml as well."));
  content.replace(kLine, "from: [LR]", "from: [GN]");
  CHECK_FALSE(holds(content.all_problems(), "stands in"));
}

TEST_CASE("a card that is shown has something to reach; one that is not may lack it") {
  SampleContent content;
  content.replace(kLine, "numbers:\n  - {dial: \"116\", use: voice, from: [LR], cost: free}\n", "");
  CHECK(holds(content.all_problems(), "contacts/gbv-116.yaml:1: error: A hotline that is shown needs a number."));
  content.replace(kLine, "show: yes", "show: ask_staff");
  CHECK(content.all_problems() == "");
  CHECK(holds(with("kind: hotline", "kind: office"), "error: An office that is shown needs an address."));
  CHECK(holds(with("kind: hotline", "kind: website"), "error: A website that is shown needs its address."));
}

TEST_CASE("a contact whose check ran out before the edition is a warning that says what visitors see") {
  CHECK(holds(with("on: 2026-11-20", "on: 2026-08-24"),
              "contacts/gbv-116.yaml: warning: The check of this contact ran out on 2026-11-22, before this edition"));
  CHECK(with("on: 2026-11-20", "on: 2026-08-25") == "");
  CHECK(holds(with("verified:", "expires: 2026-11-22\nverified:"), "ran out on 2026-11-22"));
  CHECK(holds(with("verified:", "expires: 2027-11-22\nverified:"), "would be shown for longer than 90 days"));
  CHECK(
      holds(with("verified:", "expires: 2026-11-19\nverified:"), "error: The contact expires before it was checked."));
}

TEST_CASE("an emergency number whose check ran out travels all the same, and the warning says how it is shown") {
  SampleContent content;
  content.replace(kPolice, "on: 2026-11-20", "on: 2026-08-24");
  CHECK(holds(content.all_problems(), "its number is shown with the words that it was not checked since."));
}

TEST_CASE("a call that tested a number says when, from where, who answered and who called, by initials") {
  constexpr const char* kCall =
      "calls:\n  - {on: 2026-11-20, network: Orange, answered: a woman, language: en, by: MK}\n";
  auto call = [&](const std::string& from, const std::string& to) {
    std::string changed = kCall;
    changed.replace(changed.find(from), from.size(), to);
    return with("verified:", changed + "verified:");
  };
  CHECK(call("MK", "MK") == "");
  CHECK(holds(call("by: MK", "by: Mary K"), "\"by\" must be the two initials of who called, and no more."));
  CHECK(holds(call("network: Orange, ", ""), "error: \"network\" is missing."));
  CHECK(holds(call("on: 2026-11-20", "on: 2026-12-20"), "error: This call lies after the edition."));
  CHECK(holds(call("network", "dial: \"911\", network"), "does not say which number of this contact was called"));
}

TEST_CASE("a check by a call needs that call in the log") {
  std::string without = with("how: published_source", "how: test_call");
  CHECK(holds(without, "The check says that it was called, but no call of that day is written down."));
  SampleContent content;
  content.replace(kLine, "how: published_source", "how: test_call");
  content.replace(kLine, "verified:",
                  "calls:\n  - {on: 2026-11-20, network: Orange, answered: a man, language: en, by: MK}\nverified:");
  CHECK(content.all_problems() == "");
}

TEST_CASE("a number is shown only with a recent source, or one on the site of who answers") {
  constexpr const char* kSource = "date: 2024-12-11}";
  CHECK(with(kSource, "date: 2022-11-23}") == "");
  std::string old = with(kSource, "date: 2022-11-21}");
  CHECK(holds(old, ": warning: No source of this number is newer than four years"));
  CHECK(holds(with(kSource, "date: undated}"), "none is the site of who answers"));
  SampleContent content;
  content.replace(kLine, kSource,
                  "date: undated, address: \"https://www.example.net/line\"}\nwebsite: https://example.net");
  CHECK(content.all_problems() == "");
  content.replace(kLine, "show: yes", "show: ask_staff");
  content.replace(kLine, "website: https://example.net", "website: https://example.com");
  CHECK_FALSE(holds(content.all_problems(), "four years"));
}

TEST_CASE("two lists of one body that differ are told; one that holds the other is not") {
  SampleContent content;
  content.replace(kLine, "verified:", "website: https://example.org/a\nverified:");
  CHECK(holds(content.all_problems(), ": warning: Its numbers and those in contacts/police.yaml are of one body"));
  content.replace(kPolice, "show: yes", "show: never");
  CHECK_FALSE(holds(content.all_problems(), "are of one body"));
}

TEST_CASE("a short code that is said to work abroad is told") {
  CHECK(holds(with("from: [LR]", "from: []"), "\"116\" is a short code, and works in one country only."));
  CHECK(holds(with("from: [LR]", "from: [LR, SL]"), "Write that country, for example from: [LR]."));
}

TEST_CASE("the id of a contact does not give away a number that is not shown") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "show: yes", "show: ask_staff");
  CHECK(holds(content.all_problems(), "contacts/gbv-116.yaml:1: error: The id \"gbv-116\" gives away a number"));
}

TEST_CASE("directions are part of the card in every language, the county is a name") {
  SampleContent content;
  content.replace("contacts/police.yaml",
                  "hours:", "county: {en: First County}\ndirections: {en: Behind the blue tower.}\nhours:");
  test::TemporaryFolder folder;
  REQUIRE(publish::build_catalog(content.load(), folder / "catalog").ok());
  auto catalog = catalog::Catalog::open(folder / "catalog");
  REQUIRE(catalog.ok());
  Date today = *parse_date("2026-11-23");
  auto french = (*catalog)->contact("police", LanguageTag::of("fr"), today);
  REQUIRE(french.ok());
  CHECK(french->language == LanguageTag::of("en"));  // half of the card would be in another language
  CHECK(french->directions == "Behind the blue tower.");
  content.replace("contacts/police.yaml", "directions: {en: Behind the blue tower.}",
                  "directions: {en: Behind the blue tower., fr: Derrière la tour bleue.}");
  REQUIRE(publish::build_catalog(content.load(), folder / "second").ok());
  auto second = catalog::Catalog::open(folder / "second");
  french = (*second)->contact("police", LanguageTag::of("fr"), today);
  REQUIRE(french.ok());
  CHECK(french->directions == "Derrière la tour bleue.");
  CHECK(french->county == "First County");
}

TEST_CASE("places are coordinates on earth") {
  const std::string place = "country: LR\ncoordinates: [6.2907, -10.7605]\n";
  CHECK(with("country: LR\n", place + "exactness: quarter\ncoordinates_credit: © OpenStreetMap contributors\n") == "");
  CHECK(holds(with("country: LR\n", place + "coordinates_credit: us\n"), "warning: How exact the coordinates are"));
  CHECK(holds(with("country: LR\n", place + "exactness: town\n"), "warning: Whose the coordinates are"));
  CHECK(holds(with("country: LR\n", place + "exactness: street\n"), "error:"));
  CHECK(holds(with("country: LR\n", "country: LR\nexactness: town\n"), "warning: There are no coordinates"));
  CHECK(holds(with("country: LR\n", "country: LR\ncoordinates: [96.2907, -10.7605]\n"),
              "error: The coordinates are not a place on earth."));
  CHECK(holds(with("country: LR\n", "country: LR\ncoordinates: [6.2907]\n"), "error: The coordinates"));
  CHECK(holds(with("country: LR\n", "country: LR\ncoordinates: [north, west]\n"), "error: The coordinates"));
}

TEST_CASE("opening hours that the kiosk could not read are refused") {
  CHECK(with("hours: unknown", "hours: \"Mo-Th 08:00-17:00; Sa 09:00-12:00\"") == "");
  CHECK(holds(with("hours: unknown", "hours: working hours"),
              "contacts/gbv-116.yaml:14: error: \"working hours\" are not opening hours."));
}
