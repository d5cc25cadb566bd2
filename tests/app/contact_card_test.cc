// A contact as a card made for a phone call, on every panel: what stands on its first page, and what it says where
// there is no number.
#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/screens/no_catalog.h"
#include "tests/app/tour_fixture.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;

namespace {

ui::SizeClass class_of(const ui::Panel& panel) {
  return ui::size_class_of(static_cast<float>(panel.width) / panel.px_per_mm,
                           static_cast<float>(panel.height) / panel.px_per_mm);
}

float tallest_digit(const Node& number) {
  float tallest = 0;
  for (const accessibility::PhoneGlyph& glyph : number.phone->glyphs) tallest = std::max(tallest, glyph.rect.height);
  return tallest;
}

// The first page of every contact, of its large numbers and of its codes: on all panels, in all languages and the
// pseudo-language, whose words are longer than those of any real one.
void each_contact(const std::function<void(const std::string&, const test::NamedPanel&, const ui::Scene&)>& look) {
  for (const test::NamedPanel& named : test::panels()) {
    auto kiosk = test::tour().kiosk(named.panel);
    for (const LanguageTag& language : test::tour().languages()) {
      for (const app::Stop& stop : app::tour_stops(test::tour().catalog(), language)) {
        if (!stop.name.starts_with("contact-")) continue;
        app::go_to(*kiosk, stop);
        look(stop.name + " in " + language.str() + " on " + named.name, named, kiosk->draw(nullptr, 0));
      }
    }
  }
}

bool has_number(const std::string& contact) {
  auto found = test::tour().catalog().contact(contact, LanguageTag::of("en"), test::tour().catalog().pack().published);
  return found.ok() && !found->numbers.empty();
}

void check_card(const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
  const Node* number = scene.tree.find("number-0");
  CHECK_MESSAGE(scene.tree.find("title"), where);
  // Names of the pseudo-language that take three lines leave no room on seven inches.
  bool pseudo = scene.tree.language == LanguageTag::of("ar-XB"), compact = class_of(named.panel).is_compact();
  CHECK_MESSAGE((number || (pseudo && compact)), where);
  if (!number) return;
  CHECK_MESSAGE(number->clip.contains(number->rect), where << " cuts its number");
  CHECK_MESSAGE(tallest_digit(*number) >= 12 * named.panel.px_per_mm - 1, where);
  if (class_of(named.panel).is_compact()) return;
  for (const char* id : {"large-0", "code-0"}) CHECK_MESSAGE(scene.tree.find(id), where << ": " << id);
}

void check_large(const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
  const Node* number = scene.tree.find("number-large");
  REQUIRE_MESSAGE(number, where);
  Rect area = scene.tree.page_area;
  // On a low panel the way back may stand beside it.
  const Node* back = scene.tree.find("smaller");
  REQUIRE_MESSAGE(back, where);
  if (class_of(named.panel).is_compact() && area.contains(back->rect)) {
    if (back->rect.x < area.x + area.width / 2)
      area.x = back->rect.right(), area.width -= back->rect.width;
    else
      area.width = back->rect.x - area.x;
  }
  float left = area.right(), right = area.x;
  for (const accessibility::PhoneGlyph& glyph : number->phone->glyphs) {
    left = std::min(left, glyph.rect.x), right = std::max(right, glyph.rect.right());
    CHECK_MESSAGE(number->clip.contains(glyph.rect), where << " cuts a digit");
  }
  float mm = named.panel.px_per_mm, digit = tallest_digit(*number);
  CHECK_MESSAGE(std::abs((left + right) / 2 - (area.x + area.width / 2)) < 4 * mm, where);
  if (scene.tree.argument == "gbv-116" && std::string(named.name) == "21.5 inch")
    CHECK_MESSAGE(digit >= 40 * mm, where << ": " << digit / mm << " mm");
  // 85 % of the column between the margins, or a third of what the row at the foot leaves.
  bool wide = right - left >= 0.78f * area.width, high = digit >= 0.3f * (area.height - 34 * mm);
  CHECK_MESSAGE((wide || high), where << ": " << digit / mm << " mm, " << (right - left) / area.width);
  CHECK_MESSAGE(scene.tree.find("smaller"), where);
}

void check_code(const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
  const auto& nodes = scene.tree.nodes;
  auto code = std::find_if(nodes.begin(), nodes.end(), [](const Node& node) { return node.role == Role::code; });
  REQUIRE_MESSAGE(code != nodes.end(), where);
  CHECK_MESSAGE(code->clip.contains(code->rect), where);
  CHECK_MESSAGE(code->rect.width >= 30 * named.panel.px_per_mm, where);
}

// All pages of a contact (none: of their list) of the small catalog after `change`, at a kiosk set up like this.
accessibility::Tree page_of(const std::string& contact, const std::function<void(test::MemoryCatalog&)>& change,
                            config::Config config = {}, const char* language = "en") {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE(engine.ok());
  test::MemoryCatalog catalog = test::small_catalog();
  change(catalog);
  app::Kiosk::Parts parts;
  parts.engine = engine->get();
  parts.catalog = &catalog;
  parts.config = std::move(config);
  parts.panel = {1920, 1080, 1920 / 476.0f, 800};
  parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  app::Kiosk kiosk(std::move(parts), 0);
  app::Stop stop;
  screens::Place place;
  place.screen = contact.empty() ? screens::Screen::contacts : screens::Screen::contact;
  place.argument = contact;
  place.country = "";
  stop.session.history = {place};
  stop.session.settings.language = LanguageTag::of(language);
  app::go_to(kiosk, stop);
  accessibility::Tree all = kiosk.draw(nullptr, 0).tree;
  while (kiosk.scene().pages && kiosk.scene().pages->has_next()) {
    ++stop.session.here().page;
    app::go_to(kiosk, stop);
    const accessibility::Tree& next = kiosk.draw(nullptr, 0).tree;
    all.nodes.insert(all.nodes.end(), next.nodes.begin(), next.nodes.end());
  }
  return all;
}

}  // namespace

