#include "kiosk/publish/fields.h"

#include <algorithm>
#include <charconv>

#include "kiosk/publish/text_file.h"

namespace kiosk::publish {

Fields::Fields(const YamlNode& node, std::string file, std::string what, Problems& problems)
    : node_(node), file_(std::move(file)), what_(std::move(what)), problems_(problems) {
  if (node_.kind != YamlNode::Kind::mapping) {
    problems_.error({file_, node_.line}, "Here " + what_ + " must be described by lines of the form \"name: value\".",
                    "Compare with the example in AUTHORING.md.");
  }
}

const YamlNode* Fields::find(std::string_view key) {
  asked_.push_back(key);
  for (size_t i = 0; i < node_.keys.size(); ++i) {
    if (node_.keys[i].text == key) return &node_.items[i];
  }
  return nullptr;
}

bool Fields::written(std::string_view key) { return find(key) != nullptr; }

bool Fields::is_text(std::string_view key) {
  const YamlNode* node = find(key);
  return node && node->kind == YamlNode::Kind::text;
}

bool Fields::has(std::string_view key) {
  const YamlNode* node = find(key);
  if (!node) return false;
  return node->kind == YamlNode::Kind::text ? !trimmed(node->text).empty() : node->kind != YamlNode::Kind::empty;
}

int Fields::line_of(std::string_view key) const {
  for (const YamlNode::Key& candidate : node_.keys) {
    if (candidate.text == key) return candidate.line;
  }
  return node_.line;
}

void Fields::wrong_form(std::string_view key, const YamlNode& node, const std::string& expected) {
  problems_.error({file_, node.line}, "\"" + std::string(key) + "\" must be " + expected + ".",
                  "Compare with the example in AUTHORING.md.");
}

Text Fields::text(std::string_view key) {
  const YamlNode* node = find(key);
  if (!node || node->kind == YamlNode::Kind::empty) return {{}, line_of(key)};
  if (node->kind != YamlNode::Kind::text) {
    wrong_form(key, *node, "one text");
    return {{}, node->line};
  }
  return {std::string(trimmed(node->text)), node->line};
}

std::vector<Text> Fields::texts(std::string_view key) {
  const YamlNode* node = find(key);
  if (!node || node->kind == YamlNode::Kind::empty) return {};
  std::vector<Text> texts;
  if (node->kind != YamlNode::Kind::list) {
    wrong_form(key, *node, "a list in square brackets, for example [one, two]");
    return texts;
  }
  for (const YamlNode& item : node->items) {
    if (item.kind == YamlNode::Kind::text && !trimmed(item.text).empty()) {
      texts.push_back({std::string(trimmed(item.text)), item.line});
    } else {
      wrong_form(key, item, "a list of texts");
    }
  }
  return texts;
}

std::optional<Date> Fields::date(std::string_view key) {
  Text written = text(key);
  if (written.empty()) return std::nullopt;
  Result<Date> date = parse_date(written.text);
  if (date.ok()) return *date;
  problems_.error({file_, written.line},
                  "\"" + std::string(key) + "\" is \"" + written.text + "\", which is not a day.",
                  "Write year-month-day, for example 2026-11-23.");
  return std::nullopt;
}

std::optional<long> Fields::number(std::string_view key, long smallest, long largest) {
  Text written = text(key);
  if (written.empty()) return std::nullopt;
  long value = 0;
  const char* end = written.text.data() + written.text.size();
  auto [rest, error] = std::from_chars(written.text.data(), end, value);
  if (error == std::errc() && rest == end && value >= smallest && value <= largest) return value;
  problems_.error({file_, written.line}, "\"" + std::string(key) + "\" is \"" + written.text + "\".",
                  "Write a whole number from " + std::to_string(smallest) + " to " + std::to_string(largest) + ".");
  return std::nullopt;
}

TextByLanguage Fields::by_language(std::string_view key) {
  TextByLanguage words;
  const YamlNode* node = find(key);
  if (!node || node->kind == YamlNode::Kind::empty) return words;
  if (node->kind != YamlNode::Kind::mapping) {
    wrong_form(key, *node, "given for each language, for example {en: ..., fr: ...}");
    return words;
  }
  for (size_t i = 0; i < node->keys.size(); ++i) {
    const YamlNode::Key& name = node->keys[i];
    const YamlNode& value = node->items[i];
    Result<LanguageTag> tag = LanguageTag::parse(name.text);
    if (!tag.ok()) {
      problems_.error({file_, name.line}, "\"" + name.text + "\" is not a language tag.",
                      "Use the tag of a language of pack.yaml, for example en or vai-Vaii.");
    } else if (value.kind == YamlNode::Kind::text && !trimmed(value.text).empty()) {
      words.insert_or_assign(*tag, Text{std::string(trimmed(value.text)), value.line});
    } else if (value.kind != YamlNode::Kind::empty && value.kind != YamlNode::Kind::text) {
      wrong_form(name.text, value, "one text");
    }
  }
  return words;
}

std::map<LanguageTag, std::vector<std::string>> Fields::lists_by_language(std::string_view key) {
  std::map<LanguageTag, std::vector<std::string>> lists;
  const YamlNode* node = mapping(key);
  if (!node) return lists;
  Fields by_language(*node, file_, "a list of words", problems_);
  for (const YamlNode::Key& name : node->keys) {
    Result<LanguageTag> tag = LanguageTag::parse(name.text);
    if (!tag.ok()) {
      problems_.error({file_, name.line}, "\"" + name.text + "\" is not a language tag.",
                      "Write for example fr: [mot, mot].");
      continue;
    }
    for (const Text& word : by_language.texts(name.text)) lists[*tag].push_back(word.text);
  }
  return lists;
}

const YamlNode* Fields::mapping(std::string_view key) {
  const YamlNode* node = find(key);
  if (!node || node->kind == YamlNode::Kind::empty) return nullptr;
  if (node->kind == YamlNode::Kind::mapping) return node;
  wrong_form(key, *node, "written as {name: value, ...}");
  return nullptr;
}

std::vector<const YamlNode*> Fields::mappings(std::string_view key) {
  std::vector<const YamlNode*> found;
  const YamlNode* node = find(key);
  if (!node || node->kind == YamlNode::Kind::empty) return found;
  if (node->kind != YamlNode::Kind::list) {
    wrong_form(key, *node, "a list, each entry beginning with a dash");
    return found;
  }
  for (const YamlNode& item : node->items) {
    if (item.kind == YamlNode::Kind::mapping)
      found.push_back(&item);
    else
      wrong_form(key, item, "a list of entries with named values");
  }
  return found;
}

void Fields::check_choice(std::string_view key, const Text& chosen, const std::vector<std::string_view>& names) {
  if (std::find(names.begin(), names.end(), chosen.text) == names.end()) report_choice(key, chosen, names);
}

void Fields::report_choice(std::string_view key, const Text& chosen, const std::vector<std::string_view>& names) {
  std::string list;
  for (std::string_view name : names) {
    if (!list.empty()) list += name == names.back() ? " or " : ", ";
    list += name;
  }
  problems_.error({file_, chosen.line}, "\"" + std::string(key) + "\" is \"" + chosen.text + "\", which is not known.",
                  "Write " + list + ".");
}

void Fields::missing(std::string_view key, const std::string& remedy) {
  problems_.error({file_, line_of(key)}, "\"" + std::string(key) + "\" is missing.", remedy);
}

// "by the team": to remove the line would lose what it says.
bool Fields::report_forgotten_colon(const YamlNode::Key& key) {
  for (std::string_view name : asked_) {
    if (!key.text.starts_with(std::string(name) + " ")) continue;
    problems_.error({file_, key.line}, "\"" + key.text + "\" has no colon behind \"" + std::string(name) + "\".",
                    "Write " + std::string(name) + ": " + key.text.substr(name.size() + 1));
    return true;
  }
  return false;
}

void Fields::finish() {
  for (const YamlNode::Key& key : node_.keys) {
    if (std::find(asked_.begin(), asked_.end(), key.text) != asked_.end() || report_forgotten_colon(key)) continue;
    std::string meant = nearest_name(key.text, asked_);
    problems_.error({file_, key.line}, "\"" + key.text + "\" is not a name that " + what_ + " has.",
                    meant.empty() ? "Remove the line, or look in AUTHORING.md for the right name."
                                  : "Write \"" + meant + "\" if you meant that, else remove the line.");
  }
}

}  // namespace kiosk::publish
