#include "kiosk/catalog/catalog.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "kiosk/catalog/schema.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
using namespace kiosk::catalog::test;

std::unique_ptr<Catalog> open(const std::filesystem::path& folder) {
  auto catalog = Catalog::open(folder);
  REQUIRE_MESSAGE(catalog.ok(), (catalog.ok() ? std::string() : catalog.error().message));
  return std::move(*catalog);
}

struct Small {
  TemporaryFolder folder;
  std::unique_ptr<Catalog> catalog;

  Small() {
    write_small_catalog(folder.path());
    catalog = open(folder.path());
  }
  Catalog* operator->() { return catalog.get(); }
};

const Date kDay = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);

template <class Items>
std::string ids_of(const Items& items) {
  std::string ids;
  for (const auto& item : items) ids += (ids.empty() ? "" : " ") + item.id;
  return ids;
}

}  // namespace

TEST_CASE("the pack says what it is, and offers the languages that have content") {
  Small small;
  CHECK(small->pack().id == "liberia");
  CHECK(small->pack().title == "Information");
  CHECK(small->pack().country == "LR");
  CHECK(small->pack().time_zone == "Africa/Monrovia");
  CHECK(small->pack().published == day("2026-11-23"));
  CHECK(small->pack().version == 7);
  CHECK(small->pack().source_language == tag("en"));
  REQUIRE(small->languages().size() == 3);  // Vai is declared and has no text
  CHECK(small->languages()[1].tag == tag("fr"));
  CHECK(small->languages()[1].name == "Français");
}

TEST_CASE("messages are those of one language") {
  Small small;
  CHECK(small->messages(tag("fr")) == std::map<std::string, std::string>{{"Leave now", "Partir"}, {"Back", "Retour"}});
  CHECK(small->messages(tag("ar")).empty());
  CHECK(small->messages(tag("de")).empty());
}

TEST_CASE("sections stand in order, each in the language it has, and say which") {
  Small small;
  const auto sections = small->sections(tag("fr"));
  CHECK(ids_of(sections) == "help work contracts");
  CHECK(sections[0].title == "Trouver de l’aide");
  CHECK(sections[0].language == tag("fr"));
  CHECK(sections[0].screen == "contacts");
  CHECK(sections[1].title == "Work abroad");
  CHECK(sections[1].language == tag("en"));
  CHECK(sections[2].parent == "work");
  CHECK(small->sections(tag("ar"))[2].title == "العقود");
  CHECK(small->sections(tag("de"))[0].title == "Get help now");
}

TEST_CASE("topics of a section stand in order, in the wanted or the source language") {
  Small small;
  const auto topics = small->topics("work", tag("fr"));
  CHECK(ids_of(topics) == "check-a-recruiter oman");
  CHECK(topics[0].title == "Vérifier un recruteur");
  CHECK(topics[0].language == tag("fr"));
  CHECK(topics[1].title == "Stories from Oman");
  CHECK(topics[1].language == tag("en"));
  CHECK(topics[1].sensitivity == Sensitivity::red);
  CHECK(ids_of(small->topics("contracts", tag("en"))) == "pay");
  CHECK(small->topics("nothing", tag("en")).empty());
}

TEST_CASE("news come newest first, and not among topics") {
  Small small;
  const auto news = small->news(tag("en"));
  CHECK(ids_of(news) == "newer-news older-news oldest-news");
  CHECK(news[0].kind == TopicKind::news);
  CHECK(news[0].date == day("2025-06-01"));
  CHECK(small->topics("", tag("en")).empty());
}

