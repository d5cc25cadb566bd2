// One page as blocks and spans: the parsed form that the builder checks, the screen draws and the voice speaks.
// Made from Markdown by markdown.h; a value, owned by whoever asked for it.
#pragma once

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
  heading,     // level 2 or 3
  paragraph,
  list_item,   // "- "
  step,        // "1. ": number says which
  check_item,  // "- [ ] "
  note,        // "> ": a paragraph that stands out
  image,       // media: path under media/; spans hold its description
  contact,     // contact: id; spans hold the words of the link
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;   // heading: 2 or 3; items: depth of nesting from 1
  int number = 0;  // step: 1, 2, 3 ...
  std::vector<Span> spans;
  std::string media;
  std::string contact;
  int line = 0;  // line of the Markdown text it began on, from 1

  std::string text() const {
    std::string all;
    for (const Span& span : spans) all += span.text;
    return all;
  }
};

struct Document {
  std::vector<Block> blocks;
};

}  // namespace kiosk::document