TEST_CASE(
    "on every panel a contact's first page has its name, its number in digits of 12 mm and, but on seven inches, both "
    "buttons; an enlarged number is whole, in the middle, and as large as width and height allow; a code is whole") {
  int cards = 0, large = 0, codes = 0;
  each_contact([&](const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
    if (where.find("-large-") != std::string::npos) {
      ++large;
      check_large(where, named, scene);
    } else if (where.find("-code-") != std::string::npos) {
      ++codes;
      check_code(where, named, scene);
    } else if (has_number(scene.tree.argument)) {
      ++cards;
      check_card(where, named, scene);
    }
  });
  CHECK(cards > 200);
  CHECK(large > 200);
  CHECK(codes == large);
}

TEST_CASE("without a desk a contact without a number shows who can be called instead; with one it says where to ask") {
  auto change = [](test::MemoryCatalog& catalog) {
    catalog.own_contacts[1].kind = catalog::ContactKind::hotline;
    catalog.own_contacts[1].country = "LR";
  };
  accessibility::Tree without = page_of("office", change);
  REQUIRE(without.find("ask"));
  CHECK(without.find("ask")->name == "No sure number is known.");
  REQUIRE(without.find("instead-contact-line"));
  CHECK(without.find("instead-contact-line")->can_act());
  config::Config config;
  config.desk.present = true;
  config.desk.direction = config::DeskDirection::left;
  CHECK(page_of("office", change, config).find("ask")->name ==
        "No sure number is known. Ask the people at the desk here. It is on your left.");
}

TEST_CASE("an office whose way is known, and a contact that has no number at all, do not send anyone to ask") {
  accessibility::Tree office = page_of("office", [](test::MemoryCatalog& catalog) {
    catalog.own_contacts[1].ask_staff = false;
    catalog.own_contacts[1].directions = "Behind the blue water tower.";
  });
  CHECK(office.find("ask") == nullptr);
  CHECK(office.find("fact-directions")->name == "Behind the blue water tower.");
  accessibility::Tree website = page_of("office", [](test::MemoryCatalog& catalog) {
    catalog.own_contacts[1].ask_staff = false;
    catalog.own_contacts[1].website = "https://example.org";
  });
  CHECK(website.find("ask") == nullptr);
}

