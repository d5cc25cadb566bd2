#include "kiosk/publish/media_list.h"

#include <algorithm>
#include <set>
#include <span>

#include "kiosk/audio/loudness.h"
#include "kiosk/audio/opus_decoder.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/file_names.h"
#include "kiosk/publish/foreign_media.h"
#include "kiosk/publish/photo.h"
#include "kiosk/publish/whole_picture.h"
#include "kiosk/publish/yaml.h"

namespace kiosk::publish {

bool is_picture(std::string_view path) {
  return path.ends_with(".png") || path.ends_with(".jpg") || path.ends_with(".jpeg");
}

namespace {

namespace fs = std::filesystem;

constexpr size_t kMostForeignBytes = 64u << 20;  // of a film from a phone, which is named too

bool is_recording(std::string_view path) { return path.ends_with(".opus"); }

// Relative, inside media/, and the same on every file system.
bool is_media_path(std::string_view path) {
  if (path.empty() || path.size() > 200 || path.front() == '/' || path.front() == '.' || path.back() == '/')
    return false;
  if (path.find("..") != std::string_view::npos || path.find("//") != std::string_view::npos) return false;
  return std::all_of(path.begin(), path.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '/';
  });
}

std::string size_in_words(const graphics::PictureSize& size) {
  return std::to_string(size.width) + " x " + std::to_string(size.height);
}

void check_picture(std::span<const uint8_t> bytes, const std::string& name, Problems& problems) {
  const PictureKind kind = picture_kind(bytes);
  const bool png = kind == PictureKind::png;
  if (kind != PictureKind::neither && png != name.ends_with(".png")) {
    problems.error({name}, png ? "This is a PNG picture." : "This is a JPEG picture.",
                   png ? "Let its name end in .png." : "Let its name end in .jpg.");
    return;
  }
  auto prepared = prepare_photo(bytes, name);
  if (const auto* objection = std::get_if<PhotoObjection>(&prepared)) {
    problems.error({name}, objection->problem, objection->remedy);
    return;
  }
  const Photo& picture = std::get<Photo>(prepared);
  if (picture.moves)
    problems.warning({name}, "The picture moves; kiosks show its first moment alone.",
                     "Save the moment that says most as a picture of its own.");
  if (picture.made_smaller) {
    problems.warning({name},
                     "The picture has " + size_in_words(picture.was) + " pixels and " +
                         std::to_string(bytes.size() / 1024) + " kB; kiosks get it with " + size_in_words(picture.is) +
                         " pixels and " + std::to_string(picture.bytes.size() / 1024) + " kB.",
                     "Look whether all that matters can still be seen. Saved smaller it keeps this folder small, too.");
  }
}

// A recording that cannot be played is an error; one that is hard to listen to is a warning (R97, R98).
void check_recording(std::span<const uint8_t> bytes, const std::string& name, Problems& problems) {
  auto recording = audio::decode_opus(bytes);
  if (!recording.ok()) {
    auto foreign = foreign_kind(bytes, name);
    problems.error({name}, foreign ? "This is " + foreign->name + "." : recording.error().message,
                   foreign ? foreign->remedy : "Until then it is not heard.");
    return;
  }
  for (const audio::Finding& finding : audio::inspect(*recording).findings)
    problems.warning({name}, finding.sentence, "Record it again, or correct it in a sound editor and save it as Opus.");
}

void check_file(const fs::path& folder, const MediumEntry& medium, Problems& problems) {
  std::string name = "media/" + medium.path;
  bool picture = is_picture(medium.path);
  if (!picture && !is_recording(medium.path)) {
    Result<std::string> begin = os::read_file(folder / name, kMostForeignBytes);
    auto foreign = begin.ok() ? foreign_kind({reinterpret_cast<const uint8_t*>(begin->data()), begin->size()}, name)
                              : std::optional<ForeignKind>();
    problems.error({name}, foreign ? "This is " + foreign->name + "." : "The kiosk does not show files of this kind.",
                   foreign ? foreign->remedy : "Use a picture in PNG or JPEG, or a recording in Opus.");
    return;
  }
  size_t limit = picture ? kMostPictureFileBytes : audio::kMaxRecordingBytes;
  Result<std::string> bytes = os::read_file(folder / name, limit);
  if (!bytes.ok() && bytes.error().code == Code::not_found) {
    problems.error({kMediaFile, medium.line}, "There is no file " + name + ".",
                   "Put the file there, or remove the entry.");
  } else if (!bytes.ok() && bytes.error().code == Code::damaged) {
    problems.error(
        {name}, "The file is larger than " + std::to_string(limit >> 20) + " MB.",
        picture ? "Save the picture smaller, or as JPEG." : "Split the recording, or save it at a lower rate.");
  } else if (!bytes.ok()) {
    problems.error({name}, "The file cannot be read. " + bytes.error().message,
                   "Check the disk, and that you may open the file.");
  } else {
    std::span content(reinterpret_cast<const uint8_t*>(bytes->data()), bytes->size());
    (picture ? check_picture : check_recording)(content, name, problems);
  }
}

}  // namespace

std::vector<MediumEntry> read_media_list(std::string_view text, Problems& problems) {
  std::vector<MediumEntry> media;
  std::optional<YamlNode> root = parse_yaml(text, kMediaFile, 1, problems);
  if (!root || root->kind == YamlNode::Kind::empty) return media;
  if (root->kind != YamlNode::Kind::mapping) {
    problems.error({kMediaFile, root->line}, "The list of media must have one entry a file.",
                   "Write: picture.png: {licence: ..., author: ..., description: {en: ...}, people: none}");
    return media;
  }
  for (size_t i = 0; i < root->keys.size(); ++i) {
    const YamlNode::Key& path = root->keys[i];
    if (!is_media_path(path.text)) {
      problems.error({kMediaFile, path.line}, "\"" + path.text + "\" cannot name a file here.",
                     "Write its path under media/ with letters, digits, hyphens and dots only.");
      continue;
    }
    Fields entry(root->items[i], kMediaFile, "a medium", problems);
    MediumEntry medium;
    medium.path = path.text;
    medium.line = path.line;
    medium.licence = entry.text("licence").text;
    medium.author = entry.text("author").text;
    medium.description = entry.by_language("description");
    if (medium.licence.empty())
      entry.missing("licence", "Write the licence, for example CC0-1.0. Without one it may not be shown.");
    if (medium.author.empty()) entry.missing("author", "Write who made it.");
    if (is_picture(medium.path)) {
      Text people = entry.text("people");
      medium.people = people.text;
      if (people.empty())
        entry.missing("people", "Write none or drawn; nobody who can be recognized may be shown.");
      else
        entry.check_choice("people", people, {"none", "drawn"});
      if (medium.description.empty())
        entry.missing("description", "Write in a few words what the picture shows: {en: ...}");
    }
    entry.finish();
    media.push_back(std::move(medium));
  }
  return media;
}

void check_media_files(const fs::path& folder, const std::vector<MediumEntry>& media, Problems& problems) {
  std::set<std::string> listed;
  for (const MediumEntry& medium : media) {
    listed.insert(medium.path);
    check_file(folder, medium, problems);
  }
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder / "media", error), end; !error && entry != end;
       entry.increment(error)) {
    std::string path = fs::relative(entry->path(), folder / "media").generic_string();
    if (is_left_behind(entry->path().filename().string())) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_directory() || path == "media.yaml" || listed.contains(path)) continue;
    problems.error({"media/" + path}, "media.yaml does not describe this file.",
                   "Add its licence, author and description there, or delete the file.");
  }
}

}  // namespace kiosk::publish
