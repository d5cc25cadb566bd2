// The outlines of the map: what is read, and what is told about a file that cannot be shown. The places are made up.
#include <doctest/doctest.h>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/outline.h"
#include "kiosk/publish/build.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string map_of(const std::string& name, const std::string& coordinates) {
  return R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": )" + name +
         R"(}, "geometry": {"type": "Polygon", "coordinates": )" + coordinates + "}}]}";
}

constexpr const char* kSquare = "[[[-10, 6], [-9, 6], [-9, 7], [-10, 7], [-10, 6]]]";

}  // namespace

TEST_CASE("the outlines of map.geojson come out of the catalog, named in the visitor's language") {
  SampleContent content;
  content.write("map.geojson", map_of(R"({"en": "Made-up County", "fr": "Comté inventé"})", kSquare));
  CHECK(content.all_problems() == "");
  test::TemporaryFolder folder;
  REQUIRE(publish::build_catalog(content.load(), folder / "catalog").ok());
  auto catalog = catalog::Catalog::open(folder / "catalog");
  REQUIRE(catalog.ok());
  CHECK((*catalog)->messages(LanguageTag::of("fr")).count(catalog::kMapCredit) == 0);  // the file says no licence
  auto french = (*catalog)->areas(LanguageTag::of("fr"));
  REQUIRE(french.size() == 1);
  CHECK(french[0].name == "Comté inventé");
  CHECK(french[0].outline == std::vector<std::vector<Position>>{{{6, -10}, {6, -9}, {7, -9}, {7, -10}}});
  CHECK((*catalog)->areas(LanguageTag::of("en"))[0].name == "Made-up County");
}

TEST_CASE("a point of map.geojson is a town") {
  SampleContent content;
  content.write("map.geojson",
                R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Old Town"}, )"
                R"("geometry": {"type": "Point", "coordinates": [-10, 6]}}]})");
  CHECK(content.all_problems() == "");
  test::TemporaryFolder folder;
  REQUIRE(publish::build_catalog(content.load(), folder / "catalog").ok());
  auto areas = (*catalog::Catalog::open(folder / "catalog"))->areas(LanguageTag::of("en"));
  REQUIRE(areas.size() == 1);
  CHECK(catalog::is_town(areas[0]));
  CHECK(areas[0].outline.front().front() == Position{6, -10});
}

TEST_CASE("a map that cannot be drawn says which area is wrong and what to do") {
  auto problem = [](const std::string& map) {
    SampleContent content;
    content.write("map.geojson", map);
    return content.all_problems();
  };
  CHECK(holds(problem("{"), "map.geojson: error: This is not JSON."));
  CHECK(holds(problem("[]"), "no FeatureCollection"));
  CHECK(holds(problem(map_of("\"A\"", "[[[-10, 6], [-9, 6], [-9, 7], [-10, 7]]]")),
              "Area 1 (A) has no outline that closes"));
  CHECK(holds(problem(map_of("\"A\"", "[[[-10, 96], [-9, 6], [-9, 7], [-10, 96]]]")), "leaves the earth"));
  CHECK(holds(problem(map_of("{\"fr\": \"A\"}", kSquare)), "Area 1 has no name in en."));
  CHECK(holds(problem(map_of("{\"de\": \"A\", \"en\": \"A\"}", kSquare)), "pack.yaml has no language de."));
  CHECK(holds(problem(map_of("\"Call 0770 123 456\"", kSquare)), "looks like a phone number"));
}

TEST_CASE("the map's licence and the exactness of places come out of the catalog") {
  SampleContent content;
  std::string map = map_of(R"("Made-up County")", kSquare);
  content.write("map.geojson", map.insert(1, R"("name": "Made-up Counties", "licence": "Public domain", )"));
  content.replace("contacts/police.yaml", "country: LR\n",
                  "country: LR\ncoordinates: [6.5, -9.5]\nexactness: town\ncoordinates_credit: GeoNames\n");
  test::TemporaryFolder folder;
  REQUIRE(publish::build_catalog(content.load(), folder / "catalog").ok());
  auto catalog = catalog::Catalog::open(folder / "catalog");
  REQUIRE(catalog.ok());
  for (const char* language : {"en", "fr"})
    CHECK((*catalog)->messages(LanguageTag::of(language)).at(catalog::kMapCredit) == "Made-up Counties: Public domain");
  auto police = (*catalog)->contact("police", LanguageTag::of("en"), Date{});
  REQUIRE(police.ok());
  CHECK(police->exactness == catalog::Exactness::town);
  CHECK(police->coordinates_credit == "GeoNames");
}

TEST_CASE("coordinates outside of the country's map are doubted") {
  SampleContent content;
  content.write("map.geojson", map_of("\"A\"", kSquare));
  content.replace("contacts/police.yaml", "country: LR\n",
                  "country: LR\ncoordinates: [-9.5, 6.5]\nexactness: town\ncoordinates_credit: us\n");
  CHECK(holds(content.all_problems(),
              "contacts/police.yaml: warning: The coordinates lie outside of the map of this country."));
  content.replace("contacts/police.yaml", "[-9.5, 6.5]", "[6.5, -9.5]");
  CHECK(content.all_problems() == "");
}

TEST_CASE("a damaged outline is left out, not guessed") {
  CHECK(catalog::read_outline("6.0 -10.0 6.0 -9.0 7.0 -9.0;6 x 7 8").size() == 1);
  CHECK(catalog::read_outline("6.0 -10.0 6.0 -9.0").empty());
  CHECK(catalog::read_outline("96.0 -10.0").empty());
  CHECK(catalog::read_outline("6.0 -10.0 6.0 -9.0 97.0 -9.0").empty());
  CHECK(catalog::read_outline("6.0 -10.0 6.0 -9.0 7.0").empty());
  CHECK(catalog::read_outline("").empty());
}
