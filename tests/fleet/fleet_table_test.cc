#include "kiosk/fleet/fleet_table.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "kiosk/fleet/printable.h"
#include "tests/fleet/sample_report.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::fleet {
namespace {

using test::TemporaryFolder;
using test::write_file;

crypto::PrivateKey new_key() { return crypto::PrivateKey::generate(crypto::Scheme::ed25519); }

// A folder of receipts and what an office does with it.
struct Office {
  TemporaryFolder folder;
  KnownKiosks known;
  FleetOptions options;

  Office() { options.now = sample_report().at + std::chrono::days(1); }

  HealthReport report(const std::string& name) const {
    HealthReport made = sample_report();
    made.name = name;
    return made;
  }
  void receive(const std::string& file, const HealthReport& about, int64_t number, const crypto::PrivateKey& key) {
    write_file(folder / file, sign_receipt(about, number, key));
  }
  FleetTable read() {
    auto table = read_fleet(folder.path(), known, options);
    REQUIRE(table.ok());
    return *std::move(table);
  }
};

TEST_CASE("kiosks are listed by name, and one with older content is behind") {
  Office office;
  HealthReport older = office.report("Buchanan");
  older.content_version = 6;
  office.receive("b.json", office.report("Ganta"), 1, new_key());
  office.receive("a.json", older, 1, new_key());
  const FleetTable table = office.read();
  REQUIRE(table.rows.size() == 2);
  CHECK(table.newest == 7);
  CHECK(table.rows[0].name == "Buchanan");
  CHECK(table.rows[0].behind);
  CHECK(table.rows[1].well());
  office.options.newest = 8;
  CHECK(office.read().rows[1].behind);
}

TEST_CASE("of several receipts of one kiosk the one with the highest number counts, whatever its date") {
  Office office;
  const auto key = new_key();
  HealthReport later = office.report("Ganta");
  later.content_version = 8;
  later.at -= std::chrono::days(20);  // its clock had fallen back
  office.receive("a.json", office.report("Ganta"), 4, key);
  office.receive("b.json", later, 5, key);
  const FleetTable table = office.read();
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].receipt->number == 5);
  CHECK(table.newest == 8);
}

TEST_CASE("a kiosk not heard of for longer than allowed is silent, and so is a known one without any receipt") {
  Office office;
  office.receive("a.json", office.report("Ganta"), 1, new_key());
  office.known.add({std::string(64, 'a'), 3, "Harper"});
  office.options.now = sample_report().at + std::chrono::days(41);
  const FleetTable table = office.read();
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].silent);
  CHECK(table.rows[1].name == "Harper");
  CHECK(table.rows[1].silent);
  CHECK_FALSE(table.rows[1].behind);
}

TEST_CASE("an unhealthy kiosk is complained about, once for each thing that is wrong") {
  Office office;
  HealthReport ill = office.report("Ganta");
  ill.touch = false;
  ill.temperature = 90;
  ill.restarts = 5;
  ill.disk_free = 10'000'000;
  ill.disk_read_only = true;
  ill.last_update = "refused";
  ill.presented = false;
  ill.sound = false;
  ill.content_expired = true;
  ill.content_proven = false;
  office.receive("a.json", ill, 1, new_key());
  CHECK(office.read().rows.at(0).complaints.size() == 10);
}

TEST_CASE("a name needs the key that first used it, and another key under it is named and not counted") {
  Office office;
  const auto key = new_key();
  office.receive("a.json", office.report("Ganta"), 1, key);
  CHECK(office.read().rows.at(0).is_new);
  CHECK_FALSE(office.read().rows.at(0).is_new);
  HealthReport forged = office.report("Ganta");
  forged.content_version = 99;
  office.receive("forged.json", forged, 50, new_key());
  const FleetTable table = office.read();
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].key == key.public_key().text());
  CHECK(table.newest == 7);
  REQUIRE(table.refused.size() == 1);
  CHECK(table.refused[0].file == "forged.json");
  CHECK(table.refused[0].reason.find("Ganta") != std::string::npos);
  CHECK(office.known.all().size() == 1);
}

