// No dead ends: from every page of the starter content help is two taps away, and the ways that matter most are as
// short as they can be.
#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>

#include "kiosk/app/script.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using screens::Screen;

namespace {

// What a place leads to. Turning its pages is no tap.
struct Spot {
  bool live = false;  // a number that can be dialled or a named place can be read there
  std::set<std::string> next;
};

std::string key_of(const screens::Place& place) {
  return std::string(screens::name_of(place.screen)) + "/" + place.argument + "/" + place.filter + "/" + place.country;
}

bool shows_help(const ui::Scene& scene, const catalog::Catalog& catalog, const LanguageTag& language) {
  for (const Node& node : scene.tree.nodes) {
    if (node.phone && !node.phone->as_drawn().empty()) return true;
    if (node.id == "fact-address" || node.id == "fact-directions") return true;
    size_t card = node.id.find("contact-");
    if (node.role != Role::tile || card == std::string::npos) continue;
    auto contact = catalog.contact(node.id.substr(card + 8), language, catalog.pack().published);
    if (!contact.ok() || contact->ask_staff || contact->address.empty()) continue;
    for (const accessibility::TextRun& run : node.text)
      if (run.text == contact->address) return true;
  }
  return false;
}

class Ways {
 public:
  explicit Ways(const LanguageTag& language)
      : language_(language), catalog_(test::tour().catalog()), kiosk_(test::tour().kiosk(test::panels()[1].panel)) {}

  app::Session at(Screen screen, const std::string& argument) const {
    return test::session_on(language_, screen, argument);
  }

  // Taps until help can be read, without the way over home, which leads there from everywhere; 9: more than that.
  int taps_from(const app::Session& start) {
    std::set<std::string> open{key_of(look(start))};
    std::set<std::string> seen = open;
    for (int taps = 0; taps < 9; ++taps) {
      std::set<std::string> further;
      for (const std::string& key : open) {
        if (spots_.at(key).live) return taps;
        for (const std::string& next : spots_.at(key).next)
          if (seen.insert(next).second) further.insert(key_of(look(reached_.at(next))));
      }
      open = std::move(further);
    }
    return 9;
  }

 private:
  // Draws all pages of a place, once.
  const screens::Place& look(const app::Session& session) {
    const screens::Place& place = reached_.emplace(key_of(session.here()), session).first->second.here();
    if (spots_.contains(key_of(place))) return place;
    Spot& spot = spots_[key_of(place)];
    app::Session here = session;
    for (int page = 0, count = 1; page < count; ++page) {
      here.here().page = page;
      kiosk_->set_session(here);
      const ui::Scene& scene = kiosk_->draw(nullptr, 0);
      count = scene.pages ? scene.pages->count : 1;
      spot.live = spot.live || shows_help(scene, catalog_, language_);
      for (const auto& [id, action] : scene.actions) {
        if (!ui::is_any<ui::OpenTopic, ui::OpenContact, ui::OpenSection>(action)) continue;
        app::Session next = here;
        app::apply(next, action, catalog_);
        spot.next.insert(key_of(next.here()));
        reached_.emplace(key_of(next.here()), next);
      }
    }
    return place;
  }

