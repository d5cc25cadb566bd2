#include "tests/publish/sample_content.h"

#include <doctest/doctest.h>

#include "kiosk/publish/load.h"
#include "kiosk/publish/stamp.h"
#include "tests/publish/photos.h"

namespace kiosk::test {
namespace {

constexpr const char* kPack = R"(id: sample
title: {en: A sample, fr: Un exemple}
country: LR
time_zone: Africa/Monrovia
published: 2026-11-23
source_language: en
review_policy: show_with_note
contact_validity_days: 90
languages:
  - {tag: en, name: English}
  - {tag: fr, name: Français}
  - {tag: ar, name: العربية}
sections:
  - id: help
    screen: contacts
    icon: phone
    colour: action
    title: {en: Get help now, fr: Trouver de l’aide}
  - id: travel
    icon: airplane
    colour: teal
    title: {en: Travel safely, fr: Voyager sans danger}
)";

constexpr const char* kPage = R"(---
title: Before you go
summary: What to think of before a journey.
section: travel
position: 1
icon: phone
sensitivity: green
keywords: [journey, bag]
contacts: [police]
sources:
  - title: A page about journeys
    address: https://example.org/journeys
    date: 2024-05-01
checked: {on: 2026-11-01, by: content team, how: read against the source}
---
Take your passport with you.

## What to pack

- water
- [a contact](topic:ask-for-help)

![A bag](media/bag.png)

[The police](contact:police)
)";

constexpr const char* kPageFrench = R"(---
title: Avant de partir
summary: À quoi penser avant un voyage.
keywords: [voyage, sac]
translation:
  of:
  by: content team (draft)
  on: 2026-11-02
  reviewed_by:
  reviewed_on:
---
Prenez votre passeport.

[La police](contact:police)
)";

constexpr const char* kRedPage = R"(---
title: When work goes wrong
summary: Who can help you when you may not leave.
section: travel
position: 2
icon: phone
sensitivity: red
contacts: [police, gbv-116]
sources:
  - {title: A page about work, date: undated}
checked: {on: 2026-11-01, by: content team, how: read against the source}
---
You can ask for help. You can also do nothing now.
)";

constexpr const char* kNews = R"(---
title: A new office
summary: An office has opened.
date: 2025-07-21
sensitivity: green
sources:
  - {title: A newspaper, address: "https://example.org/news", date: 2025-07-21}
checked: {on: 2026-11-01, by: content team, how: read against the source}
---
An office has opened in Gbarnga.
)";

constexpr const char* kPolice = R"(id: police
kind: emergency
show: yes
show_reason: the owner publishes it
country: LR
topics: [danger]
position: 1
who_answers: police
name: {en: Police, fr: Police}
serves: {en: Everybody in danger., fr: Toute personne en danger.}
answers: {en: Officers answer., fr: Des agents répondent.}
numbers:
  - dial: "911"
    use: voice
    from: [LR]
    cost: free
  - dial: "+231770800911"
    display: "+231 770 800 911"
    national: "0770 800 911"
    use: voice
    from: []
    cost: unknown
hours: "24/7"
languages: [en]
website: https://example.org
sources:
  - {title: Contact page, address: "https://example.org/police", date: undated, publisher: Police}
verified: {on: 2026-11-20, by: content team, how: published_source}
)";

constexpr const char* kHelpLine = R"(id: gbv-116
kind: hotline
show: yes
show_reason: the owner publishes it
country: LR
topics: [children, trafficking]
position: 2
who_answers: state
name: {en: Help line for women and children}
serves: {en: Women and children.}
answers: {en: Trained staff answer.}
numbers:
  - {dial: "116", use: voice, from: [LR], cost: free}
hours: unknown
languages: unknown
sources:
  - {title: Opening of the line, date: 2024-12-11}
verified: {on: 2026-11-20, by: content team, how: published_source}
)";

constexpr const char* kMedia =
    R"(bag.png: {licence: CC0-1.0, author: content team, people: none, description: {en: A bag, fr: Un sac}}
)";

constexpr const char* kWords = R"(msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Back"
msgstr ""

msgid "Page {1} of {2}"
msgstr ""
)";

constexpr const char* kWordsFrench = R"(msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "Back"
msgstr "Retour"

#, fuzzy
msgid "Page {1} of {2}"
msgstr "Page {1} sur {2}"
)";

}  // namespace

SampleContent::SampleContent() {
  options.today = *parse_date("2026-11-23");
  options.icons = {"phone", "airplane", "passport"};
  write("pack.yaml", kPack);
  write("topics/before-you-go.en.md", kPage);
  write("topics/before-you-go.fr.md", kPageFrench);
  write("topics/ask-for-help.en.md", kRedPage);
  write("news/2025-07-21-new-office.en.md", kNews);
  write("contacts/police.yaml", kPolice);
  write("contacts/gbv-116.yaml", kHelpLine);
  write("media/media.yaml", kMedia);
  std::vector<uint8_t> picture = png(4, 3);
  write("media/bag.png", std::string(picture.begin(), picture.end()));
  write("ui/kiosk.pot", kWords);
  write("ui/fr.po", kWordsFrench);
  stamp();
}

void SampleContent::write(const std::string& file, const std::string& text) {
  std::filesystem::create_directories((path() / file).parent_path());
  write_file(path() / file, text);
}

std::string SampleContent::read(const std::string& file) const { return read_file(path() / file); }

void SampleContent::replace(const std::string& file, const std::string& from, const std::string& to) {
  std::string text = read(file);
  size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, file << " holds no " << from);
  REQUIRE_MESSAGE(text.find(from, at + 1) == std::string::npos, file << " holds several " << from);
  write(file, text.replace(at, from.size(), to));
}

void SampleContent::remove(const std::string& file) { REQUIRE(std::filesystem::remove(path() / file)); }

void SampleContent::stamp() {
  auto stamped = publish::stamp_translations(load(), {});
  REQUIRE_MESSAGE(stamped.ok(), stamped.error().message);
}

std::vector<std::string> SampleContent::problems() const {
  publish::Problems problems;
  if (auto content = publish::load_content(path(), problems)) publish::check_content(*content, options, problems);
  std::vector<std::string> lines;
  for (const publish::Problem& problem : problems.sorted()) {
    // Liberia's 116 is real, and the world's numbering plans do not know it.
    if (problem.message.find("short number \"116\" in LR") == std::string::npos)
      lines.push_back(publish::to_string(problem));
  }
  return lines;
}

std::string SampleContent::all_problems() const {
  std::string all;
  for (const std::string& line : problems()) all += (all.empty() ? "" : "\n") + line;
  return all;
}

publish::Content SampleContent::load() const {
  publish::Problems problems;
  auto content = publish::load_content(path(), problems);
  REQUIRE(content.has_value());
  return std::move(*content);
}

}  // namespace kiosk::test
