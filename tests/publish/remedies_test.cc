// An error is worth what its remedy is: each is provoked, its remedy followed to the letter, and the check asked again.
#include <doctest/doctest.h>

#include <string>

#include "tests/publish/sample_content.h"

using kiosk::test::SampleContent;

namespace {

constexpr const char* kLine = "contacts/gbv-116.yaml";
constexpr const char* kPage = "topics/ask-for-help.en.md";

struct Mistake {
  const char* file;
  const char* right;   // is in the file
  const char* wrong;   // an editor writes this instead
  const char* remedy;  // part of what the check then says to do
  const char* mended;  // what that gives
};

const Mistake kMistakes[] = {
    {kLine, "country: LR", "country: UK", "Write GB for United Kingdom.", "country: GB"},
    {kLine, "country: LR", "country: Liberia", "Write LR for Liberia.", "country: LR"},
    {kLine, "country: LR", "country: lr", "Write LR for Liberia.", "country: LR"},
    {kLine, "country: LR", "country: LBR", "Write LR for Liberia.", "country: LR"},
    {kLine, "from: [LR]", "from: [KI, UK]", "Write GB for United Kingdom.", "from: [KI, GB]"},
    {kLine, "dial: \"116\"", "dial: \"00231770800912\"", "Write + instead of 00.", "dial: \"+231770800912\""},
    {kLine, "dial: \"116\"", "dial: \"+231116\"", "Write the short code as it is dialled inside the country",
     "dial: \"116\""},
    {kLine, "dial: \"116\"", "dial: \"1-1-6\"", "Write only what is pressed", "dial: \"116\""},
    {kLine, "dial: \"116\"", "dial: \"+231770800912\", display: \"+231 (770) 800-912\"",
     "Group the digits with single spaces only", "dial: \"+231770800912\", display: \"+231 770 800 912\""},
    {kLine, "dial: \"116\"", "dial: \"+231770800912\", national: \"770 800 912\"", "Write national: \"077 080 0912\"",
     "dial: \"+231770800912\", national: \"077 080 0912\""},
    {kLine, "dial: \"116\"", "dial: \"+231770800912\", national: \"770 800 912\"", "or leave national out",
     "dial: \"+231770800912\""},
    {kLine, "dial: \"116\"", "dial: \"+231770800912 ext. 5\"", "Write the number alone", "dial: \"+231770800912\""},
    {kLine, "hours: unknown", "website: www.example.org\nhours: unknown", "for example https://example.org/help",
     "website: https://www.example.org\nhours: unknown"},
    {kLine, "hours: unknown", "website: https://wa.me/231779999999\nhours: unknown", "remove the address",
     "hours: unknown"},
    {kLine, "hours: unknown", "hours: always", "Write 24/7", "hours: \"24/7\""},
    {kLine, "languages: unknown", "languages: english", "[en, fr]", "languages: unknown"},
    {kLine, "kind: hotline", "kind: hot line", "Write emergency, hotline, office or website.", "kind: hotline"},
    {kLine, "who_answers: state", "who_anwers: state", "Write \"who_answers\" if you meant that", "who_answers: state"},
    {kLine, "serves: {en: Women and children.}", "serves: {en: \"Women\\u202E and children.\"}",
     "Take the escape with the \\ out", "serves: {en: Women and children.}"},
    {kLine, "serves: {en: Women and children.}", "serves: {en: To be translated.}", "Write the text",
     "serves: {en: Women and children.}"},
    {kLine, "serves: {en: Women and children.}",
     "serves: {en: Women and children of all ages., fr: Women and children of all ages.}", "or leave it out",
     "serves: {en: Women and children of all ages.}"},
    {kLine, "id: gbv-116", "id:\u00A0gbv-116", "Delete it and type a blank", "id: gbv-116"},
    {kPage, "You can ask for help.", "Call (0770) 800/911.", "Link the contact instead",
     "Call [the police](topic:before-you-go)."},
    {kPage, "You can ask for help.", "We counted 12,345,678 people.", "If it is an amount, write it in words",
     "We counted 12 million people."},
    {kPage, "You can ask for help.", "-\u00A0water", "Type the - and an ordinary blank", "- water"},
    {kPage, "You can ask for help.", "1.water", "1. first", "1. water"},
    {kPage, "You can ask for help.", "- [] water", "Write - [ ] and a blank", "- [ ] water"},
    {kPage, "You can ask for help.", "Say**“no”**now.", "Write **word**", "Say “**no**” now."},
    {kPage, "You can ask for help.", "[words] (topic:before-you-go)", "without blanks", "[words](topic:before-you-go)"},
    {kPage, "You can ask for help.", "We guarantee it.", "Say what the service does", "They listen."},
    {kPage, "section: travel", "section: travels", "Write the id of one of its sections.", "section: travel"},
    {kPage, "sensitivity: red", "sensitivity: Red", "Write green, yellow or red.", "sensitivity: red"},
    {kPage, "date: undated", "date: 5 May 2024", "Write year-month-day", "date: 2024-05-05"},
    {kPage, "You can ask for help.", "A\u200B word.", "Delete the line and type it again.", "A word."},
    {kPage, "You can ask for help.", "Press 1\u20E3.", "Write the digit without the key", "Press 1."},
    {"ui/fr.po", "\"Retour\"", "\"\\342\\200\\256Retour\"", "Take the escape with the \\ out", "\"Retour\""},
    {"ui/fr.po", "\"Retour\"", "\"...\"", "Write the text, or remove the line.", "\"\""},
    {"pack.yaml", "country: LR", "country: EN", "Write the two capital letters of the country", "country: LR"},
};

std::string errors_of(const SampleContent& content) {
  std::string errors;
  for (const std::string& problem : content.problems())
    if (problem.find(": error: ") != std::string::npos) errors += problem + "\n";
  return errors;
}

}  // namespace

TEST_CASE("doing what an error says makes it go away") {
  for (const Mistake& mistake : kMistakes) {
    SampleContent content;
    content.replace(mistake.file, mistake.right, mistake.wrong);
    const std::string errors = errors_of(content);
    CHECK_MESSAGE(errors.find(std::string(mistake.file) + ":") == 0, mistake.wrong << " -> " << errors);
    const size_t remedy = errors.find(mistake.remedy);
    CHECK_MESSAGE((remedy != std::string::npos && remedy > errors.find(" Do this: ")),
                  mistake.wrong << " -> " << errors);
    content.replace(mistake.file, mistake.wrong, mistake.mended);
    CHECK_MESSAGE(errors_of(content) == "", mistake.mended << " -> " << errors_of(content));
  }
}
