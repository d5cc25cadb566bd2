// The first day of a kiosk, as whoever installs it meets it, and as a visitor does who comes first or later.
#include <doctest/doctest.h>

#include "kiosk/app/settings_watch.h"
#include "kiosk/config/install.h"
#include "kiosk/crypto/pin_hash.h"
#include "tests/app/touched_kiosk.h"

using namespace kiosk;
using namespace kiosk::app;
using accessibility::Node;

namespace {

constexpr const char* kPin = "271828";
constexpr const char* kKey = "01234 56789 01234 56789 01234 56789";

class FirstDay : public test::TouchedKiosk {
 public:
  explicit FirstDay(const config::Config& config = {}, const std::string& key = kKey, bool set_up = true) {
    Kiosk::Parts made = parts();
    made.config = config;
    if (set_up) {
      made.staff.set_up = SetUp::Parts{config, key, [this](const std::string& hash) {
                                         return config::read_config({}, settings()).config.pin == hash;
                                       }};
    }
    start(std::move(made));
  }

  std::string name_of(const std::string& id) const { return find(id) ? find(id)->name : "none"; }

  void taps(std::initializer_list<const char*> ids) {
    for (const char* id : ids) tap(id);
  }

  void come_to_pin() { taps({"set-up", "language-en", "upright", "next", "key-N", "key-o", "next", "next", "next"}); }

  void come_to_summary() {
    come_to_pin();
    REQUIRE(screen() == "set_up_pin");
    type_pin(kPin);
    type_pin(kPin);
    REQUIRE(screen() == "set_up_key");
    tap("same-key");
    REQUIRE(screen() == "set_up_summary");
  }

  std::filesystem::path settings() const { return machine / "kiosk.toml"; }
  // What kiosk-request-settings.toml.service does.
  Status machine_acts() {
    Status installed = config::install_settings(requests / "settings.toml", settings());
    std::filesystem::remove(requests / "settings.toml");
    return installed;
  }

  test::TemporaryFolder machine;
};

}  // namespace

TEST_CASE("the first day ends with settings that the machine takes, a new start, and no way back in") {
  FirstDay day;
  day.taps({"set-up", "language-en"});
  REQUIRE(day.screen() == "set_up_rotation");
  day.tap("upright");
  REQUIRE(day.screen() == "set_up_touch");
  for (int i = 0; i < screens::kTouchColumns * screens::kTouchRows; ++i) day.tap("field-" + std::to_string(i));
  CHECK(day.name_of("state") == "Every part of the screen answers.");
  day.taps({"next", "key-G", "key-a", "key-t", "key-e", "key-space", "key-digits", "key-2", "next"});
  REQUIRE(day.screen() == "set_up_place");
  day.taps({"key-H", "key-a", "key-l", "key-l", "next"});
  REQUIRE(day.screen() == "set_up_hours");
  day.taps({"hours-days", "day-5", "opens-later", "closes-earlier", "next"});
  REQUIRE(day.screen() == "set_up_pin");
  day.type_pin(kPin);
  REQUIRE(day.screen() == "set_up_pin_again");
  day.type_pin(kPin);
  REQUIRE(day.screen() == "set_up_key");
  CHECK(day.name_of("key-group-1") == "56789");
  day.tap("same-key");
  CHECK(day.name_of("name") == "Name of the kiosk: Gate 2");
  CHECK(day.name_of("place") == "Its place: Hall");
  CHECK_FALSE(day.asked("settings.toml"));
  day.tap("save");
  REQUIRE(day.screen() == "set_up_saving");
  Status installed = day.machine_acts();
  REQUIRE_MESSAGE(installed.ok(), installed.error().message);
  day.wait(1);
  CHECK(day.screen() == "set_up_saved");
  CHECK(day.asked("restart"));

  config::Config config = config::read_config({}, day.settings()).config;
  CHECK(config.name == "Gate 2");
  CHECK(config.place == "Hall");
  CHECK(config.language == LanguageTag::of("en"));
  CHECK(config.open->open_at(5, 600));
  CHECK_FALSE(config.open->open_at(5, 500));
  CHECK_FALSE(config.open->open_at(5, 1000));
  CHECK(crypto::pin_matches(kPin, config.pin));
  day.tap("leave");
  CHECK(day.screen() == "languages");
  CHECK_FALSE(day.find("set-up"));
}

TEST_CASE("only a kiosk that nobody has set up offers it, and only on the first screen") {
  FirstDay set_up({}, kKey, false), waiting;
  CHECK_FALSE(set_up.find("set-up"));
  CHECK(waiting.find("set-up"));
  waiting.taps({"language-en", "language"});
  REQUIRE(waiting.screen() == "languages");
  CHECK_FALSE(waiting.find("set-up"));
}