  LanguageTag language_;
  const catalog::Catalog& catalog_;
  std::unique_ptr<app::Kiosk> kiosk_;
  std::map<std::string, Spot> spots_;
  std::map<std::string, app::Session> reached_;
};

struct Flow {
  const char* name;
  std::optional<Position> position;
  size_t most_taps;
  std::vector<std::string> taps;
  const char* arrived;  // the screen, with its argument
  std::function<bool(const accessibility::Tree&)> found;
};

bool shows_number(const accessibility::Tree& tree, const std::string& digits) {
  for (const Node& node : tree.nodes)
    if (node.phone && node.phone->as_drawn() == digits && node.clip.contains(node.rect)) return true;
  return false;
}

bool shows_text(const accessibility::Tree& tree) { return tree.find("block-0") != nullptr; }

// The position of a kiosk in the capital of Bong, where a passport office is.
constexpr Position kGbarnga{6.9963, -9.4709};

const std::vector<Flow>& flows() {
  static const std::vector<Flow> all{
      {"Arabic, trafficked woman, number",
       std::nullopt,
       2,
       {"language-ar", "section-help"},
       "contacts",
       [](const accessibility::Tree& tree) { return shows_number(tree, "116"); }},
      {"French, wants to go home",
       std::nullopt,
       3,
       {"language-fr", "section-return", "topic-return-what-it-is"},
       "topic return-what-it-is",
       shows_text},
      {"job offer from Oman",
       std::nullopt,
       3,
       {"language-en", "section-work", "topic-is-this-offer-honest"},
       "topic is-this-offer-honest",
       shows_text},
      {"nearest passport office",
       kGbarnga,
       2,
       {"language-en", "near-here"},
       "near_here",
       [](const accessibility::Tree& tree) {
         const Node* card = tree.find("contact-passport-gbarnga");
         return card && card->clip.contains(card->rect) && card->spoken.find("on foot") != std::string::npos;
       }},
  };
  return all;
}

// Where a list takes more than one page a finger wipes to the next: no tap.
void play(const Flow& flow, app::Kiosk& kiosk, const ui::Panel& panel) {
  auto step = [&](const std::string& line) {
    auto draw = [&] { kiosk.draw(nullptr, 0); };
    Status played = app::play_script(line, kiosk, 0, {draw, [](const std::string&) -> Status { return {}; }});
    REQUIRE_MESSAGE(played.ok(), played.error().message);
  };
  std::string y = std::to_string(panel.height / 2), from = std::to_string(panel.width * 9 / 10),
              to = std::to_string(panel.width * 4 / 10);
  kiosk.draw(nullptr, 0);
  for (const std::string& id : flow.taps) {
    while (!kiosk.scene().tree.find(id) && kiosk.scene().pages && kiosk.scene().pages->has_next())
      step("drag " + from + " " + y + " " + to + " " + y + " 0.2");
    step("tap " + id);
  }
  step(std::string("expect ") + flow.arrived);
}

}  // namespace

TEST_CASE("from every topic, section and contact, in every language, a number or a named place is two taps away") {
  const catalog::Catalog& catalog = test::tour().catalog();
  for (const char* tag : {"en", "fr", "ar"}) {
    LanguageTag language = LanguageTag::of(tag);
    Ways ways(language);
    int begun = 0;
    auto check = [&](Screen screen, const std::string& id) {
      int taps = ways.taps_from(ways.at(screen, id));
      CHECK_MESSAGE(taps <= 2, std::string(screens::name_of(screen)) << " " << id << " in " << tag << ": " << taps);
      ++begun;
    };
    for (const catalog::Section& section : catalog.sections(language)) {
      if (section.screen.empty()) check(Screen::section, section.id);
      for (const catalog::TopicSummary& topic : catalog.topics(section.id, language)) check(Screen::topic, topic.id);
    }
    for (const catalog::TopicSummary& story : catalog.news(language)) check(Screen::topic, story.id);
    for (const catalog::Contact& contact : catalog.contacts(language, catalog.pack().published))
      check(Screen::contact, contact.id);
    CHECK(begun > 110);
  }
}

TEST_CASE("without a desk no page sends anybody to one") {
  const catalog::Catalog& catalog = test::tour().catalog();
  for (const char* tag : {"en", "fr", "ar"}) {
    const ui::Words words(catalog.messages(LanguageTag::of(tag)));
    const std::string ask = words.tr("Ask the people at the desk here.");
    int cards = 0;
    test::tour().each(LanguageTag::of(tag), test::panels()[3].panel, {},
                      [&](const std::string& name, const ui::Scene& scene) {
                        for (const Node& node : scene.tree.nodes) {
                          cards += node.role == Role::tile && node.id.find("contact-") != std::string::npos;
                          CHECK_MESSAGE(node.name.find(ask) == std::string::npos, name << ": " << node.id);
                          for (const accessibility::TextRun& run : node.text)
                            CHECK_MESSAGE(run.text.find(ask) == std::string::npos, name << ": " << node.id);
                        }
                      });
    CHECK(cards > 100);
  }
}

TEST_CASE("the four ways that matter most take no more taps than they may, on seven inches and on ten") {
  for (size_t panel : {size_t{0}, size_t{1}}) {
    for (const Flow& flow : flows()) {
      CAPTURE(std::string(flow.name));
      CAPTURE(panel);
      auto kiosk = test::tour().kiosk(test::panels()[panel].panel, flow.position);
      play(flow, *kiosk, test::panels()[panel].panel);
      CHECK(flow.taps.size() <= flow.most_taps);
      CHECK(flow.found(kiosk->scene().tree));
    }
  }
}
