// Offices near the kiosk. Every place and outline here is made up.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "kiosk/app/kiosk.h"
#include "kiosk/base/opening_hours.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;
using accessibility::Node;
using accessibility::Role;

namespace {

constexpr Position kHere{6, -10};

class Visit {
 public:
  explicit Visit(const char* language = "en", std::optional<Position> position = kHere) : position_(position) {
    auto made = text::Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    engine = *std::move(made);
    place("far", "Far office", {6.5, -10}).hours = "Mo-Fr 08:00-17:00";
    catalog::Contact& near = place("near", "Near office", {6.003, -10});
    near.hours = "Sa 09:00-12:00";
    near.county = "First County";
    near.directions = "Behind the blue water tower.";
    near.languages = {{LanguageTag::of("en"), LanguageTag::of("fr")}};
    place("abroad", "Office abroad", {6.001, -10}).country = "GN";
    for (double west : {-10.3, -10.0}) {
      std::vector<Position> ring{{5.8, west}, {5.8, west + 0.3}, {6.8, west + 0.3}, {6.8, west}};
      catalog.own_areas.push_back({west < -10.1 ? "West" : "East", LanguageTag::of("en"), {ring}});
    }
    catalog.own_messages[LanguageTag::of("en")][catalog::kMapCredit] = "Counties: public domain";
    Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = &catalog;
    parts.config.position = position_;
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };  // a Monday, ten o'clock
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    session = fresh_session(catalog);
    apply(session, ui::ChooseLanguage{LanguageTag::of(language)}, catalog);
    go(ui::OpenSection{"help"});
  }

  catalog::Contact& place(const char* id, const char* name, Position at) {
    catalog::Contact office = catalog.own_contacts.back();
    office.id = id;
    office.name = name;
    office.country = "LR";
    office.coordinates = at;
    return catalog.own_contacts.emplace_back(office);
  }

  void go(const ui::Action& action) {
    apply(session, action, catalog);
    kiosk->set_session(session);
    kiosk->draw(nullptr, 0);
  }
  const accessibility::Tree& tree() const { return kiosk->scene().tree; }
  bool says(const std::string& id, const std::string& words) const {
    const Node* node = tree().find(id);
    return node && node->spoken.find(words) != std::string::npos;
  }

  std::optional<Position> position_;
  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine;
  std::unique_ptr<Kiosk> kiosk;
  Session session;
};

std::vector<std::string> tiles(const accessibility::Tree& tree) {
  std::vector<std::string> ids;
  for (const Node& node : tree.nodes) {
    if (node.role == Role::tile) ids.push_back(node.id);
  }
  return ids;
}

// R33: all words lie inside of the map, and none on another.
void check_nothing_overlaps(const Node& map) {
  for (size_t i = 0; i < map.text.size(); ++i) {
    CHECK(map.text[i].rect.intersect(map.rect).width == doctest::Approx(map.text[i].rect.width));
    CHECK(map.text[i].rect.intersect(map.rect).height == doctest::Approx(map.text[i].rect.height));
    for (size_t j = i + 1; j < map.text.size(); ++j) {
      Rect common = map.text[i].rect.intersect(map.text[j].rect);
      CHECK_MESSAGE((common.width <= 0 || common.height <= 0), map.text[i].text << " lies on " << map.text[j].text);
    }
  }
}

}  // namespace

TEST_CASE("distances are those of a globe") {
  CHECK(distance_km({0, 0}, {0, 0}) == 0);
  CHECK(distance_km({0, 0}, {0, 180}) == doctest::Approx(20015).epsilon(0.001));  // half way round
  CHECK(distance_km({0, 0}, {1, 0}) == doctest::Approx(111.2).epsilon(0.001));
  CHECK(distance_km({60, 10}, {60, 11}) == doctest::Approx(55.6).epsilon(0.002));  // a degree is half as long there
  CHECK(distance_km({6, -10}, {6.00001, -10}) == doctest::Approx(0.00111).epsilon(0.01));
}

TEST_CASE("a place that is known to its quarter or town alone says so, and the map says whose its points are") {
  Visit visit;
  for (catalog::Contact& contact : visit.catalog.own_contacts) {
    contact.exactness = contact.id == "far" ? catalog::Exactness::town : catalog::Exactness::building;
    contact.coordinates_credit = "© OpenStreetMap contributors";
  }
  visit.go(ui::Open{ui::Screen::near_here});
  CHECK(visit.says("contact-far", "That is the middle of its town."));
  CHECK_FALSE(visit.says("contact-near", "That is the middle"));
  bool credited = false;
  for (int turns = 0; turns < 9 && !credited; ++turns) {
    const Node* credit = visit.tree().find("map-credit");
    credited =
        credit && credit->name.find("© OpenStreetMap contributors; Counties: public domain") != std::string::npos;
    if (!credited) visit.go(ui::TurnBy{1});
  }
  CHECK(credited);
}

TEST_CASE("near here is offered where the kiosk knows its place and offices have coordinates, and nowhere else") {
  CHECK(Visit().tree().find("near-here") != nullptr);
  CHECK(Visit("en", std::nullopt).tree().find("near-here") == nullptr);
  Visit without;
  for (catalog::Contact& contact : without.catalog.own_contacts) contact.coordinates.reset();
  without.go(ui::TurnPage{0});
  CHECK(without.tree().find("near-here") == nullptr);
}

