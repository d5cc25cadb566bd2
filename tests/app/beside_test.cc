// A page or a contact in two languages: nothing of either text is lost, each side is in its own language and direction,
// each can be heard by itself, and one comes back to where one was.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "kiosk/document/markdown.h"
#include "kiosk/document/pairing.h"
#include "tests/app/heard_visit.h"
#include "tests/app/tour_fixture.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/written_numbers.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using accessibility::Tree;
using app::Session;
using screens::Screen;

namespace {

const LanguageTag kEnglish = LanguageTag::of("en"), kFrench = LanguageTag::of("fr"), kArabic = LanguageTag::of("ar");
const std::string kOther = "other-";

Session visit_in(const LanguageTag& language, const catalog::Catalog& catalog) {
  Session session = app::fresh_session(catalog);
  app::apply(session, ui::ChooseLanguage{language}, catalog);
  session.warned = true;
  return session;
}

Session beside(const LanguageTag& language, const ui::Action& page, float scale = 1) {
  const catalog::Catalog& catalog = test::tour().catalog();
  Session session = visit_in(language, catalog);
  session.settings.text_scale = scale;
  app::apply(session, page, catalog);
  app::apply(session, ui::ShowBeside{}, catalog);
  return session;
}

// All of its pages.
void each_page(app::Kiosk& kiosk, Session session, const std::function<void(const ui::Scene&)>& look) {
  for (int page = 0, count = 1; page < count; ++page) {
    session.here().page = page;
    kiosk.set_session(session);
    const ui::Scene& scene = kiosk.draw(nullptr, 0);
    REQUIRE(scene.pages);
    count = scene.pages->count;
    look(scene);
  }
}

std::string without_blanks(std::string words) {
  std::erase_if(words, [](char c) { return c == ' ' || c == '\n'; });
  return words;
}

// What each node says, put together where it goes on over a page.
std::map<std::string, std::string> all_words(app::Kiosk& kiosk, const Session& session) {
  std::map<std::string, std::string> all;
  each_page(kiosk, session, [&](const ui::Scene& scene) {
    for (const Node& node : scene.tree.nodes) {
      std::string& words = all[node.id];
      std::string part = without_blanks(node.name);
      if (words.find(part) == std::string::npos) words += part;
    }
  });
  return all;
}

void check_text(const std::map<std::string, std::string>& words, const std::string& prefix,
                const document::Document& text, const std::string& where) {
  int index = 0;
  for (const document::Block& block : text.blocks) {
    const std::string id = prefix + "block-" + std::to_string(index++);
    using document::BlockKind;
    bool on_demand =
        block.kind == BlockKind::explanation || (block.kind == BlockKind::result && text.result_for(0) != block.from);
    if (on_demand || block.kind == BlockKind::contact) continue;
    auto found = words.find(id);
    REQUIRE_MESSAGE(found != words.end(), where << " lost " << id << ": " << block.text());
    CHECK_MESSAGE(found->second == without_blanks(block.text()), where << ": " << id);
  }
}

const Node* find(const ui::Scene& scene, const std::string& id) { return scene.tree.find(id); }

std::string topic_of(const char* id) { return id; }

}  // namespace

TEST_CASE("in two languages no paragraph of either text is lost, on no page of the starter content") {
  const catalog::Catalog& catalog = test::tour().catalog();
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  int pages = 0;
  for (const catalog::Section& section : catalog.sections(kArabic)) {
    for (const catalog::TopicSummary& topic : catalog.topics(section.id, kArabic)) {
      Session session = beside(kArabic, ui::OpenTopic{topic.id});
      REQUIRE(session.here().screen == Screen::beside);
      auto words = all_words(*kiosk, session);
      for (const LanguageTag& language : {kArabic, kEnglish}) {
        auto text = catalog.topic(topic.id, language);
        REQUIRE(text.ok());
        check_text(words, language == kArabic ? "" : kOther, *document::parse_markdown(text->body), topic.id);
      }
      ++pages;
    }
  }
  CHECK(pages > 50);
}

TEST_CASE("in two languages each side is in its own language and has its own direction, on every panel") {
  for (const test::NamedPanel& named : test::panels()) {
    auto kiosk = test::tour().kiosk(named.panel);
    for (const auto& both :
         {std::pair(kEnglish, kFrench), std::pair(kFrench, kEnglish), std::pair(kArabic, kEnglish)}) {
      const LanguageTag &own = both.first, &other = both.second;
      int ours = 0, theirs = 0;
      each_page(*kiosk, beside(own, ui::OpenTopic{topic_of("is-this-offer-honest")}), [&](const ui::Scene& scene) {
        for (const Node& node : scene.tree.nodes) {
          const bool of_other = node.id.starts_with(kOther);
          (of_other ? theirs : ours) += 1;
          const LanguageTag& language = of_other ? other : own;
          if (node.id.starts_with("source-")) continue;  // a proper name
          CHECK_MESSAGE(node.language == language, std::string(named.name) << ": " << node.id);
          CHECK_MESSAGE((node.direction == language.direction()), std::string(named.name) << ": " << node.id);
          for (const accessibility::TextRun& run : node.text)
            CHECK_MESSAGE((run.direction == language.direction()), std::string(named.name) << ": " << run.text);
        }
      });
      CHECK(ours > 10);
      CHECK(theirs > 10);
    }
  }
}

