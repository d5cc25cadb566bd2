// What editors, phones and desktops really write, after bug reports of other programs: it looks right and is not.
#include <doctest/doctest.h>

#include "kiosk/catalog/catalog.h"
#include "kiosk/publish/build.h"
#include "kiosk/publish/numbering_plan.h"
#include "kiosk/publish/yaml.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

constexpr const char* kLine = "contacts/gbv-116.yaml";
constexpr const char* kNumber = "{dial: \"116\", use: voice, from: [LR], cost: free}";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What the check says with this number on the help line's card.
std::string with_number(const std::string& number) {
  SampleContent content;
  content.replace(kLine, kNumber, number);
  return content.all_problems();
}

std::string number(const std::string& dial, const std::string& country, const std::string& more = {}) {
  return "{dial: \"" + dial + "\", " + more + "use: voice, from: [" + country + "], cost: free}";
}

std::string with_page_line(const std::string& line) {
  SampleContent content;
  content.replace("topics/ask-for-help.en.md", "You can ask for help.", line);
  return content.all_problems();
}

std::string yaml_problems(const std::string& text) {
  publish::Problems problems;
  (void)publish::parse_yaml(text, "x.yaml", 1, problems);
  std::string all;
  for (const publish::Problem& problem : problems.sorted()) all += publish::to_string(problem) + "\n";
  return all;
}

}  // namespace

TEST_CASE("national forms are those of the country, its 0 kept where it is kept") {
  struct {
    const char *dial, *display, *national;
  } right[] = {{"+2250712345678", "+225 07 12 34 56 78", "07 12 34 56 78"},
               {"+24106031234", "+241 06 03 12 34", "06 03 12 34"},
               {"+231770800911", "+231 770 800 911", "0770 800 911"},
               {"+33486517161", "+33 4 86 51 71 61", "04 86 51 71 61"},
               {"+41227397286", "+41 22 739 72 86", "022 739 72 86"},
               {"+21680104748", "+216 80 104 748", "80 104 748"},
               {"+79123456789", "+7 912 345 67 89", "8 912 345 67 89"},
               {"+390612345678", "+39 06 1234 5678", "06 1234 5678"},
               {"+12025550123", "+1 202 555 0123", "202 555 0123"}};
  for (const auto& [dial, display, national] : right) {
    auto said =
        with_number(number(dial, "LR", std::string("display: \"") + display + "\", national: \"" + national + "\", "));
    CHECK_MESSAGE(!holds(said, "error"), said);
  }
  struct {
    const char *dial, *national, *write;
  } wrong[] = {{"+2250712345678", "00712345678", ""},
               {"+2250712345678", "712345678", ""},
               {"+231770800911", "770 800 911", "077 080 0911"},
               {"+24106031234", "6031234", ""},
               {"+33486517161", "486517161", "04 86 51 71 61"}};
  for (const auto& row : wrong) {
    auto said = with_number(number(row.dial, "LR", std::string("national: \"") + row.national + "\", "));
    CHECK_MESSAGE(holds(said, "contacts/gbv-116.yaml:13: error: "), row.dial << " " << row.national << ": " << said);
    CHECK_MESSAGE(holds(said, row.write), said);
  }
}

TEST_CASE("short and emergency numbers begin as they like; a way out belongs in front of a country code only") {
  for (const auto& row :
       {std::pair("000", "AU"), {"123", "EG"}, {"1122", "PK"}, {"999", "SL"}, {"911", "LR"}, {"1522", "IT"}}) {
    const auto& dial = row.first;
    const auto& country = row.second;
    CHECK_MESSAGE(
        with_number(number(dial, country)) == (std::string(dial) == "911" ? with_number(number("911", "LR")) : ""),
        dial);
  }
  for (const auto& row : {std::pair("00", "PY"), {"1740", "LB"}, {"80333", "ML"}, {"351351", "LR"}, {"4455", "LR"}}) {
    const auto& dial = row.first;
    const auto& country = row.second;
    CHECK_MESSAGE(holds(with_number(number(dial, country)),
                        "contacts/gbv-116.yaml:13: warning: The world's numbering plans do not know"),
                  dial);
  }
  CHECK(with_number(number("*123#", "LR")) == "");
  CHECK(holds(with_number(number("00231770800911", "LR")), "error: \"00231770800911\" begins with 00"));
  CHECK(holds(with_number(number("011231770800911", "US")), "way out of US"));
}

