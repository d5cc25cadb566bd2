#include "kiosk/base/utf8.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a code point of each length is read and written") {
  for (auto [bytes, value] : {std::pair<std::string, char32_t>("a", 'a'),
                              {"\xC9\x9B", 0x25B},
                              {"\xEA\x95\x99", 0xA559},
                              {"\xF0\x9E\xA4\x80", 0x1E900}}) {
    const CodePoint read = code_point_at("x" + bytes + "y", 1);
    CHECK(read.valid);
    CHECK(read.value == value);
    CHECK(read.size == bytes.size());
    CHECK(utf8(value) == bytes);
  }
}

TEST_CASE("bytes that are not UTF-8 count one by one, and stepping gets past them") {
  for (std::string bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    size_t at = 0;
    CHECK_FALSE(next_code_point(bad, at));
    CHECK(at == 1);
    CHECK(count_code_points(bad + "a") == bad.size() + 1);
  }
  CHECK(code_point_at("", 0).size == 0);
}

TEST_CASE("the last code point goes off whole") {
  std::string text = "a\xEA\x95\x99\xC3";
  erase_last_code_point(text);
  CHECK(text == "a\xEA\x95\x99");
  erase_last_code_point(text);
  erase_last_code_point(text);
  erase_last_code_point(text);
  CHECK(text.empty());
}

TEST_CASE("a code point is named as Unicode names it") {
  CHECK(code_point_name('a') == "U+0061");
  CHECK(code_point_name(0x1F600) == "U+1F600");
}
