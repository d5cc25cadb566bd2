#include "kiosk/publish/stamp.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "kiosk/os/durable.h"
#include "kiosk/publish/problem.h"
#include "kiosk/publish/translation.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

// The text with `of: hash` in its translation part; nullopt when the part is written in a way that is not understood
// here.
std::optional<std::string> with_stamp(const std::string& text, const std::string& hash) {
  size_t part = text.find("\ntranslation:");
  if (part == std::string::npos) return std::nullopt;
  size_t at = text.find('\n', part + 1);
  size_t behind = text.find_first_not_of(" \t", part + std::string_view("\ntranslation:").size());
  if (at == std::string::npos || (behind != at && text[behind] != '#')) return std::nullopt;  // {of: ...} on one line
  size_t insert = ++at;
  std::string indent = "  ";
  while (at < text.size() && text[at] == ' ') {
    size_t end = std::min(text.find('\n', at), text.size());
    size_t name = text.find_first_not_of(' ', at);
    indent = text.substr(at, name - at);
    if (text.compare(name, 3, "of:") == 0) {
      size_t value_end = std::min(end, text.find(" #", name));
      return text.substr(0, name) + "of: " + hash + text.substr(value_end);
    }
    at = end + 1;
  }
  return text.substr(0, insert) + indent + "of: " + hash + "\n" + text.substr(insert);
}

Status rewrite(const fs::path& path, const std::string& hash) {
  std::ifstream in(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::optional<std::string> stamped = in ? with_stamp(text, hash) : std::nullopt;
  if (!stamped) {
    return Error{Code::invalid,
                 "Cannot find where \"of\" belongs in " + path.string() + "; write it there by hand: of: " + hash};
  }
  return os::write_durably(path, *stamped);
}

// Both as the check writes it, topics/a.fr.md, and as a shell completes it, content/topics/a.fr.md.
bool is_named(const std::string& file, const fs::path& folder, const std::string& topic) {
  return file == topic || fs::path(file).lexically_normal() == (folder / topic).lexically_normal();
}

Error not_a_translation(const Content& content, const std::string& file) {
  std::vector<std::string_view> translations;
  for (const TopicFile& topic : content.topics) {
    if (topic.translation && fs::path(topic.file).filename() == fs::path(file).filename())
      return {Code::not_found, "There is no " + file + ". Write " + topic.file + " if you meant that."};
    if (topic.translation) translations.push_back(topic.file);
  }
  const std::string meant = nearest_name(file, translations);
  return {Code::not_found,
          file + " is not a translation in this content. Write " +
              (meant.empty() ? "for example topics/before-you-go.fr.md." : meant + " if you meant that.")};
}

}  // namespace

Result<std::vector<std::string>> stamp_translations(const Content& content, const std::vector<std::string>& files) {
  std::vector<std::string> changed;
  for (const std::string& file : files) {
    bool known = std::any_of(content.topics.begin(), content.topics.end(), [&](const TopicFile& topic) {
      return topic.translation && is_named(file, content.folder, topic.file);
    });
    if (!known) return not_a_translation(content, file);
  }
  for (const TopicFile& topic : content.topics) {
    const TopicFile* source = topic.translation ? content.find_source(topic.id) : nullptr;
    if (!source) continue;
    bool named = std::any_of(files.begin(), files.end(),
                             [&](const std::string& file) { return is_named(file, content.folder, topic.file); });
    std::string hash = words_hash(*source);
    if ((!topic.translation->of.empty() && !named) || topic.translation->of.text == hash) continue;
    KIOSK_TRY_STATUS(rewrite(content.folder / topic.file, hash));
    changed.push_back(topic.file);
  }
  return changed;
}

}  // namespace kiosk::publish
