#include "kiosk/publish/picture/picture_set.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "kiosk/base/slug.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/publish/yaml.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxFiles = 5000;
constexpr std::string_view kEnding = ".svg";

class Loader {
 public:
  Loader(const fs::path& folder, PictureSet& set, Problems& problems)
      : folder_(folder), set_(set), problems_(problems) {}

  void load() {
    load_drawings(kPictureFolder, set_.scenes);
    load_drawings(kPartFolder, set_.parts);
    std::error_code error;
    if (fs::exists(folder_ / kPictureWords, error)) load_words();
  }

 private:
  void load_drawings(const std::string& part, std::map<std::string, PictureFile>& into) {
    std::vector<std::string> names;
    std::error_code error, ignored;
    for (fs::directory_iterator entry(folder_ / part, error), end; !error && entry != end; entry.increment(error)) {
      const std::string name = entry->path().filename().string(), file = part + "/" + name;
      if (name.starts_with(".") || file == kPartFolder || file == kPictureWords) continue;
      if (!fs::is_regular_file(entry->symlink_status(ignored)) || !name.ends_with(kEnding) ||
          !is_slug(name.substr(0, name.size() - kEnding.size()))) {
        problems_.error({file}, "This is not the file of a drawing.",
                        "Call it by small letters, digits and hyphens, and let it end in .svg; or move it elsewhere.");
      } else if (names.size() < kMaxFiles) {
        names.push_back(file);
      }
    }
    if (names.size() == kMaxFiles) problems_.error({part}, "The folder holds too many files.", "Remove some.");
    std::sort(names.begin(), names.end());
    for (const std::string& file : names) {
      std::optional<std::string> text = read_text_file(folder_, file, problems_);
      std::optional<PictureFile> picture = text ? read_picture(file, *text, problems_) : std::nullopt;
      if (picture) into.emplace(picture->name, std::move(*picture));
    }
  }

  void load_words() {
    std::optional<std::string> text = read_text_file(folder_, kPictureWords, problems_);
    std::optional<YamlNode> root = text ? parse_yaml(*text, kPictureWords, 1, problems_) : std::nullopt;
    if (!root) return;
    Fields fields(*root, kPictureWords, "the list of drawings", problems_);
    for (const YamlNode::Key& key : root->keys) {
      set_.words.emplace(key.text, fields.by_language(key.text));
      set_.word_lines.emplace(key.text, key.line);
    }
  }

  const fs::path& folder_;
  PictureSet& set_;
  Problems& problems_;
};

}  // namespace

PictureSet load_pictures(const fs::path& folder, Problems& problems) {
  PictureSet set;
  Loader(folder, set, problems).load();
  return set;
}

}  // namespace kiosk::publish
