// How much of every panel is left for the page and how it is filled, how large its words are, that nothing crosses its
// edges, and that there is one tile: on every page of every screen that turns. One walk for all, because it is a long
// one.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

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
// cuts is whole on the other page: a tile, a card or a box to tick whose words fill a page in the longest of languages.
bool in_views(const Node& node) { return !node.actions.empty() && node.rect.height > node.clip.height; }

void check_edges(const std::string& where, const ui::Scene& scene) {
  const Rect& area = scene.tree.page_area;
  for (const Node& node : scene.tree.nodes) {
    if (node.region != accessibility::Region::page || node.id == "title" || node.id == "where") continue;
    if (in_views(node)) continue;
    for (const accessibility::TextRun& run : node.text) {
      bool inside = run.rect.x >= area.x - 1 && run.rect.right() <= area.right() + 1 && run.rect.y >= area.y - 1 &&
                    run.rect.bottom() <= area.bottom() + 1;
      CHECK_MESSAGE(inside, where << ": " << node.id << " crosses the edge: " << run.text);
      CHECK_MESSAGE(run.rect.bottom() <= node.clip.bottom() + 1, where << ": " << node.id << " is cut: " << run.text);
    }
  }
}

// Of what is read on a page; keys, digits and the words of the controls have sizes of their own.
float least_capital(ui::SizeClass panel) {
  if (panel.size != ui::Size::large) return 4.8f;
  return panel.tall ? 5.5f : 6.0f;
}

void check_capitals(const std::string& where, const ui::Scene& scene) {
  float least = least_capital(class_of(scene.tree.panel));
  for (const Node& node : scene.tree.nodes) {
    if (node.region != accessibility::Region::page || node.role == Role::key) continue;
    for (const accessibility::TextRun& run : node.text)
      CHECK_MESSAGE(run.capital_height.value >= least - 0.01f,
                    where << ": " << node.id << " has capitals of " << run.capital_height.value << " mm");
  }
}

// The part of the panel's height over which something stands. Air between two things belongs to them.
float filled(const ui::Scene& scene) {
  constexpr float kAir = 18;  // mm
  std::vector<std::pair<float, float>> taken;
  auto take = [&](const Rect& at) {
    if (at.height > 0) taken.emplace_back(at.y, at.bottom());
  };
  for (const Node& node : scene.tree.nodes) take(node.rect.intersect(node.clip));
  for (const Rect& picture : scene.tree.pictures) take(picture);
  std::sort(taken.begin(), taken.end());
  float sum = 0, end = 0, air = kAir * scene.tree.panel.px_per_mm;
  for (const auto& [from, to] : taken) {
    sum += std::max(0.0f, to - end) - (from - end > air ? from - end : 0);
    end = std::max(end, to);
  }
  return sum / scene.tree.panel.height;
}

bool is_text(const ui::Scene& scene) { return scene.tree.screen == "topic" || scene.tree.screen == "beside"; }

// Of what is chosen from and asked; a text ends where it ends, and blocks that stay whole may leave a gap before it.
void check_filled(const std::string& where, const ui::Scene& scene) {
  if (!class_of(scene.tree.panel).tall && class_of(scene.tree.panel).size != ui::Size::large) return;
  // Staff's pages are sentences and buttons too: what does not fit on one page may leave a gap.
  bool of_staff = scene.tree.screen.starts_with("staff") || scene.tree.screen.starts_with("set_up");
  if (of_staff && scene.pages->count > 1) return;
  if (scene.pages->page > 0 || is_text(scene) || scene.tree.screen == "walk" ||
      scene.tree.screen.starts_with("contact"))
    return;
  CHECK_MESSAGE(filled(scene) >= 0.75f, where << ": only " << filled(scene) * 100 << " % of the height is filled");
}

