// YAML as content uses it: mappings, lists and texts, each with its line. Every value is a text, so that 116, 0770 and
// `no` stay what was written. Anchors, aliases, tags and several documents in one file are refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/publish/problem.h"

namespace kiosk::publish {

struct YamlNode {
  enum class Kind { empty, text, list, mapping };

  struct Key {
    std::string text;
    int line = 0;
  };

  Kind kind = Kind::empty;
  int line = 0;
  std::string text;
  std::vector<Key> keys;  // of a mapping, one for each item
  std::vector<YamlNode> items;
};

// `first_line` is the line of `file` at which `text` begins. What is wrong is reported; nullopt when nothing
// could be read.
std::optional<YamlNode> parse_yaml(std::string_view text, const std::string& file, int first_line, Problems& problems);

}  // namespace kiosk::publish
