// What stands on the screen while a page is heard, on every panel, in every language, at every size.
#include <doctest/doctest.h>

#include "tests/app/heard_visit.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::TextRun;
using test::HeardVisit;

namespace {

void go_home(HeardVisit& visit, const char* tag) {
  app::Session session = app::fresh_session(test::tour().catalog());
  app::apply(session, ui::ChooseLanguage{LanguageTag::of(tag)}, test::tour().catalog());
  visit.kiosk->set_session(session);
  visit.kiosk->draw(nullptr, 0);
}

}  // namespace

TEST_CASE("the page keeps its place when the voice pauses and goes on") {
  for (const test::NamedPanel& named : test::panels()) {
    for (const char* tag : {"en", "fr", "ar"}) {
      HeardVisit visit(test::tour().catalog(), test::tour().engine(), named.panel);
      go_home(visit, tag);
      visit.tap("listen");
      const Rect spoken = visit.tree().page_area;
      visit.tap("speech-pause");
      CHECK_MESSAGE(visit.tree().page_area == spoken, std::string(named.name) << " in " << std::string(tag));
    }
  }
}

TEST_CASE(
    "R62 R23 R33 R35: the curtain's two controls are large enough and hold their words, whatever else stands there") {
  constexpr float kTolerance = 0.6f;
  for (const auto& [panel_name, panel] : test::panels()) {
    for (const char* tag : {"en", "fr", "ar"}) {
      for (float scale : {1.0f, 1.5f, 2.0f}) {
        for (bool by_hand : {false, true}) {
          HeardVisit visit(test::tour().catalog(), test::tour().engine(), panel);
          app::Session session = app::fresh_session(test::tour().catalog());
          app::apply(session, ui::ChooseLanguage{LanguageTag::of(tag)}, test::tour().catalog());
          app::apply(session, ui::OpenTopic{"return-what-it-is"}, test::tour().catalog());
          session.settings.text_scale = scale;
          if (by_hand) visit.headphones(true);
          visit.kiosk->set_session(session);  // the voice rests after it
          visit.kiosk->draw(nullptr, 0);
          if (by_hand)
            visit.tap("listen");
          else
            visit.headphones(true);
          std::string where =
              std::string(panel_name) + " " + tag + " " + std::to_string(scale) + (by_hand ? " by hand" : "");
          REQUIRE_MESSAGE(visit.tree().find("curtain"), where);
          float room = visit.tree().page_area.width / panel.px_per_mm;
          CHECK_MESSAGE(room > 100, where << ": the page is " << room << " mm wide");
          visit.tap("curtain");
          for (const char* id : {"curtain", "curtain-show"}) {
            const Node* node = visit.tree().find(id);
            REQUIRE_MESSAGE(node, where << ": " << id);
            CHECK_MESSAGE(node->rect.width >= 20 * panel.px_per_mm - kTolerance, where << ": " << id);
            CHECK_MESSAGE(node->rect.height >= 20 * panel.px_per_mm - kTolerance, where << ": " << id);
            CHECK_MESSAGE(node->rect.x >= 0, where << ": " << id);
            CHECK_MESSAGE(node->rect.y >= 0, where << ": " << id);
            CHECK_MESSAGE(node->rect.right() <= static_cast<float>(panel.width), where << ": " << id);
            for (const Node& other : visit.tree().nodes) {
              if (other.hidden || !other.can_act() || other.id == id) continue;
              CHECK_MESSAGE(node->rect.intersect(other.rect).empty(), where << ": " << id << " over " << other.id);
            }
            for (const TextRun& run : node->text) {
              CHECK_MESSAGE(node->rect.inset(-kTolerance).contains(run.rect), where << ": " << run.text);
              CHECK_MESSAGE(!run.broke_word, where << ": " << run.text);
            }
          }
        }
      }
    }
  }
}

