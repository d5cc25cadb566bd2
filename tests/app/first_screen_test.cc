// The first screen and the search on every panel: what is whole, what is large enough, and in which language it speaks.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "tests/app/tour_fixture.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;

namespace {

bool is_compact(const ui::Panel& panel) {
  return ui::size_class_of(static_cast<float>(panel.width) / panel.px_per_mm,
                           static_cast<float>(panel.height) / panel.px_per_mm)
      .is_compact();
}

std::set<std::string> spoken_in(const ui::Scene& scene) {
  std::set<std::string> all;
  for (const Node& node : scene.tree.nodes)
    if (node.role != Role::choice && node.role != Role::listen && !node.text.empty()) all.insert(node.language.str());
  return all;
}

const ui::Scene& search_for(app::Kiosk& kiosk, const LanguageTag& language, const std::string& query) {
  for (app::Stop& stop : app::tour_stops(test::tour().catalog(), language)) {
    if (stop.name != "search") continue;
    stop.session.settings.language = language;
    stop.session.here().query = query;
    app::go_to(kiosk, stop);
  }
  return kiosk.draw(nullptr, 0);
}

}  // namespace

TEST_CASE("R77: the first screen is whole on every panel, and each language has its mark in its own tile") {
  for (const test::NamedPanel& named : test::panels()) {
    auto kiosk = test::tour().kiosk(named.panel);
    const ui::Scene& scene = kiosk->draw(nullptr, 0);
    REQUIRE(scene.pages);
    CHECK_MESSAGE(scene.pages->count == 1, std::string(named.name));
    for (const LanguageTag& language : test::tour().languages()) {
      const Node* tile = scene.tree.find("language-" + language.str());
      const Node* mark = scene.tree.find("listen-language-" + language.str());
      REQUIRE(tile);
      REQUIRE(mark);
      CHECK(tile->rect.intersect(mark->rect).width == doctest::Approx(mark->rect.width));
      CHECK_MESSAGE(tile->spoken.size() > tile->name.size(), "it says that it can be chosen");
      CHECK(tile->rect.bottom() <= scene.tree.page_area.bottom());
    }
  }
}

TEST_CASE("six languages stand on the first screen of every panel, and none has to be turned to") {
  test::MemoryCatalog catalog = test::small_catalog();
  catalog.own_languages.clear();
  for (const auto& [tag, name] :
       {std::pair("en", "English"), std::pair("fr", "Français"), std::pair("ar", "العربية"), std::pair("es", "Español"),
        std::pair("pt", "Português"), std::pair("sw", "Kiswahili")})
    catalog.own_languages.push_back({LanguageTag::of(tag), name});
  for (const test::NamedPanel& named : test::panels()) {
    app::Kiosk::Parts parts = test::tour().parts(named.panel);
    parts.catalog = &catalog;
    app::Kiosk kiosk(std::move(parts), 0);
    const ui::Scene& scene = kiosk.draw(nullptr, 0);
    int choices = 0;
    for (const Node& node : scene.tree.nodes) choices += node.role == Role::choice && node.clip.contains(node.rect);
    CHECK_MESSAGE(choices == 6, std::string(named.name));
    CHECK_MESSAGE(scene.pages->count == 1, std::string(named.name));
  }
}

TEST_CASE("on a panel that stands upright the languages are in the lower 60 percent") {
  const ui::Panel& upright = test::panels().back().panel;
  auto kiosk = test::tour().kiosk(upright);
  for (const Node& node : kiosk->draw(nullptr, 0).tree.nodes)
    if (node.role == Role::choice) CHECK(node.rect.y >= 0.4f * static_cast<float>(upright.height) - 1);
}

TEST_CASE("the last row of languages fills the width, so that it leaves no hole") {
  for (const test::NamedPanel& named : test::panels()) {
    auto kiosk = test::tour().kiosk(named.panel);
    const ui::Scene& scene = kiosk->draw(nullptr, 0);
    float from = 1e9f, to = 0, last_from = 1e9f, last_to = 0, lowest = 0;
    for (const Node& node : scene.tree.nodes)
      if (node.role == Role::choice) lowest = std::max(lowest, node.rect.y);
    for (const Node& node : scene.tree.nodes) {
      if (node.role != Role::choice) continue;
      from = std::min(from, node.rect.x), to = std::max(to, node.rect.right());
      if (node.rect.y < lowest - 1) continue;
      last_from = std::min(last_from, node.rect.x), last_to = std::max(last_to, node.rect.right());
    }
    CHECK_MESSAGE(std::abs(from - last_from) < 1, std::string(named.name));
    CHECK_MESSAGE(std::abs(to - last_to) < 1, std::string(named.name));
  }
}

TEST_CASE("every six seconds the first screen speaks another language, the bar with it, and nothing moves") {
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  std::set<std::string> heard;
  Rect leave = kiosk->draw(nullptr, 0).tree.find("leave")->rect;
  Rect tile = kiosk->scene().tree.find("language-en")->rect;
  for (double seconds = 1; seconds < 6 * 4; seconds += 6) {
    kiosk->tick(seconds);
    const ui::Scene& scene = kiosk->draw(nullptr, 0);
    std::set<std::string> languages = spoken_in(scene);
    CHECK(languages.size() == 1);
    heard.insert(languages.begin(), languages.end());
    CHECK(scene.tree.find("leave")->rect == leave);
    CHECK(scene.tree.find("language-en")->rect == tile);
  }
  CHECK(heard.size() == std::min<size_t>(4, test::tour().languages().size()));
}