TEST_CASE("numbers that a country cannot have are errors, those that it does not know are warnings") {
  for (const auto& row : {std::pair("+2317708", "LR"),
                          {"+2317708009111", "LR"},
                          {"+999123456789", "LR"},
                          {"+33486517", "LR"},

                          {"077080091199", "LR"},
                          {"+22507123456", "LR"}}) {
    const auto& dial = row.first;
    CHECK_MESSAGE(holds(with_number(number(dial, row.second)), "error: "), dial);
  }
  CHECK(holds(with_number(number("0800800800", "GH")), "warning: No number of GH"));
  SampleContent hidden;
  hidden.replace(kLine, kNumber, number("4455", "LR"));
  hidden.replace(kLine, "show: yes", "show: ask_staff");
  CHECK(hidden.all_problems() == "");
}

TEST_CASE("digits that a numbering plan passes over, and a telephone does not, are refused with the right number") {
  struct {
    const char *dial, *country, *right;
  } wrong[] = {{"+2310770800912", "LR", "+231770800912"},  // the 0 of calls inside the country behind its code
               {"+330142345678", "FR", "+33142345678"},    //
               {"+241062345678", "GA", "+24162345678"},    //
               {"+788005553535", "RU", "+78005553535"},    // its 8
               {"+112025550123", "US", "+12025550123"},    // the code twice
               {"+5215512345678", "MX", "+525512345678"},  // the 1 of mobile telephones, gone since 2019
               {"770800912", "LR", "0770800912"},          // without the 0
               {"231770800912", "LR", "0770800912"},       // the country code without its +
               {"62345678", "GA", "062345678"},            //
               {"142345678", "FR", "0142345678"},          //
               {"8001234567", "NG", "08001234567"},        //
               {"8005553535", "RU", "88005553535"}};
  for (const auto& one : wrong) {
    const char *dial = one.dial, *country = one.country, *right = one.right;
    const std::string said = with_number(number(dial, country));
    CHECK_MESSAGE((holds(said, "error: ") && holds(said, "\"" + std::string(right) + "\"")), dial << ": " << said);
    CHECK_MESSAGE(with_number(number(right, country)) == "", right);
  }
}

TEST_CASE("numbers as countries write them pass, whatever they begin with") {
  for (const auto& row : {std::pair("*123#", "LR"),
                          {"*100*1#", "CI"},
                          {"#31#", "LR"},
                          {"1122", "PK"},
                          {"15", "PK"},
                          {"197", "TN"},
                          {"+2250707080911", "CI"},
                          {"0707080911", "CI"},
                          {"+24162345678", "GA"},
                          {"062345678", "GA"},
                          {"06201234567", "HU"},
                          {"12025550123", "US"},
                          {"2025550123", "US"},
                          {"0612345678", "IT"},
                          {"22222222", "TN"},
                          {"+80012345678", "LR"},
                          {"0520123456", "MA"}}) {
    const std::string said = with_number(number(row.first, row.second));
    CHECK_MESSAGE(said == "", row.first << ": " << said);
  }
}

TEST_CASE("an extension is refused with what to write instead") {
  for (const char* dial :
       {"+231770800911,12", "+231770800911;ext=12", "+231770800911 ext. 12", "+231770800911x12", "0770800911 poste 12"})
    CHECK_MESSAGE(holds(with_number(number(dial, "LR")), "error: "), dial);
}

TEST_CASE("a number without groups is grouped for the eye, with the same digits") {
  using publish::display_form;
  CHECK(display_form("0770800911", {"LR"}) == "077 080 0911");
  CHECK(display_form("+231770800911", {}) == "+231 77 080 0911");
  CHECK(display_form("+33486517161", {}) == "+33 4 86 51 71 61");
  CHECK(display_form("0800800800", {"GH"}) == "080 080 0800");
  CHECK(display_form("351351", {"LR"}) == "351 351");
  CHECK(display_form("2032270", {"LR"}) == "203 2270");
  CHECK(display_form("116", {"LR"}) == "116");
  CHECK(display_form("*123#", {"LR"}) == "*123#");
  SampleContent content;
  content.replace(kLine, kNumber, "{dial: 0770800912, use: voice, from: [LR], cost: free}");
  CHECK(content.all_problems() == "");
  CHECK(content.load().find_contact("gbv-116")->numbers[0].number.display == "077 080 0912");
}

