#include "kiosk/publish/pack_file.h"

#include <algorithm>

#include "kiosk/base/slug.h"
#include "kiosk/os/time_zone.h"
#include "kiosk/publish/country_names.h"
#include "kiosk/publish/yaml.h"

namespace kiosk::publish {

void check_country(const Text& country, const std::string& file, Problems& problems) {
  if (is_country(country.text)) return;
  std::string meant = meant_country(country.text);
  problems.error({file, country.line}, "\"" + country.text + "\" is not a country.",
                 meant.empty() ? "Write the two capital letters of the country, for example LR."
                               : "Write " + meant + " for " + country_name(meant, LanguageTag::of("en")) + ".");
}

namespace {

constexpr const char* kSlugRemedy = "Use small letters, digits and hyphens only, for example before-you-go.";

std::string required(Fields& fields, std::string_view key, const std::string& remedy) {
  Text value = fields.text(key);
  if (value.empty()) fields.missing(key, remedy);
  return value.text;
}

// The kiosk's clock would take a name that is none for UTC, and say of an office that it is open when it is not.
void check_time_zone(const Text& zone, Problems& problems) {
  auto known = os::is_time_zone(zone.text);
  if (!known) {
    problems.warning({kPackFile, zone.line}, "Whether " + zone.text + " is a time zone is not known here.",
                     "Install the package tzdata and check again.");
  } else if (!*known) {
    const std::string nearest = os::nearest_time_zone(zone.text);
    problems.error({kPackFile, zone.line}, "\"" + zone.text + "\" is not the name of a time zone.",
                   nearest.empty() ? "Write continent and city as the zone data has them, for example Africa/Monrovia."
                                   : "Write " + nearest + " if that is meant.");
  }
}

void read_languages(Fields& fields, PackFile& pack, Problems& problems) {
  for (const YamlNode* node : fields.mappings("languages")) {
    Fields entry(*node, kPackFile, "a language", problems);
    Text tag = entry.text("tag");
    Text name = entry.text("name");
    if (name.empty()) entry.missing("name", "Write how the language calls itself, in its own script.");
    entry.finish();
    Result<LanguageTag> parsed = LanguageTag::parse(tag.text);
    if (!parsed.ok() || parsed->str() != tag.text) {
      problems.error({kPackFile, tag.line}, "\"" + tag.text + "\" is not a language tag in its usual form.",
                     parsed.ok() ? "Write " + parsed->str() + "." : "Write for example en, fr, vai-Vaii or ff-Adlm.");
      if (!parsed.ok()) continue;
    }
    if (pack.declares(*parsed)) {
      problems.error({kPackFile, tag.line}, "The language " + tag.text + " stands here twice.",
                     "Remove one of the two lines.");
      continue;
    }
    pack.languages.push_back({*parsed, name.text, tag.line});
  }
  if (pack.languages.empty()) fields.missing("languages", "List the languages, one a line: - {tag: en, name: English}");
}

void read_sections(Fields& fields, PackFile& pack, Problems& problems) {
  for (const YamlNode* node : fields.mappings("sections")) {
    Fields entry(*node, kPackFile, "a section", problems);
    SectionEntry section;
    section.line = entry.line();
    section.id = required(entry, "id", "Give the section a short name, for example travel.");
    section.parent = entry.text("parent");
    section.screen = entry.text("screen");
    section.icon = entry.text("icon");
    section.picture = entry.text("picture");
    section.colour = entry.text("colour");
    section.title = entry.by_language("title");
    if (section.icon.empty()) entry.missing("icon", "Choose a picture by its name, for example icon: phone.");
    if (section.colour.empty())
      entry.missing("colour", "Choose a colour, for example colour: teal.");
    else
      entry.check_choice("colour", section.colour, {"action", "teal", "ochre", "plum", "green", "slate", "terracotta"});
    if (!section.screen.empty()) entry.check_choice("screen", section.screen, {"contacts", "news"});
    entry.finish();
    if (!section.id.empty() && !is_slug(section.id)) {
      problems.error({kPackFile, entry.line_of("id")}, "\"" + section.id + "\" cannot name a section.", kSlugRemedy);
    }
    pack.sections.push_back(std::move(section));
  }
  if (pack.sections.empty()) fields.missing("sections", "List the sections of the home screen as in AUTHORING.md.");
}

std::map<std::string, Text> read_filter_pictures(Fields& fields, Problems& problems) {
  std::map<std::string, Text> pictures;
  const YamlNode* node = fields.mapping("filter_pictures");
  if (!node) return pictures;
  Fields entries(*node, kPackFile, "the pictures of filters", problems);
  for (std::string_view filter : {"danger", "trafficking", "children", "going_home", "documents"}) {
    if (entries.has(filter)) pictures.emplace(filter, entries.text(filter));
  }
  entries.finish();
  return pictures;
}

std::map<std::string, TextByLanguage> read_checkers(Fields& fields, Problems& problems) {
  std::map<std::string, TextByLanguage> checkers;
  const YamlNode* node = fields.mapping("checkers");
  if (!node) return checkers;
  Fields names(*node, kPackFile, "who checks", problems);
  for (const YamlNode::Key& name : node->keys) checkers[name.text] = names.by_language(name.text);
  return checkers;
}

}  // namespace

std::optional<PackFile> read_pack(std::string_view text, Problems& problems) {
  std::optional<YamlNode> root = parse_yaml(text, kPackFile, 1, problems);
  if (!root) return std::nullopt;
  Fields fields(*root, kPackFile, "a pack", problems);
  if (root->kind != YamlNode::Kind::mapping) return std::nullopt;
  PackFile pack;
  pack.id = required(fields, "id", "Give the pack a short name, for example liberia.");
  if (!pack.id.empty() && !is_slug(pack.id)) {
    problems.error({kPackFile, fields.line_of("id")}, "\"" + pack.id + "\" cannot name a pack.", kSlugRemedy);
  }
  pack.title = fields.by_language("title");
  if (pack.title.empty()) fields.missing("title", "Write what this content is: title: {en: ...}");
  Text country = fields.text("country");
  if (country.empty())
    fields.missing("country", "Write the country where the kiosk stands, for example LR.");
  else
    check_country(country, kPackFile, problems);
  pack.country = country.text;
  Text zone = fields.text("time_zone");
  if (zone.empty())
    fields.missing("time_zone", "Write for example Africa/Monrovia.");
  else
    check_time_zone(zone, problems);
  pack.time_zone = zone.text;
  pack.published = fields.date("published");
  if (!fields.has("published")) fields.missing("published", "Write the day of this edition, for example 2026-11-23.");
  pack.published_line = fields.line_of("published");
  pack.hide_unreviewed =
      fields.choice<bool>("review_policy", {{"show_with_note", false}, {"hide_unreviewed", true}}).value_or(false);
  pack.contact_validity_days = static_cast<int>(fields.number("contact_validity_days", 1, 90).value_or(90));
  read_languages(fields, pack, problems);
  Text source = fields.text("source_language");
  read_sections(fields, pack, problems);
  pack.filter_pictures = read_filter_pictures(fields, problems);
  pack.checkers = read_checkers(fields, problems);
  pack.quiet_words = fields.lists_by_language("quiet_words");
  pack.promise_words = fields.lists_by_language("promise_words");
  fields.finish();
  Result<LanguageTag> tag = LanguageTag::parse(source.text);
  if (!tag.ok() || !pack.declares(*tag)) {
    problems.error({kPackFile, fields.line_of("source_language")},
                   source.empty() ? "\"source_language\" is missing."
                                  : "\"" + source.text + "\" is not among the languages of this pack.",
                   "Write the language in which pages are first written; it must stand under languages as well.");
    return std::nullopt;
  }
  pack.source_language = *tag;
  if (!pack.title.empty() && !pack.title.contains(*tag)) {
    problems.error({kPackFile, fields.line_of("title")}, "The pack has no title in the source language.",
                   "Add it under title: {" + tag->str() + ": ...}.");
  }
  return pack;
}

}  // namespace kiosk::publish
