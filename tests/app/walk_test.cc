// "Show me": pages of the starter content gone through as walks, by the voice alone, by touch and by the keypad alone,
// with what is heard measured.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "kiosk/document/markdown.h"
#include "kiosk/ui/pager.h"
#include "tests/app/heard_visit.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Region;
using accessibility::Role;
using app::Key;
using audio::Way;
using document::BlockKind;
using test::HeardVisit;

namespace {

constexpr const char* kWalked[] = {"check-a-recruiter", "is-this-offer-honest", "return-what-it-is", "tell-someone"};
constexpr double kLongestCardPause = 3;
constexpr size_t kHundredMs = audio::samples_in(audio::milliseconds(100));

std::string tr(const char* tag, const std::string& words) {
  return ui::Words(test::tour().catalog().messages(LanguageTag::of(tag))).tr(words);
}

// On the page of a topic, past the page before red ones.
HeardVisit at_topic(const char* topic, const char* tag) {
  const catalog::Catalog& catalog = test::tour().catalog();
  HeardVisit visit(catalog, test::tour().engine(), test::panels()[1].panel);
  app::Session session = app::fresh_session(catalog);
  app::apply(session, ui::ChooseLanguage{LanguageTag::of(tag)}, catalog);
  session.warned = true;
  app::apply(session, ui::OpenTopic{topic}, catalog);
  visit.kiosk->set_session(session);
  visit.kiosk->draw(nullptr, 0);
  return visit;
}

bool is_red(const char* topic) {
  return test::tour().catalog().topic(topic, LanguageTag::of("en"))->sensitivity == catalog::Sensitivity::red;
}

void begin_walk(HeardVisit& visit, const char* topic) {
  visit.tap("show-me");
  if (!is_red(topic)) return;
  REQUIRE(visit.tree().screen == "play_aloud");
  visit.tap("play-aloud");
}

ui::Pages pages_of(const HeardVisit& visit) { return visit.kiosk->scene().pages.value_or(ui::Pages{}); }

bool waits(const HeardVisit& visit) {
  const auto& nodes = visit.tree().nodes;
  return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    return node.region == Region::page && node.can_act() && node.role != Role::image;
  });
}

// On every page of every walk of the tour.
void each_card(const LanguageTag& language, const ui::Panel& panel, float scale,
               const std::function<void(const std::string& name, const ui::Scene&)>& look) {
  auto kiosk = test::tour().kiosk(panel);
  for (app::Stop& stop : app::tour_stops(test::tour().catalog(), language)) {
    if (stop.session.here().screen != screens::Screen::walk) continue;
    stop.session.settings.text_scale = scale;
    for (int page = 0, count = 1; page < count; ++page) {
      stop.session.here().page = page;
      app::go_to(*kiosk, stop);
      const ui::Scene& scene = kiosk->draw(nullptr, 0);
      count = scene.pages ? scene.pages->count : 1;
      look(stop.name + app::page_suffix(page), scene);
    }
  }
}

bool holds(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x - 1 && inner.right() <= outer.right() + 1 && inner.y >= outer.y - 1 &&
         inner.bottom() <= outer.bottom() + 1;
}

std::string in_one_line(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

// Everything that a visitor must have heard who answered nothing with yes.
std::vector<std::string> sentences_of(const char* topic, const char* tag) {
  auto found = test::tour().catalog().topic(topic, LanguageTag::of(tag));
  REQUIRE(found.ok());
  auto document = document::parse_markdown(found->body);
  REQUIRE(document.ok());
  std::vector<std::string> all{found->title, found->summary};
  for (const document::Block& block : document->blocks) {
    bool leads_on = std::any_of(block.spans.begin(), block.spans.end(), [](const auto& s) { return !s.topic.empty(); });
    if (leads_on || block.kind == BlockKind::explanation || block.kind == BlockKind::contact) continue;
    if (block.kind == BlockKind::result && document->result_for(0) != block.from) continue;
    all.push_back(block.text());
  }
  return all;
}

}  // namespace