TEST_CASE("numbers in a text are found however they are disguised, and with the numbering plans' help") {
  for (const char* text : {"Call (770) 800 911 now.", "Call +41 (555) 555 555 now.", "Call 770/800/911 now.",
                           "Call 𝟎𝟕𝟕𝟎𝟖𝟎𝟎𝟗𝟏𝟏 now.", "Call 226891 now.", "Call ০৭৭০৮০০৯১১ now."})
    CHECK_MESSAGE(holds(with_page_line(text), "topics/ask-for-help.en.md:13: error: "), text << with_page_line(text));
  CHECK(holds(with_page_line("Call 0️⃣7️⃣7️⃣0️⃣ now."), "which"));
  CHECK(with_page_line("In 2021, 8,938 people, 30 000 of 5,248,621.") == "");
}

TEST_CASE("an address that carries a number which is not shown is refused") {
  auto with_website = [](const std::string& website, const std::string& show) {
    SampleContent content;
    content.replace(kLine, kNumber, number("+231770800912", "LR"));
    content.replace(kLine, "show: yes", "show: " + show);
    content.replace(kLine, "hours: unknown", "website: \"" + website + "\"\nhours: unknown");
    return content.all_problems();
  };
  for (const char* website :
       {"https://wa.me/231770800912", "https://example.org/231770800912", "https://example.org/?n=%32%33%31770800912",
        "https://example.org/231-770-800-912", "https://api.whatsapp.com/send?phone=231770800912"})
    CHECK_MESSAGE(holds(with_website(website, "ask_staff"), "contacts/gbv-116.yaml:14: error: "),
                  website << with_website(website, "ask_staff"));
  for (const char* website :
       {"https://wa.me/231779999999", "https://t.me/+231779999999", "https://example.org/?to=tel:231779999999",
        "https://example.org/sms:0779999999", "https://viber.me/231779999999", "https://example.org/?phone=0779999999"})
    CHECK_MESSAGE(holds(with_website(website, "yes"), "error: "), website);
  CHECK_FALSE(holds(with_website("https://wa.me/231770800912", "yes"), "error"));
  CHECK_FALSE(holds(with_website("https://example.org/help", "ask_staff"), "error"));
  for (const char* website : {"https://", "https://exa mple.org", "https://example.org https://b.org", "example.org",
                              "https://x", "mailto:a@b.org"})
    CHECK_MESSAGE(holds(with_website(website, "yes"), "is not a web address"), website);
  CHECK_FALSE(holds(with_website("HTTPS://Example.org", "yes"), "error"));
  SampleContent source;
  source.replace(kLine, "show: yes", "show: ask_staff");
  source.replace(kLine, "{title: Opening of the line, date: 2024-12-11}",
                 "{title: Opening of 1 1 6, date: 2024-12-11}");
  CHECK(holds(source.all_problems(), "holds the number 1 1 6, which is not to be shown"));
}

TEST_CASE("a # that cuts a text off is a warning that says what is left") {
  CHECK(holds(yaml_problems("title: Call #1 first\n"), "x.yaml:1: warning: Only \"Call\" is read here"));
  CHECK(holds(yaml_problems("a: 1\naddress: House #12, Broad Street\n"), "x.yaml:2: warning: Only \"House\""));
  CHECK(holds(yaml_problems("a:\n  - one #2\n"), "x.yaml:2: warning"));
  CHECK(holds(yaml_problems("a: two\n  lines #3\n"), "Only \"two lines\""));
  CHECK(holds(yaml_problems("a: b  #close\n"), "warning"));
  CHECK(holds(yaml_problems("a: b # one blank\n"), "warning"));
  for (const char* fine : {"a: b  # a remark\n", "# a remark\na: b\n", "a: \"Call #1\"\n", "a: 'Call #1' # x\n",
                           "a: C#\n", "a: [b, c]  # x\n", "a: \"b\" #x\n"})
    CHECK_MESSAGE(yaml_problems(fine) == "", fine << yaml_problems(fine));
}

TEST_CASE("blanks that are none are said by name") {
  for (const char* text : {"a:\u00A0b\n", "a: b\n\u00A0c: d\n", "a:\n  -\u00A0b\n", "a:\u202Fb\n", "\u3000a: b\n"})
    CHECK_MESSAGE(holds(yaml_problems(text), "no-break space (U+"), text << yaml_problems(text));
  CHECK(holds(yaml_problems("a:\n\tb: c\n"), "Indent with blanks"));
  CHECK(holds(yaml_problems("a:\n  -\tb\n"), "a tab where YAML wants a blank"));
  CHECK(holds(yaml_problems("a: b\tc\n"), "holds a tab"));
  CHECK(yaml_problems("titre: \"Qui\u00A0: moi\u00A0?\"\n") == "");
  CHECK(holds(yaml_problems("a: “Call: now”\n"), "straight quotation marks"));
  CHECK(holds(yaml_problems("a: “116”\n"), "are shown as part of the text"));
  CHECK(holds(yaml_problems("a: ‘116’\n"), "are shown as part of the text"));
  CHECK(yaml_problems("a: Say “no” now\n") == "");
}

