// Each way in which content can be wrong gets its own message, on the right line, and nothing else.
#include <doctest/doctest.h>

#include <string>

#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

bool begins(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }
bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The only problem begins with `start`, and its remedy holds `remedy`. That the translation is older than the source
// text that a test has just changed does not count.
void check_only(const SampleContent& content, const std::string& start, const std::string& remedy) {
  std::vector<std::string> problems = content.problems();
  INFO(content.all_problems());
  if (!holds(start, "has changed")) {
    std::erase_if(problems, [](const std::string& line) { return holds(line, "has changed since this translation"); });
  }
  REQUIRE(problems.size() == 1);
  CHECK(begins(problems[0], start));
  CHECK(holds(problems[0], remedy));
}

constexpr const char* kPage = "topics/before-you-go.en.md";
constexpr const char* kFrench = "topics/before-you-go.fr.md";
constexpr const char* kRed = "topics/ask-for-help.en.md";

}  // namespace

TEST_CASE("the sample has no problem") { CHECK(SampleContent().all_problems() == ""); }

TEST_CASE("bad YAML is named with its line") {
  SampleContent content;
  content.replace("contacts/police.yaml", "hours: \"24/7\"", "hours: \"24/7\nlanguage");
  check_only(content, "contacts/police.yaml:", "Do this:");
}

TEST_CASE("a tab in YAML is named as such") {
  SampleContent content;
  content.replace("pack.yaml", "    icon: phone", "\ticon: phone");
  CHECK(begins(content.all_problems(), "pack.yaml:16: error: This line begins with a tab."));
}

TEST_CASE("an unknown key is refused, and the right one proposed") {
  SampleContent content;
  content.replace(kPage, "keywords:", "keyword:");
  check_only(content, "topics/before-you-go.en.md:8: error: \"keyword\" is not a name that a page has.",
             "Write \"keywords\" if you meant that");
}

TEST_CASE("a key that stands twice is refused") {
  SampleContent content;
  content.replace("contacts/police.yaml", "country: LR\n", "country: LR\ncountry: GH\n");
  check_only(content, "contacts/police.yaml:6: error: \"country\" is here twice, first in line 5.", "Keep one");
}

TEST_CASE("a page needs its source") {
  SampleContent content;
  content.replace(kRed, "sources:\n  - {title: A page about work, date: undated}\n", "");
  check_only(content, "topics/ask-for-help.en.md:2: error: \"sources\" is missing.", "What has no source is not said");
}

TEST_CASE("a page needs its check, and a contact its verification") {
  SampleContent page;
  page.replace(kPage, "checked: {on: 2026-11-01, by: content team, how: read against the source}\n", "");
  check_only(page, "topics/before-you-go.en.md:2: error: \"checked\" is missing.", "who checked the page and when");
  SampleContent contact;
  contact.replace("contacts/gbv-116.yaml", "verified: {on: 2026-11-20, by: content team, how: published_source}\n", "");
  check_only(contact, "contacts/gbv-116.yaml:1: error: \"verified\" is missing.",
             "Unchecked contacts are not published");
}

TEST_CASE("a link must lead to a page, a contact, a picture that is there") {
  SampleContent page;
  page.replace(kPage, "topic:ask-for-help", "topic:ask-for-hlep");
  check_only(page, "topics/before-you-go.en.md:21: error: There is no page \"ask-for-hlep\".", "topics/ or news/");
  SampleContent contact;
  contact.replace(kPage, "contacts: [police]", "contacts: [polcie]");
  check_only(contact, "topics/before-you-go.en.md:9: error: There is no contact \"polcie\".", "contacts/");
  SampleContent picture;
  picture.replace(kPage, "media/bag.png", "media/bags.png");
  check_only(picture, "topics/before-you-go.en.md:23: error: media.yaml does not describe the picture \"bags.png\".",
             "media/media.yaml");
}

TEST_CASE("nobody may link a contact that is never shown") {
  SampleContent content;
  content.replace("contacts/police.yaml", "show: yes", "show: never");
  std::string all = content.all_problems();
  CHECK(holds(all, "topics/before-you-go.en.md:9: error: The contact \"police\" is never shown."));
  CHECK(holds(
      all,
      "topics/ask-for-help.en.md:1: error: A red page must offer two kinds of help, and this one offers only one."));
}

