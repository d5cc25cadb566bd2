// How much of every panel is left for the page, and that nothing crosses its edges: section by section of the tour.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;

namespace {

ui::SizeClass class_of(const accessibility::PanelFacts& panel) {
  return ui::size_class_of(panel.width / panel.px_per_mm, panel.height / panel.px_per_mm);
}

float least_part(ui::SizeClass panel) {
  if (panel.tall) return 0.80f;
  return panel.size == ui::Size::large ? 0.78f : panel.size == ui::Size::regular ? 0.74f : 0.72f;
}

// Every page of the screens that turn, in every language, at the usual size.
void each_page(const std::function<void(const std::string& where, const ui::Scene&)>& look) {
  for (const test::NamedPanel& named : test::panels()) {
    for (const LanguageTag& language : test::tour().languages()) {
      test::tour().each(language, named.panel, {}, [&](const std::string& name, const ui::Scene& scene) {
        if (scene.pages) look(name + " in " + language.str() + " on " + named.name, scene);
      });
    }
  }
}

}  // namespace

TEST_CASE("the page has at least 72, 74, 78 or 80 percent of the panel, as its class says") {
  int pages = 0;
  each_page([&](const std::string& where, const ui::Scene& scene) {
    const Rect& area = scene.tree.page_area;
    float part = area.width * area.height / (scene.tree.panel.width * scene.tree.panel.height);
    CHECK_MESSAGE(part >= least_part(class_of(scene.tree.panel)), where << ": " << part * 100 << " %");
    ++pages;
  });
  CHECK(pages > 500);
}

TEST_CASE("R33: no line of a page that turns crosses an edge of the page area") {
  each_page([&](const std::string& where, const ui::Scene& scene) {
    const Rect& area = scene.tree.page_area;
    for (const Node& node : scene.tree.nodes) {
      if (node.region != accessibility::Region::page || node.id == "title" || node.id == "where") continue;
      for (const accessibility::TextRun& run : node.text) {
        bool inside = run.rect.x >= area.x - 1 && run.rect.right() <= area.right() + 1 && run.rect.y >= area.y - 1 &&
                      run.rect.bottom() <= area.bottom() + 1;
        CHECK_MESSAGE(inside, where << ": " << node.id << " crosses the edge: " << run.text);
        CHECK_MESSAGE(run.rect.bottom() <= node.clip.bottom() + 1, where << ": " << node.id << " is cut: " << run.text);
      }
    }
  });
}

TEST_CASE("R77: every tile and every language has a picture or a name, words, and a mark that speaks it") {
  int tiles = 0;
  each_page([&](const std::string& where, const ui::Scene& scene) {
    for (const Node& node : scene.tree.nodes) {
      bool own = node.id.starts_with("section-") || node.id.starts_with("topic-");
      if (node.role != Role::tile || !own) continue;
      ++tiles;
      const Node* mark = scene.tree.find("listen-" + node.id);
      CHECK_MESSAGE(mark, where << ": " << node.id << " has no mark");
      CHECK_MESSAGE(!node.icon.empty(), where << ": " << node.id << " has no picture");
      CHECK_MESSAGE(!node.text.empty(), where << ": " << node.id << " has no words");
    }
  });
  CHECK(tiles > 300);
}

TEST_CASE("tiles of one row are equally high and all of a page equally wide, with their mark in the same corner") {
  each_page([&](const std::string& where, const ui::Scene& scene) {
    const Node* before = nullptr;
    for (const Node& node : scene.tree.nodes) {
      if (node.role != Role::tile || !scene.tree.find("listen-" + node.id)) continue;
      if (before) {
        CHECK_MESSAGE(std::abs(before->rect.width - node.rect.width) < 1, where << ": " << node.id);
        bool same_row = std::abs(before->rect.y - node.rect.y) < 1;
        if (same_row) CHECK_MESSAGE(std::abs(before->rect.height - node.rect.height) < 1, where << ": " << node.id);
        const Rect &one = scene.tree.find("listen-" + before->id)->rect,
                   &other = scene.tree.find("listen-" + node.id)->rect;
        CHECK_MESSAGE(std::abs((one.x - before->rect.x) - (other.x - node.rect.x)) < 1, where << ": " << node.id);
      }
      before = &node;
    }
  });
}