// On a panel that stands upright hands choose in its lower part; boxes to tick stand in the text that they belong to.
void check_controls(const std::string& where, const ui::Scene& scene) {
  if (!class_of(scene.tree.panel).tall || scene.tree.screen == "topic" || scene.tree.screen == "walk" ||
      scene.tree.screen.find("touch") != std::string::npos)
    return;
  auto in_text = [&](const Node& node) {
    return is_text(scene) && (node.role == Role::check_box || node.role == Role::tile || node.role == Role::link ||
                              node.role == Role::listen);
  };
  for (const Node& node : scene.tree.nodes)
    if (!node.actions.empty() && !in_text(node))
      CHECK_MESSAGE(node.rect.y >= 0.4f * scene.tree.panel.height - 1, where << ": " << node.id << " is too high");
}

void check_last_lines(const std::string& where, const ui::Scene& scene) {
  for (const Node& node : scene.tree.nodes) {
    bool title = node.id == "title" || node.role == Role::heading;
    if (!title && node.role != Role::tile && node.actions.empty()) continue;
    if (node.id.find("contact-") != std::string::npos) continue;  // a card holds lines of text too
    for (const accessibility::TextRun& run : node.text)
      CHECK_MESSAGE((run.lines < 2 || run.last_line >= 0.2f),
                    where << ": the last line of " << node.id << " has " << run.last_line * 100 << " %: " << run.text);
  }
}

// The picture is large enough and in the middle, and two lines of words have room.
void check_tile(const std::string& where, const ui::Scene& scene, const Node& node) {
  const Rect &tile = node.rect, &picture = node.icon_rect;
  float mm = scene.tree.panel.px_per_mm, line = node.text.front().line_height;
  CHECK_MESSAGE(picture.height >= 16 * mm - 0.5f, where << ": the picture of " << node.id << " is small");
  bool stands = std::abs(tile.x + tile.width / 2 - picture.x - picture.width / 2) < 0.5f * mm;
  bool lies = std::abs(tile.y + tile.height / 2 - picture.y - picture.height / 2) < 0.5f * mm;
  CHECK_MESSAGE((stands || lies), where << ": the picture of " << node.id << " is not in the middle");
  float room = lies ? tile.height : tile.bottom() - picture.bottom();
  CHECK_MESSAGE(room >= 2 * line - 1, where << ": " << node.id << " has no room for two lines");
}

// Returns how many tiles there are.
int check_tiles(const std::string& where, const ui::Scene& scene) {
  int tiles = 0;
  const Node* before = nullptr;
  for (const Node& node : scene.tree.nodes) {
    bool own = node.id.starts_with("section-") || node.id.starts_with("topic-");
    // Above the keys a picture may have no room beside the words.
    if (scene.tree.screen == "search" && node.icon.empty()) continue;
    if (node.role != Role::tile || !own) continue;
    ++tiles;
    const Node* mark = scene.tree.find("listen-" + node.id);
    REQUIRE_MESSAGE(mark, where << ": " << node.id << " has no mark");
    CHECK_MESSAGE(!node.icon.empty(), where << ": " << node.id << " has no picture");
    CHECK_MESSAGE(!node.text.empty(), where << ": " << node.id << " has no words");
    check_tile(where, scene, node);
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
    "R33 R77: on every panel the page has its part of the screen and fills it, no line crosses its edges, and every "
    "tile has its picture, words and mark, and every card of a walk its large picture") {
  int pages = 0, tiles = 0;
  for (const test::NamedPanel& named : test::panels()) {
    for (const LanguageTag& language : test::tour().languages()) {
      test::tour().each(language, named.panel, {}, [&](const std::string& name, const ui::Scene& scene) {
        if (!scene.pages) return;
        const std::string where = name + " in " + language.str() + " on " + named.name;
        ++pages;
        check_area(where, scene);
        check_edges(where, scene);
        check_capitals(where, scene);
        check_filled(where, scene);
        check_controls(where, scene);
        check_last_lines(where, scene);
        tiles += check_tiles(where, scene);
        check_card(where, scene);
      });
    }
  }
  CHECK(pages > 500);
  CHECK(tiles > 300);
}
