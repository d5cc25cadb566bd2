#include "kiosk/catalog/writer.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/crypto/sha256.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using namespace kiosk::catalog::test;

std::string message_of(const Status& status) {
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == Code::invalid);
  return status.error().message;
}

bool says(const Status& status, const std::string& words) {
  return message_of(status).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("both files have exactly the schema of the page, and pass the full check") {
  TemporaryFolder folder;
  write_small_catalog(folder.path());
  for (auto [name, options] :
       {std::pair{kContactsFile, contacts_read_options()}, {kContentFile, content_read_options()}}) {
    options.integrity = sql::Integrity::check_every_page;
    auto database = sql::Database::open_readonly_immutable(folder.path() / name, options);
    CHECK_MESSAGE(database.ok(), (database.ok() ? std::string() : database.error().message));
  }
}

TEST_CASE("the same content gives the same bytes") {
  TemporaryFolder one, two;
  write_small_catalog(one.path());
  write_small_catalog(two.path());
  for (const char* name : {"contacts.db", "content.db"}) {
    CHECK(read_file(one / name).size() > 8192);
    CHECK(read_file(one / name) == read_file(two / name));
  }
}

TEST_CASE("an edition without new contacts leaves contacts.db as it was") {
  TemporaryFolder one, two;
  Pack next = pack();
  next.version = 8;
  next.published = day("2027-01-01");
  for (auto& [folder, pack_of_it] : {std::pair{&one, pack()}, {&two, next}}) {
    auto writer = Writer::create(folder->path(), pack_of_it, languages());
    REQUIRE(writer.ok());
    must((*writer)->add_contact(contact("police", "Police", {number("911")})));
    must((*writer)->finish());
  }
  CHECK(read_file(one / "contacts.db") == read_file(two / "contacts.db"));
  CHECK(read_file(one / "content.db") != read_file(two / "content.db"));
}

TEST_CASE("a number that must not be shown is not in the file at all") {
  TemporaryFolder folder;
  write_small_catalog(folder.path());
  const std::string contacts = read_file(folder / "contacts.db");
  CHECK(contacts.find("+231770800911") != std::string::npos);
  CHECK(contacts.find("2883") == std::string::npos);
  auto database = sql::Database::open_readonly_immutable(folder / "contacts.db", contacts_read_options());
  REQUIRE(database.ok());
  auto dials = database->prepare("SELECT dial FROM contact_number ORDER BY contact, position");
  REQUIRE(dials.ok());
  std::string all;
  while (*dials->step()) all += std::string(dials->text(0)) + " ";
  CHECK(all == "116 911 +231770800911 ");
}

TEST_CASE("no number of a contact is in content.db") {
  TemporaryFolder folder;
  write_small_catalog(folder.path());
  const std::string content = read_file(folder / "content.db");
  CHECK(content.find("770800911") == std::string::npos);
  CHECK(content.find("770 800 911") == std::string::npos);
}

TEST_CASE("pictures lie under the hash of their bytes") {
  TemporaryFolder folder;
  write_small_catalog(folder.path());
  const std::string hex = crypto::sha256(std::string_view("a picture")).hex();
  CHECK(read_file(folder.path() / "objects" / hex.substr(0, 2) / hex) == "a picture");
}

TEST_CASE("a wrong number is refused in every way in which it can be wrong") {
  const Number wrong[] = {
      {"", "", "", NumberUse::voice, Cost::free, {}},
      number("1"),
      number("call"),
      number("+"),
      number("**"),
      number("116a"),
      number("11 6"),
      number("1+16"),
      number("٢١١"),
      number("123456789012345678901"),
      number("116", "117"),
      number("116", "11-6"),
      number("116", " 116"),
      number("116", "1  16"),
      number("+231770800911", "231 770 800 911"),
      number("+231770800911", "+231 770 800 911", "0770 800 912"),
      number("+231770800911", "+231 770 800 911", "0911"),
      number("+231770800911", "+231 770 800 911", "(0)770 800 911"),
      number("116", "116", "116"),
  };
  TemporaryFolder folder;
  auto writer = writer_in(folder.path());
  int count = 0;
  for (const Number& one : wrong) {
    CAPTURE(one.dial);
    CAPTURE(one.display);
    CAPTURE(one.national);
    message_of(writer->add_contact(contact("c" + std::to_string(++count), "Name", {one})));
  }
  must(writer->add_contact(contact(
      "right", "Name",
      {number("*123#"), number("116"), number("08"), number("+33486517161", "+33 4 86 51 71 61", "04 86 51 71 61")})));
}

TEST_CASE("a topic that the reader could not show is refused with its name") {
  TemporaryFolder folder;
  auto writer = writer_in(folder.path());
  must(writer->add_topic(topic("first", "First")));
  auto changed = [&](const std::function<void(TopicEntry&)>& change) {
    TopicEntry entry = topic("second", "Second");
    change(entry);
    return writer->add_topic(entry);
  };
  CHECK(says(changed([](TopicEntry& t) { t.id = "first"; }), "\"first\" is there twice"));
  CHECK(says(changed([](TopicEntry& t) { t.id = "Second Topic"; }), "proper id"));
  CHECK(says(changed([](TopicEntry& t) { t.kind = TopicKind::news; }), "without a date"));
  CHECK(says(changed([](TopicEntry& t) {
               t.words.erase(tag("en"));
               t.words[tag("fr")].title = "x";
             }),
             "no text in en"));
  CHECK(says(changed([](TopicEntry& t) { t.words[tag("fr")] = {}; }), "no title in fr"));
  CHECK(says(changed([](TopicEntry& t) { t.words[tag("en")].body = "a\n\n<b>"; }), "Line 3"));
  CHECK(says(changed([](TopicEntry& t) { t.words[tag("de")].title = "x"; }), "language de"));
}

TEST_CASE("a contact that the reader could not show is refused with its name") {
  TemporaryFolder folder;
  auto writer = writer_in(folder.path());
  must(writer->add_contact(contact("first", "First")));
  auto changed = [&](const std::function<void(ContactEntry&)>& change) {
    ContactEntry entry = contact("second", "Second");
    change(entry);
    return writer->add_contact(entry);
  };
  CHECK(says(changed([](ContactEntry& c) { c.id = "first"; }), "\"first\" is there twice"));
  CHECK(says(changed([](ContactEntry& c) { c.id = ""; }), "proper id"));
  CHECK(says(changed([](ContactEntry& c) { c.words.clear(); }), "no name in en"));
  CHECK(says(changed([](ContactEntry& c) { c.words[tag("fr")] = {"Nom", "Qui", "", "", ""}; }), "in fr and en"));
  CHECK(says(changed([](ContactEntry& c) {
               c.words[tag("fr")] = {"Nom", "Qui", "Qui", "Conseil", ""};
             }),
             "in fr and en"));
  CHECK(says(changed([](ContactEntry& c) { c.topics = {"two words"}; }), "\"two words\""));
}

TEST_CASE("a section, a message or a picture comes once, and in languages of the pack") {
  TemporaryFolder folder;
  auto writer = writer_in(folder.path());
  const SectionEntry section{"work", "", "", "briefcase", "teal", {{tag("en"), "Work"}}};
  must(writer->add_section(section));
  CHECK(says(writer->add_section(section), "twice"));
  CHECK(says(writer->add_section({"other", "", "", "", "", {{tag("fr"), "x"}}}), "no title in en"));
  must(writer->add_message(tag("fr"), "Back", "Retour"));
  CHECK(says(writer->add_message(tag("fr"), "Back", "Arrière"), "twice"));
  CHECK(says(writer->add_message(tag("de"), "Back", "Zurück"), "de"));
  must(writer->add_medium("a.png", bytes("a"), {}));
  CHECK(says(writer->add_medium("a.png", bytes("b"), {}), "twice"));
}

TEST_CASE("a pack may have any number of languages, and a contact speak as many") {
  constexpr int kCount = 500;
  std::vector<Language> many = {{tag("en"), "English"}};
  for (int i = 0; i < kCount; ++i) {
    const std::string code{'x', static_cast<char>('a' + i / 26), static_cast<char>('a' + i % 26)};
    many.push_back({LanguageTag::of(code), "Language " + code});
  }
  TemporaryFolder folder;
  auto writer = Writer::create(folder.path(), pack(), many);
  REQUIRE(writer.ok());
  must((*writer)->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), "Work abroad"}}}));
  TopicEntry page = topic("contracts", "Contracts");
  ContactEntry speaker = contact("office", "Office", {number("116")});
  speaker.languages.emplace();
  for (const Language& language : many) {
    page.words[language.tag] = page.words[tag("en")];
    page.words[language.tag].title = "Contracts, " + language.name;
    speaker.languages->push_back(language.tag);
  }
  must((*writer)->add_topic(page));
  must((*writer)->add_contact(speaker));
  must((*writer)->finish());

  auto catalog = Catalog::open(folder.path());
  REQUIRE_MESSAGE(catalog.ok(), catalog.error().message);
  REQUIRE((*catalog)->languages().size() == many.size());
  for (size_t i = 0; i < many.size(); ++i) CHECK((*catalog)->languages()[i].tag == many[i].tag);
  CHECK((*catalog)->topic("contracts", many.back().tag)->title == "Contracts, " + many.back().name);
  CHECK((*catalog)->topic("contracts", many.back().tag)->languages.size() == many.size());
  CHECK((*catalog)->contact("office", tag("en"), day("2026-11-24"))->languages->size() == many.size());
}