TEST_CASE("R4 R21 R35 R40: what steers the voice is large enough, in its place, and leaves the page room") {
  constexpr float kTolerance = 0.6f;
  for (const auto& [panel_name, panel] : test::panels()) {
    for (const char* tag : {"en", "fr", "ar"}) {
      for (float scale : {1.0f, 1.5f, 2.0f}) {
        HeardVisit visit(test::tour().catalog(), test::tour().engine(), panel);
        app::Session session = app::fresh_session(test::tour().catalog());
        app::apply(session, ui::ChooseLanguage{LanguageTag::of(tag)}, test::tour().catalog());
        app::apply(session, ui::OpenTopic{"return-what-it-is"}, test::tour().catalog());
        session.settings.text_scale = scale;
        visit.kiosk->set_session(session);
        visit.kiosk->draw(nullptr, 0);
        Rect leave = visit.tree().find("leave")->rect;
        visit.tap("listen");
        visit.wait(0.5);
        std::string where = std::string(panel_name) + " " + tag + " " + std::to_string(scale);
        CHECK_MESSAGE(visit.tree().find("leave")->rect == leave, where);
        CHECK_MESSAGE(visit.tree().find("speech-synthetic"), where);
        for (const char* id :
             {"speech-pause", "speech-repeat", "speech-slower", "speech-quieter", "speech-louder", "speech-stop"}) {
          const Node* node = visit.tree().find(id);
          REQUIRE_MESSAGE(node, where << ": " << id);
          CHECK_MESSAGE(node->rect.width >= 20 * panel.px_per_mm - kTolerance, where << ": " << id);
          CHECK_MESSAGE(node->rect.height >= 20 * panel.px_per_mm - kTolerance, where << ": " << id);
          CHECK_MESSAGE(node->rect.x >= 0, where << ": " << id);
          CHECK_MESSAGE(node->rect.right() <= static_cast<float>(panel.width), where << ": " << id);
          for (const TextRun& run : node->text) {
            CHECK_MESSAGE(run.rect.x >= node->rect.x - kTolerance, where << ": " << run.text);
            CHECK_MESSAGE(run.rect.right() <= node->rect.right() + kTolerance, where << ": " << run.text);
            CHECK_MESSAGE(run.rect.bottom() <= node->rect.bottom() + kTolerance, where << ": " << run.text);
          }
        }
        float room = visit.tree().page_area.height / panel.px_per_mm;
        CHECK_MESSAGE(room >= 20, where << ": the page has " << room << " mm");
      }
    }
  }
}

TEST_CASE("R77: after \"listen\" every tile is heard by its own mark, and a touch opens it") {
  int by_mark = 0;
  for (const auto& [panel_name, panel] : test::panels()) {
    if (panel.width < panel.height) continue;
    for (const char* tag : {"en", "fr", "ar"}) {
      HeardVisit visit(test::tour().catalog(), test::tour().engine(), panel);
      go_home(visit, tag);
      visit.tap("listen");
      visit.wait_until_silent();
      visit.take_transcript();
      std::vector<std::pair<std::string, std::string>> tiles;
      for (const Node& node : visit.tree().nodes)
        if (node.role == accessibility::Role::tile) tiles.push_back({node.id, node.name});
      REQUIRE(!tiles.empty());
      for (const auto& [id, name] : tiles) {
        const std::string where = std::string(panel_name) + " " + tag + ": " + id;
        REQUIRE_MESSAGE(visit.tree().find("listen-" + id), where << " has no mark");
        ++by_mark;
        visit.wait(1);
        visit.tap("listen-" + id);
        visit.wait_until_silent();
        CHECK_MESSAGE(visit.tree().screen == "home", where);
        CHECK_MESSAGE(visit.take_transcript().find(name) == 0, where);
      }
      visit.wait(1);
      visit.tap(tiles.back().first);
      CHECK_MESSAGE(visit.tree().screen != "home", tiles.back().first);
    }
  }
  CHECK(by_mark > 0);
}

TEST_CASE("R77: without \"listen\" one touch opens a tile, on every panel") {
  HeardVisit visit(test::tour().catalog(), test::tour().engine(), test::panels()[0].panel);
  go_home(visit, "en");
  std::string first;
  for (const Node& node : visit.tree().nodes)
    if (first.empty() && node.role == accessibility::Role::tile) first = node.id;
  visit.tap(first);
  CHECK(visit.tree().screen != "home");
}
