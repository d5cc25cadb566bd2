#include <algorithm>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/picture/composition.h"
#include "kiosk/publish/picture/drawing.h"
#include "kiosk/publish/picture/drawn_picture.h"

namespace kiosk::publish {
namespace {

// Which element of the scene leaves the grid; the line of the file where it begins.
void check_grid(const Check& check, const PictureFile& scene, const std::string& svg) {
  Result<DrawnPicture> drawn = DrawnPicture::open(svg);
  if (!drawn.ok()) {
    check.problems.error({scene.file}, "The drawing cannot be drawn.", "Draw it with the shapes of PICTURES.md.");
    return;
  }
  if (!drawn->leaves_grid()) return;
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    if (!drawn->leaves_grid(element_id(i))) continue;
    check.problems.error({scene.file, scene.elements[i].line}, "This is drawn outside of the grid of 96 units.",
                         "Move it, or make it smaller.");
  }
}

void check_scene(const Check& check, const PictureFile& scene) {
  Composition made = compose(scene, check.content.pictures, catalog::Colours::paper);
  for (const CompositionProblem& problem : made.problems)
    check.problems.error({scene.file, problem.line}, problem.message, problem.remedy);
  if (made.problems.empty()) check_grid(check, scene, made.svg);
}

void check_names(const Check& check) {
  std::vector<std::string_view> names;
  for (const auto& [name, scene] : check.content.pictures.scenes) names.push_back(name);
  for (const auto& [name, place] : named_pictures(check.content)) {
    if (check.content.pictures.scenes.contains(name)) continue;
    std::string near = nearest_name(name, names);
    check.problems.error(place, "There is no drawing \"" + name + "\".",
                         near.empty() ? "Write the name of a file in pictures/, without .svg."
                                      : "Write " + near + ", or the name of another file in pictures/.");
  }
}

// One sentence a language: there are many drawings, and their words are written all at once.
void check_words(const Check& check) {
  const PictureSet& set = check.content.pictures;
  for (const auto& [name, words] : set.words) {
    if (!set.scenes.contains(name))
      check.problems.error({kPictureWords, set.word_lines.at(name)}, "There is no drawing \"" + name + "\".",
                           "Write the name of a file in pictures/, without .svg, or remove the line.");
  }
  for (const DeclaredLanguage& declared : check.content.pack.languages) {
    const auto& topics = check.content.topics;
    if (std::none_of(topics.begin(), topics.end(), [&](const TopicFile& t) { return t.language == declared.tag; }))
      continue;
    size_t lacking = 0;
    std::string list;
    for (const auto& [name, place] : named_pictures(check.content)) {
      auto words = set.words.find(name);
      if (!set.scenes.contains(name) || (words != set.words.end() && words->second.contains(declared.tag))) continue;
      if (++lacking <= 10) list += (list.empty() ? "" : ", ") + name;
    }
    if (lacking == 0) continue;
    check.problems.warning(
        {kPictureWords},
        std::to_string(lacking) + " drawings have no words in " + declared.tag.str() + ": " + list +
            (lacking > 10 ? ", ..." : "."),
        "Say in a few words what each shows, for those who do not see it: name: {" + declared.tag.str() + ": ...}.");
  }
}

std::vector<std::string> pictures_of(const TopicFile& topic) {
  std::vector<std::string> names;
  for (const document::Block& block : topic.document.blocks) {
    if (!block.picture.empty()) names.push_back(block.picture);
  }
  return names;
}

// The same page shows the same pictures, whatever language it is in.
void check_translated(const Check& check) {
  for (const TopicFile& topic : check.content.topics) {
    const TopicFile* source = topic.translation ? check.content.find_source(topic.id) : nullptr;
    if (!source || pictures_of(*source) == pictures_of(topic)) continue;
    // A name that no drawing has is said there; to copy it into every translation would be the wrong way round.
    const auto unknown = [&](const std::string& name) { return !check.content.pictures.scenes.contains(name); };
    if (std::ranges::any_of(pictures_of(*source), unknown)) continue;
    check.problems.error(
        {topic.file, topic.body_line},
        "The translation has other drawings than the page in the source language, or in another order.",
        "Put the same ![](pictures/name.svg) before the same steps, ticks, notes and headings.");
  }
}

}  // namespace

void check_pictures(const Check& check) {
  for (const auto& [name, scene] : check.content.pictures.scenes) check_scene(check, scene);
  check_names(check);
  check_words(check);
  check_translated(check);
}

}  // namespace kiosk::publish
