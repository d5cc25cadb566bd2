// How much of every panel is left for the page, that nothing crosses its edges, and that there is one tile: on every
// page of every screen that turns. One walk for all, because it is a long one.
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

void check_area(const std::string& where, const ui::Scene& scene) {
  const Rect& area = scene.tree.page_area;
  float part = area.width * area.height / (scene.tree.panel.width * scene.tree.panel.height);
  CHECK_MESSAGE(part >= least_part(class_of(scene.tree.panel)), where << ": " << part * 100 << " %");
}

// What cannot be broken and is higher than a page is shown in views that overlap (ui/pager.cc), so that what one edge
// cuts is whole on the other page: a tile or a box to tick whose words fill a page in the longest of languages, and
// cards for a phone call, which are not made of boxes yet.
bool in_views(const Node& node, ui::SizeClass panel) {
  bool card = node.id.starts_with("help-") || node.id.find("-contact-") != std::string::npos ||
              (node.id.starts_with("block-") && node.id.find("-number-") != std::string::npos);
  return (panel.is_compact() && card) || (!node.actions.empty() && node.rect.height > node.clip.height);
}

void check_edges(const std::string& where, const ui::Scene& scene) {
  const Rect& area = scene.tree.page_area;
  for (const Node& node : scene.tree.nodes) {
    if (node.region != accessibility::Region::page || node.id == "title" || node.id == "where") continue;
    if (in_views(node, class_of(scene.tree.panel))) continue;
    for (const accessibility::TextRun& run : node.text) {
      bool inside = run.rect.x >= area.x - 1 && run.rect.right() <= area.right() + 1 && run.rect.y >= area.y - 1 &&
                    run.rect.bottom() <= area.bottom() + 1;
      CHECK_MESSAGE(inside, where << ": " << node.id << " crosses the edge: " << run.text);
      CHECK_MESSAGE(run.rect.bottom() <= node.clip.bottom() + 1, where << ": " << node.id << " is cut: " << run.text);
    }
  }
}

// Returns how many tiles there are.
int check_tiles(const std::string& where, const ui::Scene& scene) {
  int tiles = 0;
  const Node* before = nullptr;
  for (const Node& node : scene.tree.nodes) {
    bool own = node.id.starts_with("section-") || node.id.starts_with("topic-");
    if (node.role != Role::tile || !own) continue;
    ++tiles;
    const Node* mark = scene.tree.find("listen-" + node.id);
    REQUIRE_MESSAGE(mark, where << ": " << node.id << " has no mark");
    CHECK_MESSAGE(!node.icon.empty(), where << ": " << node.id << " has no picture");
    CHECK_MESSAGE(!node.text.empty(), where << ": " << node.id << " has no words");
    if (before) {
      const Node* other = scene.tree.find("listen-" + before->id);
      CHECK_MESSAGE(std::abs(before->rect.width - node.rect.width) < 1, where << ": " << node.id << " is as wide");
      if (std::abs(before->rect.y - node.rect.y) < 1)
        CHECK_MESSAGE(std::abs(before->rect.height - node.rect.height) < 1, where << ": " << node.id << " is as high");
      CHECK_MESSAGE(std::abs((mark->rect.x - node.rect.x) - (other->rect.x - before->rect.x)) < 1,
                    where << ": " << node.id << " has its mark in another corner");
    }
    before = &node;
  }
  return tiles;
}

// The picture of a card of a walk takes half of the page's height; not where seven inches need it for two lines, and
// not above the card of a contact.
void check_card(const std::string& where, const ui::Scene& scene) {
  if (scene.tree.screen != "walk") return;
  const Node* picture = scene.tree.find("picture");
  bool contact = std::any_of(scene.tree.nodes.begin(), scene.tree.nodes.end(),
                             [](const Node& node) { return node.role == Role::phone; });
  if (contact && !picture && class_of(scene.tree.panel).is_compact()) return;
  REQUIRE_MESSAGE(picture, where << " has no picture");
  CHECK_MESSAGE(!picture->icon.empty(), where << ": the picture is empty");
  CHECK_MESSAGE(!picture->name.empty(), where << ": no words say what the picture shows");
  float least = contact ? 0.2f : class_of(scene.tree.panel).is_compact() ? 0.33f : 0.5f;
  float part = picture->rect.height / scene.tree.page_area.height;
  CHECK_MESSAGE(part >= least, where << ": the picture takes " << part * 100 << " % of the page");
}

}  // namespace

TEST_CASE(
    "R33 R77: on every panel the page has its part of the screen, no line crosses its edges, and every tile has its "
    "picture, words and mark, and every card of a walk its large picture") {
  int pages = 0, tiles = 0;
  for (const test::NamedPanel& named : test::panels()) {
    for (const LanguageTag& language : test::tour().languages()) {
      test::tour().each(language, named.panel, {}, [&](const std::string& name, const ui::Scene& scene) {
        if (!scene.pages) return;
        const std::string where = name + " in " + language.str() + " on " + named.name;
        ++pages;
        check_area(where, scene);
        check_edges(where, scene);
        tiles += check_tiles(where, scene);
        check_card(where, scene);
      });
    }
  }
  CHECK(pages > 500);
  CHECK(tiles > 300);
}