TEST_CASE("a box to tick stands at the side where its own language begins to read") {
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  for (const LanguageTag& own : {kArabic, kFrench}) {
    int boxes = 0;
    each_page(*kiosk, beside(own, ui::OpenTopic{topic_of("is-this-offer-honest")}), [&](const ui::Scene& scene) {
      for (const Node& node : scene.tree.nodes) {
        if (node.role != Role::check_box) continue;
        ++boxes;
        bool left = node.icon_rect.x - node.rect.x < node.rect.width / 2;
        CHECK_MESSAGE(left == (node.language != kArabic), node.id << " in " << node.language.str());
      }
    });
    CHECK(boxes > 4);
  }
}

TEST_CASE("paragraph stands beside paragraph, and above it where a column would be too narrow") {
  struct Case {
    size_t panel;
    float scale;
    bool beside;
  };
  for (const Case& one :
       {Case{1, 1, true}, Case{2, 1, true}, Case{4, 1, true}, Case{0, 1.5f, false}, Case{0, 2, false}}) {
    const test::NamedPanel& named = test::panels()[one.panel];
    auto kiosk = test::tour().kiosk(named.panel);
    for (const LanguageTag& own : {kArabic, kFrench}) {
      int pairs = 0, page = 0;
      std::map<std::string, int> first;  // page of each
      each_page(*kiosk, beside(own, ui::OpenTopic{topic_of("is-this-offer-honest")}, one.scale),
                [&](const ui::Scene& scene) {
                  ++page;
                  for (const Node& node : scene.tree.nodes) {
                    first.emplace(node.id, page);
                    const Node* translation = find(scene, kOther + node.id);
                    if (!node.id.starts_with("block-") || !translation) continue;
                    const Rect &a = node.rect, &b = translation->rect;
                    bool apart = a.right() <= b.x || b.right() <= a.x;
                    CHECK_MESSAGE(apart == one.beside, node.id << " on " << std::string(named.name));
                    if (!one.beside) {
                      CHECK_MESSAGE(b.y >= a.bottom() - 1, node.id << " on " << std::string(named.name));
                      continue;
                    }
                    // The visitor's own stands where the page begins to read.
                    CHECK_MESSAGE((a.x < b.x) == (own != kArabic), node.id << " on " << std::string(named.name));
                    CHECK_MESSAGE(std::min(a.bottom(), b.bottom()) > std::max(a.y, b.y), node.id);
                  }
                });
      for (const auto& [node, own_page] : first) {
        const std::string& id = node;
        auto other = first.find(kOther + id);
        if (!id.starts_with("block-") || other == first.end()) continue;
        ++pairs;
        // One above the other may not have room on one page.
        bool in_order = one.beside ? other->second == own_page : other->second >= own_page;
        CHECK_MESSAGE(in_order, id << " on " << std::string(named.name));
      }
      CHECK_MESSAGE(pairs > 10, std::string(named.name));
    }
  }
}

