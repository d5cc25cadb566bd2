#include <doctest/doctest.h>

#include "kiosk/publish/phone_number.h"

using namespace kiosk;
using namespace kiosk::publish;

namespace {

std::string objections(const catalog::Number& number) {
  Problems problems;
  check_number({number, 3}, true, "contacts/x.yaml", problems);
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

TEST_CASE("a number must be dialable as it is written") {
  CHECK(objections(number("911", "911", {"LR"})) == "");
  CHECK(objections(number("+231770800911", "+231 770 800 911", {}, "0770 800 911")) == "");
  CHECK(objections(number("0770800911", "0770 800 911", {"LR"})) == "");
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
