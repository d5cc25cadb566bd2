// What must hold on every screen of the starter content beside what tour_test.cc reads off rectangles: what is heard,
// where one can leave, what a card says, what is asked.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "kiosk/accessibility/dump.h"
#include "kiosk/app/narration.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;

namespace {

const char* const kSpoken[] = {"en", "fr", "ar"};

const ui::Words& words(const LanguageTag& language) { return test::tour().words(language); }

void each_spoken(const std::function<void(const std::string& name, const ui::Scene&)>& look) {
  for (const char* tag : kSpoken) test::tour().each(LanguageTag::of(tag), test::panels()[1].panel, {}, look);
}

// A run of digits that is not `number` itself, which its name may well hold.
bool holds_another_number(const std::string& text, const std::string& number) {
  static const std::regex digits("[0-9]{2,}");
  for (std::sregex_iterator run(text.begin(), text.end(), digits), end; run != end; ++run)
    if (number.find(run->str()) == std::string::npos) return true;
  return false;
}

// How far two places lie apart; 0 where they touch.
float distance(const Rect& a, const Rect& b) {
  float across = std::max({0.0f, a.x - b.right(), b.x - a.right()}),
        down = std::max({0.0f, a.y - b.bottom(), b.y - a.bottom()});
  return std::max(across, down);
}

}  // namespace

TEST_CASE(
    "R2 R3 R14: whatever stands on a page has a name that is read out, in its own language, and nothing else is") {
  each_spoken([](const std::string& name, const ui::Scene& scene) {
    std::set<std::string> read;
    for (const speech::Utterance& one : app::read_page(scene.tree, words)) {
      const Node* node = scene.tree.find(one.id);
      REQUIRE_MESSAGE(node, name << " says what does not stand there: " << one.text);
      CHECK_MESSAGE(one.language == node->language, name << ": " << one.id << " is read in " << one.language.str());
      CHECK_MESSAGE(!one.text.empty(), name << ": nothing is said of " << one.id);
      read.insert(one.id);
    }
    for (const Node& node : scene.tree.nodes) {
      bool shown = !node.text.empty() || !node.icon.empty() || node.phone;
      CHECK_MESSAGE((!shown || !node.name.empty()), name << ": " << node.id << " is seen and has no name");
      bool on_the_page = node.region == accessibility::Region::page && !node.text.empty();
      bool only_on_demand = node.role == Role::key || node.role == Role::listen || node.role == Role::timer;
      CHECK_MESSAGE((!on_the_page || only_on_demand || read.contains(node.id)),
                    name << ": " << node.id << " is not read out");
    }
  });
}

TEST_CASE(
    "R46 R53: every screen, dialog and warning is left at once, and what stands there then is the first screen as "
    "ever") {
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  const std::string first = accessibility::dump_json(kiosk->draw(nullptr, 0).tree);
  size_t left = 0;
  for (const app::Stop& stop : app::tour_stops(test::tour().catalog(), LanguageTag::of("fr"))) {
    // Later each time, because the same hand does not press twice at once (R19), and when the same language greets and
    // the picture has wandered back to where it began (R48).
    const double seconds = 4320.0 * static_cast<double>(left + 1);
    kiosk->tick(seconds);
    app::go_to(*kiosk, stop);
    const Node* leave = kiosk->draw(nullptr, 0).tree.find("leave");
    if (stop.staff && stop.staff->page == screens::StaffPage::clean) continue;  // where no touch counts (R49)
    REQUIRE_MESSAGE(leave, stop.name);
    float x = leave->rect.x + leave->rect.width / 2, y = leave->rect.y + leave->rect.height / 2;
    ++left;
    kiosk->touch({app::TouchPhase::down, 0, x, y}, seconds);
    kiosk->draw(nullptr, 0);
    kiosk->touch({app::TouchPhase::up, 0, x, y}, seconds);
    const accessibility::Tree& after = kiosk->draw(nullptr, 0).tree;
    CHECK_MESSAGE(after.screen == "languages", stop.name);
    const std::string now = accessibility::dump_json(after);
    const auto differs = std::mismatch(now.begin(), now.end(), first.begin(), first.end()).first - now.begin();
    const bool as_ever = now == first;
    CHECK_MESSAGE(as_ever, stop.name << " differs at " << now.substr(static_cast<size_t>(differs), 80));
    CHECK_MESSAGE(!kiosk->in_use(), stop.name);
  }
  CHECK(left > 150);
}