TEST_CASE(
    "a walk says every sentence of its page, turns by itself after each card and waits where something is asked") {
  for (const char* tag : {"en", "fr", "ar"}) {
    for (const char* topic : kWalked) {
      CAPTURE(tag);
      CAPTURE(topic);
      HeardVisit visit = at_topic(topic, tag);
      begin_walk(visit, topic);
      REQUIRE(visit.tree().screen == "walk");
      std::string heard;
      size_t began = visit.here();
      for (int cards = 0; cards < 60; ++cards) {
        int card = pages_of(visit).page;
        const bool touched = waits(visit);
        visit.wait_until_silent();
        CHECK_MESSAGE(!visit.silent(Way::loudspeaker, began, visit.here()), "card " << card << " is silent");
        heard += visit.take_transcript();
        if (!pages_of(visit).has_next()) break;
        size_t ended = visit.here();
        visit.wait(1);
        CHECK(visit.silent(Way::loudspeaker, ended + kHundredMs, visit.here()));
        CHECK(pages_of(visit).page == card);
        for (double waited = 0; waited < kLongestCardPause && pages_of(visit).page == card; waited += 0.1)
          visit.wait(0.1);
        bool asks = pages_of(visit).page == card;
        CHECK_MESSAGE(asks == touched, "card " << card);
        began = visit.here();
        if (asks) visit.tap(visit.tree().find("no") ? "no" : ui::kPageNext);
      }
      CHECK_FALSE(pages_of(visit).has_next());
      heard = in_one_line(heard);
      for (const std::string& sentence : sentences_of(topic, tag))
        CHECK_MESSAGE(heard.find(sentence) != std::string::npos, "not heard: " << sentence << "\n" << heard);
    }
  }
}

TEST_CASE("a walk ends at those who help: their card is touched and their number stands there") {
  HeardVisit visit = at_topic("check-a-recruiter", "en");
  visit.tap("show-me");
  while (pages_of(visit).has_next() && !visit.tree().find("help-contact-gbv-116")) visit.tap(ui::kPageNext);
  REQUIRE(visit.tree().find("help-contact-gbv-116"));
  visit.tap("help-contact-gbv-116");
  CHECK(visit.tree().screen == "contact");
  visit.tap("back");
  CHECK(visit.tree().screen == "walk");
}

TEST_CASE("a tick is answered by one of two pictures, and the page and its walk know the same ticks") {
  HeardVisit visit = at_topic("is-this-offer-honest", "en");
  visit.tap("show-me");
  while (pages_of(visit).has_next() && !visit.tree().find("yes")) visit.tap(ui::kPageNext);
  int asked = pages_of(visit).page;
  const Node *yes = visit.tree().find("yes"), *no = visit.tree().find("no");
  REQUIRE(yes);
  REQUIRE(no);
  for (const Node* answer : {yes, no}) {
    CHECK(answer->rect.width >= 20 * test::panels()[1].panel.px_per_mm);
    CHECK(!answer->icon.empty());
  }
  visit.tap("yes");
  CHECK(pages_of(visit).page == asked + 1);
  visit.tap(ui::kPageBefore);
  CHECK(visit.tree().find("yes")->state.selected == true);
  visit.tap("back");
  CHECK(visit.tree().screen == "topic");
  CHECK(visit.kiosk->session().here().checked == std::set<int>{0});
}

TEST_CASE("every card of a walk has its picture, and its words and answers are whole, however large letters are") {
  int cards = 0, answers = 0;
  for (const test::NamedPanel& named : test::panels()) {
    for (const LanguageTag& language : test::tour().languages()) {
      for (float scale : {1.0f, 1.5f, 2.0f}) {
        each_card(language, named.panel, scale, [&](const std::string& name, const ui::Scene& scene) {
          const std::string where =
              name + " in " + language.str() + " on " + named.name + " at " + std::to_string(scale);
          ++cards;
          const Node* picture = scene.tree.find("picture");
          // The card of a contact may be higher than seven inches: then it is seen in views.
          bool contact = std::any_of(scene.tree.nodes.begin(), scene.tree.nodes.end(),
                                     [](const Node& node) { return node.id.starts_with("help-contact-"); });
          REQUIRE_MESSAGE(picture, where);
          CHECK_MESSAGE(picture->rect.height >= 15 * named.panel.px_per_mm, where);
          if (contact) return;
          CHECK_MESSAGE(holds(scene.tree.page_area, picture->rect), where);
          for (const Node& node : scene.tree.nodes) {
            if (node.region != Region::page || node.rect.y < scene.tree.page_area.y) continue;  // in the band
            if (node.can_act()) CHECK_MESSAGE(holds(node.clip, node.rect), where << ": " << node.id << " is cut");
            answers += node.id == "yes";
            for (const accessibility::TextRun& run : node.text)
              CHECK_MESSAGE(holds(node.clip, run.rect), where << ": " << node.id << " is cut: " << run.text);
          }
        });
      }
    }
  }
  CHECK(cards > 500);
  CHECK(answers > 100);
}