TEST_CASE(
    "a touch meant for a language meets it, whether a set-up is offered below or not, and no page is to be turned") {
  FirstDay set_up({}, kKey, false), waiting;
  for (const char* id : {"language-en", "language-ar"}) {
    const Rect &usual = set_up.find(id)->rect, &now = waiting.find(id)->rect;
    CHECK(now.x == usual.x);
    CHECK(now.y == usual.y);
    CHECK(now.contains({usual.x, usual.y, usual.width, usual.height / 2 + 1}));
  }
  CHECK_FALSE(waiting.find("page-next"));
}

TEST_CASE("a visitor who wanders into the set-up leaves it as any page, and has changed nothing") {
  FirstDay day;
  day.come_to_summary();
  day.tap("leave");
  CHECK(day.screen() == "languages");
  CHECK(day.kiosk->session() == fresh_session(day.catalog));
  CHECK_FALSE(day.kiosk->in_use());
  CHECK(std::filesystem::is_empty(day.requests.path()));
  CHECK(day.find("set-up"));
}

TEST_CASE("the set-up closes after five minutes without a touch, and keeps the answers but for the PIN") {
  FirstDay day;
  day.come_to_summary();
  day.wait(299);
  CHECK(day.screen() == "set_up_summary");
  day.wait(2);
  CHECK(day.screen() == "languages");
  day.taps({"set-up", "language-en", "upright", "next"});
  CHECK(day.name_of("name") == "No");
  day.taps({"next", "next", "next"});
  CHECK(day.screen() == "set_up_pin");
}

TEST_CASE("the questions are asked in the language that was chosen first") {
  FirstDay day;
  day.taps({"set-up", "language-ar"});
  CHECK(day.kiosk->scene().tree.language == LanguageTag::of("ar"));
  CHECK(day.find("next") == nullptr);
  day.taps({"back", "language-en"});
  CHECK(day.kiosk->scene().tree.language == LanguageTag::of("en"));
}

TEST_CASE("back leads through the questions one by one, and out at the first") {
  FirstDay day;
  day.come_to_pin();
  for (const char* screen : {"set_up_hours", "set_up_place", "set_up_name", "set_up_touch", "set_up_rotation",
                             "set_up_language", "languages"}) {
    day.tap("back");
    CHECK(day.screen() == screen);
  }
}

TEST_CASE("a turned picture turns back by itself after fifteen seconds, unless somebody says that it is right") {
  FirstDay day;
  day.taps({"set-up", "language-en", "turn"});
  CHECK(day.screen() == "set_up_turned");
  CHECK(day.kiosk->rotation() == 90);
  day.wait(13);
  CHECK(day.kiosk->rotation() == 90);
  day.wait(3);
  CHECK(day.screen() == "set_up_rotation");
  CHECK(day.kiosk->rotation() == 0);
  day.taps({"turn", "turn"});
  CHECK(day.kiosk->rotation() == 180);
  day.tap("upright");
  CHECK(day.screen() == "set_up_touch");
  day.wait(20);
  CHECK(day.kiosk->rotation() == 180);
  day.tap("leave");
  CHECK_MESSAGE(day.kiosk->rotation() == 0, "what was not saved does not hold");
}

TEST_CASE("R91: no key shows another character than it types: brackets are mirrored where one reads from the right") {
  FirstDay day;
  day.taps({"set-up", "language-ar", "upright", "next", "key-digits"});
  REQUIRE(day.find("key-1"));
  for (const Node& node : day.kiosk->scene().tree.nodes) {
    if (node.role == accessibility::Role::key)
      CHECK_MESSAGE(node.name.find_first_of("()[]{}<>") == std::string::npos, node.name);
  }
}

TEST_CASE("R15: a PIN is typed twice, is six digits or more, and stands nowhere in the tree") {
  FirstDay day;
  day.come_to_pin();
  day.type_pin("12345");
  CHECK(day.name_of("state") == "That is too short. Choose six digits or more.");
  day.type_pin(kPin);
  day.type_pin("271829");
  CHECK(day.screen() == "set_up_pin");
  CHECK(day.name_of("state") == "The two were not the same. Choose once more.");
  for (char digit : std::string("2718")) day.tap("digit-" + std::string(1, digit));
  CHECK(day.name_of("typed") == "Digits typed: 4");
  for (const Node& node : day.kiosk->scene().tree.nodes) {
    CHECK(node.name.find("2718") == std::string::npos);
    CHECK(node.value.empty());
    if (node.id.starts_with("digit-")) CHECK(node.spoken == "Key");
  }
}

