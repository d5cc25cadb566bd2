// What is shown while the disk under it fails: pages that cannot be read are empty and nothing else, and once nobody is
// there something else is shown, down to the emergency numbers. Never a crash, never a picture of nothing.
#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "kiosk/app/exchange.h"
#include "kiosk/app/tour.h"
#include "kiosk/base/instant.h"
#include "tests/support/simulated_store.h"
#include "tests/support/source_path.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::app;
namespace fs = std::filesystem;

namespace {

// From the second page on: the kernel holds the first one, the file is as long as it was.
void spoil(const fs::path& database) {
  const auto size = fs::file_size(database);
  std::fstream file(database, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(4096);
  const std::string rot(size - 4096, '\xff');
  file.write(rot.data(), static_cast<std::streamsize>(rot.size()));
  REQUIRE(file.flush());
}

// Whatever this process has open below `folder` cannot be read any more: each read ends with an error.
int stop_reading(const fs::path& folder) {
  const int no_file = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(no_file >= 0);
  int stopped = 0;
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const fs::path target = fs::read_symlink(entry.path(), gone);
    if (gone || !target.string().starts_with(folder.string() + "/")) continue;
    REQUIRE(::dup2(no_file, std::stoi(entry.path().filename())) >= 0);
    ++stopped;
  }
  ::close(no_file);
  return stopped;
}

// A store with one release, another behind it, and what came with the program: all of the starter content.
struct Disk {
  Disk() {
    const fs::path starter = KIOSK_STARTER_CATALOG;
    fs::copy(starter, built_in, fs::copy_options::recursive);
    test::write_file(root, updater.options.first_root);
    test::Content edition{test::read_file(starter / "contacts.db"), test::read_file(starter / "content.db"), {}};
    for (const auto& entry : fs::recursive_directory_iterator(starter)) {
      if (entry.is_regular_file() && entry.path().extension() != ".db")
        edition.objects.push_back(test::read_file(entry.path()));
    }
    install(edition, 2);
    // Another edition by its list of media alone: what is shown is the same.
    edition.objects.push_back("an object that no page shows");
    install(edition, 3);
    auto opened = content.open();
    REQUIRE_MESSAGE(opened.ok(), opened.error().message);
    catalog = *std::move(opened);
    Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = catalog.get();
    parts.config.emergency_numbers = {{"Police", "911"}};
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.now = [this] { return screens::Moment{published, 0, 600}; };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    published = catalog->pack().published;
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    kiosk->draw(nullptr, 0);
  }

  void install(const test::Content& edition, int64_t number) {
    test::publish_release(repository, edition);
    REQUIRE(updater.update().outcome == update::Outcome::updated);
    REQUIRE(update::confirm(health, number).ok());
  }

  // What the frame loop does every ten seconds while nobody is there. True: something else is shown now.
  bool rest() {
    auto other = exchange.look(content, catalog.get());
    if (!other) return false;
    REQUIRE(kiosk->offer_catalog(other->get()));
    catalog = *std::move(other);
    kiosk->draw(nullptr, 0);
    return true;
  }

  // All screens there are, and what a visitor can press on each.
  void look_at_everything(const std::vector<Stop>& stops) {
    for (const Stop& stop : stops) {
      go_to(*kiosk, stop);
      const accessibility::Tree& tree = kiosk->draw(nullptr, 0).tree;
      CHECK_MESSAGE(!tree.nodes.empty(), stop.name);
      if (!stop.staff && tree.screen != "languages") CHECK_MESSAGE(tree.find("leave"), stop.name);
      for (const accessibility::Node& node : tree.nodes) {
        if (node.phone)
          CHECK_MESSAGE(sound_numbers.contains(node.phone->dial), stop.name << " shows " << node.phone->dial);
      }
    }
    kiosk->set_session(fresh_session(*catalog));
  }

  std::vector<Stop> every_screen() const {
    std::vector<Stop> all;
    for (const catalog::Language& language : catalog->languages()) {
      for (Stop& stop : tour_stops(*catalog, language.tag)) all.push_back(std::move(stop));
    }
    return all;
  }
  void learn_numbers() {
    for (const catalog::Contact& contact : catalog->contacts(LanguageTag::of("en"), published)) {
      for (const catalog::Number& number : contact.numbers) {
        sound_numbers.insert(number.dial);
        std::string national = number.national;
        std::erase(national, ' ');
        sound_numbers.insert(national);
      }
    }
    REQUIRE(sound_numbers.size() > 3);
  }