TEST_CASE("a topic comes whole, and says how far it can be trusted") {
  Small small;
  auto topic = small->topic("check-a-recruiter", tag("fr"));
  REQUIRE(topic.ok());
  CHECK(topic->title == "Vérifier un recruteur");
  CHECK(topic->body == "Demandez la licence à l’agence.");
  CHECK(topic->language == tag("fr"));
  CHECK(topic->review == Review::unreviewed);
  CHECK(topic->stale);
  CHECK(topic->checked_on == day("2026-11-01"));
  CHECK(topic->checked_by == "équipe de contenu");
  CHECK(small->topic("check-a-recruiter", tag("en"))->checked_by == "content team");
  CHECK(topic->contacts == std::vector<std::string>{"gbv-116", "police"});
  CHECK(topic->languages == std::vector<LanguageTag>{tag("en"), tag("fr"), tag("ar")});
  REQUIRE(topic->sources.size() == 2);
  CHECK(topic->sources[0].title == "Standing Order");
  CHECK(topic->sources[0].language == tag("en"));  // what nobody marked is in the source language
  CHECK(topic->sources[1].language == tag("fr"));
  CHECK(topic->sources[0].address == "https://example.org/a");
  CHECK(topic->sources[0].publisher == "Ministry");
  CHECK(topic->sources[0].date == day("2022-03-31"));
  CHECK_FALSE(topic->sources[1].date.has_value());

  CHECK(small->topic("check-a-recruiter", tag("ar"))->review == Review::reviewed);
  auto source = small->topic("oman", tag("fr"));
  REQUIRE(source.ok());
  CHECK(source->language == tag("en"));
  CHECK(source->review == Review::source);
  CHECK_FALSE(source->stale);
  CHECK(small->topic("no-such", tag("en")).error().code == Code::not_found);
  CHECK(small->topic("", tag("en")).error().code == Code::not_found);
}

TEST_CASE("a contact comes whole") {
  Small small;
  auto contact = small->contact("gbv-116", tag("en"), kDay);
  REQUIRE(contact.ok());
  CHECK(contact->kind == ContactKind::office);
  CHECK(contact->country == "LR");
  CHECK(contact->topics == std::vector<std::string>{"danger", "children"});
  CHECK(contact->who_answers == "state");
  CHECK(contact->name == "National help line for women and children");
  CHECK(contact->serves == "Anyone hurt or forced.");
  CHECK(contact->answers == "Trained staff answer.");
  CHECK(contact->advice.empty());
  CHECK(contact->address == "Congo Town, Monrovia");
  CHECK(contact->coordinates == std::pair{6.2907, -10.7605});
  CHECK(contact->website == "https://example.org");
  CHECK(contact->hours == "24/7");
  CHECK(contact->languages == std::vector<LanguageTag>{tag("en"), tag("fr")});
  CHECK(contact->verification == Verification::owner_confirmed);
  CHECK(contact->verified_on == day("2026-11-23"));
  CHECK(contact->verified_by == "content team");
  CHECK(contact->expires_on == day("2027-02-21"));
  CHECK_FALSE(contact->ask_staff);
  REQUIRE(contact->numbers.size() == 1);
  CHECK(contact->numbers[0].dial == "116");
  CHECK(contact->numbers[0].from == std::vector<std::string>{"LR"});
  CHECK(contact->numbers[0].cost == Cost::free);
  REQUIRE(contact->sources.size() == 1);
  CHECK(contact->sources[0].date == day("2024-12-11"));

  auto police = small->contact("police", tag("en"), kDay);
  REQUIRE(police.ok());
  REQUIRE(police->numbers.size() == 2);
  CHECK(police->numbers[1].display == "+231 770 800 911");
  CHECK(police->numbers[1].national == "0770 800 911");
  CHECK(police->numbers[1].use == NumberUse::whatsapp);
  CHECK(police->numbers[1].from.empty());
  CHECK_FALSE(police->hours.has_value());
  CHECK_FALSE(police->languages.has_value());
  CHECK_FALSE(police->coordinates.has_value());
}

TEST_CASE("a contact is in one language; only its address may be in that of the source") {
  Small small;
  auto contact = small->contact("gbv-116", tag("fr"), kDay);
  REQUIRE(contact.ok());
  CHECK(contact->language == tag("fr"));
  CHECK(contact->name == "Ligne nationale pour les femmes");
  CHECK(contact->address == "Congo Town, Monrovia");
  CHECK(small->contact("police", tag("fr"), kDay)->language == tag("en"));
}

