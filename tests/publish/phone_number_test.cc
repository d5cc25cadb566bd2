#include <doctest/doctest.h>

#include "kiosk/publish/phone_number.h"

using namespace kiosk;
using namespace kiosk::publish;

namespace {

KnownNumbers known() {
  KnownNumbers numbers;
  numbers.add({"116", "116", "", {}, {}, {}});
  numbers.add({"2019", "2019", "", {}, {}, {}});
  numbers.add({"15", "15", "", {}, {}, {}});
  numbers.add({"+231770800911", "+231 770 800 911", "0770 800 911", {}, {}, {}});
  return numbers;
}

std::string first_in(std::string_view text) {
  std::vector<std::string> found = find_phone_numbers(text, known());
  return found.empty() ? std::string() : found.front();
}

std::string objections(const catalog::Number& number) {
  Problems problems;
  check_number(number, {"contacts/x.yaml", 3}, problems);
  std::string all;
  for (const Problem& problem : problems.sorted()) all += problem.message + " ";
  return all;
}

catalog::Number number(std::string dial, std::string display, std::vector<std::string> from = {},
                       std::string national = {}) {
  return {std::move(dial),           std::move(display),  std::move(national),
          catalog::NumberUse::voice, catalog::Cost::free, std::move(from)};
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

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

TEST_CASE("a number must be dialable as it is written") {
  CHECK(objections(number("116", "116", {"LR"})) == "");
  CHECK(objections(number("+231770800911", "+231 770 800 911", {}, "0770 800 911")) == "");
  CHECK(objections(number("0800800800", "0800 800 800", {"GH"})) == "");
  CHECK(objections(number("*123#", "*123#", {"LR"})) == "");
  CHECK(holds(objections(number("0770 800 911", "0770 800 911", {"LR"})), "cannot be dialled"));
  CHECK(holds(objections(number("call me", "call me", {"LR"})), "cannot be dialled"));
  CHECK(holds(objections(number("٩١١", "٩١١", {"LR"})), "cannot be dialled"));
  CHECK(holds(objections(number("00231770800911", "00231770800911")), "begins with 00"));
  CHECK(holds(objections(number("+0770800911", "+0770800911")), "0 after the +"));
  CHECK(holds(objections(number("116", "116")), "works only inside one country"));
}

TEST_CASE("a short code never carries a country code") {
  CHECK(holds(objections(number("+231116", "+231 116")), "short code with a country code"));
  CHECK(holds(objections(number("+2312883", "+231 2883")), "short code with a country code"));
}

TEST_CASE("the digits that are shown are the digits that are dialled (R87)") {
  CHECK(holds(objections(number("+231770800911", "+231 770 800 991")), "is not the number dialled"));
  CHECK(holds(objections(number("+231770800911", "+231 (770) 800-911")), "\"display\" is"));
  CHECK(holds(objections(number("+231770800911", "+231 770 800 911", {}, "0770 800 912")), "inside the country"));
  CHECK(holds(objections(number("911", "911", {"LR"}, "0911")), "inside the country"));
}
