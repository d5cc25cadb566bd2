// What the keys of content and publisher alone could put before visitors: refused where it is to be shown.
#include <doctest/doctest.h>

#include <functional>

#include "kiosk/update/catalog_check.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::update {
namespace {

using catalog::test::day;
using catalog::test::tag;

// A catalog that is well but for what `spoil` does to it.
struct Parts {
  catalog::Pack pack = catalog::test::pack();
  std::vector<catalog::Language> languages = catalog::test::languages();
  std::string section = "Work";
  catalog::TopicEntry topic = catalog::test::topic("offer", "An offer", "Ask them.\n\n[The line](contact:line)\n");
  catalog::ContactEntry contact = catalog::test::contact("line", "The line", {catalog::test::number("0770000111")});
};

Status checked(const std::function<void(Parts&)>& spoil, std::optional<Instant> signed_at = {}) {
  Parts parts;
  spoil(parts);
  test::TemporaryFolder folder;
  auto writer = catalog::Writer::create(folder.path(), parts.pack, parts.languages);
  REQUIRE(writer.ok());
  // REQUIRE, not must(): the writer has rules of its own, and a case that they end is no case.
  auto written = [](const Status& status) {
    REQUIRE_MESSAGE(status.ok(), (status.ok() ? "" : status.error().message));
  };
  written((*writer)->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), parts.section}}}));
  written((*writer)->add_topic(parts.topic));
  written((*writer)->add_contact(parts.contact));
  written((*writer)->finish());
  return check_catalog(folder.path(), signed_at);
}

bool refused(const std::function<void(Parts&)>& spoil, std::optional<Instant> signed_at = {}) {
  const Status status = checked(spoil, signed_at);
  if (!status.ok()) CHECK_MESSAGE(status.error().code == Code::refused, status.error().message);
  return !status.ok();
}

TEST_CASE("a catalog that keeps the rules is taken") {
  const Status status = checked([](Parts&) {});
  CHECK_MESSAGE(status.ok(), (status.ok() ? "" : status.error().message));
}

TEST_CASE("no number that could be dialled stands outside of the contacts, wherever it hides") {
  for (std::string words : {"Free help: 0886 000 666", "Free help: ٠٨٨٦٠٠٠٦٦٦", "Free help: 0770000111"}) {
    CAPTURE(words);
    auto text = [&](Parts& parts) -> catalog::TopicWords& { return parts.topic.words.at(tag("en")); };
    CHECK(refused([&](Parts& parts) { text(parts).title = words; }));
    CHECK(refused([&](Parts& parts) { text(parts).summary = words; }));
    CHECK(refused([&](Parts& parts) { text(parts).body = words + "\n"; }));
    CHECK(refused([&](Parts& parts) { text(parts).body = "> " + words + "\n"; }));
    CHECK(refused([&](Parts& parts) { text(parts).checked_by = words; }));
    CHECK(refused([&](Parts& parts) { parts.section = words; }));
    CHECK(refused([&](Parts& parts) { parts.languages[0].name = words; }));
    CHECK(refused([&](Parts& parts) { parts.contact.words.at(tag("en")).serves = words; }));
  }
}

TEST_CASE("a catalog without any number to show, or without its media, is no catalog") {
  const Status none = checked([](Parts& parts) {
    parts.contact.show = catalog::Show::ask_staff;
    parts.contact.numbers.clear();
  });
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().message.find("no number") != std::string::npos);
  test::TemporaryFolder folder;
  catalog::test::write_small_catalog(folder.path());
  REQUIRE(check_catalog(folder.path()).ok());
  std::filesystem::remove_all(folder / "objects");
  const Status lost = check_catalog(folder.path());
  REQUIRE_FALSE(lost.ok());
  CHECK(lost.error().message.find("lacks a medium") != std::string::npos);
}

TEST_CASE("no character that turns the line round or hides is taken") {
  CHECK(refused([](Parts& parts) { parts.topic.words.at(tag("en")).title = "An \u202eoffer"; }));
}

TEST_CASE("a link that dials, or that leads to nothing, is refused") {
  auto body = [](const char* words) { return [words](Parts& parts) { parts.topic.words.at(tag("en")).body = words; }; };
  CHECK(refused(body("Ask them.\n\n[Them](contact:nobody)\n")));
  CHECK(refused(body("Read [this](topic:nothing).\n")));
  CHECK(refused([](Parts& parts) { parts.topic.section = "nowhere"; }));
  CHECK(refused([](Parts& parts) { parts.contact.website = "https://wa.me/231886000666"; }));
}

TEST_CASE("a day far after the signatures, or after every other day, takes no number off the screen") {
  CHECK(refused([](Parts& parts) { parts.pack.published = day("2099-01-01"); }));
  CHECK(refused([](Parts& parts) { parts.contact.verified_on = day("2099-01-01"); }));
  CHECK(refused([](Parts& parts) { parts.topic.checked_on = day("2099-01-01"); }));
  const Instant signed_at = day("2026-11-23");
  CHECK_FALSE(refused([](Parts& parts) { parts.pack.published = day("2026-12-20"); }, signed_at));
  CHECK(refused([](Parts& parts) { parts.pack.published = day("2027-01-20"); }, signed_at));
}

}  // namespace
}  // namespace kiosk::update
