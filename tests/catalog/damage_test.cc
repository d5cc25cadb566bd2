// Databases damaged at random, as if their hash had not been checked: whatever is in them, reading ends, in bounded time,
// and no number is shown that breaks a rule.
#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/number_rules.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
using namespace kiosk::catalog::test;

constexpr int kRounds = 150;
constexpr auto kLongest = std::chrono::seconds(5);
const Date kDay = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);

// Large enough to have pages above pages.
void write_larger_catalog(const std::filesystem::path& folder) {
  auto writer = writer_in(folder);
  must(writer->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), "Work abroad"}}}));
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    TopicEntry entry = topic("topic-" + n, "Recruiter number " + n, "Words about work " + n + " and pay in Oman.");
    entry.contacts = {"contact-" + n};
    entry.sources = {{"Source " + n, "https://example.org/" + n, "", day("2022-03-31")}};
    entry.words[tag("fr")] = {"Recruteur " + n, "Texte.", "Mots.", {"agent"}, Review::unreviewed, true};
    must(writer->add_topic(entry));
    must(writer->add_contact(contact("contact-" + n, "Help line " + n, {number(std::to_string(1000 + i))})));
  }
  must(writer->add_medium("a.png", bytes("a"), {{tag("en"), "A"}}));
  must(writer->finish());
}

void check_numbers(const Contact& contact) {
  if (contact.ask_staff) CHECK(contact.numbers.empty());
  for (const Number& number : contact.numbers) CHECK_FALSE(objection(number).has_value());
}

// Asks for everything there is.
void read_all(const Catalog& catalog) {
  for (const char* language : {"en", "fr", "de"}) {
    const LanguageTag asked = tag(language);
    (void)catalog.messages(asked);
    for (const Section& section : catalog.sections(asked))
      for (const TopicSummary& topic : catalog.topics(section.id, asked)) (void)catalog.topic(topic.id, asked);
    (void)catalog.news(asked);
    for (const Contact& contact : catalog.contacts(asked, kDay)) {
      check_numbers(contact);
      auto one = catalog.contact(contact.id, asked, kDay);
      if (one.ok()) check_numbers(*one);
    }
    for (const char* words : {"r", "recruiter", "recriuter numb", "agent oman", "1001", "help line"})
      CHECK(catalog.search(words, asked, kDay, 20).size() <= 20);
    (void)catalog.medium("a.png");
    (void)catalog.medium_description("a.png", asked);
  }
}

struct Damaged {
  int opened = 0;

  // Damages one file in many ways; the other one stays as it is.
  Damaged(const char* name, unsigned seed) {
    TemporaryFolder folder;
    write_larger_catalog(folder.path());
    const std::string whole = read_file(folder / name);
    std::mt19937 random(seed);
    for (int round = 0; round < kRounds; ++round) {
      std::string bytes = whole;
      for (unsigned flips = 1 + random() % 16; flips > 0; --flips) {
        // Now and then near the start of a page, where its structure is.
        const size_t page = random() % (bytes.size() / 4096) * 4096;
        const size_t at = random() % 2 == 0 ? page + random() % 64 : random() % bytes.size();
        bytes[at] = static_cast<char>(random());
      }
      write_file(folder / name, bytes);
      const auto start = std::chrono::steady_clock::now();
      auto catalog = Catalog::open(folder.path());
      if (catalog.ok()) {
        ++opened;
        read_all(**catalog);
      }
      CHECK(std::chrono::steady_clock::now() - start < kLongest);
    }
  }
};

}  // namespace

TEST_CASE("a damaged contacts.db does no harm") {
  const Damaged damaged("contacts.db", 1);
  CHECK(damaged.opened > kRounds / 10);  // else nothing was tried
}

TEST_CASE("a damaged content.db does no harm") {
  const Damaged damaged("content.db", 2);
  CHECK(damaged.opened > kRounds / 10);
}

}  // namespace kiosk::catalog
