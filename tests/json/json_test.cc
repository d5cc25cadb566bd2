#include "kiosk/json/json.h"

#include <doctest/doctest.h>

#include <string>

namespace kiosk::json {

TEST_CASE("numbers that are not integers of int64 are refused") {
  CHECK(parse("9223372036854775807").ok());
  CHECK(parse("-9223372036854775808").ok());
  for (const char* text :
       {"1.0", "1e3", "9223372036854775808", "18446744073709551616", "1e400", "-9223372036854775809"}) {
    CHECK_FALSE(parse(text).ok());
  }
}

TEST_CASE("a key that occurs twice in one object is refused, at any depth") {
  CHECK_FALSE(parse(R"({"a": 1, "a": 2})").ok());
  CHECK_FALSE(parse(R"([{"b": {"a": 1, "a": 1}}])").ok());
  CHECK(parse(R"({"a": {"a": 1}})").ok());
}

TEST_CASE("JSON is bounded in depth, and nothing may follow the value") {
  CHECK(parse(std::string(32, '[') + std::string(32, ']')).ok());
  CHECK_FALSE(parse(std::string(33, '[') + std::string(33, ']')).ok());
  CHECK_FALSE(parse(std::string(1'000'000, '[')).ok());
  for (const char* text : {"{} {}", "", "\"\xff\"", "<html>Please sign in</html>"}) CHECK_FALSE(parse(text).ok());
}

TEST_CASE("the canonical form sorts by byte and escapes only what it must") {
  auto value = parse(" {\"b\" : [1, true, null, \"\\u2028\\t\\\"\\\\\"], \"B\":{}, \"a\":[], \"\xc3\xa9\":-5}");
  REQUIRE(value.ok());
  CHECK(canonical(*value) == "{\"B\":{},\"a\":[],\"b\":[1,true,null,\"\xe2\x80\xa8\t\\\"\\\\\"],\"\xc3\xa9\":-5}");
}

TEST_CASE("what people read keeps its order and replaces bytes that are not text") {
  CHECK(pretty(Ordered{{"z", 1}, {"a", "\xff"}}) == "{\n \"z\": 1,\n \"a\": \"\xef\xbf\xbd\"\n}\n");
}

}  // namespace kiosk::json
