#include "kiosk/catalog/keyboard.h"

#include <doctest/doctest.h>

#include <string>

#include "kiosk/catalog/catalog.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
using namespace kiosk::catalog::test;

const Keyboard kTwoSheets{{{{"क", "ख", "क्ष"}, {"ा", "ि"}}, {{"झ"}}}, true};

void write(const std::filesystem::path& folder, const Keyboard& keyboard) {
  auto writer = writer_in(folder);
  must(writer->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), "Work abroad"}}}));
  must(writer->add_topic(topic("a", "A page")));
  must(writer->add_keyboard(tag("en"), keyboard));
  must(writer->finish());
}

Keyboard read(const std::filesystem::path& folder) {
  auto catalog = Catalog::open(folder);
  REQUIRE(catalog.ok());
  Keyboard keyboard = (*catalog)->keyboard(tag("en"));
  CHECK_FALSE((*catalog)->damaged());
  return keyboard;
}

// What becomes of two keys when other bytes stand in their place in the file.
Keyboard read_with(const std::string& instead) {
  TemporaryFolder folder;
  write(folder.path(), {{{{"aaaa", "bbbb", "c"}}}, false});
  std::string bytes = read_file(folder / "content.db");
  const size_t at = bytes.find("aaaa bbbb c");
  REQUIRE(at != std::string::npos);
  REQUIRE(instead.size() == 9);
  bytes.replace(at, instead.size(), instead);
  write_file(folder / "content.db", bytes);
  return read(folder.path());
}

}  // namespace

TEST_CASE("the keys of a language are read as they were written, and another language has none") {
  TemporaryFolder folder;
  write(folder.path(), kTwoSheets);
  CHECK(read(folder.path()) == kTwoSheets);
  auto catalog = Catalog::open(folder.path());
  REQUIRE(catalog.ok());
  CHECK((*catalog)->keyboard(tag("fr")).sheets.empty());
  CHECK((*catalog)->keyboard(tag("de")).sheets.empty());
}

TEST_CASE("a key is one to four letters or marks, and nothing else") {
  for (const char* key : {"a", "é", "ि", "क्ष", "𞤀", "'", "’", "ŋ", "한", "abcd"}) CHECK_MESSAGE(is_key(key), key);
  for (const char* key : {"", " ", "1", "-", "a b", "abcde", "\xff", "a\xff", "\x01", "\u202e", "\u200b", "😀", "।"})
    CHECK_FALSE_MESSAGE(is_key(key), key);
}

TEST_CASE("a mark is told from a letter") {
  for (const char* key : {"ि", "ู", "߫"}) CHECK_MESSAGE(is_mark(key), key);
  for (const char* key : {"a", "क", "क्ष", "'", ""}) CHECK_FALSE_MESSAGE(is_mark(key), key);
}

TEST_CASE("what is no keyboard is not written") {
  const std::vector<Keyboard::Row> seven_rows(kMaxRowsOfSheet + 1, {"a"});
  for (const Keyboard& wrong : {Keyboard{{{{"1"}}}}, Keyboard{{{{"a"}, {"a"}}}}, Keyboard{{{{}}}}, Keyboard{{{}}},
                                Keyboard{{seven_rows}}, Keyboard{{{Keyboard::Row(kMaxKeysOfRow + 1, "a")}}},
                                Keyboard{std::vector<Keyboard::Sheet>(kMaxSheets + 1, {{"a"}})}}) {
    TemporaryFolder folder;
    Status refused = writer_in(folder.path())->add_keyboard(tag("en"), wrong);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == Code::invalid);
  }
  TemporaryFolder folder;
  auto writer = writer_in(folder.path());
  CHECK_FALSE(writer->add_keyboard(tag("de"), kTwoSheets).ok());
  must(writer->add_keyboard(tag("en"), kTwoSheets));
  CHECK_FALSE(writer->add_keyboard(tag("en"), kTwoSheets).ok());
}

TEST_CASE("a damaged row of keys is harmless: what is no key is passed over") {
  const auto only = [](Keyboard::Row row) { return std::vector<Keyboard::Sheet>{{std::move(row)}}; };
  CHECK(read_with("aaaa bbbb").sheets == only({"aaaa", "bbbb", "c"}));
  CHECK(read_with("aaaa 1bbb").sheets == only({"aaaa", "c"}));
  CHECK(read_with("aaaaabbbb").sheets == only({"c"}));
  CHECK(read_with("aaaa aaaa").sheets == only({"aaaa", "c"}));
  CHECK(read_with("aaaa \xff\xfe\x01z").sheets == only({"aaaa", "c"}));
  CHECK(read_with(std::string("aaaa \0bbb", 9)).sheets.size() == 1);
}

TEST_CASE("a name begins with a capital where the script has some") {
  CHECK(capital("a") == "A");
  CHECK(capital("ŋ") == "Ŋ");
  CHECK(capital("я") == "Я");
  CHECK(capital("ა") == "ა");
  CHECK(capital("क") == "क");
  CHECK(capital("'") == "'");
}

}  // namespace kiosk::catalog