  test::RepositorySimulator repository{*parse_instant("2026-11-23T12:00:00Z")};
  test::SimulatedStore updater{repository};
  const update::Store& store = updater.store;
  fs::path health = updater.options.health, built_in = updater.folder / "built_in", root = updater.folder / "root.json";
  Content content = Content::of_store(store.folder, health, built_in, root);
  Exchange exchange;
  Date published;
  std::set<std::string> sound_numbers;
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::source_path("assets/fonts.conf"));
  std::unique_ptr<catalog::Catalog> catalog;
  std::unique_ptr<Kiosk> kiosk;
};

}  // namespace

TEST_CASE("while nothing fails nothing is exchanged") {
  Disk disk;
  disk.look_at_everything({});
  CHECK_FALSE(disk.catalog->damaged());
  CHECK_FALSE(disk.rest());
}

TEST_CASE(
    "content that rots while it is shown crashes no screen and makes up no number; then the older release is shown") {
  for (const char* file : {"content.db", "contacts.db"}) {
    CAPTURE(std::string(file));
    Disk disk;
    disk.learn_numbers();
    const std::vector<Stop> stops = disk.every_screen();
    spoil(disk.store.release(3) / file);
    disk.look_at_everything(stops);
    REQUIRE(disk.catalog->damaged());
    REQUIRE(disk.rest());
    REQUIRE(disk.catalog);
    disk.look_at_everything(stops);
    CHECK_FALSE(disk.catalog->damaged());
    CHECK_FALSE(disk.content.has_moved_on());
  }
}

TEST_CASE("a disk that gives errors instead of bytes crashes no screen, and what can be read again is shown again") {
  Disk disk;
  disk.learn_numbers();
  const std::vector<Stop> stops = disk.every_screen();
  REQUIRE(stop_reading(disk.store.folder) == 2);
  disk.look_at_everything(stops);
  REQUIRE(disk.catalog->damaged());
  REQUIRE(disk.rest());
  disk.look_at_everything(stops);
  CHECK_FALSE(disk.catalog->damaged());
}

TEST_CASE("when every release and what came with the program is gone, the emergency numbers stand there") {
  Disk disk;
  const std::vector<Stop> stops = disk.every_screen();
  for (const fs::path& lost : {disk.store.release(3), disk.store.release(2), disk.built_in})
    spoil(lost / "contacts.db");
  disk.look_at_everything({stops.begin(), stops.begin() + 40});
  REQUIRE(disk.rest());
  REQUIRE_FALSE(disk.catalog);
  CHECK(disk.kiosk->scene().tree.screen == "no_catalog");
  CHECK(disk.kiosk->scene().tree.find("number-0"));

  // It is tried again, and not all the time; then the disk is mended.
  fs::remove_all(disk.built_in);
  fs::copy(KIOSK_STARTER_CATALOG, disk.built_in, fs::copy_options::recursive);
  int waited = 1;
  while (!disk.rest() && waited < 100) ++waited;
  CHECK(waited < 10);
  REQUIRE(disk.catalog);
  CHECK(disk.kiosk->scene().tree.screen == "languages");
}

TEST_CASE("content that fails again and again is opened again more and more seldom, and a new release at once") {
  Disk disk;
  const std::vector<Stop> stops = disk.every_screen();
  int opened = 0;
  for (int turn = 0; turn < 200; ++turn) {
    stop_reading(disk.store.folder);
    disk.look_at_everything({stops.begin() + 10, stops.begin() + 12});
    REQUIRE(disk.catalog->damaged());
    if (disk.rest()) ++opened;
  }
  CHECK(opened >= 3);
  CHECK(opened <= 12);
  fs::remove(disk.store.current());
  fs::create_directory_symlink("releases/2", disk.store.current());
  CHECK(disk.rest());
}

TEST_CASE("a release that does not open with this program gives way to the one that came with it") {
  Disk disk;
  const fs::path starter = KIOSK_STARTER_CATALOG;
  std::string content = test::read_file(starter / "content.db");
  content.replace(60, 4, std::string("\0\0\0\x7f", 4));  // the number of the format in a database's header
  for (int64_t number : {4, 5})
    disk.install({test::read_file(starter / "contacts.db"), content, {std::to_string(number)}}, number);
  auto opened = disk.content.open();
  REQUIRE(opened.ok());
  CHECK_FALSE(disk.content.unproven());
  CHECK_FALSE(disk.content.has_moved_on());
}
