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
    CHECK_MESSAGE(!first_in(text).empty(), text);
  }
}

TEST_CASE("the pack's own numbers are found even when they are short") {
  CHECK(first_in("Dial 116 for help") == "116");
  CHECK(first_in("١١٦") == "١١٦");
  CHECK(first_in("1 1 6") == "1 1 6");
  CHECK(first_in("116/911") == "116");
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
    CHECK_MESSAGE(first_in(text) == "", text);
  }
}
