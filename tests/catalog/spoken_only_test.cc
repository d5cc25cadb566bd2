#include <doctest/doctest.h>

#include "kiosk/catalog/catalog.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog::test {
namespace {

TEST_CASE("a language that has recordings and no text is offered as spoken only; digits alone are no page") {
  for (const auto& one : {std::pair("speech/vai-Vaii/0123456789abcdef.opus", true),
                          {"speech/vai-Vaii/fedcba9876543210.opus", true},
                          {"speech/vai-Vaii/digit-1.opus", false},
                          {"speech/vai/0123456789abcdef.opus", false}}) {
    const std::string path = one.first;
    const bool offered = one.second;
    CAPTURE(path);
    kiosk::test::TemporaryFolder folder;
    auto writer = writer_in(folder.path());
    must(writer->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), "Work"}}}));
    must(writer->add_topic(topic("offer", "An offer")));
    must(writer->add_contact(contact("line", "The line", {number("0770000111")})));
    must(writer->add_medium(path, bytes("a voice"), {}));
    must(writer->finish());
    auto made = Catalog::open(folder.path());
    REQUIRE(made.ok());
    REQUIRE((*made)->languages().size() == (offered ? 2 : 1));
    CHECK_FALSE((*made)->languages().front().spoken_only);
    if (offered) CHECK((*made)->languages().back().tag == tag("vai-Vaii"));
    CHECK((*made)->languages().back().spoken_only == offered);
    // What it shows is the source language's.
    CHECK((*made)->topic("offer", tag("vai-Vaii"))->language == tag("en"));
  }
}

}  // namespace
}  // namespace kiosk::catalog::test