TEST_CASE("R47: while nobody is there the first screen greets in every language in turn, ten seconds each at most") {
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  std::map<std::string, int> seconds;
  std::string before;
  int same = 0;
  for (int second = 0; second < 200; ++second) {
    kiosk->tick(second);
    const accessibility::Tree& tree = kiosk->draw(nullptr, 0).tree;
    CHECK(tree.screen == "languages");
    CHECK(tree.sensitivity == Sensitivity::green);
    std::string language = tree.find("title")->language.str();
    ++seconds[language];
    same = language == before ? same + 1 : 1;
    CHECK(same <= 10);
    before = language;
  }
  for (const LanguageTag& language : test::tour().languages())
    CHECK_MESSAGE(seconds[language.str()] > 0, language.str());
}

TEST_CASE("R55: the level of a page reaches the screen, in every language") {
  const catalog::Catalog& catalog = test::tour().catalog();
  std::set<std::string> levels;
  for (const LanguageTag& language : test::tour().languages()) {
    test::tour().each(language, test::panels()[1].panel, {}, [&](const std::string& name, const ui::Scene& scene) {
      if (scene.tree.screen != "topic") return;
      auto topic = catalog.topic(scene.tree.argument, language);
      REQUIRE(topic.ok());
      const bool same = scene.tree.sensitivity == topic->sensitivity;
      CHECK_MESSAGE(same, name << " in " << language.str());
      levels.insert(name_of(topic->sensitivity));
    });
  }
  CHECK(levels.size() == 3);
}

TEST_CASE(
    "R61: nothing can be typed but words to search for, the staff's PIN and behind it a publisher's key, and on the "
    "first day the kiosk's name and place") {
  const std::set<std::string> typed{"search",       "staff_pin",  "staff_owner",     "set_up_name",
                                    "set_up_place", "set_up_pin", "set_up_pin_again"};
  each_spoken([&](const std::string& name, const ui::Scene& scene) {
    bool may = typed.contains(scene.tree.screen);
    for (const Node& node : scene.tree.nodes) CHECK_MESSAGE((may || node.role != Role::key), name << ": " << node.id);
  });
}

TEST_CASE(
    "R71: the first screen and home say in each language that nothing is remembered, to be read and to be heard") {
  std::set<std::string> notes;
  for (const char* tag : kSpoken) {
    auto messages = test::tour().catalog().messages(LanguageTag::of(tag));
    const std::string note = words(LanguageTag::of(tag)).tr("This screen does not remember you.");
    CHECK(notes.insert(note).second);  // each in its own words
    test::tour().each(
        LanguageTag::of(tag), test::panels()[1].panel, {}, [&](const std::string& name, const ui::Scene& scene) {
          if (scene.tree.screen != "home") return;
          const Node* shown = scene.tree.find("privacy_note");
          REQUIRE_MESSAGE(shown, name);
          CHECK_MESSAGE(shown->name == note, name);
          auto read = app::read_page(scene.tree, words);
          CHECK_MESSAGE(std::any_of(read.begin(), read.end(), [&](const auto& one) { return one.text == note; }), name);
        });
  }
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  std::set<std::string> greeted;
  for (int second = 0; second < 200; second += 4) {
    kiosk->tick(second);
    greeted.insert(kiosk->draw(nullptr, 0).tree.find("privacy_note")->name);
  }
  for (const std::string& note : notes) CHECK_MESSAGE(greeted.contains(note), note);
}