TEST_CASE("a contact in two languages shows its numbers once, as they are dialled, and the words of both") {
  const catalog::Catalog& catalog = test::tour().catalog();
  int numbers = 0;
  for (size_t panel : {0u, 1u, 4u}) {
    auto kiosk = test::tour().kiosk(test::panels()[panel].panel);
    for (const catalog::Contact& contact : catalog.contacts(kArabic, catalog.pack().published)) {
      Session session = beside(kArabic, ui::OpenContact{contact.id});
      auto english = catalog.contact(contact.id, kEnglish, catalog.pack().published);
      REQUIRE(english.ok());
      // As its author wrote them: the national form first, and below it the one to dial from another country.
      std::map<std::string, std::pair<std::string, std::string>> expected, shown;  // id -> drawn, dialled
      const std::vector<test::WrittenNumber> written = test::written_numbers(contact.id);
      for (size_t i = 0; i < contact.numbers.size(); ++i) {  // not one of which nobody is sure
        auto number = std::find_if(written.begin(), written.end(),
                                   [&](const auto& one) { return one.dial == contact.numbers[i].dial; });
        REQUIRE_MESSAGE(number != written.end(), contact.id);
        const std::string suffix = std::to_string(i);
        expected["number-" + suffix] = {number->national.empty() ? number->dial : number->national, number->dial};
        if (!number->national.empty()) expected["number-abroad-" + suffix] = {number->dial, number->dial};
      }
      each_page(*kiosk, session, [&](const ui::Scene& scene) {
        for (const Node& node : scene.tree.nodes) {
          if (!node.phone) continue;
          CHECK_MESSAGE(!shown.contains(node.id), contact.id << " shows " << node.id << " on two pages");
          shown[node.id] = {node.phone->as_drawn(), node.phone->dial};
        }
      });
      CHECK_MESSAGE(shown == expected, contact.id);
      numbers += static_cast<int>(expected.size());
      auto words = all_words(*kiosk, session);
      CHECK_MESSAGE(words["serves"] == without_blanks(contact.serves), contact.id);
      CHECK_MESSAGE(words["other-serves"] == without_blanks(english->serves), contact.id);
      CHECK_MESSAGE(words["advice"] == without_blanks(contact.advice), contact.id);
      CHECK_MESSAGE(words["other-advice"] == without_blanks(english->advice), contact.id);
      CHECK_MESSAGE(words["other-name"] == without_blanks(english->name), contact.id);
    }
  }
  CHECK(numbers > 30);
}

TEST_CASE("every page and every contact offers two languages, and back leads back to it with its ticks") {
  const catalog::Catalog& catalog = test::tour().catalog();
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  Session session = visit_in(kFrench, catalog);
  app::apply(session, ui::OpenTopic{"is-this-offer-honest"}, catalog);
  app::apply(session, ui::ToggleCheck{1}, catalog);
  kiosk->set_session(session);
  const ui::Scene& page = kiosk->draw(nullptr, 0);
  REQUIRE(find(page, "beside"));
  app::apply(session, page.actions.at("beside"), catalog);
  REQUIRE(session.here().screen == Screen::beside);
  int ticked = 0;
  each_page(*kiosk, session, [&](const ui::Scene& scene) {
    for (const Node& node : scene.tree.nodes) ticked += node.state.checked.value_or(false);
  });
  CHECK(ticked == 2);  // on both sides
  app::apply(session, ui::ToggleCheck{2}, catalog);
  app::apply(session, ui::Back{}, catalog);
  CHECK(session.here().screen == Screen::topic);
  CHECK(session.here().checked == std::set<int>{1, 2});
  app::apply(session, ui::OpenContact{catalog.contacts(kFrench, catalog.pack().published).front().id}, catalog);
  bool offered = false;
  kiosk->set_session(session);
  const ui::Scene& card = kiosk->draw(nullptr, 0);
  for (const auto& [id, action] : card.actions) offered = offered || std::holds_alternative<ui::ShowBeside>(action);
  CHECK(offered);
  app::apply(session, ui::ShowBeside{}, catalog);
  REQUIRE(session.here().screen == Screen::beside);
  CHECK(session.here().contact);
  app::apply(session, ui::Back{}, catalog);
  CHECK(session.here().screen == Screen::contact);
  app::apply(session, ui::Home{}, catalog);
  app::apply(session, ui::ShowBeside{}, catalog);  // there is nothing to show there
  CHECK(session.here().screen == Screen::home);
}

TEST_CASE("any language in which a page exists can be chosen for the other side, however many there are") {
  test::MemoryCatalog catalog = test::small_catalog();
  catalog.own_languages.clear();
  const catalog::Topic first = catalog.own_topics.front();
  catalog.own_topics.clear();
  std::vector<LanguageTag> languages;
  for (const char* tag :
       {"en", "fr", "ar", "de", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "hu", "ro", "tr"})
    languages.push_back(LanguageTag::of(tag));
  for (const LanguageTag& language : languages) {
    catalog.own_languages.push_back({language, "Language " + language.str()});
    catalog.own_topics.push_back(first);
    catalog.own_topics.back().language = language;
    catalog.own_topics.back().languages = languages;
    catalog.own_topics.back().title = "Title in " + language.str();
  }
  for (size_t panel : {0u, 1u, 4u}) {
    app::Kiosk::Parts parts = test::tour().parts(test::panels()[panel].panel);
    parts.catalog = &catalog;
    app::Kiosk kiosk(std::move(parts), 0);
    Session session = visit_in(kFrench, catalog);
    app::apply(session, ui::OpenTopic{first.id}, catalog);
    app::apply(session, ui::ShowBeside{}, catalog);
    app::apply(session, ui::Open{Screen::beside_languages}, catalog);
    std::map<std::string, ui::Action> offered;
    each_page(kiosk, session, [&](const ui::Scene& scene) {
      for (const auto& [id, action] : scene.actions)
        if (std::holds_alternative<ui::ShowBeside>(action)) offered.emplace(id, action);
    });
    CHECK(offered.size() == languages.size() - 1);
    REQUIRE(offered.contains("beside-in-tr"));
    app::apply(session, offered.at("beside-in-tr"), catalog);
    CHECK(session.here().screen == Screen::beside);
    CHECK(all_words(kiosk, session)["other-name"] == without_blanks("Title in tr"));
    app::apply(session, ui::Back{}, catalog);
    CHECK(session.here().screen == Screen::topic);
  }
}

