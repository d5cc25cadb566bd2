// Takes the values out of one YAML mapping by name, and complains in an editor's words about what is missing, of the
// wrong form, or unknown. Borrows the node and the problems; lives while one file is read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/publish/problem.h"
#include "kiosk/publish/yaml.h"

namespace kiosk::publish {

// A value and the line it stands on.
struct Text {
  std::string text;
  int line = 0;

  bool empty() const { return text.empty(); }
};

using TextByLanguage = std::map<LanguageTag, Text>;

class Fields {
 public:
  // `what` names the thing in messages: "a contact", "a section".
  Fields(const YamlNode& node, std::string file, std::string what, Problems& problems);

  int line() const { return node_.line; }
  const std::string& file() const { return file_; }

  // Present and not empty.
  bool has(std::string_view key);
  // Present, be it empty.
  bool written(std::string_view key);
  bool is_text(std::string_view key);
  int line_of(std::string_view key) const;

  // The values; empty when absent. A list where a text must stand, or the reverse, is reported.
  Text text(std::string_view key);
  std::vector<Text> texts(std::string_view key);
  std::optional<Date> date(std::string_view key);
  std::optional<long> number(std::string_view key, long smallest, long largest);
  TextByLanguage by_language(std::string_view key);
  std::map<LanguageTag, std::vector<std::string>> lists_by_language(std::string_view key);
  const YamlNode* mapping(std::string_view key);
  std::vector<const YamlNode*> mappings(std::string_view key);
  // One of `choices`; anything else is reported with the list of them.
  template <class Value>
  std::optional<Value> choice(std::string_view key, const std::vector<std::pair<std::string_view, Value>>& choices) {
    Text chosen = text(key);
    if (chosen.empty()) return std::nullopt;
    std::vector<std::string_view> names;
    for (const auto& [name, value] : choices) {
      if (name == chosen.text) return value;
      names.push_back(name);
    }
    report_choice(key, chosen, names);
    return std::nullopt;
  }
  void check_choice(std::string_view key, const Text& chosen, const std::vector<std::string_view>& names);

  // Reports a missing key with what it is for.
  void missing(std::string_view key, const std::string& remedy);

  // Reports every key that nobody asked for. Call it last.
  void finish();

 private:
  bool report_forgotten_colon(const YamlNode::Key& key);
  const YamlNode* find(std::string_view key);
  void wrong_form(std::string_view key, const YamlNode& node, const std::string& expected);
  void report_choice(std::string_view key, const Text& chosen, const std::vector<std::string_view>& names);

  const YamlNode& node_;
  std::string file_;
  std::string what_;
  Problems& problems_;
  std::vector<std::string_view> asked_;
};

}  // namespace kiosk::publish
