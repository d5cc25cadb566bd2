// What the voice reads of a page, and in which words.
#include <algorithm>
#include <iterator>

#include "kiosk/app/voice.h"

namespace kiosk::app {

using accessibility::Node;
using accessibility::Region;
using accessibility::Role;
using accessibility::Tree;
using speech::Asked;
using speech::Utterance;

void Voice::listen(const Tree& tree) {
  // The controls of the voice take height from the page: it is laid out with them first, and then read.
  if (!mode_ && !std::exchange(controls_, true)) {
    due_ = Due::aloud;
    return refresh();
  }
  bool one_side = side_ && tree.screen == "beside";
  std::vector<Utterance> queue = page_from_here(one_side ? side_of(tree, *side_) : tree);
  // A page may hold words of the other side only: then this one goes on with the next page.
  if (one_side && queue.empty()) {
    page_ended_ = true;
    return;
  }
  if (controls_) explain_tiles(tree, queue);
  play(std::move(queue), tree.sensitivity, asked(Asked::by_visitor));
  reads_page_ = true;
}

// The head is the same on every page, and was said on the first.
std::vector<Utterance> Voice::page_from_here(const Tree& tree) {
  std::vector<Utterance> queue = read_page(tree, words_);
  if (std::exchange(reads_on_, false))
    std::erase_if(queue, [](const Utterance& one) { return one.id == "title" || one.id == "where"; });
  return queue;
}

// That a touch speaks first, before the first tile that does.
void Voice::explain_tiles(const Tree& tree, std::vector<Utterance>& queue) const {
  auto first = std::find_if(queue.begin(), queue.end(), [&](const Utterance& one) {
    const Node* node = tree.find(one.id);
    return node && speaks_first(tree, *node);
  });
  if (first == queue.end()) return;
  queue.insert(first,
               say(words_(tree.language).tr("Touch a picture to hear it. Touch it again to open it."), tree.language));
}

bool Voice::speaks_first(const Tree& tree, const Node& node) const {
  if (!by_ear_) return is_unmarked_tile(tree, node);
  return node.can_act() && (node.role == Role::tile || (node.role == Role::choice && tree.screen == "languages"));
}

// A card speaks by itself, because its visitor asked for the walk.
void Voice::read_card(const Tree& tree) {
  play(page_from_here(tree), tree.sensitivity, asked(mode_ ? Asked::automatically : Asked::by_visitor));
  reads_page_ = true;
}

bool Voice::hear_first(const Tree& tree, const std::string& id) {
  const Node* tile = tree.find(id);
  if (!(controls_ || by_ear_) || !seen_.notice.empty() || !tile || !speaks_first(tree, *tile)) return false;
  if (std::exchange(heard_tile_, id) == id) return false;
  steer(ui::ListenTo{id}, tree);
  return true;
}

std::vector<Utterance> Voice::welcome(const Tree& tree) const {
  std::vector<Utterance> all;
  auto how = [&](const LanguageTag& language) {
    const ui::Words& words = words_(language);
    if (started_ == SpeechStart::keypad) {
      all.push_back(say(words.tr("The arrow keys go from one thing to the next. The select key chooses."), language));
    }
    all.push_back(say(words.tr("Touch something to hear what it is. Tap it twice to choose it."), language));
  };
  if (tree.screen != "languages") {
    all.push_back(say(words_(tree.language).tr("You can hear this screen."), tree.language));
    how(tree.language);
    return all;
  }
  // It is not known yet which language the visitor understands: each welcomes in its own.
  for (const Node& node : tree.nodes) {
    if (node.role != Role::choice) continue;
    all.push_back(say(words_(node.language).tr("Welcome. Choose your language."), node.language));
    how(node.language);
  }
  return all;
}

std::vector<Utterance> Voice::changed_status(const Tree& tree) {
  std::vector<std::pair<std::string, std::string>> now;
  std::vector<Utterance> changed;
  for (const Node& node : tree.nodes) {
    if (node.role != Role::status || node.region != Region::page) continue;
    now.push_back({node.id, node.name});
    bool known = std::find(status_.begin(), status_.end(), now.back()) != status_.end();
    if (known || status_.empty()) continue;
    for (Utterance& utterance : read_node(node, words_)) changed.push_back(std::move(utterance));
  }
  status_ = std::move(now);
  return changed;
}

}  // namespace kiosk::app
