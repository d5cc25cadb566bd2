#include "kiosk/rules/phone_in_text.h"

#include <doctest/doctest.h>

using namespace kiosk::rules;

namespace {

KnownNumbers known() {
  KnownNumbers numbers;
  for (const char* form : {"116", "2019", "15", "+231770800911", "0770 800 911"}) numbers.add(form);
  return numbers;
}

std::string first_in(std::string_view text) {
  std::vector<std::string> found = find_phone_numbers(text, known());
  return found.empty() ? std::string() : found.front();
}

}  // namespace

TEST_CASE("phone numbers are found however they are written") {
  for (const char* text :
       {"Call +231 77 012 3456 now", "0770-123-456", "0770.12.34.56", "077 0123 456", "(0770) 123456", "+33486517161",
        "00231 770 123", "770123456", "0800", "+1123", "800 290 290", "٠٧٧٠ ١٢٣ ٤٥٦", "۰۷۷۰ ۱۲۳ ۴۵۶",
        "0770\u00a0123\u2011456", "07\u200b70123456", "０７７０ １２３"}) {
    CHECK_MESSAGE(!first_in(text).empty(), std::string(text));
  }
}

TEST_CASE("the pack's own numbers are found even when they are short") {
  CHECK(first_in("Dial 116 for help") == "116");
  CHECK(first_in("١١٦") == "١١٦");
  CHECK(first_in("1 1 6") == "1 1 6");
  CHECK(first_in("116/911") == "116/911");
  CHECK(first_in("in 2019") == "2019");
  CHECK(first_in("770800911") == "770800911");
}

TEST_CASE("amounts, years, days and times are no phone numbers") {
  for (const char* text : {"8,938 deaths",
                           "8 938 morts",
                           "30 000",
                           "5,248,621 people",
                           "1 060 000",
                           "5.248.621",
                           "90 days",
                           "in 2021 and 2022",
                           "2014-2018",
                           "2021-11-30",
                           "08:00-17:00",
                           "08:00",
                           "target 10.7",
                           "US$350",
                           "P.O. Box 10-9040, 1000 Monrovia 10",
                           "30 November 2021. 45 people came",
                           "15 counties",
                           "48.3 %",
                           "A/RES/73/195",
                           "objectives 1 to 6",
                           "2116 people",
                           "10-11 December 2018",
                           "1, 2, 3, 4, 5, 6, 7"}) {
    CHECK_MESSAGE(first_in(text) == "", std::string(text));
  }
}

TEST_CASE("a number in disguise is found") {
  for (const char* text : {"(770) 800 911", "[770] 800 911", "+41 (555) 555 555", "770/800/911", "770_800_911",
                           "770·800·911", "770−800−911", "770—800—911", "770,800,911",
                           "0️⃣7️⃣7️⃣0️⃣8️⃣0️⃣0️⃣9️⃣1️⃣1️⃣",
                           "0\uFE0F770\uFE0F800911", "𝟎𝟕𝟕𝟎𝟖𝟎𝟎𝟗𝟏𝟏", "⁰⁷⁷⁰⁸⁰⁰⁹¹¹", "226891"})
    CHECK_MESSAGE(!first_in(std::string("Call ") + text + " now.").empty(), text);
}

TEST_CASE("a number is found in the digits of every script and in other disguises") {
  for (const char* text : {"০৭৭০৮০০৯১১",
                           "०७७०८००९११",
                           "໐໗໗໐໘໐໐໙໑໑",
                           "௦௭௭௦௮௦௦௯௧௧",
                           "꘠꘧꘧꘠꘨꘠꘠꘩꘡꘡",
                           "𞥐𞥗𞥗𞥐𞥘𞥐𞥐𞥙𞥑𞥑",
                           "߀߇߇߀߈߀߀߉߁߁",
                           "①①⑥ ⑦⑦⑧⑨",
                           "❶❶❻❼❼❽❾",
                           "₀₇₇₀₈₀₀₉₁₁",
                           "𝟘𝟟𝟟𝟘𝟠𝟘𝟘𝟡𝟙𝟙",
                           "𝟶𝟽𝟽𝟶𝟾𝟶𝟶𝟿𝟷𝟷",
                           "〇七七〇八〇〇九一一",
                           "፯፯፩፰፰፩፱፩፩",
                           "O77O 8OO 911",
                           "O77O8OO9ll",
                           "{770} 800 911",
                           "<770> 800 911",
                           "（770）800 911",
                           "770⁄800⁄911",
                           "770\\800\\911",
                           "770|800|911",
                           "770~800~911",
                           "770•800•911",
                           "770‧800‧911",
                           "770。800。911",
                           "770 ‒ 800 ‒ 911",
                           "770﹣800﹣911",
                           "770=800=911",
                           "770*800*911",
                           "770'800'911",
                           "22 68 91",
                           "226-891",
                           "22.68.91",
                           "80 104 748",
                           "80 00 11 32",
                           "12 345 678",
                           "+(231) 770",
                           "＋231770",
                           "➕231770800",
                           "7\u00AD70800911",
                           "77\u200D0800911",
                           "0770 (800) 911",
                           "00 231 (0) 770 800",
                           "16-16-16"})
    CHECK_MESSAGE(!first_in(text).empty(), std::string(text));
}

TEST_CASE("dates, ranges and amounts of every form are no phone numbers") {
  for (const char* text : {"30/11/2021",    "30.11.2021",
                           "30-11-21",      "05/12/21",
                           "11/30/2021",    "2021/11/30",
                           "2021–2022",     "2014-2018/2017",
                           "8,938 (2024)",  "8 938 morts (2024)",
                           "73/195 (2018)", "2018-12-19 (73/195)",
                           "30 000–40 000", "8,000-9,000",
                           "08:00–12:00",   "08.00-17.00",
                           "1,060,000",     "1’060’000",
                           "24/7",          "3/4",
                           "0.5",           "2021-22",
                           "45 (2017)",     "60 %",
                           "8,938 — 2024",  "CO2",
                           "100l",          "H1N1",
                           "1 2 3",         "226,891 people",
                           "226 891",       "15 to 18",
                           "R$ 100 000",    "5–10 °C",
                           "٨٬٩٣٨",         "۲۰۲۴",
                           "١٥/١١/٢٠٢١"})
    CHECK_MESSAGE(first_in(text) == "", std::string(text));
}

TEST_CASE("what is no date and no amount is handed on in plain digits") {
  CHECK(with_plain_digits("in 2021, ٢٢٦/٨٩١ or 8,938 and +231 7") == "; 226 891; +231 7");
  CHECK(with_plain_digits("nothing") == "");
}
