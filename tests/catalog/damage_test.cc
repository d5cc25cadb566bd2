// Databases damaged at random, as if their hash had not been checked: whatever is in them, reading ends, in bounded
// time, and no number is shown that breaks a rule.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>

#include "kiosk/catalog/catalog.h"
#include "tests/catalog/read_everything.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
using namespace kiosk::catalog::test;

// KIOSK_DAMAGES: how many databases of each kind to damage; the criteria ask for thousands.
int rounds() {
  const char* asked = std::getenv("KIOSK_DAMAGES");
  return asked ? std::max(1, std::atoi(asked)) : 150;
}

constexpr auto kLongest = std::chrono::seconds(5);

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
  must(writer->add_keyboard(tag("en"), {{{{"q", "w", "e", "r"}, {"a", "s", "d"}}, {{"ɛ", "ɔ"}}}, true}));
  must(writer->add_medium("a.png", bytes("a"), {{tag("en"), "A"}}));
  must(writer->finish());
}

struct Damaged {
  int opened = 0;

  // Damages one file in many ways; the other one stays as it is.
  Damaged(const char* name, unsigned seed) {
    TemporaryFolder folder;
    write_larger_catalog(folder.path());
    const std::string whole = read_file(folder / name);
    std::mt19937 random(seed);
    for (int round = 0; round < rounds(); ++round) {
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
        CHECK(read_everything(**catalog) == "");
      }
      CHECK(std::chrono::steady_clock::now() - start < kLongest);
    }
  }
};

}  // namespace

TEST_CASE("a damaged contacts.db does no harm") {
  const Damaged damaged("contacts.db", 1);
  CHECK(damaged.opened > rounds() / 10);  // else nothing was tried
}

TEST_CASE("a damaged content.db does no harm") {
  const Damaged damaged("content.db", 2);
  CHECK(damaged.opened > rounds() / 10);
}

}  // namespace kiosk::catalog
