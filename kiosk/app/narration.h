// What the voice says: the accessibility tree in words. The same tree that the keypad goes through and the tests read,
// so what is heard and what is seen cannot part. Functions of values; nothing is kept.
#pragma once

#include <functional>
#include <vector>

#include "kiosk/accessibility/tree.h"
#include "kiosk/catalog/model.h"
#include "kiosk/speech/utterance.h"
#include "kiosk/ui/words.h"

namespace kiosk::app {

// The interface's words in a language.
using WordsOf = std::function<const ui::Words&(const LanguageTag&)>;

// What the keypad and the exploring finger come to, in reading order: everything that has a name, pressed or only read
// (R2, R11).
std::vector<const accessibility::Node*> stops(const accessibility::Tree& tree);

// The topmost of them at a place on the screen; none: nullptr.
const accessibility::Node* stop_at(const accessibility::Tree& tree, float x, float y);

// A tile that had no room for a mark which speaks it (R77).
bool is_unmarked_tile(const accessibility::Tree& tree, const accessibility::Node& node);

// The page from its title to its end, without what stands round every page. Each utterance bears the id of its node.
std::vector<speech::Utterance> read_page(const accessibility::Tree& tree, const WordsOf& words);

// Of a page in two languages what stands in this one, and the numbers, which both have.
accessibility::Tree side_of(accessibility::Tree tree, const LanguageTag& language);

// The words of one thing, or its digits.
std::vector<speech::Utterance> read_node(const accessibility::Node& node, const WordsOf& words);

// The same with its role, its state, and which of how many it is (R12); that it cannot be pressed now (R13).
std::vector<speech::Utterance> describe(const accessibility::Tree& tree, const accessibility::Node& node,
                                        const WordsOf& words);

// Where the visitor is and what can be done here (R18).
std::vector<speech::Utterance> where_am_i(const accessibility::Tree& tree, const WordsOf& words);

// Words of the interface, in `language`.
speech::Utterance say(std::string words, const LanguageTag& language);

}  // namespace kiosk::app
