#include "kiosk/rules/number.h"

#include <doctest/doctest.h>

using namespace kiosk::rules;

namespace {

std::string objection(std::string_view dial, std::string_view display, std::string_view national = {}) {
  auto wrong = objection_to_number(dial, display, national);
  return wrong ? wrong->what + " " + wrong->remedy : std::string();
}

bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("numbers that are dialled as written pass") {
  CHECK(objection("116", "116") == "");
  CHECK(objection("000", "000") == "");
  CHECK(objection("00", "00") == "");
  CHECK(objection("112", "11 2") == "");
  CHECK(objection("*123#", "*123#") == "");
  CHECK(objection("0800800800", "0800 800 800") == "");
  CHECK(objection("+231770800911", "+231 770 800 911", "0770 800 911") == "");
  CHECK(objection("+2250712345678", "+225 07 12 34 56 78", "07 12 34 56 78") == "");
  CHECK(objection("+24106031234", "+241 06 03 12 34", "06 03 12 34") == "");
  CHECK(objection("+79123456789", "+7 912 345 67 89", "8 912 345 67 89") == "");
  CHECK(objection("+12025550123", "+1 202 555 0123", "1 202 555 0123") == "");
}

TEST_CASE("numbers that reach no one are refused, with what to write") {
  for (const char* dial : {"", "1", "call me", "٩١١", "0770 800 911", "+", "+231-770800911", "++231770800911",
                           "231+770800911", "+231770800911*", "#", "**", "+2317708009111234", "123456789012345678901"})
    CHECK_MESSAGE(holds(objection(dial, dial), "cannot be dialled"), dial);
  CHECK(holds(objection("00231770800911", "00231770800911"), "Write + instead of 00."));
  CHECK(holds(objection("+0770800911", "+0770800911"), "0 after the +"));
  CHECK(holds(objection("+231116", "+231 116"), "short code with a country code"));
  for (const char* dial : {"+231770800911,12", "+231770800911;ext=12", "+231770800911x12", "0770800911 ext. 12",
                           "+231770800911#12", "0770800911p12"})
    CHECK_MESSAGE(holds(objection(dial, dial), "extension"), dial);
}

TEST_CASE("a number that was written with more in it than is pressed is refused with the digits that were meant") {
  for (const auto& pair : {std::pair<const char*, const char*>{"٠٧٧٠٨٠٠٩١١", "0770800911"},  // Arabic
                           {"۰۷۷۰۸۰۰۹۱۱", "0770800911"},                                     // Persian
                           {"０７７０８００９１１", "0770800911"},                           // full width
                           {"＋２３１７７０８００９１１", "+231770800911"},
                           {"०७७०८००९११", "0770800911"},  // Devanagari
                           {"١١٦", "116"},
                           {"*١٢٣#", "*123#"},
                           {"0770 800 911", "0770800911"},
                           {"0770\u00A0800\u00A0911", "0770800911"},
                           {"0770-800-911", "0770800911"},
                           {"0770\u2011800\u2011911", "0770800911"},
                           {"0770.800.911", "0770800911"},
                           {"(0770) 800911", "0770800911"},
                           {"+231 770 800 911", "+231770800911"},
                           {"+231 (0) 770 800 911", "+231770800911"},
                           {"+231(0)770800911", "+231770800911"},
                           {"1\uFE0F\u20E31\uFE0F\u20E36\uFE0F\u20E3", "116"}}) {
    const char *written = pair.first, *meant = pair.second;
    CHECK_MESSAGE(
        holds(objection(written, written), ("Write only what is pressed: \"" + std::string(meant) + "\".").c_str()),
        written << ": " << objection(written, written));
  }
}

TEST_CASE("two numbers in the place of one are told from one number in groups and from an extension") {
  for (const char* two : {"0770800911/0886800911", "0770800911 / 0886 800 911", "+231770800911, +231886800911",
                          "0770800911;0886800911", "0770800911 or 0886800911", "0770800911 ou 0886800911", "116/117",
                          "0770 800 911 & 0886 800 911", "٠٧٧٠٨٠٠٩١١، ٠٨٨٦٨٠٠٩١١", "0770800911|0886800911"})
    CHECK_MESSAGE(holds(objection(two, two), "is more than one number. Write each"),
                  two << ": " << objection(two, two));
  for (const char* one : {"077/080/0911", "0770/800911", "+231 770/800 911"})
    CHECK_MESSAGE(holds(objection(one, one), "cannot be dialled. Write digits only"),
                  one << ": " << objection(one, one));
}

TEST_CASE("what the letters of a number stand for is not guessed") {
  for (const char* written : {"1800HELP", "1-800-FLOWERS", "0800 SOS 911", "tel:+231770800911", "0770800911 Mary",
                              "O770800911", "077O8OO9ll"}) {
    CHECK_MESSAGE(holds(objection(written, written), "as its owner says them."),
                  written << ": " << objection(written, written));
  }
}

TEST_CASE("the digits that are shown are the digits that are dialled") {
  CHECK(holds(objection("116", "119"), "is not the number dialled"));
  CHECK(holds(objection("116", "116 "), "\"display\" is"));
  CHECK(holds(objection("116", "1  16"), "\"display\" is"));
  CHECK(holds(objection("116", "1-1-6"), "\"display\" is"));
  CHECK(holds(objection("116", "١١٦"), "\"display\" is"));
  for (const char* national :
       {"0770 800 912", "770 800", "00770 800 911", "+231770800911", "0231 770 800 911", "*770800911"})
    CHECK_MESSAGE(!objection("+231770800911", "+231 770 800 911", national).empty(), national);
  CHECK(holds(objection("911", "911", "0911"), "inside the country"));
}

TEST_CASE("digits that nobody grouped are grouped for the eye, and nothing else") {
  CHECK(grouped("116") == "116");
  CHECK(grouped("80333") == "80333");
  CHECK(grouped("351351") == "351 351");
  CHECK(grouped("2032270") == "203 2270");
  CHECK(grouped("80333444") == "803 334 44");
  CHECK(grouped("+231770800911") == "+231 770 800 911");
  CHECK(grouped("*123456#") == "*123456#");
}