TEST_CASE("a language tag must be one of the pack's") {
  SampleContent unknown;
  unknown.write("topics/before-you-go.xx.md", unknown.read(kFrench));
  check_only(unknown, "topics/before-you-go.xx.md: error: pack.yaml has no language xx.",
             "add the language to pack.yaml");
  SampleContent wrong;
  wrong.write("topics/before-you-go.french.md", wrong.read(kFrench));
  check_only(wrong, "topics/before-you-go.french.md: error: \"french\" in the name of this file is not a language tag",
             "vai-Vaii");
  SampleContent unusual;
  unusual.write("topics/before-you-go.FR.md", unusual.read(kFrench));
  unusual.remove(kFrench);
  check_only(unusual, "topics/before-you-go.FR.md: error: \"FR\"", "Write fr instead.");
  SampleContent contact;
  contact.replace("contacts/gbv-116.yaml", "name: {en:", "name: {kpe: Foo, en:");
  check_only(contact, "contacts/gbv-116.yaml:9: error: pack.yaml has no language kpe.", "Correct the tag");
}

TEST_CASE("an id stands for one thing") {
  SampleContent section;
  section.replace("pack.yaml", "  - id: travel", "  - id: help");
  CHECK(holds(section.all_problems(), "pack.yaml:19: error: The section \"help\" is here twice, first in line 14."));
  SampleContent contact;
  contact.write("contacts/other.yaml", contact.read("contacts/gbv-116.yaml"));
  CHECK(holds(contact.all_problems(), "contacts/other.yaml:1: error: The id \"gbv-116\" is not the name of the file."));
  CHECK(holds(contact.all_problems(),
              "contacts/other.yaml:1: error: The id \"gbv-116\" is taken by contacts/gbv-116.yaml."));
  SampleContent page;
  std::string story = page.read("news/2025-07-21-new-office.en.md");
  page.write("topics/2025-07-21-new-office.en.md", page.read(kRed));
  CHECK(holds(page.all_problems(), "is a page and a news story at the same time"));
}

TEST_CASE("sections form no circle and lie no deeper than three taps") {
  SampleContent circle;
  circle.replace("pack.yaml", "  - id: travel\n", "  - id: travel\n    parent: inner\n");
  circle.replace(
      "pack.yaml", "fr: Voyager sans danger}\n",
      "fr: Voyager sans danger}\n  - {id: inner, parent: travel, icon: phone, colour: teal, title: {en: Inside}}\n");
  std::string all = circle.all_problems();
  CHECK(holds(all, "pack.yaml:19: error: The section \"travel\" lies in itself, by way of \"inner\"."));
  SampleContent deep;
  deep.replace("pack.yaml", "fr: Voyager sans danger}\n",
               "fr: Voyager sans danger}\n"
               "  - {id: second, parent: travel, icon: phone, colour: teal, title: {en: Second}}\n"
               "  - {id: third, parent: second, icon: phone, colour: teal, title: {en: Third}}\n");
  CHECK(holds(deep.all_problems(), "pack.yaml:24: error: The section \"third\" lies too deep"));
  SampleContent parent;
  parent.replace("pack.yaml", "  - id: travel\n", "  - id: travel\n    parent: nowhere\n");
  check_only(parent, "pack.yaml:20: error: The section \"travel\" lies in \"nowhere\", which is not there.",
             "remove parent");
}

TEST_CASE("pictures are named from the list, and the near one is proposed") {
  SampleContent content;
  content.replace(kPage, "icon: phone", "icon: pasport");
  check_only(content, "topics/before-you-go.en.md:6: error: There is no picture called \"pasport\".", "Write passport");
}

TEST_CASE("R55: each page has a level, and it is one of three") {
  SampleContent content;
  content.replace(kRed, "sensitivity: red", "sensitivity: rot");
  check_only(content, "topics/ask-for-help.en.md:7: error: \"sensitivity\" is \"rot\", which is not known.",
             "Write green, yellow or red.");
  SampleContent without;
  without.replace(kRed, "sensitivity: red\n", "");
  CHECK(holds(without.all_problems(), "error: \"sensitivity\" is missing."));
}