TEST_CASE("the office's language is the pack's own; beside that stands the first other one in which the page exists") {
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  auto other = [&](const LanguageTag& own) {
    kiosk->set_session(beside(own, ui::OpenTopic{topic_of("is-this-offer-honest")}));
    const Node* name = kiosk->draw(nullptr, 0).tree.find("other-hear");
    REQUIRE(name);
    return name->language;
  };
  CHECK(other(kArabic) == kEnglish);
  CHECK(other(kFrench) == kEnglish);
  CHECK(other(kEnglish) == kFrench);
}

namespace {

// What is heard after a touch on the loudspeaker of one side.
std::string heard_of(test::HeardVisit& visit, const std::string& side) {
  visit.take_transcript();
  visit.tap(side);
  visit.wait_until_silent();
  return visit.take_transcript();
}

// To the end: a page that holds words of the other side only is turned in silence.
std::string all_heard_of(test::HeardVisit& visit, const std::string& side) {
  std::string heard = heard_of(visit, side);
  for (visit.wait(0.3); visit.recorder->busy(); visit.wait(0.3)) visit.wait_until_silent();
  return heard + visit.take_transcript();
}

}  // namespace

TEST_CASE("in two languages each side is heard by itself, page after page, with the numbers") {
  const catalog::Catalog& catalog = test::tour().catalog();
  const std::string id = catalog.contacts(kArabic, catalog.pack().published).front().id;
  auto arabic = catalog.contact(id, kArabic, catalog.pack().published);
  auto english = catalog.contact(id, kEnglish, catalog.pack().published);
  REQUIRE(!arabic->numbers.empty());
  auto visit_there = [&] {
    auto visit = std::make_unique<test::HeardVisit>(catalog, test::tour().engine(), test::panels()[0].panel);
    visit->kiosk->set_session(beside(kArabic, ui::OpenContact{id}));
    visit->kiosk->draw(nullptr, 0);
    return visit;
  };
  for (bool theirs : {false, true}) {
    auto visit = visit_there();
    REQUIRE(visit->kiosk->scene().pages->count > 1);
    std::string heard = all_heard_of(*visit, theirs ? "other-hear" : "hear");
    const catalog::Contact &said = theirs ? *english : *arabic, &unsaid = theirs ? *arabic : *english;
    CHECK(heard.find(said.name) != std::string::npos);
    CHECK(without_blanks(heard).find(without_blanks(said.advice)) != std::string::npos);
    CHECK(heard.find(unsaid.serves) == std::string::npos);
    CHECK(heard.find(unsaid.advice) == std::string::npos);
    bool digits = std::any_of(visit->transcript().begin(), visit->transcript().end(),
                              [](const test::HeardSentence& one) { return one.id == "number-0"; });
    CHECK(digits);
  }
  auto visit = visit_there();
  std::string heard = all_heard_of(*visit, "listen");
  CHECK(heard.find(arabic->name) != std::string::npos);
  CHECK(heard.find(english->name) != std::string::npos);
}

TEST_CASE("R56: on a red page in two languages a side is heard aloud only after the visitor was asked") {
  const catalog::Catalog& catalog = test::tour().catalog();
  std::string red;
  for (const catalog::Section& section : catalog.sections(kFrench))
    for (const catalog::TopicSummary& topic : catalog.topics(section.id, kFrench))
      if (topic.sensitivity == Sensitivity::red) red = topic.id;
  REQUIRE(!red.empty());
  test::HeardVisit visit(catalog, test::tour().engine(), test::panels()[1].panel);
  visit.kiosk->set_session(beside(kFrench, ui::OpenTopic{red}));
  visit.kiosk->draw(nullptr, 0);
  CHECK(visit.tree().sensitivity == Sensitivity::red);
  CHECK(heard_of(visit, "other-hear").empty());
  REQUIRE(visit.tree().screen == "play_aloud");
  visit.wait(1);
  std::string heard = all_heard_of(visit, "play-aloud");
  CHECK(visit.tree().screen == "beside");
  CHECK_FALSE(visit.kiosk->scene().pages->has_next());  // to its end
  CHECK(heard.find(catalog.topic(red, kEnglish)->title) != std::string::npos);
  CHECK(heard.find(catalog.topic(red, kFrench)->title) == std::string::npos);
}