TEST_CASE("two unknown keys under one name are both refused, so that the first file does not decide") {
  Office office;
  office.receive("a.json", office.report("Ganta"), 1, new_key());
  office.receive("b.json", office.report("Ganta"), 1, new_key());
  const FleetTable table = office.read();
  CHECK(table.rows.empty());
  CHECK(table.refused.size() == 2);
  CHECK(office.known.all().empty());
}

TEST_CASE("kiosks without a name are told apart by their keys") {
  Office office;
  office.receive("a.json", office.report(""), 1, new_key());
  office.receive("b.json", office.report(""), 1, new_key());
  CHECK(office.read().rows.size() == 2);
}

TEST_CASE("a kiosk that was given a new name keeps its key and is known under the new name") {
  Office office;
  const auto key = new_key();
  office.receive("a.json", office.report("Ganta"), 1, key);
  office.read();
  office.receive("a.json", office.report("Ganta bridge"), 2, key);
  CHECK(office.read().rows.at(0).name == "Ganta bridge");
  CHECK(office.known.all().at(0).name == "Ganta bridge");
}

TEST_CASE("with given keys no other kiosk is believed and nothing is added") {
  Office office;
  const auto key = new_key();
  office.known.add({key.public_key().text(), 0, "Ganta"});
  office.options.trust_new = false;
  office.receive("a.json", office.report("Ganta"), 1, key);
  office.receive("b.json", office.report("Harper"), 1, new_key());
  const FleetTable table = office.read();
  CHECK(table.rows.size() == 1);
  CHECK(table.refused.size() == 1);
  CHECK(office.known.all().size() == 1);
}

TEST_CASE("an old receipt brought again is complained about and does not lower what was seen") {
  Office office;
  const auto key = new_key();
  office.receive("a.json", office.report("Ganta"), 9, key);
  office.read();
  office.receive("a.json", office.report("Ganta"), 3, key);
  CHECK(office.read().rows.at(0).complaints.size() == 1);
  CHECK(office.known.all().at(0).number == 9);
}

TEST_CASE("two kiosks made from one image are noticed") {
  Office office;
  const auto key = new_key();
  office.receive("a.json", office.report("Ganta"), 4, key);
  office.receive("b.json", office.report("Harper"), 4, key);
  const FleetTable table = office.read();
  CHECK(table.rows.size() == 1);
  REQUIRE(table.refused.size() == 1);
  CHECK(table.refused[0].reason.find("one image") != std::string::npos);
}

TEST_CASE("a copied receipt counts once and is nothing to complain about") {
  Office office;
  const auto key = new_key();
  office.receive("a.json", office.report("Ganta"), 4, key);
  office.receive("copy of a.json", office.report("Ganta"), 4, key);
  const FleetTable table = office.read();
  CHECK(table.rows.size() == 1);
  CHECK(table.refused.empty());
}

