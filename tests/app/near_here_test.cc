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
    place("far", "Far office", {6.4, -10}).hours = "Mo-Fr 08:00-17:00";
    place("further", "Further office", {6.9, -10}).county = "Second County";
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
  // On whichever page it is.
  const Node* find(const std::string& id) {
    for (int page = 0; page < kiosk->scene().pages->count && !tree().find(id); ++page) go(ui::TurnPage{page});
    return tree().find(id);
  }
  const Node* map() { return find("map"); }
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
  const Node* credit = visit.find("map-credit");
  REQUIRE(credit);
  CHECK(credit->name.find("Counties: public domain; © OpenStreetMap contributors") != std::string::npos);
}

TEST_CASE("near here is offered where the kiosk knows its place and offices have coordinates, and nowhere else") {
  CHECK(Visit().tree().find("near-here") != nullptr);
  CHECK(Visit("en", std::nullopt).tree().find("near-here") == nullptr);
  Visit without;
  for (catalog::Contact& contact : without.catalog.own_contacts) contact.coordinates.reset();
  without.go(ui::TurnPage{0});
  CHECK(without.tree().find("near-here") == nullptr);
}

TEST_CASE("the nearest offices of this country stand first, those that are open now before the others") {
  Visit visit;
  visit.go(ui::Open{ui::Screen::near_here});
  CHECK(visit.tree().screen == "near_here");
  CHECK(tiles(visit.tree()) == std::vector<std::string>{"contact-far", "contact-near"});
  CHECK(visit.says("contact-far", "1. Far office. About 44 km from here."));
  CHECK(visit.says("contact-far", "Open now."));
  CHECK(visit.says("contact-near", "2. Near office. About 5 minutes on foot."));
  CHECK(visit.says("contact-near", "Closed now."));
  CHECK(visit.says("contact-near", "Behind the blue water tower."));
  visit.go(ui::OpenContact{"near"});
  REQUIRE(visit.find("fact-distance"));
  CHECK(visit.find("fact-distance")->name.starts_with("About 5 minutes on foot."));
}

TEST_CASE("a distance is in minutes on foot under two kilometres, and in kilometres from there") {
  auto said = [](double latitude) {
    Visit visit;
    visit.place("there", "There", {latitude, -10});
    visit.go(ui::OpenContact{"there"});
    REQUIRE(visit.find("fact-distance"));
    const std::string words = visit.find("fact-distance")->name;
    return words.substr(0, words.find('.') + 1);
  };
  CHECK(said(6.0001) == "About 5 minutes on foot.");
  CHECK(said(6.009) == "About 15 minutes on foot.");
  CHECK(said(6.0179) == "About 30 minutes on foot.");
  CHECK(said(6.0181) == "About 2 km from here.");
}

TEST_CASE("what is more than 50 km away, or not known to a point, stands by county behind the map") {
  Visit visit;
  catalog::Contact& unknown = visit.place("unknown", "Office somewhere", kHere);
  unknown.coordinates.reset();
  unknown.county = "First County";
  visit.go(ui::Open{ui::Screen::near_here});
  std::vector<std::string> order;
  for (int page = 0; page < visit.kiosk->scene().pages->count; ++page) {
    visit.go(ui::TurnPage{page});
    for (const Node& node : visit.tree().nodes)
      if (node.role == Role::tile || node.id.starts_with("county-") || node.id == "map") order.push_back(node.name);
  }
  CHECK(order == std::vector<std::string>{"Far office", "Near office", "A map of these places. North is up.",
                                          "County: \u2068First County\u2069", "Office somewhere",
                                          "County: \u2068Second County\u2069", "Further office"});
}

TEST_CASE("no place within 50 km is said in words, and the map shows what is nearest") {
  Visit visit("en", Position{4.6, -8});
  visit.go(ui::Open{ui::Screen::near_here});
  CHECK(visit.tree().find("none")->name == "We know no place within 50 km of here.");
  CHECK(visit.map() != nullptr);
}

