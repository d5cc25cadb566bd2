#include "kiosk/catalog/search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kiosk/catalog/catalog.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::TemporaryFolder;
using namespace kiosk::catalog::test;

const Date kDay = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);

struct Searched {
  TemporaryFolder folder;
  std::unique_ptr<Catalog> catalog;

  void open() {
    auto result = Catalog::open(folder.path());
    REQUIRE(result.ok());
    catalog = std::move(*result);
  }
  std::vector<SearchHit> hits(const std::string& words, const char* language = "en", int limit = 20) {
    return catalog->search(words, tag(language), kDay, limit);
  }
  std::string ids(const std::string& words, const char* language = "en", int limit = 20) {
    std::string ids;
    for (const SearchHit& hit : hits(words, language, limit))
      ids += (ids.empty() ? "" : " ") + (hit.topic.empty() ? "contact:" + hit.contact : hit.topic);
    return ids;
  }
  bool finds(const std::string& words, const std::string& id, const char* language = "en") {
    return (" " + ids(words, language) + " ").find(" " + id + " ") != std::string::npos;
  }
};

struct Small : Searched {
  Small() {
    write_small_catalog(folder.path());
    open();
  }
};

}  // namespace

TEST_CASE("a topic is found by its title, its keywords, its summary and its body") {
  Small small;
  CHECK(small.finds("recruiter", "check-a-recruiter"));
  CHECK(small.finds("agent", "check-a-recruiter"));
  CHECK(small.finds("licence", "check-a-recruiter"));
  CHECK(small.finds("promised", "oman"));
  CHECK(small.finds("stories oman", "oman"));
  CHECK(small.finds("oman promised work", "oman"));
}

TEST_CASE("each letter narrows the search: from the first to the last the topic is among the hits") {
  Small small;
  const std::string title = "check a recruiter";
  for (size_t size = 1; size <= title.size(); ++size) CHECK(small.finds(title.substr(0, size), "check-a-recruiter"));
}

TEST_CASE("a hit carries what a row shows") {
  Small small;
  const auto hits = small.hits("oman");
  REQUIRE(!hits.empty());
  CHECK(hits[0].topic == "oman");
  CHECK(hits[0].contact.empty());
  CHECK(hits[0].title == "Stories from Oman");
  CHECK(hits[0].summary == "About Stories from Oman.");
  CHECK(hits[0].icon == "briefcase");
  CHECK(hits[0].sensitivity == Sensitivity::red);
  CHECK(hits[0].language == tag("en"));
}

TEST_CASE("case, accents, Arabic letter forms and the article do not count") {
  Small small;
  CHECK(small.finds("VERIFIER", "check-a-recruiter", "fr"));
  CHECK(small.finds("vérifier", "check-a-recruiter", "fr"));
  CHECK(small.finds("التوظيف", "check-a-recruiter", "ar"));
  CHECK(small.finds("توظيف", "check-a-recruiter", "ar"));
  CHECK(small.finds("اولا", "check-a-recruiter", "ar"));
  CHECK(small.finds("ترخيص", "check-a-recruiter", "ar"));
}

TEST_CASE("one wrong letter in each word is forgiven, of every kind and while typing") {
  Small small;
  for (const char* typed : {"recruter", "reccruiter", "recriuter", "recruitar", "xecruiter", "chekc a recruter",
                            "recriut", "license agenz", "promsied"}) {
    CHECK_MESSAGE((small.finds(typed, "check-a-recruiter") || small.finds(typed, "oman")), std::string(typed));
  }
  CHECK(small.finds("verifer", "check-a-recruiter", "fr"));
  CHECK(small.finds("التوطيف", "check-a-recruiter", "ar"));
  CHECK_FALSE(small.finds("rxcruxter", "check-a-recruiter"));
}

TEST_CASE("exact hits stand before tolerant ones, title hits before others, and then the order of the content") {
  Searched searched;
  {
    auto writer = writer_in(searched.folder.path());
    must(writer->add_topic(topic("1-near", "Ford across the river")));
    must(writer->add_topic(topic("2-body", "Something", "You need food.")));
    must(writer->add_topic(topic("3-title", "Food")));
    must(writer->add_topic(topic("4-title", "Good food")));
    must(writer->add_topic(topic("5-body", "Anything", "Food and water.")));
    must(writer->finish());
  }
  searched.open();
  CHECK(searched.ids("food") == "3-title 4-title 2-body 5-body 1-near");
  CHECK(searched.ids("food", "en", 3) == "3-title 4-title 2-body");
}

TEST_CASE("a topic stands once, in the language of the session if it has it, and those come first") {
  Searched searched;
  {
    auto writer = writer_in(searched.folder.path());
    must(writer->add_topic(topic("only-english", "Passport")));
    TopicEntry both = topic("both", "Passport office");
    both.words[tag("fr")] = {"Bureau", "Le passeport.", "Mots.", {}, Review::unreviewed, false};
    must(writer->add_topic(both));
    TopicEntry french = topic("french-too", "Travel document");
    french.words[tag("fr")] = {"Passeport", "Mots.", "Mots.", {}, Review::unreviewed, false};
    must(writer->add_topic(french));
    must(writer->finish());
  }
  searched.open();
  CHECK(searched.ids("pass", "fr") == "french-too both only-english");
  const auto hits = searched.hits("passport", "fr");
  REQUIRE(hits.size() == 3);  // "passeport" is one letter away
  CHECK(hits[0].language == tag("fr"));
  CHECK(hits[1].language == tag("fr"));
  CHECK(hits[2].language == tag("en"));
  CHECK(searched.ids("passport", "en") == "only-english both");
  CHECK(searched.ids("passport", "de") == "only-english both");
}

