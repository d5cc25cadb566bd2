// A contact as a card made for a phone call, on every panel: what stands on its first page, and what it says where
// there is no number.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/tour_fixture.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using accessibility::Node;

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

void each_contact(const std::function<void(const std::string&, const test::NamedPanel&, const ui::Scene&)>& look) {
  for (const test::NamedPanel& named : test::panels())
    for (const char* tag : {"en", "ar"})
      test::tour().each(LanguageTag::of(tag), named.panel, {}, [&](const std::string& name, const ui::Scene& scene) {
        if (scene.tree.screen == "contact" && name.find("-page-") == std::string::npos)
          look(name + " in " + tag + " on " + named.name, named, scene);
      });
}

// All pages of a contact (none: of their list) of the small catalog after `change`, at a kiosk set up like this.
accessibility::Tree page_of(const std::string& contact, const std::function<void(test::MemoryCatalog&)>& change,
                            config::Config config = {}) {
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

TEST_CASE("a contact's first page has its name, its number in digits of 12 mm and, but on seven inches, both buttons") {
  int seen = 0;
  each_contact([&](const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
    const Node* number = scene.tree.find("number-0");
    if (where.find("-large-") != std::string::npos || where.find("-code-") != std::string::npos) return;
    auto contact = test::tour().catalog().contact(scene.tree.argument, LanguageTag::of("en"),
                                                  test::tour().catalog().pack().published);
    if (!contact.ok() || contact->numbers.empty()) return;
    ++seen;
    CHECK_MESSAGE(scene.tree.find("title"), where);
    REQUIRE_MESSAGE(number, where);
    CHECK_MESSAGE(tallest_digit(*number) >= 12 * named.panel.px_per_mm - 1, where);
    if (class_of(named.panel).is_compact()) return;
    for (const char* id : {"large-0", "code-0"}) CHECK_MESSAGE(scene.tree.find(id), where << ": " << id);
  });
  CHECK(seen > 100);
}

TEST_CASE("an enlarged number is whole on its first page, in the middle, as large as width and height allow") {
  int seen = 0;
  each_contact([&](const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
    const Node* number = scene.tree.find("number-large");
    if (!number) return;
    ++seen;
    const Rect& area = scene.tree.page_area;
    float left = area.right(), right = area.x;
    for (const accessibility::PhoneGlyph& glyph : number->phone->glyphs) {
      left = std::min(left, glyph.rect.x), right = std::max(right, glyph.rect.right());
      CHECK_MESSAGE(number->clip.contains(glyph.rect), where << " cuts a digit");
    }
    float mm = named.panel.px_per_mm, digit = tallest_digit(*number);
    CHECK_MESSAGE(std::abs((left + right) / 2 - (area.x + area.width / 2)) < 4 * mm, where);
    if (scene.tree.argument == "gbv-116" && std::string(named.name) == "21.5 inch")
      CHECK_MESSAGE(digit >= 40 * mm, where << ": " << digit / mm << " mm");
    if (!class_of(named.panel).is_compact())
      CHECK_MESSAGE((right - left > 0.55f * area.width || digit > 0.22f * area.height), where << ": " << digit / mm);
    CHECK_MESSAGE(scene.tree.find("smaller"), where);
  });
  CHECK(seen > 60);
}

TEST_CASE("a code is whole on its first page") {
  each_contact([&](const std::string& where, const test::NamedPanel& named, const ui::Scene& scene) {
    if (where.find("-code-") == std::string::npos) return;
    const Node* code = nullptr;
    for (const Node& node : scene.tree.nodes)
      if (node.role == accessibility::Role::code) code = &node;
    REQUIRE_MESSAGE(code, where);
    CHECK_MESSAGE(code->clip.contains(code->rect), where);
    CHECK_MESSAGE(code->rect.width >= 30 * named.panel.px_per_mm, where);
  });
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
    if (node.role == accessibility::Role::tile || node.id == "others") order.push_back(node.id);
  CHECK(order == std::vector<std::string>{"contact-line", "others", "contact-office"});
  CHECK(list.find("title")->name == "Help: All countries");
}