TEST_CASE("a walk is gone through by the keypad alone") {
  for (const char* tag : {"en", "fr", "ar"}) {
    CAPTURE(tag);
    HeardVisit visit = at_topic("check-a-recruiter", tag);
    visit.key(Key::help);
    visit.wait_until_silent();
    visit.go_to(tr(tag, "Show me"));
    visit.key(Key::select);
    REQUIRE(visit.tree().screen == "walk");
    visit.wait_until_silent();
    int turns = 0;
    for (; pages_of(visit).has_next() && turns < 60; ++turns) {
      visit.take_transcript();
      visit.key(Key::scroll_down);
      size_t began = visit.here();
      visit.wait_until_silent();
      CHECK(!visit.silent(Way::loudspeaker, began, visit.here()));
      CHECK(!visit.take_transcript().empty());
    }
    CHECK(turns > 5);
    CHECK_FALSE(pages_of(visit).has_next());
  }
}

TEST_CASE(
    "R56: the walk of a red page asks before others hear it, is silent after no, and is heard in headphones at once") {
  HeardVisit visit = at_topic("tell-someone", "en");
  visit.tap("show-me");
  REQUIRE(visit.tree().screen == "play_aloud");
  size_t began = visit.here();
  visit.tap("play-not");
  REQUIRE(visit.tree().screen == "walk");
  CHECK(visit.tree().find("picture"));
  visit.wait(5);
  visit.tap(ui::kPageNext);
  visit.wait(5);
  CHECK(pages_of(visit).page == 1);
  CHECK(visit.silent(Way::loudspeaker, began, visit.here()));

  HeardVisit quiet = at_topic("tell-someone", "en");
  quiet.headphones(true);
  quiet.wait_until_silent();
  began = quiet.here();
  quiet.double_tap("show-me");
  REQUIRE(quiet.tree().screen == "walk");
  quiet.wait_until_silent();
  CHECK(!quiet.silent(Way::headphones, began, quiet.here()));
  CHECK(quiet.silent(Way::loudspeaker, began, quiet.here()));
}

TEST_CASE("R42 R51: a walk that came to its end waits for no one, and leaving it is silent at once") {
  HeardVisit visit = at_topic("return-what-it-is", "en");
  visit.tap("show-me");
  visit.wait(1);
  size_t left = visit.here();
  visit.tap("leave");
  CHECK(visit.tree().screen == "languages");
  visit.wait(1);
  CHECK(visit.silent(Way::loudspeaker, left + 2 * kHundredMs, visit.here()));

  HeardVisit alone = at_topic("return-what-it-is", "en");
  alone.tap("show-me");
  while (pages_of(alone).has_next()) alone.tap(ui::kPageNext);
  alone.wait_until_silent();
  alone.wait(200);
  CHECK(alone.tree().screen == "languages");
}

TEST_CASE(
    "by ear: the mark of a language leads on over pictures that speak at the first touch and open at the second") {
  for (const char* tag : {"en", "fr", "ar"}) {
    CAPTURE(tag);
    const catalog::Catalog& catalog = test::tour().catalog();
    HeardVisit visit(catalog, test::tour().engine(), test::panels()[1].panel);
    std::string language = std::string("language-") + tag;
    visit.tap("listen-" + language);
    visit.wait_until_silent();
    visit.tap(language);
    REQUIRE(visit.tree().screen == "home");
    visit.wait_until_silent();
    std::string how = tr(tag, "Touch a picture to hear it. Touch it again to open it.");
    CHECK(in_one_line(visit.take_transcript()).find(how) != std::string::npos);
    visit.tap("section-work");
    CHECK(visit.tree().screen == "home");
    visit.wait_until_silent();
    for (const catalog::Section& section : catalog.sections(LanguageTag::of(tag)))
      if (section.id == "work") CHECK(visit.take_transcript() == section.title + "\n");
    visit.tap("section-work");
    REQUIRE(visit.tree().screen == "section");
    visit.tap("topic-check-a-recruiter");
    CHECK(visit.tree().screen == "section");
    visit.tap("topic-check-a-recruiter");
    CHECK(visit.tree().screen == "walk");
    visit.tap("back");
    CHECK(visit.tree().screen == "section");
    visit.tap("leave");
    CHECK_FALSE(visit.kiosk->in_use());
  }
}