TEST_CASE("contacts are found by name, by whom they serve and by topic, in either language") {
  Small small;
  CHECK(small.ids("police").starts_with("contact:police"));
  CHECK(small.finds("women", "contact:gbv-116"));
  CHECK(small.finds("hurt", "contact:gbv-116"));
  CHECK(small.finds("monrovia", "contact:gbv-116"));
  CHECK(small.finds("children", "contact:gbv-116"));
  CHECK(small.finds("femmes", "contact:gbv-116", "fr"));
  CHECK(small.finds("women", "contact:gbv-116", "fr"));
  CHECK(small.finds("polcie", "contact:police"));
  const auto hits = small.hits("femmes", "fr");
  REQUIRE(!hits.empty());
  CHECK(hits[0].title == "Ligne nationale pour les femmes");
  CHECK(hits[0].summary == "Toute personne blessée.");
  CHECK(hits[0].language == tag("fr"));
}

TEST_CASE("contacts leave topics half of the room, and those that can be dialled come first") {
  Searched searched;
  {
    auto writer = writer_in(searched.folder.path());
    for (const char* n : {"1", "2", "3"}) must(writer->add_topic(topic(std::string("topic-") + n, "Help")));
    ContactEntry unchecked = contact("unchecked", "Help", {number("900")});
    unchecked.show = Show::ask_staff;
    must(writer->add_contact(unchecked));
    for (const char* n : {"1", "2", "3"})
      must(writer->add_contact(contact(std::string("c") + n, "Help", {number(std::string("90") + n)})));
    must(writer->finish());
  }
  searched.open();
  CHECK(searched.ids("help", "en", 4) == "contact:c1 contact:c2 topic-1 topic-2");
  CHECK(searched.ids("help", "en", 6) == "contact:c1 contact:c2 contact:c3 topic-1 topic-2 topic-3");
  CHECK(searched.ids("help", "en", 7) == "contact:c1 contact:c2 contact:c3 contact:unchecked topic-1 topic-2 topic-3");
  CHECK(searched.ids("90", "en", 4) == "contact:c1 contact:c2 contact:c3");
}

TEST_CASE("a number is never taken for another one") {
  Searched searched;
  {
    auto writer = writer_in(searched.folder.path());
    must(writer->add_topic(topic("year", "The year 2016", "In 1116 and 117.")));
    must(writer->add_contact(contact("line", "Line 118", {number("118")})));
    must(writer->finish());
  }
  searched.open();
  CHECK(searched.ids("116").empty());
  CHECK(searched.ids("2061").empty());
  CHECK(searched.ids("117") == "year");
}

TEST_CASE("a number finds its contact only while it may be shown") {
  Small small;
  for (const char* digits : {"116", "11", "١١٦"})
    CHECK_MESSAGE(small.finds(digits, "contact:gbv-116"), std::string(digits));
  for (const char* digits : {"911", "+231 770", "0770 800", "0770800911", "231770800911"})
    CHECK_MESSAGE(small.finds(digits, "contact:police"), std::string(digits));
  for (const char* digits :
       {"00231770800911", "00231 770", "+231 (0)770 800 911", "770800911", "770 800 911", "0770-800-911",
        "011231770800911", "٠٠٢٣١٧٧٠٨٠٠٩١١", "٧٧٠٨٠٠٩١١", "۰۷۷۰ ۸۰۰ ۹۱۱", "００２３１７７０８００９１１"})
    CHECK_MESSAGE(small.finds(digits, "contact:police"), std::string(digits));
  for (const char* other : {"00232770800911", "0770800912", "80091", "00911770"})
    CHECK_FALSE_MESSAGE(small.finds(other, "contact:police"), std::string(other));
  CHECK_FALSE(small.finds("770800911", "contact:gbv-116"));
  for (const char* hidden : {"2883", "288", "134", "13"}) CHECK_MESSAGE(small.ids(hidden).empty(), std::string(hidden));
  CHECK(small.catalog->search("116", tag("en"), day("2030-01-01"), 20).empty());
}

TEST_CASE("who is never to be shown is not found by name either") {
  Small small;
  CHECK(small.finds("old line", "contact:old-line"));
  CHECK_FALSE(small.finds("dead line", "contact:dead-line"));
}

TEST_CASE("when no text holds all the words, the rarest of them decide") {
  Small small;
  CHECK(small.finds("lost oman ticket", "oman"));
}

TEST_CASE("nothing typed or nothing that is a word finds nothing") {
  Small small;
  for (const char* nothing : {"", " ", "!?", "\"", "*", "'", "\xff\xfe"}) CHECK(small.ids(nothing).empty());
  CHECK(small.ids("recruiter", "en", 0).empty());
  CHECK(small.ids("recruiter", "en", -5).empty());
  CHECK(small.ids("zzzzzzzz").empty());
}

TEST_CASE("signs of the query language are only letters between words") {
  Small small;
  for (const char* typed : {"recruiter\"", "\"recruiter", "recruiter*", "(recruiter", "title:recruiter", "recruiter OR",
                            "NEAR(recruiter", "-recruiter", "^recruiter", "recruiter AND NOT"}) {
    (void)small.hits(typed);
  }
  CHECK(small.finds("\"recruiter\" *", "check-a-recruiter"));
  CHECK(small.finds("(recruiter)", "check-a-recruiter"));
}

TEST_CASE("a flood of words is searched in bounded work") {
  Small small;
  std::string flood;
  for (int i = 0; i < 20000; ++i) flood += "recruiter ";
  CHECK(small.finds(flood, "check-a-recruiter"));
  CHECK(small.ids(std::string(100000, 'x')).empty());
}

}  // namespace kiosk::catalog