TEST_CASE("a content key that differs from the paper ends the set-up: nothing can be saved") {
  FirstDay day;
  day.come_to_pin();
  day.type_pin(kPin);
  day.type_pin(kPin);
  day.tap("other-key");
  CHECK(day.screen() == "set_up_wrong_key");
  CHECK_FALSE(day.find("next"));
  CHECK_FALSE(day.find("save"));
  day.tap("back");
  CHECK(day.screen() == "set_up_key");
}

TEST_CASE("a kiosk without a content key says so and can be set up") {
  FirstDay day({}, "");
  day.come_to_pin();
  day.type_pin(kPin);
  day.type_pin(kPin);
  CHECK(day.name_of("words").find("trusts nobody yet") != std::string::npos);
  CHECK_FALSE(day.find("same-key"));
  day.tap("next");
  CHECK(day.screen() == "set_up_summary");
}

TEST_CASE("settings that the machine does not take are told so after half a minute, and can be tried again") {
  FirstDay day;
  day.come_to_summary();
  day.tap("save");
  day.tap("back");
  CHECK_MESSAGE(day.screen() == "set_up_saving", "what was asked for cannot be taken back");
  day.wait(31);
  CHECK(day.screen() == "set_up_refused");
  CHECK_FALSE(day.asked("restart"));
  day.taps({"again", "save"});
  REQUIRE(day.machine_acts().ok());
  day.wait(1);
  CHECK(day.screen() == "set_up_saved");
}

TEST_CASE("where the answers cannot be handed over it is said at once") {
  FirstDay day;
  day.come_to_summary();
  std::filesystem::create_directory(day.requests / "settings.toml");
  std::filesystem::create_directory(day.requests / "settings.toml" / "in-the-way");
  day.tap("save");
  CHECK(day.screen() == "set_up_refused");
}

TEST_CASE("what a stick has set is an answer already, and hours that the screen cannot show stay as they are") {
  config::Config config;
  config.name = "North";
  config.rotation = 180;
  config.open = *OpeningHours::parse("Mo-Fr 08:00-17:00; Sa 09:00-12:00");
  FirstDay day(config);
  kiosk::test::write_file(day.settings(),
                          "[hours]\nopen = \"Mo-Fr 08:00-17:00; Sa 09:00-12:00\"\n[panel]\nwidth_mm = 217\n");
  day.taps({"set-up", "language-en", "upright", "next"});
  CHECK(day.name_of("name") == "North");
  day.taps({"next", "next"});
  CHECK(*day.find("hours-kept")->state.selected);
  day.tap("next");
  day.type_pin(kPin);
  day.type_pin(kPin);
  day.taps({"same-key", "save"});
  REQUIRE(day.machine_acts().ok());
  config::Config saved = config::read_config({}, day.settings()).config;
  CHECK(saved.rotation == 180);
  CHECK(saved.width_mm == 217);
  CHECK(saved.open->open_at(5, 600));
  CHECK_FALSE(saved.open->open_at(5, 800));
}

TEST_CASE("a name is needed, is no longer than forty characters, and deleting takes a whole character") {
  FirstDay day;
  day.taps({"set-up", "language-en", "upright", "next"});
  CHECK_FALSE(day.find("next")->enabled);
  day.tap("key-space");
  CHECK_FALSE(day.find("next")->enabled);
  day.taps({"key-Ɛ", "key-ɔ", "key-erase"});
  CHECK(day.name_of("name") == "Ɛ");
  day.tap("key-erase");
  CHECK(day.name_of("name") == "What is this kiosk called?");
  CHECK_MESSAGE(day.find("key-A"), "an empty name begins with a capital");
  day.tap("key-capitals");
  for (int i = 0; i < 45; ++i) day.tap("key-a");
  CHECK(day.name_of("name") == std::string(40, 'a'));
}

TEST_CASE("days with no hours are no answer, and neither is a place needed") {
  FirstDay day;
  day.taps({"set-up", "language-en", "upright", "next", "key-N", "next", "next", "hours-days"});
  for (const char* open : {"day-0", "day-1", "day-2", "day-3", "day-4"}) day.tap(open);
  CHECK_FALSE(day.find("next")->enabled);
  day.tap("day-6");
  CHECK(day.find("next")->enabled);
}

TEST_CASE("other settings on the device are noticed once, whoever brought them") {
  test::TemporaryFolder folder;
  const auto settings = folder / "kiosk.toml";
  SettingsWatch watch(settings);
  CHECK_FALSE(watch.changed());
  test::write_file(settings, "[kiosk]\nname = \"North\"\n");
  CHECK(watch.changed());
  CHECK_FALSE(watch.changed());
  test::write_file(settings, "[kiosk]\nname = \"North\"\n");
  CHECK_FALSE(watch.changed());
  std::filesystem::remove(settings);
  CHECK_FALSE(watch.changed());
  CHECK_FALSE(SettingsWatch(settings).changed());
}
