// One page as blocks and spans: the parsed form that the builder checks, the screen draws and the voice speaks.
// Made from Markdown by markdown.h; a value, owned by the caller.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::document {

enum class Emphasis { none, strong, emphasis };

struct Span {
  std::string text;  // UTF-8, no line breaks
  Emphasis emphasis = Emphasis::none;
  std::string topic;  // slug of the topic it links to; empty: no link
};

enum class BlockKind {
  heading,  // level 2 or 3
  paragraph,
  list_item,    // "- "
  step,         // "1. ": number says which
  check_item,   // "- [ ] "
  explanation,  // "- " under a check item: what a tick there means
  note,         // "> ": a paragraph set apart
  result,       // "> [2] ": a note for those who ticked so many boxes of the page; from: how many
  image,        // media: path under media/; spans hold its description
  contact,      // contact: id; spans hold the words of the link
};

// As `from` of a result: every box is ticked.
inline constexpr int kAllTicks = std::numeric_limits<int>::max();

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;   // heading: 2 or 3; items: depth of nesting from 1
  int number = 0;  // step: 1, 2, 3 ...
  int from = 0;    // result: holds from so many ticks on, until the next result
  std::vector<Span> spans;
  std::string media;
  std::string contact;
  std::string picture;        // name of the drawing before the words; empty: none
  std::string picture_words;  // what this page says it shows; empty: what it shows everywhere
  int line = 0;               // line of the Markdown text it began on, from 1

  std::string text() const {
    std::string all;
    for (const Span& span : spans) all += span.text;
    return all;
  }
};

struct Document {
  std::vector<Block> blocks;

  int boxes() const {
    int count = 0;
    for (const Block& block : blocks) count += block.kind == BlockKind::check_item;
    return count;
  }

  // The `from` of the results that hold for so many ticks; none when no result does.
  std::optional<int> result_for(int ticks) const {
    std::optional<int> holds;
    bool all = ticks == boxes();
    for (const Block& block : blocks) {
      if (block.kind != BlockKind::result || (block.from > ticks && !(all && block.from == kAllTicks))) continue;
      if (!holds || block.from > *holds) holds = block.from;
    }
    return holds;
  }
};

}  // namespace kiosk::document
