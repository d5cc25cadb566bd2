// What is said of every screen of the starter content, held against what stands there. No sound is made: these are the
// words that the voice is given.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/app/narration.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Region;
using accessibility::Role;
using accessibility::TextRun;
using accessibility::Tree;

namespace {

constexpr const char* kLanguages[] = {"en", "fr", "ar"};

const ui::Words& words_of(const LanguageTag& language) { return test::tour().words(language); }

std::string tr(const Tree& tree, const char* original) { return words_of(tree.language).tr(original); }

void each_screen(const std::function<void(const std::string& name, const Tree& tree)>& look) {
  for (const char* tag : kLanguages) {
    test::tour().each(
        LanguageTag::of(tag), test::panels()[1].panel, {},
        [&](const std::string& name, const ui::Scene& scene) { look(std::string(tag) + " " + name, scene.tree); });
  }
}

std::string joined(const std::vector<speech::Utterance>& said) {
  std::string all;
  for (const speech::Utterance& one : said) all += one.text + "\n";
  return all;
}

bool is_a_language(const Tree& tree, const Node& node) {
  return (tree.screen == "languages" || tree.screen == "set_up_language") && node.role == Role::choice;
}

// The first screen's tiles speak to those who know no other language, and proper names stay in theirs.
bool speaks_its_own_language(const Tree& tree, const Node& node) {
  return node.language != tree.language || is_a_language(tree, node);
}

}  // namespace

TEST_CASE("R2 R12: everything that shows words or a picture on any screen is said, by the name that stands there") {
  size_t things = 0;
  each_screen([&](const std::string& where, const Tree& tree) {
    std::set<const Node*> reached;
    for (const Node* node : app::stops(tree)) reached.insert(node);
    for (const Node& node : tree.nodes) {
      bool shown = !node.text.empty() || !node.icon.empty();
      if (!shown || node.role == Role::listen) continue;
      CHECK_MESSAGE(reached.contains(&node), where << ": nobody comes to " << node.id);
      std::string said = joined(app::describe(tree, node, words_of));
      bool secret = node.id.starts_with("digit-") && tree.screen.find("_pin") != std::string::npos;  // R15
      bool in_full = node.spoken.empty() || node.phone;
      if (!secret && in_full)
        CHECK_MESSAGE(said.find(node.phone ? node.phone->display : node.name) != std::string::npos,
                      where << ": " << node.id << " says " << said);
      CHECK_MESSAGE(said.size() > 1, where << ": " << node.id);
      ++things;
    }
  });
  CHECK(things > 10000);
}

TEST_CASE("R3: everything is said in the language in which it stands on the screen") {
  each_screen([](const std::string& where, const Tree& tree) {
    for (const Node* node : app::stops(tree)) {
      std::vector<speech::Utterance> said = app::describe(tree, *node, words_of);
      bool own = speaks_its_own_language(tree, *node);
      for (const speech::Utterance& one : said) {
        bool of_the_node = one.id == node->id;
        CHECK_MESSAGE((one.language == node->language || (own && !of_the_node && one.language == tree.language)),
                      where << ": " << node->id << " says \"" << one.text << "\" in " << one.language.str());
      }
      for (const TextRun& run : node->text) CHECK_MESSAGE(run.language == node->language, where << ": " << run.text);
    }
  });
}

TEST_CASE(
    "R12 R13: a state is said with its name, which of how many it is counts its like, and what cannot be pressed says "
    "so") {
  std::set<std::string> states;
  int unavailable = 0, positions = 0;
  each_screen([&](const std::string& where, const Tree& tree) {
    for (const Node* node : app::stops(tree)) {
      if (is_a_language(tree, *node)) continue;  // in its own words: the test of R74
      std::string said = joined(app::describe(tree, *node, words_of));
      auto says = [&](const char* state) {
        CHECK_MESSAGE(said.find(tr(tree, state)) != std::string::npos, where << ": " << node->id << " says " << said);
        states.insert(state);
      };
      if (!node->enabled) {
        says("Not available now.");
        CHECK_MESSAGE(said.find(node->name) != std::string::npos, where << ": " << node->id);
        ++unavailable;
        continue;
      }
      if (node->state.checked) says(*node->state.checked ? "Ticked." : "Not ticked.");
      if (node->state.selected) says(*node->state.selected ? "Chosen." : "Not chosen.");
      if (node->state.pressed) says(*node->state.pressed ? "On." : "Off.");
      if (node->actions.empty() || node->role == Role::key) continue;
      std::vector<const Node*> like;
      for (const Node& other : tree.nodes) {
        if (!other.actions.empty() && other.role == node->role && other.region == node->region) like.push_back(&other);
      }
      if (like.size() < 2) continue;
      auto at = std::find(like.begin(), like.end(), node) - like.begin() + 1;
      std::string position = ui::fill(tr(tree, "{1} of {2}."), {std::to_string(at), std::to_string(like.size())});
      CHECK_MESSAGE(said.find(position) != std::string::npos, where << ": " << node->id << " says " << said);
      ++positions;
    }
  });
  CHECK(unavailable > 10);  // what leads nowhere is not there: few things stand there and cannot be pressed
  CHECK(positions > 2000);
  CHECK(states.size() >= 5);
}

TEST_CASE("R14: whatever a page says stands on it, in the same words or as its picture") {
  each_screen([](const std::string& where, const Tree& tree) {
    for (const speech::Utterance& one : app::read_page(tree, words_of)) {
      const Node* node = tree.find(one.id);
      REQUIRE_MESSAGE(node, where << ": \"" << one.text << "\" belongs to nothing");
      if (node->phone) {
        CHECK_MESSAGE(node->phone->as_drawn().find_first_of("0123456789") != std::string::npos,
                      where << ": " << node->id);
        continue;
      }
      // A picture's name, a state shown as circles: what the ear gets for what the eye sees.
      if (node->text.empty() || node->role == Role::image) continue;
      std::string shown;
      for (const TextRun& run : node->text) shown += run.text + " ";
      CHECK_MESSAGE(shown.find(node->name) != std::string::npos, where << ": " << node->id << " shows " << shown);
    }
  });
}