TEST_CASE("a red page offers two kinds of help (R64)") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "who_answers: state", "who_answers: police");
  check_only(
      content,
      "topics/ask-for-help.en.md:1: error: A red page must offer two kinds of help, and this one offers only one.",
      "who_answers differ");
}

TEST_CASE("no day lies after the edition, and every day exists") {
  SampleContent later;
  later.replace("contacts/gbv-116.yaml", "on: 2026-11-20", "on: 2026-11-24");
  check_only(
      later,
      "contacts/gbv-116.yaml:18: error: The day of the check is 2026-11-24, after the day of this edition, 2026-11-23.",
      "raise published");
  SampleContent never;
  never.replace(kPage, "date: 2024-05-01", "date: 2024-02-30");
  check_only(never, "topics/before-you-go.en.md:13: error: \"date\" is \"2024-02-30\", which is not a day.",
             "year-month-day");
  SampleContent story;
  story.replace("news/2025-07-21-new-office.en.md", "date: 2025-07-21\nsens", "date: 2025-07-22\nsens");
  check_only(story, "news/2025-07-21-new-office.en.md:4: error: The date is not the one in the name of the file.",
             "same day");
}

TEST_CASE("an edition dated ahead of the clock is a warning only: clocks may be wrong") {
  SampleContent content;
  content.options.today = *parse_date("1970-01-01");
  check_only(content, "pack.yaml:5: warning: The day of this edition, 2026-11-23, is still to come", "set the clock");
}

TEST_CASE("a page that nobody has read for half a year is a warning") {
  SampleContent content;
  content.replace(kPage, "checked: {on: 2026-11-01", "checked: {on: 2026-05-01");
  check_only(content, "topics/before-you-go.en.md:14: warning: The page was checked more than 180 days before",
             "write the new day");
}

TEST_CASE("a translation needs a source, and says which text it was made from") {
  SampleContent orphan;
  orphan.write("topics/other-page.fr.md", orphan.read(kFrench));
  check_only(orphan, "topics/other-page.fr.md: error: This translation has no page in the source language.",
             "Write other-page.en.md first");
  SampleContent unknown;
  std::string text = unknown.read(kFrench);
  size_t of = text.find("  of: ");
  unknown.write(kFrench, text.erase(of, text.find('\n', of) + 1 - of));
  check_only(unknown, "topics/before-you-go.fr.md:6: error: \"of\" is missing under translation",
             "kioskctl content stamp");
}

TEST_CASE("a translation of an older text is a warning that names the new one") {
  SampleContent content;
  content.replace(kPage, "Take your passport with you.", "Take your passport and a copy with you.");
  check_only(content, "topics/before-you-go.fr.md:6: warning: The page in the source language has changed",
             "--again topics/before-you-go.fr.md, or write of: ");
}

TEST_CASE("attributes of a page stand in the source language only") {
  SampleContent content;
  content.replace(kFrench, "keywords:", "sensitivity: green\nkeywords:");
  check_only(content, "topics/before-you-go.fr.md:4: error: \"sensitivity\" stands only in the source language's file.",
             "Remove it here");
}

TEST_CASE("a translation that lost a contact card is a warning") {
  SampleContent content;
  content.replace(kFrench, "[La police](contact:police)\n", "");
  check_only(content, "topics/before-you-go.fr.md:12: warning: The translation shows other contact cards", "into both");
}

TEST_CASE("a page has no HTML") {
  SampleContent content;
  content.replace(kRed, "You can ask for help.", "You can <b>ask</b> for help.");
  CHECK(begins(content.all_problems(), "topics/ask-for-help.en.md:13: error: HTML"));
}

TEST_CASE("a page begins with its front matter") {
  SampleContent content;
  content.write(kRed, "# A title\n\nWords.\n");
  CHECK(holds(content.all_problems(),
              "topics/ask-for-help.en.md:1: error: The page must begin with a part between two lines"));
}