TEST_CASE("what is refused raw is refused as an escape too, in YAML and in PO files") {
  for (const char* escape : {"\\u202E12 Broad Street\\u202C", "\\u200B", "\\x07", "\\e", "\\0", "\\uFFFC", "\\u20E3",
                             "\\uE000", "\\L", "\\N"})
    CHECK_MESSAGE(holds(yaml_problems("a: 1\nb: \"x" + std::string(escape) + "\"\n"),
                        "x.yaml:2: error: This text holds, written as an escape, "),
                  escape);
  CHECK(yaml_problems("a: \"caf\\u00E9 \\U0001F600\"\n") == "");
  for (const char* escape :
       {"\\342\\200\\256Retour", "\\xE2\\x80\\xAERetour", "\\342\\200\\213Retour", "\\357\\277\\274", "\\007"}) {
    SampleContent content;
    content.replace("ui/fr.po", "\"Retour\"", "\"" + std::string(escape) + "\"");
    CHECK_MESSAGE(
        holds(content.all_problems(), "ui/fr.po:6: error: This translation holds, written as an escape, the "),
        escape << content.all_problems());
  }
}

TEST_CASE("PO files of Windows and of PO editors are read, with what lies beside them") {
  auto words = [](const std::string& text, const std::string& more_file = {}) {
    SampleContent content;
    content.write("ui/fr.po", text);
    if (!more_file.empty()) content.write(more_file, "x");
    return content.all_problems();
  };
  const std::string text = SampleContent().read("ui/fr.po");
  std::string lines_of_windows;
  for (char c : text) lines_of_windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(words("\uFEFF" + text) == "");
  CHECK(words(lines_of_windows) == "");
  CHECK(words("\uFEFF" + lines_of_windows) == "");
  CHECK(words(text + "\n#~ msgid \"Gone\"\n#~ msgstr \"Parti\"\n") == "");
  CHECK(words(text + "\n#, fuzzy\n#| msgid \"Old\"\nmsgid \"Back\"\nmsgctxt \"x\"\n") != "");
  for (const char* beside : {"ui/fr.mo", "ui/fr.po~", "ui/.fr.po.swp", "ui/#fr.po#", "ui/fr.po.bak", "ui/Thumbs.db"})
    CHECK_MESSAGE(words(text, beside) == "", beside);
  for (const char* other : {"ui/fr.PO", "ui/french.po", "ui/notes.txt"})
    CHECK_MESSAGE(!holds(words(text, other), "for example ui/fr.po"), other << words(text, other));
}

TEST_CASE("what desktops leave is passed over everywhere") {
  SampleContent content;
  for (const char* file :
       {"media/speech/.DS_Store", "media/speech/en/._x.opus", "media/Thumbs.db", "topics/.DS_Store",
        "topics/desktop.ini", "news/._2025-07-21-new-office.en.md", "contacts/~$police.yaml", "contacts/police.yaml~",
        ".DS_Store", "Thumbs.db", "media/__MACOSX/bag.png", "contacts/.police.yaml.swp", "ui/.DS_Store"})
    content.write(file, "x");
  CHECK(content.all_problems() == "");
}

TEST_CASE("capital endings are said with the right name, and names that are one file on a stick are refused") {
  auto with_file = [](const std::string& file) {
    SampleContent content;
    content.write(file, "id: x\n");
    return content.all_problems();
  };
  CHECK(holds(with_file("contacts/other.YAML"), "Do this: Rename it to contacts/other.yaml."));
  CHECK(holds(with_file("contacts/other.yml"), "Do this: Rename it to contacts/other.yaml."));
  CHECK(holds(with_file("topics/other.en.MD"), "Do this: Rename it to topics/other.en.md."));
  CHECK(holds(with_file("contacts/Police.yaml"), "differs from contacts/"));
  CHECK(holds(with_file("topics/Before-you-go.en.md"), "only in capital letters"));
  SampleContent accents;
  accents.write("contacts/\u00E9.yaml", "id: x\n");
  accents.write("contacts/e\u0301.yaml", "id: x\n");
  CHECK(holds(accents.all_problems(), "how an accent is written"));
  SampleContent pack;
  pack.write("PACK.yaml", pack.read("pack.yaml"));
  pack.remove("pack.yaml");
  CHECK(holds(pack.all_problems(), "Rename PACK.yaml to pack.yaml."));
}