TEST_CASE("a number is shown until the day it expires and not one day longer, whatever clock and language") {
  Small small;
  for (const char* language : {"en", "fr", "ar", "vai-Vaii", "de"}) {
    auto last_day = small->contact("gbv-116", tag(language), day("2027-02-21"));
    REQUIRE(last_day.ok());
    CHECK_FALSE(last_day->ask_staff);
    CHECK(last_day->numbers.size() == 1);
    for (const char* later : {"2027-02-22", "2099-01-01"}) {
      auto expired = small->contact("gbv-116", tag(language), day(later));
      REQUIRE(expired.ok());
      CHECK(expired->ask_staff);
      CHECK(expired->numbers.empty());
    }
  }
}

TEST_CASE("an emergency number of the country outlasts its check; no other does") {
  TemporaryFolder folder;
  {
    auto writer = writer_in(folder.path());
    for (auto [id, kind, country, show] : {std::tuple{"home", ContactKind::emergency, "LR", Show::yes},
                                           {"abroad", ContactKind::emergency, "ES", Show::yes},
                                           {"hotline", ContactKind::hotline, "LR", Show::yes},
                                           {"unsure", ContactKind::emergency, "LR", Show::ask_staff}}) {
      ContactEntry entry = contact(id, id);
      entry.show = show;
      if (show == Show::yes) entry.numbers = {number("911")};
      entry.kind = kind;
      entry.country = country;
      must(writer->add_contact(entry));
    }
    must(writer->finish());
  }
  auto catalog = open(folder.path());
  for (const auto& row : {std::tuple{"home", "2027-02-21", 1u},
                          {"home", "2027-02-22", 1u},
                          {"home", "2037-01-01", 1u},
                          {"abroad", "2027-02-21", 1u},
                          {"abroad", "2027-02-22", 0u},
                          {"hotline", "2027-02-22", 0u},
                          {"unsure", "2027-02-21", 0u},
                          {"unsure", "2027-02-22", 0u}}) {
    const auto& id = std::get<0>(row);
    const auto& on = std::get<1>(row);
    const auto& numbers = std::get<2>(row);
    auto one = catalog->contact(id, tag("en"), day(on));
    REQUIRE(one.ok());
    CAPTURE(id);
    CAPTURE(on);
    CHECK(one->numbers.size() == numbers);
    CHECK(one->ask_staff == (numbers == 0));
  }
}

TEST_CASE("a clock at 1970 revives no number that had expired when the pack was made") {
  TemporaryFolder folder;
  {
    auto writer = writer_in(folder.path());
    ContactEntry entry = contact("expired", "Expired", {number("116")});
    entry.verified_on = day("2026-01-01");
    entry.expires_on = day("2026-11-22");  // the day before the pack's
    must(writer->add_contact(entry));
    must(writer->finish());
  }
  auto catalog = open(folder.path());
  auto expired = catalog->contact("expired", tag("en"), Date{});
  REQUIRE(expired.ok());
  CHECK(expired->ask_staff);
  CHECK(expired->numbers.empty());
}

TEST_CASE("a contact verified later than the pack's day proves the later day") {
  TemporaryFolder folder;
  {
    auto writer = writer_in(folder.path());
    ContactEntry old = contact("old", "Old", {number("116")});
    old.expires_on = day("2026-12-31");
    must(writer->add_contact(old));
    ContactEntry fresh = contact("fresh", "Fresh", {number("911")});
    fresh.verified_on = day("2027-01-15");
    fresh.expires_on = day("2027-03-01");
    must(writer->add_contact(fresh));
    must(writer->finish());
  }
  auto catalog = open(folder.path());
  CHECK(catalog->contact("old", tag("en"), Date{})->ask_staff);
  CHECK_FALSE(catalog->contact("fresh", tag("en"), Date{})->ask_staff);
}

TEST_CASE("who is to be asked for has no number, and who is never to be shown is not there") {
  Small small;
  CHECK(ids_of(small->contacts(tag("en"), kDay)) == "gbv-116 police old-line");
  auto old_line = small->contact("old-line", tag("en"), kDay);
  REQUIRE(old_line.ok());
  CHECK(old_line->ask_staff);
  CHECK(old_line->numbers.empty());
  CHECK(small->contact("dead-line", tag("en"), kDay).error().code == Code::not_found);
  CHECK(small->contact("", tag("en"), kDay).error().code == Code::not_found);
}