TEST_CASE("a catalog names the fonts of its languages, and those of a missing font are withheld") {
  TemporaryFolder folder;
  Font font;
  font.script = "Arab";
  font.weight = text::Weight::bold;
  font.path = "/usr/share/fonts/opentype/some font.ttc";
  font.index = 2;
  font.package = "fonts-some";
  font.languages = {tag("ar"), tag("en")};
  {
    auto writer = writer_in(folder.path());
    for (const char* wrong : {"/etc/passwd", "/usr/share/fonts", "/usr/share/fonts/../x.ttf", "fonts/x.ttf", ""}) {
      Font other = font;
      other.path = wrong;
      CHECK(says(writer->add_font(other), "/usr/share/fonts"));
    }
    Font other = font;
    other.languages = {tag("de")};
    CHECK(says(writer->add_font(other), "de"));
    must(writer->add_font(font));
    must(writer->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), "Work abroad"}}}));
    TopicEntry page = topic("contracts", "Contracts");
    for (const char* language : {"fr", "ar"}) page.words[tag(language)] = page.words[tag("en")];
    must(writer->add_topic(page));
    must(writer->add_contact(contact("office", "Office")));
    must(writer->finish());
  }
  auto catalog = Catalog::open(folder.path());
  REQUIRE_MESSAGE(catalog.ok(), catalog.error().message);
  REQUIRE((*catalog)->fonts().size() == 1);
  const Font read = (*catalog)->fonts().front();
  CHECK(static_cast<const text::FontEntry&>(read) == font);
  CHECK(read.languages == font.languages);

  (*catalog)->withhold({tag("ar"), tag("en")});  // the source language stays
  const std::vector<Language> offered = (*catalog)->languages();
  REQUIRE(offered.size() == 2);
  CHECK(offered[0].tag == tag("en"));
  CHECK(offered[1].tag == tag("fr"));
  CHECK((*catalog)->topic("contracts", tag("fr"))->languages == std::vector<LanguageTag>{tag("en"), tag("fr")});
}

TEST_CASE("a writer does not begin over a catalog or with a pack that contradicts itself") {
  TemporaryFolder folder;
  write_small_catalog(folder.path());
  CHECK(Writer::create(folder.path(), pack(), languages()).error().code == Code::refused);
  TemporaryFolder empty;
  CHECK(Writer::create(empty.path(), pack(), {{tag("fr"), "Français"}}).error().code == Code::invalid);
  TemporaryFolder other;
  CHECK(Writer::create(other.path(), pack(), {{tag("en"), "English"}, {tag("en"), "English"}}).error().code ==
        Code::invalid);
}

}  // namespace kiosk::catalog