TEST_CASE("what a contact costs belongs to the number, and what is unknown is said once") {
  accessibility::Tree line = page_of("line", [](test::MemoryCatalog&) {});
  CHECK(line.find("cost-0")->name == "Free");
  CHECK(line.find("cost-1")->name == "Cost not known");
  CHECK(line.find("fact-unknown")->name == "We do not know: which languages they speak.");
}

TEST_CASE("get help now: contacts with a number stand before those without, and each has its mark") {
  accessibility::Tree list = page_of(
      "", [](test::MemoryCatalog& catalog) { std::reverse(catalog.own_contacts.begin(), catalog.own_contacts.end()); });
  std::vector<std::string> order;
  for (const Node& node : list.nodes)
    if (node.role == Role::tile || node.id == "others") order.push_back(node.id);
  CHECK(order == std::vector<std::string>{"contact-line", "others", "contact-office"});
  CHECK(list.find("title")->name == "Help: All countries");
}

TEST_CASE("the program's own words for a page without content are those of the starter content") {
  std::vector<screens::BareWords> own = screens::bare_words(), content = screens::bare_words(test::tour().catalog());
  REQUIRE(content.size() >= own.size());
  for (size_t i = 0; i < own.size(); ++i) {
    CHECK(own[i].language == content[i].language);
    CHECK(own[i].title == content[i].title);
    CHECK(own[i].back_soon == content[i].back_soon);
  }
}

TEST_CASE("R87: what is dialled is the catalog's own field, and a number that is shown otherwise is found") {
  accessibility::Tree wrong =
      page_of("line", [](test::MemoryCatalog& catalog) { catalog.own_contacts[0].numbers[0].display = "117"; });
  CHECK(wrong.find("number-0")->phone->dial == "116");
  CHECK(wrong.find("number-0")->phone->as_drawn() != wrong.find("number-0")->phone->dial);
  accessibility::Tree national = page_of("line", [](test::MemoryCatalog&) {});
  CHECK(national.find("number-1")->phone->dial == "+231770800911");
  CHECK(national.find("number-1")->phone->as_drawn() == "0770800911");
  CHECK(national.find("number-abroad-1")->phone->as_drawn() == "+231770800911");
}

TEST_CASE("with a desk every card without a number says where it is and whether somebody is there now") {
  config::Config config;
  config.desk.present = true;
  config.desk.direction = config::DeskDirection::upstairs;
  for (const char* hours : {"Mo-Fr 08:00-17:00", "Sa 09:00-12:00"}) {  // it is Monday, ten o'clock
    config.desk.open = *OpeningHours::parse(hours);
    accessibility::Tree list = page_of(
        "", [](test::MemoryCatalog&) {}, config);
    std::string words;
    for (const accessibility::TextRun& run : list.find("contact-office")->text) words += run.text + " ";
    CHECK(words.find("Ask the people at the desk here. It is upstairs.") != std::string::npos);
    CHECK(words.find(hours[0] == 'M' ? "The desk is open now." : "The desk is closed now.") != std::string::npos);
    CHECK(list.find("contact-office")->icon == "stairs");
  }
}

TEST_CASE("R91: an arrow to the desk points the same way in every reading direction") {
  auto icon = [](const char* tag) {
    config::Config config;
    config.desk.present = true;
    config.desk.direction = config::DeskDirection::left;
    accessibility::Tree list = page_of(
        "", [](test::MemoryCatalog&) {}, config, tag);
    return list.find("contact-office")->icon;
  };
  CHECK(icon("en") == "arrow-left");
  CHECK(icon("ar") == "arrow-right");  // which is turned where reading is from the right
}