TEST_CASE("the nearest office of this country stands first, with all that one needs to go there") {
  Visit visit;
  visit.go(ui::Open{ui::Screen::near_here});
  CHECK(visit.tree().screen == "near_here");
  CHECK(tiles(visit.tree()) == std::vector<std::string>{"contact-near", "contact-far"});
  CHECK(visit.says("contact-near", "1. Near office. About 300 m from here. Closed now."));
  CHECK(visit.says("contact-near", "Languages: en, fr."));  // this catalog does not say what they are called
  CHECK(visit.says("contact-near", "First County"));
  CHECK(visit.says("contact-near", "Behind the blue water tower."));
  CHECK(visit.says("contact-far", "2. Far office. About 56 km from here. Open now."));
  visit.go(ui::OpenContact{"near"});
  CHECK(visit.tree().find("fact-distance")->name == "About 300 m from here.");
}

TEST_CASE("the map has the numbers of the list, a scale, north, and the names that fit into their areas") {
  Visit visit;
  visit.go(ui::Open{ui::Screen::near_here});
  const Node* map = visit.tree().find("map");
  REQUIRE(map);
  CHECK(map->role == Role::image);
  std::set<std::string> words;
  for (const accessibility::TextRun& run : map->text) words.insert(run.text);
  for (const char* wanted : {"1", "2", "North", "50 km", "East", "West"})
    CHECK_MESSAGE(words.contains(wanted), std::string(wanted));
  check_nothing_overlaps(*map);
}

TEST_CASE("R33: a place in the corner of the map does not lie on its scale") {
  Visit visit;
  visit.place("corner", "Corner office", {5.9, -10.5});
  visit.go(ui::Open{ui::Screen::near_here});
  const Node* map = visit.tree().find("map");
  REQUIRE(map);
  check_nothing_overlaps(*map);
}

TEST_CASE("R91: the map is not mirrored where the page is") {
  auto spots = [](const char* language) {
    Visit visit(language);
    visit.place("east", "East office", {6, -9.8});
    visit.go(ui::Open{ui::Screen::near_here});
    const Node* map = visit.tree().find("map");
    REQUIRE(map);
    std::map<std::string, float> from_left;
    for (const accessibility::TextRun& run : map->text) from_left[run.text] = run.rect.x - map->rect.x;
    return from_left;
  };
  std::map<std::string, float> english = spots("en"), arabic = spots("ar");
  CHECK(english.at("2") > english.at("1") + 60);  // 20 km further east
  for (const char* number : {"1", "2", "3"})
    CHECK(arabic.at(number) == doctest::Approx(english.at(number)).epsilon(0.01));
}

TEST_CASE("a place that is none draws no map and takes no screen with it") {
  const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
  for (const Position& nowhere :
       {Position{nan, nan}, Position{nan, -10}, Position{6, nan}, Position{infinite, -10}, Position{6, -infinite},
        Position{90.1, 0}, Position{0, -180.5}, Position{1e300, 1e300}}) {
    Visit kiosk("en", nowhere);
    CHECK(kiosk.tree().find("near-here") == nullptr);
    kiosk.go(ui::Open{ui::Screen::near_here});
    CHECK(kiosk.tree().find("map") == nullptr);
    kiosk.go(ui::OpenContact{"near"});
    CHECK(kiosk.tree().find("fact-distance") == nullptr);
    Visit office;
    office.place("nowhere", "Nowhere office", nowhere);
    office.catalog.own_areas.push_back({"Nowhere", LanguageTag::of("en"), {{{5.8, -10}, nowhere, {6.8, -10}}}});
    office.go(ui::Open{ui::Screen::near_here});
    CHECK(tiles(office.tree()) == std::vector<std::string>{"contact-near", "contact-far"});
  }
}

TEST_CASE("a kiosk at a pole, at the date line or half way round the earth draws its map") {
  for (const Position& far :
       {Position{90, 0}, Position{-90, 180}, Position{0, 180}, Position{-6, 170}, Position{6.003, -10}}) {
    Visit kiosk("en", far);
    kiosk.go(ui::Open{ui::Screen::near_here});
    const Node* map = kiosk.tree().find("map");
    REQUIRE(map);
    for (const accessibility::TextRun& run : map->text) CHECK(std::isfinite(run.rect.x));
  }
}

TEST_CASE("where holidays differ, an office is open only if today is none, and what is said of them is shown") {
  struct Case {
    const char* hours;
    const char* words;
  };
  for (const Case& office :
       {Case{"Mo-Fr 08:00-17:00; PH off",
             "Open now, if today is not a public holiday. Monday to Friday, \u206608:00–17:00\u2069. "
             "Closed on public holidays."},
        Case{"Tu 08:00-17:00; PH off", "Closed now. Tuesday, \u206608:00–17:00\u2069. Closed on public holidays."},
        Case{"Tu 08:00-17:00; PH 09:00-11:00",
             "Closed now, if today is not a public holiday. Tuesday, \u206608:00–17:00\u2069. "
             "On public holidays, \u206609:00–11:00\u2069."},
        Case{"Mo 08:00-12:00,13:00-26:00", "Open now. Monday, \u206608:00–12:00\u2069, \u206613:00–02:00\u2069."},
        Case{"24/7; PH off",
             "Open now, if today is not a public holiday. Monday to Sunday, \u206600:00–24:00\u2069. "
             "Closed on public holidays."}}) {
    Visit visit;
    visit.place("hours", "Office", {6.001, -10}).hours = office.hours;
    visit.go(ui::OpenContact{"hours"});
    const Node* fact = visit.tree().find("fact-hours");
    REQUIRE(fact);
    CHECK_MESSAGE(fact->name == office.words, fact->name);
  }
}