TEST_CASE("R82: enlarged, a number stands alone in digits of at least 15 mm, and nothing near it looks like another") {
  int enlarged = 0;
  for (const test::NamedPanel& named : test::panels()) {
    for (const char* tag : kSpoken) {
      test::tour().each(LanguageTag::of(tag), named.panel, {}, [&](const std::string& name, const ui::Scene& scene) {
        const Node* number = scene.tree.find("number-large");
        if (!number) return;
        ++enlarged;
        const std::string where = name + " in " + tag + " on " + named.name;
        REQUIRE_MESSAGE(number->phone, where);
        float tallest = 0;
        for (const accessibility::PhoneGlyph& glyph : number->phone->glyphs)
          tallest = std::max(tallest, glyph.rect.height);
        CHECK_MESSAGE(tallest >= 15 * named.panel.px_per_mm - 1,
                      where << ": " << tallest / named.panel.px_per_mm << " mm");
        for (const Node& other : scene.tree.nodes) {
          if (other.id == number->id) continue;
          for (const accessibility::TextRun& run : other.text) {
            if (!holds_another_number(run.text, number->phone->dial)) continue;
            float apart = distance(run.rect, number->rect) / named.panel.px_per_mm;
            CHECK_MESSAGE(apart >= 20, where << ": \"" << run.text << "\" is " << apart << " mm away");
          }
        }
      });
    }
  }
  CHECK(enlarged > 150);
}

TEST_CASE(
    "R83: numbers are grouped by spaces and nothing else, the country's own form first, short codes as they are") {
  const catalog::Catalog& catalog = test::tour().catalog();
  const std::regex international(R"(\+[1-9][0-9]{0,2}( [0-9]+)+)"), national(R"([0-9]+( [0-9]+)*)"),
      short_code(R"([0-9*#]{2,6})");
  auto strip = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  int numbers = 0;
  for (const char* tag : kSpoken) {
    for (const catalog::Contact& contact : catalog.contacts(LanguageTag::of(tag), catalog.pack().published)) {
      for (const catalog::Number& number : contact.numbers) {
        ++numbers;
        bool short_one = std::regex_match(number.dial, short_code);
        bool well = short_one ? number.display == number.dial
                              : std::regex_match(number.display, number.dial[0] == '+' ? international : national);
        CHECK_MESSAGE(well, contact.id << ": " << number.display);
        CHECK_MESSAGE(strip(number.display) == number.dial, contact.id << ": " << number.display);
        if (!number.national.empty())
          CHECK_MESSAGE(std::regex_match(number.national, national), contact.id << ": " << number.national);
      }
    }
    test::tour().each(
        LanguageTag::of(tag), test::panels()[1].panel, {}, [&](const std::string& name, const ui::Scene& scene) {
          if (scene.tree.screen != "contact") return;
          auto contact = catalog.contact(scene.tree.argument, LanguageTag::of(tag), catalog.pack().published);
          REQUIRE(contact.ok());
          const Node* first = scene.tree.find("number-0");
          if (!first || contact->numbers.empty() || contact->numbers[0].national.empty()) return;
          if (contact->country == catalog.pack().country)
            CHECK_MESSAGE(first->phone->display == contact->numbers[0].national, name);
        });
  }
  CHECK(numbers > 30);
}

TEST_CASE(
    "R84: every card says what it is, what the call costs, when, in which languages, who answers and when it was "
    "checked") {
  std::map<std::string, std::set<std::string>> cards;  // by contact: the ids on all of its pages
  each_spoken([&](const std::string& name, const ui::Scene& scene) {
    if (scene.tree.screen != "contact" || name.find("-large-") != std::string::npos ||
        name.find("-code-") != std::string::npos)
      return;
    std::set<std::string>& ids = cards[scene.tree.language.str() + " " + scene.tree.argument];
    for (const Node& node : scene.tree.nodes)
      if (!node.name.empty()) ids.insert(node.id);
  });
  for (const auto& card : cards) {
    const std::string& name = card.first;
    const std::set<std::string>& ids = card.second;
    auto says = [&](const char* fact) {
      return ids.contains(fact + std::string("-0")) || ids.contains("fact-" + std::string(fact)) ||
             ids.contains("fact-unknown");
    };
    for (const char* id : {"title", "fact-answers", "verified"}) CHECK_MESSAGE(ids.contains(id), name << ": " << id);
    if (ids.contains("number-0")) CHECK_MESSAGE(says("cost"), name);
    for (const char* fact : {"hours", "languages"}) CHECK_MESSAGE(says(fact), name << ": " << fact);
  }
  CHECK(cards.size() > 60);
}
