// How an update looks on the panels of the requirements, in every language and text size.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/base/instant.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;

namespace {

constexpr float kTolerance = 0.6f;  // px
const std::set<std::string> kStops{"languages", "home",  "contacts",        "topic-before-you-go", "display",
                                   "search",    "about", "contact-gbv-116", "interruption",        "staff_status"};

struct Seen {
  std::vector<Node> without, with;
  bool low_and_read = false;
  const Node* strip = nullptr;  // of `with`
};

const Node& find(const std::vector<Node>& nodes, const std::string& id) {
  auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
  REQUIRE_MESSAGE(found != nodes.end(), "no " << id);
  return *found;
}

bool overlap(const Rect& a, const Rect& b) {
  Rect common = a.intersect(b);
  return common.width > kTolerance && common.height > kTolerance;
}

// Some stops, with the longest sentence of all and without any.
void everywhere(const std::function<void(const std::string&, const Seen&)>& look) {
  update::OutcomeRecord record;
  record.report.outcome = update::Outcome::known_bad;
  record.report.version = 123;
  record.report.created = Instant(std::chrono::days(20'780));
  for (size_t panel : {0, 1}) {
    auto plain = test::tour().kiosk(test::panels()[panel].panel),
         told = test::tour().kiosk(test::panels()[panel].panel);
    told->see_update(std::nullopt, std::nullopt, 0);
    told->see_update(std::nullopt, record, 0);
    told->tick(4);
    for (const LanguageTag& language : test::tour().languages()) {
      for (float scale : {1.0f, 2.0f}) {
        for (app::Stop& stop : app::tour_stops(test::tour().catalog(), language)) {
          if (!kStops.contains(stop.name)) continue;
          stop.session.settings.text_scale = scale;
          app::go_to(*plain, stop);
          app::go_to(*told, stop);
          Seen seen{plain->draw(nullptr, 0).tree.nodes, told->draw(nullptr, 0).tree.nodes,
                    panel == 0 && told->in_use() && !stop.staff, nullptr};
          for (const Node& node : seen.with) seen.strip = node.id == "update" ? &node : seen.strip;
          look(stop.name + " in " + language.str() + " on " + test::panels()[panel].name + " at " +
                   std::to_string(scale),
               seen);
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("the strip lies over nothing, holds its words, and leaves the bar where it was") {
  size_t seen_strips = 0;
  everywhere([&](const std::string& where, const Seen& seen) {
    INFO(where);
    REQUIRE(seen.strip);
    ++seen_strips;
    for (const Node& node : seen.with) {
      if (&node == seen.strip) continue;
      CHECK_MESSAGE(!overlap(node.rect.intersect(node.clip), seen.strip->rect), where << ": it lies over " << node.id);
    }
    // Nobody is told of an update at the cost of finding their language.
    if (where.starts_with("languages in ") && !where.ends_with("2.000000"))
      for (const Node& node : seen.without)
        if (node.role == accessibility::Role::choice) find(seen.with, node.id);
    // Seven inches keep their height for whoever reads, and lose none of it to a line.
    if (seen.strip->text.empty()) {
      CHECK_MESSAGE(seen.low_and_read, where << ": the words are missing");
      for (const Node& node : seen.without) {
        CHECK_MESSAGE(find(seen.with, node.id).rect == node.rect, where << ": " << node.id << " moved");
      }
      return;
    }
    const accessibility::TextRun& run = seen.strip->text.front();
    CHECK_MESSAGE(run.capital_height.value >= 4.79f, where);
    CHECK_MESSAGE(run.rect.y >= seen.strip->rect.y - kTolerance, where);
    CHECK_MESSAGE(run.rect.bottom() <= seen.strip->rect.bottom() + kTolerance, where);
    CHECK_MESSAGE(run.rect.right() <= seen.strip->rect.right() + kTolerance, where);
    CHECK_MESSAGE(contrast(run.foreground, run.background) >= 7, where);
    for (const char* id : {"leave", "back", "home", "language", "listen", "display"}) {
      bool there =
          std::any_of(seen.without.begin(), seen.without.end(), [&](const Node& node) { return node.id == id; });
      if (there)
        CHECK_MESSAGE(find(seen.with, id).rect == find(seen.without, id).rect, where << ": " << id << " moved");
    }
  });
  CHECK(seen_strips > 100);
}
