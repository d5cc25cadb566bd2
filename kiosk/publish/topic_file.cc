#include "kiosk/publish/topic_file.h"

#include "kiosk/base/slug.h"
#include "kiosk/document/markdown.h"
#include "kiosk/publish/file_names.h"
#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/publish/yaml.h"
#include "kiosk/rules/file_name.h"

namespace kiosk::publish {

std::optional<TopicName> read_topic_name(const std::string& file, const PackFile& pack, Problems& problems) {
  bool news = file.starts_with("news/");
  std::string_view name = std::string_view(file).substr(file.find('/') + 1);
  std::string form = news ? "2026-11-23-short-name.en.md" : "short-name.en.md";
  size_t dot = name.find('.');
  if (!name.ends_with(".md") || dot == std::string_view::npos || dot + 3 >= name.size()) {
    bool capitals = rules::comparable_name(name).ends_with(".md") && !name.ends_with(".md");
    problems.error({file}, "The name of this file says neither its page nor its language.",
                   capitals ? name_remedy(file, ".md") : "Call it for example " + form + ".");
    return std::nullopt;
  }
  std::string_view id = name.substr(0, dot);
  std::string_view tag = name.substr(dot + 1, name.size() - dot - 4);
  if (!is_slug(id)) {
    problems.error({file}, "\"" + std::string(id) + "\" cannot name a page.",
                   "Use small letters, digits and hyphens only, for example " + form + ".");
    return std::nullopt;
  }
  if (news && (id.size() < 12 || id[10] != '-' || !parse_date(id.substr(0, 10)).ok())) {
    problems.error({file}, "The name of a news story must begin with its day.", "Call it for example " + form + ".");
    return std::nullopt;
  }
  Result<LanguageTag> language = LanguageTag::parse(tag);
  if (!language.ok() || language->str() != tag) {
    problems.error({file},
                   "\"" + std::string(tag) + "\" in the name of this file is not a language tag in its usual form.",
                   language.ok() ? "Write " + language->str() + " instead."
                                 : "Use a tag of pack.yaml, for example en or vai-Vaii.");
    return std::nullopt;
  }
  if (!pack.declares(*language)) {
    problems.error({file}, "pack.yaml has no language " + language->str() + ".",
                   "Correct the name of the file, or add the language to pack.yaml.");
    return std::nullopt;
  }
  return TopicName{news ? catalog::TopicKind::news : catalog::TopicKind::topic, std::string(id), *language};
}

std::vector<SourceEntry> read_sources(Fields& fields, Problems& problems) {
  std::vector<SourceEntry> sources;
  for (const YamlNode* node : fields.mappings("sources")) {
    Fields entry(*node, fields.file(), "a source", problems);
    SourceEntry read;
    read.line = entry.line();
    read.source.title = entry.text("title").text;
    read.source.address = entry.text("address").text;
    read.source.publisher = entry.text("publisher").text;
    if (Text language = entry.text("language"); !language.empty()) {
      Result<LanguageTag> tag = LanguageTag::parse(language.text);
      if (tag.ok())
        read.source.language = *tag;
      else
        problems.error({fields.file(), language.line}, "\"" + language.text + "\" is not a language tag.",
                       "Write the language of the source's title, for example fr.");
    }
    if (read.source.title.empty()) entry.missing("title", "Write the title of the page or paper.");
    if (Text date = entry.text("date"); date.empty()) {
      entry.missing("date", "Write the day of the source, or date: undated.");
    } else if (date.text != "undated") {
      read.source.date = entry.date("date");
    }
    entry.finish();
    sources.push_back(std::move(read));
  }
  return sources;
}

namespace {

struct FrontMatter {
  std::string_view yaml, body;
  int body_line = 0;
};

std::optional<FrontMatter> split_front_matter(std::string_view text, const std::string& file, Problems& problems) {
  auto is_rule = [](std::string_view line) { return trimmed(line) == "---" && line.starts_with("---"); };
  size_t end = text.find('\n');
  if (end != std::string_view::npos && is_rule(text.substr(0, end))) {
    size_t begin = end + 1;
    int line = 2;
    for (size_t at = begin; at < text.size(); ++line) {
      size_t stop = std::min(text.find('\n', at), text.size());
      if (is_rule(text.substr(at, stop - at))) {
        return FrontMatter{text.substr(begin, at - begin), text.substr(std::min(stop + 1, text.size())), line + 1};
      }
      at = stop + 1;
    }
  }
  problems.error({file, 1}, "The page must begin with a part between two lines of three hyphens (---).",
                 "Put title, summary and so on between two such lines; AUTHORING.md shows a page.");
  return std::nullopt;
}

// Names that belong to the page as a whole. In a translation they would contradict the source one day.
void refuse_facts_in_translation(Fields& fields, const std::string& file, Problems& problems) {
  for (std::string_view key :
       {"section", "position", "icon", "picture", "sensitivity", "contacts", "sources", "checked", "date"}) {
    if (!fields.written(key)) continue;
    problems.error({file, fields.line_of(key)},
                   "\"" + std::string(key) + "\" stands only in the source language's file.",
                   "Remove it here; the translation takes it from there.");
  }
}

TopicFacts read_facts(Fields& fields, const TopicName& name, Problems& problems) {
  TopicFacts facts;
  bool news = name.kind == catalog::TopicKind::news;
  facts.icon = fields.text("icon");
  facts.picture = fields.text("picture");
  if (news) {
    facts.date = fields.date("date");
    if (!fields.has("date")) {
      fields.missing("date", "Write the day of the story, as in the name of the file.");
    } else if (facts.date && format_date(*facts.date) != name.id.substr(0, 10)) {
      problems.error({fields.file(), fields.line_of("date")}, "The date is not the one in the name of the file.",
                     "Make both the same day.");
    }
  } else {
    facts.section = fields.text("section");
    facts.position = fields.number("position", 0, 10000);
    if (facts.section.empty()) fields.missing("section", "Write the id of a section of pack.yaml.");
    if (facts.icon.empty()) fields.missing("icon", "Choose a picture by its name, for example icon: passport.");
  }
  auto sensitivity = fields.choice<catalog::Sensitivity>("sensitivity", {{"green", catalog::Sensitivity::green},
                                                                         {"yellow", catalog::Sensitivity::yellow},
                                                                         {"red", catalog::Sensitivity::red}});
  if (!fields.has("sensitivity")) fields.missing("sensitivity", "Write green, yellow or red; AUTHORING.md says which.");
  facts.sensitivity = sensitivity.value_or(catalog::Sensitivity::green);
  facts.contacts = fields.texts("contacts");
  facts.sources = read_sources(fields, problems);
  if (!fields.has("sources"))
    fields.missing("sources", "Say where this comes from: title, address and date. What has no source is not said.");
  facts.checked_line = fields.line_of("checked");
  const YamlNode* node = fields.mapping("checked");
  if (!node) {
    if (!fields.has("checked"))
      fields.missing("checked", "Write who checked the page and when: checked: {on: 2026-11-23, by: ..., how: ...}");
    return facts;
  }
  Fields checked(*node, fields.file(), "checked", problems);
  facts.checked_on = checked.date("on");
  facts.checked_by = checked.text("by");
  if (!checked.has("on")) checked.missing("on", "Write the day when the page was checked.");
  if (facts.checked_by.empty()) checked.missing("by", "Write who checked the page.");
  if (checked.text("how").empty())
    checked.missing("how", "Write how it was checked, for example: read against the sources.");
  checked.finish();
  return facts;
}

TranslationFacts read_translation(Fields& fields, Problems& problems) {
  TranslationFacts facts;
  facts.line = fields.line_of("translation");
  const YamlNode* node = fields.mapping("translation");
  if (!node) {
    if (!fields.has("translation")) {
      fields.missing("translation", "Write from which text it was made, by whom and when, as AUTHORING.md shows.");
    }
    return facts;
  }
  Fields entry(*node, fields.file(), "a translation", problems);
  facts.of = entry.text("of");
  facts.by = entry.text("by");
  facts.on = entry.date("on");
  facts.reviewed_by = entry.text("reviewed_by");
  facts.reviewed_on = entry.date("reviewed_on");
  if (facts.by.empty()) entry.missing("by", "Write who translated the page.");
  if (!entry.has("on")) entry.missing("on", "Write the day when it was translated.");
  if (entry.has("reviewed_by") != entry.has("reviewed_on")) {
    problems.error({fields.file(), entry.line_of("reviewed_by")}, "A review needs both its reader and its day.",
                   "Fill in reviewed_by and reviewed_on, or leave both empty.");
  }
  entry.finish();
  return facts;
}

}  // namespace

std::optional<TopicFile> read_topic(const TopicName& name, const std::string& file, std::string_view text,
                                    const PackFile& pack, Problems& problems) {
  std::optional<FrontMatter> parts = split_front_matter(text, file, problems);
  if (!parts) return std::nullopt;
  std::optional<YamlNode> root = parse_yaml(parts->yaml, file, 2, problems);
  if (!root) return std::nullopt;
  Fields fields(*root, file, "a page", problems);
  if (root->kind != YamlNode::Kind::mapping) return std::nullopt;

  TopicFile topic;
  topic.file = file;
  topic.kind = name.kind;
  topic.id = name.id;
  topic.language = name.language;
  topic.title = fields.text("title");
  topic.summary = fields.text("summary");
  topic.keywords = fields.texts("keywords");
  if (topic.title.empty()) fields.missing("title", "Write the title of the page.");
  if (topic.summary.empty()) fields.missing("summary", "Write one sentence that says what the page is good for.");
  if (name.language == pack.source_language) {
    topic.facts = read_facts(fields, name, problems);
    if (fields.written("translation")) {
      problems.error({file, fields.line_of("translation")}, "This is the source language's file, not a translation.",
                     "Remove the translation part.");
    }
  } else {
    refuse_facts_in_translation(fields, file, problems);
    topic.translation = read_translation(fields, problems);
  }
  fields.finish();

  topic.body = parts->body;
  topic.body_line = parts->body_line;
  document::ReadMarkdown read = document::read_markdown(topic.body);
  topic.document = std::move(read.document);
  for (const document::Problem& problem : read.problems) {
    // Its first sentence says what is wrong, the rest what to write instead.
    size_t end = problem.message.find(". ");
    bool two = end != std::string::npos;
    problems.error({file, topic.body_line + problem.line - 1}, problem.message.substr(0, two ? end + 1 : end),
                   two ? problem.message.substr(end + 2) : "Write this line as AUTHORING.md shows.");
  }
  return topic;
}

}  // namespace kiosk::publish