TEST_CASE("whatever else lies in the folder is named or passed over, and the rest is read") {
  Office office;
  office.receive("good.json", office.report("Ganta"), 1, new_key());
  std::filesystem::create_directories(office.folder / "stick 2/kiosk-receipts");
  office.receive("stick 2/kiosk-receipts/h.json", office.report("Harper"), 1, new_key());
  write_file(office.folder / "empty.json", "");
  write_file(office.folder / "large.json", std::string(1 << 20, ' '));
  write_file(office.folder / "deep.json", std::string(10'000, '['));
  write_file(office.folder / "zero.json", std::string(100, '\0'));
  write_file(office.folder / "other.json", "{\"kiosk_receipt\": {}, \"key\": \"\", \"signature\": 3}");
  write_file(office.folder / "holiday.jpg", "picture");
  std::filesystem::create_directory(office.folder / "folder.json");
  std::filesystem::create_symlink("good.json", office.folder / "link.json");
  std::filesystem::create_symlink("..", office.folder / "up");
  REQUIRE(mkfifo((office.folder / "pipe.json").c_str(), 0600) == 0);
  const FleetTable table = office.read();
  CHECK(table.rows.size() == 2);
  CHECK(table.refused.size() == 8);
}

TEST_CASE("a folder that is not there is an error") {
  Office office;
  CHECK_FALSE(read_fleet(office.folder / "nowhere", office.known, office.options).ok());
}

TEST_CASE("words of a receipt can neither steer a terminal nor become a formula") {
  CHECK(printable("a\x1b[2Jb\nc\x7f") == "a [2Jb c ");
  CHECK(printable("a\u202Eb\u2066c\u0085d\u200F") == "a b c d ");
  CHECK(printable("Côte d'Ivoire غانتا 😀") == "Côte d'Ivoire غانتا 😀");
  CHECK(printable("\x9b\x80").find('\x9b') == std::string::npos);
  Office office;
  HealthReport report = office.report("=HYPERLINK(\"http://x\")\x1b[31m");
  report.place = "+1";
  office.receive("a.json", report, 1, new_key());
  const FleetTable table = office.read();
  for (const std::string& text : {to_text(table), to_csv(table), to_json(table)})
    CHECK(text.find('\x1b') == std::string::npos);
  CHECK(to_csv(table).find("\"'=HYPERLINK(\"\"http://x\"\") [31m\",\"'+1\",\"new\",\"7\"") != std::string::npos);
}

TEST_CASE("all forms of the table hold the same kiosks and end with what was not counted") {
  Office office;
  HealthReport ill = office.report("Ganta");
  ill.touch = false;
  office.receive("a.json", ill, 1, new_key());
  office.receive("b.json", office.report("غانتا"), 1, new_key());
  write_file(office.folder / "bad.json", "{}");
  const FleetTable table = office.read();
  const std::string text = to_text(table);
  for (const char* part :
       {"Ganta", "غانتا", "unwell, new", "2026-11-23", "No touch panel", "bad.json",
        "2 kiosks, newest content: version 7. Well: 1, behind: 0, silent: 0, unwell: 1. 1 receipt not counted."})
    CHECK_MESSAGE(text.find(part) != std::string::npos, part << " is not in\n" << text);
  const auto json = nlohmann::json::parse(to_json(table));
  CHECK(json["kiosks"].size() == 2);
  CHECK(json["kiosks"][0]["report"]["touch"] == false);
  CHECK(json["not_counted"].size() == 1);
  const std::string csv = to_csv(table);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 4);
}

TEST_CASE("known kiosks read back as they were written, and a wrong line is named") {
  KnownKiosks known;
  known.add({std::string(64, 'a'), 12, "Ganta border"});
  known.add({std::string(64, 'b'), 0, ""});
  auto back = KnownKiosks::parse(known.format(), "known_kiosks");
  REQUIRE(back.ok());
  REQUIRE(back->all().size() == 2);
  CHECK(back->all()[0].name == "Ganta border");
  CHECK(back->all()[0].number == 12);
  CHECK(back->all()[1].name.empty());
  const std::string key(64, 'c');
  for (const std::string& line : {std::string("nonsense"), key, key + " ", key + " x Ganta", key + " -1 Ganta",
                                  key + " 12Ganta", std::string(64, 'G') + " 1 x", key + " 1 a\n" + key + " 2 b"}) {
    auto wrong = KnownKiosks::parse("# head\n" + line + "\n", "known_kiosks");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().message.find("known_kiosks, line ") != std::string::npos);
  }
}

TEST_CASE("known kiosks are kept in a file that is made with its folder") {
  TemporaryFolder folder;
  const auto file = folder / "office/known_kiosks";
  CHECK(KnownKiosks::read(file)->all().empty());
  KnownKiosks known;
  known.add({std::string(64, 'a'), 12, "Ganta"});
  REQUIRE(known.write(file).ok());
  CHECK(KnownKiosks::read(file)->all().size() == 1);
}

}  // namespace
}  // namespace kiosk::fleet