TEST_CASE("files where nobody looks are named") {
  SampleContent content;
  content.write("topics/notes.txt", "x");
  content.write("contacts/list.md", "x");
  content.write("drafts.md", "x");
  content.write("media/other.png", "x");
  std::string all = content.all_problems();
  CHECK(holds(all, "topics/notes.txt: error: The name of this file says neither its page nor its language."));
  CHECK(holds(all, "contacts/list.md: error: This is not the file of a contact."));
  CHECK(holds(all, "drafts.md: warning: Nothing reads this file."));
  CHECK(holds(all, "media/other.png: error: media.yaml does not describe this file."));
}

TEST_CASE("all problems are shown at once, by file and line") {
  SampleContent content;
  content.replace(kPage, "icon: phone", "icon: none-such");
  content.replace(kPage, "sensitivity: green", "sensitivity: blue");
  content.replace("contacts/police.yaml", "hours: \"24/7\"", "hours: always");
  content.replace("pack.yaml", "colour: teal", "colour: pink");
  std::vector<std::string> problems = content.problems();
  INFO(content.all_problems());
  REQUIRE(problems.size() >= 4);
  CHECK(begins(problems[0], "contacts/police.yaml:"));
  CHECK(begins(problems[1], "pack.yaml:"));
  CHECK(begins(problems[2], "topics/before-you-go.en.md:6:"));
  CHECK(begins(problems[3], "topics/before-you-go.en.md:7:"));
}

TEST_CASE("without a pack nothing else is judged") {
  SampleContent content;
  content.remove("pack.yaml");
  CHECK(holds(content.all_problems(), "holds no pack.yaml, so it is not a content folder"));
}

TEST_CASE("R57: a red page has no picture that shouts") {
  SampleContent content;
  content.options.icons = {"phone", "alert-circle", "airplane"};
  content.replace(kRed, "icon: phone", "icon: alert-circle");
  check_only(content, "topics/ask-for-help.en.md:6: error: The picture \"alert-circle\" draws looks to a red page.",
             "everyday life");
}

TEST_CASE("R79: a page more than three taps from the home screen is warned of, each turn of a page counted") {
  SampleContent content;
  std::string sections = content.read("pack.yaml");
  for (int i = 0; i < 6; ++i) {
    std::string id = "more-" + std::to_string(i);
    sections += "  - {id: " + id + ", icon: phone, colour: teal, title: {en: More}}\n";
  }
  content.write("pack.yaml", sections);
  // The last section stands on the second page of the home screen, so its seventh page is four taps away.
  for (int i = 0; i < 7; ++i) {
    std::string page = content.read(kPage);
    page.replace(page.find("section: travel"), 15, "section: more-5");
    page.replace(page.find("position: 1"), 11, "position: " + std::to_string(i));
    content.write("topics/page-" + std::to_string(i) + ".en.md", page);
  }
  std::string all = content.all_problems();
  CHECK(holds(all, "topics/page-6.en.md:4: warning: This page is 4 taps away from the home screen."));
  CHECK_FALSE(holds(all, "topics/page-5.en.md:4: warning: This page is"));
}

TEST_CASE("a translation has the same boxes to tick, and says the same about them") {
  SampleContent content;
  std::string list = "\n- [ ] one\n- [ ] two\n\n> [0] none\n\n> [1] some\n";
  content.write(kPage, content.read(kPage) + list);
  content.write(kFrench, content.read(kFrench) + "\n- [ ] un\n\n> [0] rien\n\n> [1] quelques-uns\n");
  content.stamp();
  check_only(content, std::string(kFrench) + ":12: error: The translation has 1 boxes to tick", "same boxes");
  content.replace(kFrench, "- [ ] un\n", "- [ ] un\n- [ ] deux\n");
  CHECK_FALSE(holds(content.all_problems(), "error"));
  content.replace(kFrench, "> [1] quelques-uns\n", "> [2] quelques-uns\n");
  check_only(content, std::string(kFrench) + ":12: error: The translation says something for other numbers of ticks",
             "same [0], [1]");
}
