#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/names.h"
#include "kiosk/publish/build.h"
#include "kiosk/publish/country_names.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::read_file;
using kiosk::test::SampleContent;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

namespace fs = std::filesystem;

// Every file below the folder with its bytes.
std::map<std::string, std::string> bytes_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files.emplace(entry.path().lexically_relative(folder).string(), read_file(entry.path()));
  }
  return files;
}

void build(const SampleContent& content, const fs::path& out) {
  Status built = publish::build_catalog(content.load(), out);
  REQUIRE_MESSAGE(built.ok(), built.error().message);
}

std::string contacts_db(const SampleContent& content) {
  TemporaryFolder folder;
  build(content, folder / "catalog");
  return read_file(folder / "catalog/contacts.db");
}

bool holds(const std::string& bytes, const std::string& part) { return bytes.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a country has one name in a language, that of its contacts' own texts") {
  for (const char* language : {"en", "fr"})
    CHECK(publish::country_name("CI", LanguageTag::of(language)) == "Côte d\u2019Ivoire");
}

TEST_CASE("a catalog is two databases and the media") {
  SampleContent content;
  TemporaryFolder folder;
  build(content, folder / "catalog");
  auto files = bytes_of(folder / "catalog");
  CHECK(files.size() == 3);
  CHECK(files.contains("contacts.db"));
  CHECK(files.contains("content.db"));
  CHECK(bytes_of(folder.path()).size() == 3);  // nothing is left beside it
}

TEST_CASE("the same content gives the same bytes, wherever and whenever") {
  SampleContent one, other;
  other.write("topics/before-you-go.en.md", one.read("topics/before-you-go.en.md"));
  TemporaryFolder folder;
  build(one, folder / "one");
  build(other, folder / "elsewhere/other");
  CHECK(bytes_of(folder / "one") == bytes_of(folder / "elsewhere/other"));
  other.replace("topics/before-you-go.en.md", "water", "tea");
  build(other, folder / "elsewhere/other");
  CHECK(bytes_of(folder / "one") != bytes_of(folder / "elsewhere/other"));
}

TEST_CASE("a number that is not to be shown is not in the catalog at all") {
  SampleContent shown;
  shown.replace("contacts/gbv-116.yaml", "dial: \"116\"", "dial: \"73519\"");
  CHECK(holds(contacts_db(shown), "73519"));
  shown.replace("contacts/gbv-116.yaml", "show: yes", "show: ask_staff");
  std::string ask_staff = contacts_db(shown);
  CHECK_FALSE(holds(ask_staff, "73519"));
  CHECK(holds(ask_staff, "Help line for women and children"));
}

TEST_CASE("a contact that is never shown is not in the catalog at all") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "show: yes", "show: never");
  CHECK_FALSE(holds(contacts_db(content), "Help line for women and children"));
}

TEST_CASE("a number whose check ran out by the day of the edition is not in the catalog, whatever the clock says") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "dial: \"116\"", "dial: \"73519\"");
  content.replace("contacts/gbv-116.yaml", "on: 2026-11-20", "on: 2026-08-25");  // its last day is that of the edition
  CHECK(holds(contacts_db(content), "73519"));
  content.replace("contacts/gbv-116.yaml", "on: 2026-08-25", "on: 2026-08-24");
  CHECK_FALSE(holds(contacts_db(content), "73519"));
}

TEST_CASE("an older catalog is replaced, anything else is left alone") {
  SampleContent content;
  TemporaryFolder folder;
  build(content, folder / "catalog");
  build(content, folder / "catalog/");
  fs::create_directory(folder / "empty");
  build(content, folder / "empty");

  fs::create_directory(folder / "letters");
  write_file(folder / "letters/mine.txt", "dear");
  Status refused = publish::build_catalog(content.load(), folder / "letters");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::refused);
  CHECK(bytes_of(folder / "letters") == std::map<std::string, std::string>{{"mine.txt", "dear"}});
  write_file(folder / "file", "x");
  CHECK_FALSE(publish::build_catalog(content.load(), folder / "file").ok());
}

TEST_CASE("when a catalog cannot be made, the one that was there stays") {
  SampleContent content;
  TemporaryFolder folder;
  build(content, folder / "catalog");
  auto before = bytes_of(folder.path());
  publish::Content broken = content.load();
  content.remove("media/bag.png");
  CHECK_FALSE(publish::build_catalog(broken, folder / "catalog").ok());
  CHECK(bytes_of(folder.path()) == before);
}

TEST_CASE("a pack may keep back what no native speaker has read") {
  auto content_db = [](const SampleContent& content) {
    TemporaryFolder folder;
    build(content, folder / "catalog");
    return read_file(folder / "catalog/content.db");
  };
  SampleContent content;
  CHECK(holds(content_db(content), "Avant de partir"));
  content.replace("pack.yaml", "show_with_note", "hide_unreviewed");
  CHECK_FALSE(holds(content_db(content), "Avant de partir"));
  content.replace("topics/before-you-go.fr.md", "reviewed_by:\n  reviewed_on:\n",
                  "reviewed_by: a native speaker\n  reviewed_on: 2026-11-10\n");
  CHECK(holds(content_db(content), "Avant de partir"));
}

TEST_CASE("the words of a contact that a native speaker has read are no draft, and are kept where drafts are not") {
  SampleContent content;
  auto police = [&] {
    TemporaryFolder folder;
    build(content, folder / "catalog");
    auto catalog = catalog::Catalog::open(folder / "catalog");
    REQUIRE(catalog.ok());
    const LanguageTag french = LanguageTag::of("fr");
    auto contact = (*catalog)->contact("police", french, Date{});
    REQUIRE(contact.ok());
    return std::pair(contact->language == french,
                     (*catalog)->messages(french).contains(catalog::reviewed_key("police")));
  };
  CHECK(police() == std::pair(true, false));
  content.replace("contacts/police.yaml", "answers: {",
                  "reviewed_by: {fr: a native speaker}\nreviewed_on: {fr: 2026-11-10}\nanswers: {");
  CHECK(police() == std::pair(true, true));
  content.replace("topics/before-you-go.fr.md", "reviewed_by:\n  reviewed_on:\n",
                  "reviewed_by: a native speaker\n  reviewed_on: 2026-11-10\n");
  content.replace("pack.yaml", "show_with_note", "hide_unreviewed");
  CHECK(police() == std::pair(true, true));
  content.replace("contacts/police.yaml", "reviewed_by: {fr: a native speaker}\nreviewed_on: {fr: 2026-11-10}\n", "");
  CHECK(police() == std::pair(false, false));
}

TEST_CASE("progress is told up to the end") {
  SampleContent content;
  TemporaryFolder folder;
  std::vector<std::string> steps;
  Status built =
      publish::build_catalog(content.load(), folder / "catalog", [&](std::string_view step, size_t done, size_t total) {
        if (done == total) steps.emplace_back(step);
      });
  REQUIRE(built.ok());
  CHECK(steps == std::vector<std::string>{"writing pages", "making the search index"});
}
