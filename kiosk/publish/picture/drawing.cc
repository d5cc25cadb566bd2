#include "kiosk/publish/picture/drawing.h"

#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/picture/composition.h"
#include "kiosk/publish/picture/drawn_picture.h"
#include "kiosk/publish/picture/indexed_png.h"

namespace kiosk::publish {
namespace {

using catalog::Colours;

Status draw_files(const PictureFile& scene, const PictureSet& set, catalog::DrawingEntry& entry) {
  for (Colours colours : {Colours::paper, Colours::high_contrast}) {
    KIOSK_TRY(drawn, DrawnPicture::open(compose(scene, set, colours).svg));
    for (int side : catalog::kDrawingSides) {
      KIOSK_TRY(pixels, drawn.pixels(side));
      entry.files.push_back({colours, side, encode_indexed_png(pixels)});
    }
  }
  return {};
}

}  // namespace

std::map<std::string, Place> named_pictures(const Content& content) {
  std::map<std::string, Place> named;
  auto add = [&](const Text& picture, const std::string& file) {
    if (!picture.empty()) named.try_emplace(picture.text, Place{file, picture.line});
  };
  for (const SectionEntry& section : content.pack.sections) add(section.picture, kPackFile);
  for (const auto& [filter, picture] : content.pack.filter_pictures) add(picture, kPackFile);
  for (const TopicFile& topic : content.topics) {
    if (topic.facts) add(topic.facts->picture, topic.file);
    for (const document::Block& block : topic.document.blocks) add({block.picture, topic.line_of(block)}, topic.file);
  }
  for (const ContactFile& contact : content.contacts) {
    if (contact.show != Show::never) add(contact.picture, contact.file);
  }
  return named;
}

Result<std::vector<catalog::DrawingEntry>> draw_pictures(const Content& content, bool with_files,
                                                         const Progress& progress) {
  std::vector<catalog::DrawingEntry> entries;
  const std::map<std::string, Place> named = named_pictures(content);
  for (const auto& [name, place] : named) {
    auto scene = content.pictures.scenes.find(name);
    if (scene == content.pictures.scenes.end())
      return Error{Code::invalid, "There is no drawing \"" + name + "\", which " + place.file + " names."};
    catalog::DrawingEntry entry;
    entry.name = name;
    entry.mirrored = scene->second.mirrored;
    if (auto words = content.pictures.words.find(name); words != content.pictures.words.end()) {
      for (const auto& [language, text] : words->second) entry.words.emplace(language, text.text);
    }
    if (with_files) KIOSK_TRY_STATUS(draw_files(scene->second, content.pictures, entry));
    entries.push_back(std::move(entry));
    if (progress) progress("drawing pictures", entries.size(), named.size());
  }
  return entries;
}

Result<size_t> write_pictures(const Content& content, int side, const std::filesystem::path& out) {
  size_t written = 0;
  for (Colours colours : {Colours::paper, Colours::high_contrast}) {
    const std::filesystem::path folder = out / (colours == Colours::paper ? "paper" : "contrast");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Error{Code::io, "Cannot make " + folder.string() + ": " + error.message() + "."};
    for (const auto& [name, scene] : content.pictures.scenes) {
      Composition made = compose(scene, content.pictures, colours);
      if (!made.problems.empty()) return Error{Code::invalid, scene.file + ": " + made.problems.front().message};
      KIOSK_TRY(drawn, DrawnPicture::open(made.svg));
      KIOSK_TRY(pixels, drawn.pixels(side));
      KIOSK_TRY_STATUS(graphics::write_png(pixels, folder / (name + ".png")));
      ++written;
    }
  }
  return written;
}

}  // namespace kiosk::publish
