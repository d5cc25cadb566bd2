#include "kiosk/app/narration.h"

#include <algorithm>

namespace kiosk::app {
namespace {

using accessibility::Node;
using accessibility::Region;
using accessibility::Role;
using accessibility::Tree;
using speech::Kind;
using speech::Utterance;

bool is_pressed(const Node& node) { return !node.actions.empty(); }

// Which language speaks of the interface: a language's own tile is found by those who know no other.
const LanguageTag& interface_language(const Tree& tree, const Node& node) {
  return tree.screen == "languages" && node.role == Role::choice ? node.language : tree.language;
}

std::string role_in_words(const Node& node, const ui::Words& words) {
  switch (node.role) {
    case Role::button:
    case Role::leave: return words.tr("Button.");
    case Role::tile: return words.tr("Opens a page.");
    case Role::link: return words.tr("Link.");
    case Role::heading: return words.tr("Heading.");
    case Role::code: return words.tr("Picture.");
    case Role::image: return words.tr("Picture.");
    default: return "";
  }
}

std::string state_in_words(const Node& node, const ui::Words& words) {
  if (!node.enabled) return words.tr("Not available now.");
  if (node.state.checked) return *node.state.checked ? words.tr("Ticked.") : words.tr("Not ticked.");
  if (node.state.selected) return *node.state.selected ? words.tr("Chosen.") : words.tr("Not chosen.");
  if (node.state.pressed) return *node.state.pressed ? words.tr("On.") : words.tr("Off.");
  return "";
}

// Among those of the same kind in the same part of the screen.
std::string position_in_words(const Tree& tree, const Node& node, const ui::Words& words) {
  if (!is_pressed(node) || node.role == Role::key) return "";
  int position = 0, count = 0;
  for (const Node& other : tree.nodes) {
    if (!is_pressed(other) || other.role != node.role || other.region != node.region) continue;
    ++count;
    if (other.id == node.id) position = count;
  }
  return count < 2 ? "" : ui::fill(words.tr("{1} of {2}."), {std::to_string(position), std::to_string(count)});
}

void add(std::string& sentence, const std::string& more) {
  if (more.empty()) return;
  if (!sentence.empty()) sentence += ' ';
  sentence += more;
}

}  // namespace

std::vector<const Node*> stops(const Tree& tree) {
  std::vector<const Node*> found;
  for (const Node& node : tree.nodes) {
    // In speech mode everything speaks: what only speaks would stand in the way.
    if (!node.name.empty() && node.role != Role::listen) found.push_back(&node);
  }
  return found;
}

const Node* stop_at(const Tree& tree, float x, float y) {
  for (auto node = tree.nodes.rbegin(); node != tree.nodes.rend(); ++node) {
    if (!node->name.empty() && node->role != Role::listen && !node->hidden && node->clip.contains(x, y) &&
        node->rect.contains(x, y))
      return &*node;
  }
  return nullptr;
}

bool is_unmarked_tile(const Tree& tree, const Node& node) {
  return node.role == Role::tile && node.can_act() && !tree.find("listen-" + node.id);
}

Utterance say(std::string words, const LanguageTag& language) {
  Utterance utterance;
  utterance.text = std::move(words);
  utterance.language = language;
  return utterance;
}

std::vector<Utterance> read_node(const Node& node, const WordsOf& words) {
  Utterance utterance;
  utterance.id = node.id;
  utterance.language = node.language;
  if (node.phone) {
    const ui::Words& own = words(node.language);
    utterance.kind = Kind::number;
    utterance.text = node.phone->display;
    utterance.plus = own.tr("plus");
    utterance.star = own.tr("star");
    utterance.hash = own.tr("hash");
  } else {
    utterance.text = node.spoken.empty() ? node.name : node.spoken;
  }
  return {std::move(utterance)};
}

std::vector<Utterance> read_page(const Tree& tree, const WordsOf& words) {
  std::vector<Utterance> all;
  for (const Node& node : tree.nodes) {
    // A drawing says what the words beside it say.
    bool drawing = node.role == Role::image && !node.icon.empty();
    if (node.region != Region::page || node.name.empty() || node.role == Role::key || node.role == Role::listen ||
        node.role == Role::timer || drawing) {
      continue;
    }
    for (Utterance& utterance : read_node(node, words)) all.push_back(std::move(utterance));
  }
  return all;
}

Tree side_of(Tree tree, const LanguageTag& language) {
  for (Node& node : tree.nodes)
    if (node.phone) node.language = language;
  std::erase_if(tree.nodes, [&](const Node& node) { return node.language != language; });
  return tree;
}

std::vector<Utterance> describe(const Tree& tree, const Node& node, const WordsOf& words) {
  const LanguageTag& language = interface_language(tree, node);
  const ui::Words& own = words(language);
  std::vector<Utterance> all;
  if (node.phone) all.push_back(say(own.tr("Phone number."), language));
  for (Utterance& utterance : read_node(node, words)) all.push_back(std::move(utterance));
  std::string facts;
  add(facts, role_in_words(node, own));
  add(facts, state_in_words(node, own));
  add(facts, position_in_words(tree, node, own));
  if (!facts.empty()) all.push_back(say(std::move(facts), language));
  return all;
}

std::vector<Utterance> where_am_i(const Tree& tree, const WordsOf& words) {
  const ui::Words& own = words(tree.language);
  std::vector<Utterance> all;
  const Node* title = tree.find("title");
  all.push_back(say(title ? own.tr("You are here:") : own.tr("You are on the first page."), tree.language));
  if (title) {
    for (Utterance& utterance : read_node(*title, words)) all.push_back(std::move(utterance));
  }
  auto count = std::count_if(tree.nodes.begin(), tree.nodes.end(),
                             [](const Node& node) { return node.region == Region::page && node.can_act(); });
  all.push_back(say(ui::fill(own.tr("Things to choose on this page: {1}."), {std::to_string(count)}), tree.language));
  all.push_back(say(own.tr("\"Back\" goes one page back, \"Home\" to the first choice. Pressing one of them three "
                           "times leaves at once."),
                    tree.language));
  return all;
}

}  // namespace kiosk::app