TEST_CASE("the field, all keys and three results stand on the page on every panel") {
  for (const test::NamedPanel& named : test::panels()) {
    for (const auto& [tag, query] : {std::pair("en", "pas"), std::pair("fr", "tra"), std::pair("ar", "\u0627\u0644")}) {
      auto kiosk = test::tour().kiosk(named.panel);
      const ui::Scene& scene = search_for(*kiosk, LanguageTag::of(tag), query);
      const std::string where = std::string(tag) + " on " + named.name;
      const Rect& area = scene.tree.page_area;
      int keys = 0, results = 0;
      const Node* field = scene.tree.find("query");
      REQUIRE(field);
      for (const Node& node : scene.tree.nodes) {
        bool inside = node.rect.y >= area.y - 1 && node.rect.bottom() <= area.bottom() + 1;
        if (node.role == Role::key) CHECK_MESSAGE(inside, where << ": " << node.id);
        keys += node.role == Role::key;
        if (node.role == Role::tile) {
          CHECK_MESSAGE(inside, where << ": " << node.id);
          CHECK_MESSAGE(node.rect.bottom() <= field->rect.bottom(), where << ": results live above the keys");
          for (const accessibility::TextRun& run : node.text) CHECK_MESSAGE(!run.broke_word, where << ": " << run.text);
          ++results;
        }
      }
      CHECK(keys > 25);
      // Three names of several long words have no room beside each other where lines are as high as those of Arabic.
      int least = is_compact(named.panel) && std::string(tag) == "ar" ? 2 : 3;
      CHECK_MESSAGE(results >= least, where << ": " << results);
      float px_per_mm = named.panel.px_per_mm;
      if (is_compact(named.panel))
        CHECK_MESSAGE(scene.tree.find("key-space")->rect.height >= 13 * px_per_mm - 1, where);
    }
  }
}

TEST_CASE("that nothing was found is said only after a word was typed") {
  auto kiosk = test::tour().kiosk(test::panels()[0].panel);
  const Node* none = search_for(*kiosk, LanguageTag::of("en"), "").tree.find("none");
  REQUIRE(none);
  CHECK(none->name.find("Found: 0") == std::string::npos);
  none = search_for(*kiosk, LanguageTag::of("en"), "zqxzqx").tree.find("none");
  REQUIRE(none);
  CHECK(none->name.find("Found: 0") == 0);
}

TEST_CASE("R91: Arabic letters lie as on other keyboards, and the space bar is the same in search and set-up") {
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  const ui::Scene& scene = search_for(*kiosk, LanguageTag::of("ar"), "");
  const Node *dad = scene.tree.find("key-\u0636"), *jeem = scene.tree.find("key-\u062c");
  REQUIRE(dad);
  REQUIRE(jeem);
  CHECK(dad->rect.x < jeem->rect.x);
  CHECK(scene.tree.find("key-space")->icon == "minus");
}

TEST_CASE("the keys of the starter pack are these, all at once on every panel") {
  const std::pair<const char*, const char*> keys[] = {
      {"en", "qwertyuiop asdfghjkl zxcvbnmɛɔŋ"},
      {"fr", "azertyuiop qsdfghjklm wxcvbn'éèà"},
      {"ar", "ضصثقفغعهخحج شسيبلاتنمكط ذئءؤرىةوزظد"},
  };
  for (const auto& [tag, rows] : keys) {
    const catalog::Keyboard keyboard = test::tour().catalog().keyboard(LanguageTag::of(tag));
    REQUIRE(keyboard.sheets.size() == 1);
    std::string read;
    for (const auto& row : keyboard.sheets.front()) {
      read += read.empty() ? "" : " ";
      for (const std::string& key : row) read += key;
    }
    CHECK(read == rows);
    CHECK(keyboard.as_on_keys == (std::string(tag) == "ar"));
    for (const test::NamedPanel& named : test::panels()) {
      auto kiosk = test::tour().kiosk(named.panel);
      const accessibility::Tree& tree = search_for(*kiosk, LanguageTag::of(tag), "").tree;
      for (const auto& row : keyboard.sheets.front())
        for (const std::string& key : row) CHECK_MESSAGE(tree.find("key-" + key), key << " on " << named.name);
      CHECK_FALSE(tree.find("key-letters-next"));
    }
  }
}

TEST_CASE("R31: the greeting changes in one short burst every six seconds, and nothing is drawn between") {
  for (bool reduced : {false, true}) {
    app::Kiosk::Parts parts = test::tour().parts(test::panels()[1].panel);
    parts.config.reduced_motion = reduced;
    app::Kiosk kiosk(std::move(parts), 0);
    kiosk.draw(nullptr, 0);
    std::vector<double> drawn;
    double seconds = 0;
    while (seconds < 60) {
      seconds = std::max(seconds + 0.001, kiosk.next_tick());
      kiosk.tick(seconds);
      if (!kiosk.dirty()) continue;
      kiosk.draw(nullptr, 0);
      drawn.push_back(std::fmod(seconds, 6));
    }
    CHECK(drawn.size() <= (reduced ? 10u : 10u * 30));
    CHECK(drawn.size() >= (reduced ? 9u : 9u * 12));
    for (double at : drawn) CHECK(std::min(at, 6 - at) <= (reduced ? 0.01 : 0.25));
  }
}
