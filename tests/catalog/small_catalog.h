// A small catalog, made by the writer: two languages and a half, every kind of row. Ends the program when it cannot be
// made, so that it serves outside of a test too.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/check.h"
#include "kiosk/catalog/writer.h"

namespace kiosk::catalog::test {

inline LanguageTag tag(const char* text) { return LanguageTag::of(text); }

inline Date day(const char* text) {
  auto date = parse_date(text);
  KIOSK_CHECK(date.ok());
  return *date;
}

inline Pack pack() { return Pack{"liberia", "Information", "LR", "Africa/Monrovia", day("2026-11-23"), 7, tag("en")}; }

inline std::vector<Language> languages() {
  return {{tag("en"), "English"}, {tag("fr"), "Français"}, {tag("ar"), "العربية"}, {tag("vai-Vaii"), "ꕙꔤ"}};
}

inline void must(const Status& status) {
  if (!status.ok()) std::fprintf(stderr, "%s\n", status.error().message.c_str());
  KIOSK_CHECK(status.ok());
}

inline std::unique_ptr<Writer> writer_in(const std::filesystem::path& folder) {
  auto writer = Writer::create(folder, pack(), languages());
  must(writer.ok() ? Status() : Status(writer.error()));
  return std::move(*writer);
}

inline TopicEntry topic(const std::string& id, const std::string& title, const std::string& body = "Words.") {
  TopicEntry entry;
  entry.id = id;
  entry.section = "work";
  entry.icon = "briefcase";
  entry.checked_on = day("2026-11-01");
  entry.words[tag("en")] = {title, "About " + title + ".", body, {}, Review::source, false, "content team"};
  return entry;
}

inline ContactEntry contact(const std::string& id, const std::string& name, std::vector<Number> numbers = {}) {
  ContactEntry entry;
  entry.id = id;
  entry.show = Show::yes;
  entry.country = "LR";
  entry.topics = {"danger"};
  entry.who_answers = "state";
  entry.numbers = std::move(numbers);
  entry.verified_on = day("2026-11-23");
  entry.verified_by = "content team";
  entry.expires_on = day("2027-02-21");
  entry.words[tag("en")] = {name, "Anyone hurt or forced.", "Trained staff answer.", "", ""};
  return entry;
}

inline Number number(const std::string& dial, const std::string& display = {}, const std::string& national = {}) {
  return Number{dial, display.empty() ? dial : display, national, NumberUse::voice, Cost::free, {"LR"}};
}

inline std::vector<uint8_t> bytes(const std::string& text) { return {text.begin(), text.end()}; }

inline void write_small_catalog(const std::filesystem::path& folder) {
  auto writer = writer_in(folder);
  must(writer->add_message(tag("fr"), "Leave now", "Partir"));
  must(writer->add_message(tag("fr"), "Back", "Retour"));
  must(writer->add_section(
      {"help", "", "contacts", "phone", "action", {{tag("en"), "Get help now"}, {tag("fr"), "Trouver de l’aide"}}}));
  must(writer->add_section({"work", "", "", "briefcase", "teal", {{tag("en"), "Work abroad"}}}));
  must(writer->add_section(
      {"contracts", "work", "", "file", "teal", {{tag("en"), "Contracts"}, {tag("ar"), "العقود"}}}));

  TopicEntry recruiter = topic("check-a-recruiter", "Check a recruiter",
                               "Ask for the **licence**.\n\n[The line for women](contact:gbv-116)\n");
  recruiter.contacts = {"gbv-116", "police"};
  recruiter.picture = "show-licence";
  recruiter.sources = {{"Standing Order", "https://example.org/a", "Ministry", day("2022-03-31")},
                       {"Une page", "", "", {}, tag("fr")}};
  recruiter.words[tag("en")].keywords = {"agent", "job offer"};
  recruiter.words[tag("fr")] = {"Vérifier un recruteur",
                                "Savoir qui peut vous envoyer.",
                                "Demandez la licence à l’agence.",
                                {"agent"},
                                Review::unreviewed,
                                true,
                                "équipe de contenu"};
  recruiter.words[tag("ar")] = {
      "التحقق من وكيل التوظيف", "من يحق له إرسالك إلى الخارج.", "اطلب رؤية الترخيص أَوَّلًا.", {}, Review::reviewed, false};
  must(writer->add_topic(recruiter));
  TopicEntry oman = topic("oman", "Stories from Oman", "They were promised good work.");
  oman.sensitivity = Sensitivity::red;
  must(writer->add_topic(oman));
  TopicEntry pay = topic("pay", "Your pay", "Your employer pays you each month.");
  pay.section = "contracts";
  must(writer->add_topic(pay));
  for (auto [id, date] :
       {std::pair{"older-news", "2021-11-30"}, {"newer-news", "2025-06-01"}, {"oldest-news", "2019-01-01"}}) {
    TopicEntry news = topic(id, std::string("News: ") + id, "It happened.");
    news.kind = TopicKind::news;
    news.section = "";
    news.date = day(date);
    must(writer->add_topic(news));
  }

  ContactEntry gbv = contact("gbv-116", "National help line for women and children", {number("116")});
  gbv.words[tag("fr")] = {"Ligne nationale pour les femmes", "Toute personne blessée.", "Du personnel formé.", "", ""};
  gbv.words[tag("en")].address = "Congo Town, Monrovia";
  gbv.topics = {"danger", "children"};
  gbv.picture = "help-line";
  gbv.kind = ContactKind::office;
  gbv.hours = "24/7";
  gbv.languages = std::vector<LanguageTag>{tag("en"), tag("fr")};
  gbv.coordinates = std::pair{6.2907, -10.7605};
  gbv.website = "https://example.org";
  gbv.verification = Verification::owner_confirmed;
  gbv.sources = {{"Ministry unveils", "https://example.org/116", "Ministry", day("2024-12-11")}};
  must(writer->add_contact(gbv));
  ContactEntry police =
      contact("police", "Police", {number("911"), number("+231770800911", "+231 770 800 911", "0770 800 911")});
  police.numbers[1].use = NumberUse::whatsapp;
  police.numbers[1].cost = Cost::unknown;
  police.numbers[1].from = {};
  must(writer->add_contact(police));
  ContactEntry old_line = contact("old-line", "Old line", {number("2883")});
  old_line.show = Show::ask_staff;
  must(writer->add_contact(old_line));
  ContactEntry dead_line = contact("dead-line", "Dead line", {number("134")});
  dead_line.show = Show::never;
  must(writer->add_contact(dead_line));

  must(
      writer->add_medium("passport.png", bytes("a picture"), {{tag("en"), "A passport"}, {tag("fr"), "Un passeport"}}));
  DrawingEntry licence{"show-licence", true, {{tag("en"), "A paper is shown"}, {tag("fr"), "On montre un papier"}}, {}};
  for (Colours colours : {Colours::paper, Colours::high_contrast})
    for (int side : kDrawingSides) licence.files.push_back({colours, side, bytes(drawing_file("", colours, side))});
  must(writer->add_drawing(licence));
  must(writer->add_drawing({"help-line", false, {}, {}}));
  must(writer->add_filter_picture("danger", "help-line"));
  must(writer->add_medium("song.opus", bytes("a song"), {}));
  must(writer->finish());
}

}  // namespace kiosk::catalog::test
