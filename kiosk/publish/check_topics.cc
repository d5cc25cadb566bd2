#include <algorithm>
#include <set>

#include "kiosk/publish/checks.h"

namespace kiosk::publish {
namespace {

void check_contact_link(const Check& check, const Place& place, const std::string& id) {
  const ContactFile* contact = check.content.find_contact(id);
  if (!check.content.has_contact(id)) {
    check.problems.error(place, "There is no contact \"" + id + "\".",
                         "Write the id of a file under contacts/, without .yaml.");
  } else if (contact && contact->show == Show::never) {
    check.problems.error(place, "The contact \"" + id + "\" is never shown.",
                         "Remove the link, or choose another contact.");
  }
}

void check_links(const Check& check, const TopicFile& topic) {
  for (const document::Block& block : topic.document.blocks) {
    Place place{topic.file, topic.line_of(block)};
    for (const document::Span& span : block.spans) {
      if (!span.topic.empty() && !check.content.has_source(span.topic)) {
        check.problems.error(place, "There is no page \"" + span.topic + "\".",
                             "Write the name of a file under topics/ or news/, without .en.md.");
      }
    }
    if (block.kind == document::BlockKind::contact) check_contact_link(check, place, block.contact);
    if (block.kind == document::BlockKind::image && !check.content.find_medium(block.media)) {
      check.problems.error(
          place, "media.yaml does not describe the picture \"" + block.media + "\".",
          "Put the picture into media/ and add its licence, author and description to media/media.yaml.");
    }
  }
}

std::set<std::string> contacts_in_body(const TopicFile& topic) {
  std::set<std::string> ids;
  for (const document::Block& block : topic.document.blocks) {
    if (block.kind == document::BlockKind::contact) ids.insert(block.contact);
  }
  return ids;
}

// For how many ticks the page has something to say.
std::set<int> results_of(const TopicFile& topic) {
  std::set<int> results;
  for (const document::Block& block : topic.document.blocks) {
    if (block.kind == document::BlockKind::result) results.insert(block.from);
  }
  return results;
}

// Whoever changes the language in mid-page keeps their ticks: they must lie on the same boxes and mean the same.
void check_boxes(const Check& check, const TopicFile& source, const TopicFile& topic) {
  if (source.document.boxes() != topic.document.boxes()) {
    check.problems.error({topic.file, topic.body_line},
                         "The translation has " + std::to_string(topic.document.boxes()) +
                             " boxes to tick, the page in the source language " +
                             std::to_string(source.document.boxes()) + ".",
                         "Write the same boxes in the same order.");
  } else if (results_of(source) != results_of(topic)) {
    check.problems.error(
        {topic.file, topic.body_line},
        "The translation says something for other numbers of ticks than the page in the source language.",
        "Begin its notes with the same [0], [1] and so on.");
  }
}

// R64: whoever reads such a page must be able to choose, the police not being the only choice.
void check_kinds_of_help(const Check& check, const TopicFile& topic) {
  std::set<std::string> ids = contacts_in_body(topic);
  for (const Text& contact : topic.facts->contacts) ids.insert(contact.text);
  std::set<std::string> kinds;
  for (const std::string& id : ids) {
    const ContactFile* contact = check.content.find_contact(id);
    if (!contact && check.content.has_contact(id)) return;  // nobody knows yet who answers there
    if (contact && contact->show != Show::never) kinds.insert(contact->who_answers);
  }
  if (kinds.size() < 2) {
    check.problems.error({topic.file, 1},
                         "A red page must offer two kinds of help, and this one offers " +
                             (kinds.empty() ? std::string("none") : "only one") + ".",
                         "Name under contacts: two contacts whose who_answers differ, for example state and police.");
  }
}

// R57: a picture that shouts, or that shows what somebody may be a victim of.
void check_quiet_icon(const Check& check, const TopicFile& topic) {
  const Text& icon = topic.facts->icon;
  if (icon.text.find("alert") == std::string::npos && !icon.text.starts_with("lock")) return;
  check.problems.error({topic.file, icon.line}, "The picture \"" + icon.text + "\" draws looks to a red page.",
                       "Choose one of everyday life, for example home-variant or comment-outline.");
}

void check_facts(const Check& check, const TopicFile& topic) {
  const TopicFacts& facts = *topic.facts;
  if (topic.kind == catalog::TopicKind::topic && !facts.section.empty()) {
    const SectionEntry* section = check.content.find_section(facts.section.text);
    if (!section) {
      check.problems.error({topic.file, facts.section.line}, "pack.yaml has no section \"" + facts.section.text + "\".",
                           "Write the id of one of its sections.");
    } else if (!section->screen.empty()) {
      check.problems.error({topic.file, facts.section.line},
                           "The section \"" + section->id + "\" opens a screen of its own and shows no pages.",
                           "Choose another section.");
    }
  }
  check_icon(check, topic.file, facts.icon);
  for (const Text& contact : facts.contacts) check_contact_link(check, {topic.file, contact.line}, contact.text);
  if (facts.sensitivity == catalog::Sensitivity::red) {
    check_kinds_of_help(check, topic);
    check_quiet_icon(check, topic);
  }
}

void check_translation(const Check& check, const TopicFile& topic) {
  const TopicFile* source = check.content.find_source(topic.id);
  const std::string& language = check.content.pack.source_language.str();
  if (!check.content.has_source(topic.id)) {
    check.problems.error({topic.file}, "This translation has no page in the source language.",
                         "Write " + topic.id + "." + language + ".md first, or correct the name of this file.");
  } else if (source && contacts_in_body(*source) != contacts_in_body(topic)) {
    check.problems.warning({topic.file, topic.body_line},
                           "The translation shows other contact cards than the page in the source language.",
                           "Put the same lines [words](contact:id) into both.");
  }
  if (source) check_boxes(check, *source, topic);
}

}  // namespace

void check_topics(const Check& check) {
  const TopicFile* before = nullptr;
  for (const TopicFile& topic : check.content.topics) {
    if (before && before->id == topic.id && before->kind != topic.kind) {
      check.problems.error({std::max(before->file, topic.file)},
                           "\"" + topic.id + "\" is a page and a news story at the same time.",
                           "Rename one of the two.");
    }
    before = &topic;
    if (topic.facts) check_facts(check, topic);
    if (topic.translation) check_translation(check, topic);
    check_links(check, topic);
  }
}

}  // namespace kiosk::publish
