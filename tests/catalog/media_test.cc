// What a catalog holds beside words and numbers: pictures, recordings and drawings.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/drawing_file.h"
#include "kiosk/crypto/sha256.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::catalog {
namespace {

using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
using namespace kiosk::catalog::test;

std::unique_ptr<Catalog> open(const std::filesystem::path& folder) {
  auto catalog = Catalog::open(folder);
  REQUIRE_MESSAGE(catalog.ok(), (catalog.ok() ? std::string() : catalog.error().message));
  return std::move(*catalog);
}

struct Small {
  TemporaryFolder folder;
  std::unique_ptr<Catalog> catalog;

  Small() {
    write_small_catalog(folder.path());
    catalog = open(folder.path());
  }
  Catalog* operator->() { return catalog.get(); }
};

const Date kDay = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);

}  // namespace

TEST_CASE("media are listed by the folder they lie in") {
  Small small;
  CHECK(small->media("") == std::vector<std::string>{"passport.png", "pictures/show-licence/contrast-144.png",
                                                     "pictures/show-licence/contrast-480.png",
                                                     "pictures/show-licence/paper-144.png",
                                                     "pictures/show-licence/paper-480.png", "song.opus"});
  CHECK(small->media("so") == std::vector<std::string>{"song.opus"});
  CHECK(small->media("speech/").empty());
}

TEST_CASE("media come with their description, and only with exactly their bytes") {
  Small small;
  auto medium = small->medium("passport.png");
  REQUIRE(medium.ok());
  CHECK(*medium == bytes("a picture"));
  CHECK(small->medium_description("passport.png", tag("fr")) == "Un passeport");
  CHECK(small->medium_description("passport.png", tag("ar")) == "A passport");
  CHECK(small->medium_description("song.opus", tag("en")).empty());
  CHECK(small->medium("no.png").error().code == Code::not_found);
  CHECK(small->medium("../contacts.db").error().code == Code::not_found);

  const std::string hex = crypto::sha256(std::string_view("a picture")).hex();
  const auto file = small.folder.path() / "objects" / hex.substr(0, 2) / hex;
  for (const char* wrong : {"a Picture", "a pictur", "a pictures", ""}) {
    write_file(file, wrong);
    CHECK(small->medium("passport.png").error().code == Code::damaged);
  }
  std::filesystem::remove(file);
  CHECK(small->medium("passport.png").error().code == Code::not_found);
}

TEST_CASE(
    "pages, contacts, hits and filters name their drawings, and a drawing says what it shows and where its files are") {
  Small small;
  CHECK(small->topics("work", tag("fr"))[0].picture == "show-licence");
  CHECK(small->topic("check-a-recruiter", tag("en"))->picture == "show-licence");
  CHECK(small->topic("oman", tag("en"))->picture.empty());
  CHECK(small->sections(tag("en"))[0].picture.empty());
  CHECK(small->contact("gbv-116", tag("en"), kDay)->picture == "help-line");
  CHECK(small->contacts(tag("en"), kDay)[0].picture == "help-line");
  CHECK(small->contacts(tag("en"), kDay)[1].picture.empty());
  CHECK(small->search("national help", tag("en"), kDay, 5).at(0).picture == "help-line");
  CHECK(small->search("recruiter", tag("en"), kDay, 5).at(0).picture == "show-licence");
  CHECK(small->filter_picture("danger") == "help-line");
  CHECK(small->filter_picture("children").empty());
  auto drawing = small->drawing("show-licence", tag("fr"));
  REQUIRE(drawing.ok());
  CHECK(drawing->mirrored);
  CHECK(drawing->words == "On montre un papier");
  CHECK(drawing->language == tag("fr"));
  CHECK(small->drawing("show-licence", tag("ar"))->words == "A paper is shown");
  CHECK(small->drawing("show-licence", tag("ar"))->language == tag("en"));
  CHECK_FALSE(small->drawing("help-line", tag("en"))->mirrored);
  CHECK(small->drawing("no-such", tag("en")).error().code == Code::not_found);
  CHECK(*small->medium(drawing_file_for("show-licence", Colours::high_contrast, 120)) ==
        bytes(drawing_file("", Colours::high_contrast, 144)));
}

TEST_CASE("of a drawing the smaller file is taken until it would have to grow by more than a tenth") {
  CHECK(drawing_file_for("bus", Colours::paper, 59) == "pictures/bus/paper-144.png");
  CHECK(drawing_file_for("bus", Colours::paper, 158) == "pictures/bus/paper-144.png");
  CHECK(drawing_file_for("bus", Colours::paper, 160) == "pictures/bus/paper-480.png");
  CHECK(drawing_file_for("bus", Colours::high_contrast, 900) == "pictures/bus/contrast-480.png");
}

}  // namespace kiosk::catalog