TEST_CASE("a contacts.db that was made by others shows no number that breaks a rule") {
  // Each change alone must take the number away; without one it is there.
  const std::pair<const char*, bool> changes[] = {
      {"UPDATE contact SET hours = NULL", true},
      {"UPDATE contact SET show = 'ask_staff'", false},
      {"UPDATE contact SET verified_on = '2026-02-30'", false},
      {"UPDATE contact SET expires_on = ''", false},
      {"UPDATE contact SET expires_on = '9999'", false},
      {"UPDATE contact_number SET dial = '117'", false},
      {"UPDATE contact_number SET display = '1 17'", false},
      {"UPDATE contact_number SET dial = '1' || char(0x661) || '6', display = '1' || char(0x661) || '6'", false},
      {"UPDATE contact_number SET national = '0770 800 912'", false},
      {"UPDATE contact_number SET use = 'fax'", false},
      {"INSERT INTO contact_number VALUES(1, 2, '', '', '', 'voice', 'free', '')", false},
  };
  for (const auto& one : changes) {
    const std::string change = one.first;
    const bool shown = one.second;
    TemporaryFolder folder;
    write_small_catalog(folder.path());
    std::filesystem::remove(folder / "contacts.db");
    {
      auto database = sql::Database::create(folder / "contacts.db", kContactsKind);
      REQUIRE(database.ok());
      for (const std::string& statement : contacts_schema()) must(database->execute(statement));
      must(database->execute("INSERT INTO pack VALUES('liberia', 'en')"));
      must(
          database->execute("INSERT INTO contact VALUES(1, 'one', 'hotline', 'yes', 'LR', '', 'state', NULL, NULL, "
                            "'unknown', '', '', '24/7', "
                            "NULL, 'test_call', '2026-11-23', 'us', '2027-02-21')"));
      must(database->execute("INSERT INTO contact_text VALUES(1, 'en', 'Name', '', '', '', '', '', '')"));
      must(database->execute("INSERT INTO contact_number VALUES(1, 1, '116', '116', '', 'voice', 'free', 'LR')"));
      must(database->execute(change));
      must(database->finish());
    }
    auto contact = open(folder.path())->contact("one", tag("en"), kDay);
    REQUIRE(contact.ok());
    CHECK_MESSAGE(contact->ask_staff == !shown, change);
    CHECK_MESSAGE(contact->numbers.empty() == !shown, change);
  }
}

TEST_CASE("a catalog that lacks a file, mixes two packs or swaps its files is not opened") {
  TemporaryFolder folder;
  CHECK(Catalog::open(folder.path()).error().code == Code::not_found);
  write_small_catalog(folder.path());
  TemporaryFolder other;
  {
    Pack pack_of_other = pack();
    pack_of_other.id = "elsewhere";
    auto writer = Writer::create(other.path(), pack_of_other, languages());
    REQUIRE(writer.ok());
    must((*writer)->finish());
  }
  std::filesystem::remove(folder / "contacts.db");
  CHECK(Catalog::open(folder.path()).error().code == Code::not_found);
  std::filesystem::copy_file(other / "contacts.db", folder / "contacts.db");
  auto mixed = Catalog::open(folder.path());
  REQUIRE_FALSE(mixed.ok());
  CHECK(mixed.error().code == Code::damaged);
  CHECK(mixed.error().message.find("elsewhere") != std::string::npos);

  std::filesystem::copy_file(folder / "content.db", folder / "contacts.db",
                             std::filesystem::copy_options::overwrite_existing);
  CHECK(Catalog::open(folder.path()).error().code == Code::unsupported);
}

TEST_CASE("reading leaves no trace in the folder") {
  Small small;
  (void)small->contacts(tag("en"), kDay);
  (void)small->search("recruiter", tag("en"), kDay, 10);
  int entries = 0;
  for ([[maybe_unused]] auto& entry : std::filesystem::directory_iterator(small.folder.path())) ++entries;
  CHECK(entries == 3);
}

}  // namespace kiosk::catalog