TEST_CASE(
    "the map has the numbers and names of the cards, towns, a scale, north, and names that fit into their areas") {
  Visit visit;
  visit.catalog.own_areas.push_back({"Old Town", LanguageTag::of("en"), {{{6.2, -9.9}}}});
  visit.go(ui::Open{ui::Screen::near_here});
  const Node* map = visit.map();
  REQUIRE(map);
  CHECK(map->role == Role::image);
  std::set<std::string> words;
  for (const accessibility::TextRun& run : map->text) words.insert(run.text);
  for (const char* wanted :
       {"1", "2", "Far office", "Near office", "You are here", "Old Town", "North", "20 km", "West"})
    CHECK_MESSAGE(words.contains(wanted), std::string(wanted));
  check_nothing_overlaps(*map);
  CHECK(visit.find("map-credit") != nullptr);
}

TEST_CASE("places on one spot, and the kiosk there too, each have a mark of their own") {
  Visit visit;
  for (const char* id : {"one", "two"}) visit.place(id, id, kHere);
  visit.go(ui::Open{ui::Screen::near_here});
  const Node* map = visit.map();
  REQUIRE(map);
  std::set<std::string> words;
  for (const accessibility::TextRun& run : map->text) words.insert(run.text);
  for (const char* wanted : {"1", "2", "3", "You are here"}) CHECK_MESSAGE(words.contains(wanted), std::string(wanted));
  check_nothing_overlaps(*map);
}

TEST_CASE("R33: a place in the corner of the map does not lie on its scale") {
  Visit visit;
  visit.place("corner", "Corner office", {5.9, -10.5});
  visit.go(ui::Open{ui::Screen::near_here});
  const Node* map = visit.map();
  REQUIRE(map);
  check_nothing_overlaps(*map);
}

TEST_CASE("R91: the map is not mirrored where the page is") {
  auto spots = [](const char* language) {
    Visit visit(language);
    visit.place("east", "East office", {6, -9.8});
    visit.go(ui::Open{ui::Screen::near_here});
    const Node* map = visit.map();
    REQUIRE(map);
    std::map<std::string, float> from_left;
    for (const accessibility::TextRun& run : map->text) from_left[run.text] = run.rect.x - map->rect.x;
    return from_left;
  };
  for (const char* language : {"en", "ar"}) {  // whose letters leave the map another height, so another scale
    std::map<std::string, float> found = spots(language);
    CHECK(found.at("3") > found.at("2") + 60);  // 22 km further east than the kiosk
    CHECK(found.at("3") > found.at("1") + 60);
  }
}

TEST_CASE("a place that is none draws no map and takes no screen with it") {
  const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
  for (const Position& nowhere :
       {Position{nan, nan}, Position{nan, -10}, Position{6, nan}, Position{infinite, -10}, Position{6, -infinite},
        Position{90.1, 0}, Position{0, -180.5}, Position{1e300, 1e300}}) {
    Visit kiosk("en", nowhere);
    CHECK(kiosk.tree().find("near-here") == nullptr);
    kiosk.go(ui::Open{ui::Screen::near_here});
    CHECK(kiosk.find("map") == nullptr);
    kiosk.go(ui::OpenContact{"near"});
    CHECK(kiosk.find("fact-distance") == nullptr);
    Visit office;
    office.place("nowhere", "Nowhere office", nowhere);
    office.catalog.own_areas.push_back({"Nowhere", LanguageTag::of("en"), {{{5.8, -10}, nowhere, {6.8, -10}}}});
    office.go(ui::Open{ui::Screen::near_here});
    CHECK(tiles(office.tree()) == std::vector<std::string>{"contact-far", "contact-near"});
  }
}

TEST_CASE("a kiosk at a pole, at the date line or half way round the earth draws its map") {
  for (const Position& far :
       {Position{90, 0}, Position{-90, 180}, Position{0, 180}, Position{-6, 170}, Position{6.003, -10}}) {
    Visit kiosk("en", far);
    kiosk.go(ui::Open{ui::Screen::near_here});
    const Node* map = kiosk.map();
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
    const Node* fact = visit.find("fact-hours");
    REQUIRE(fact);
    CHECK_MESSAGE(fact->name == office.words, fact->name);
  }
}
