#include "kiosk/publish/load.h"

#include <algorithm>

#include "kiosk/publish/contact_file.h"
#include "kiosk/publish/file_names.h"
#include "kiosk/publish/glossary.h"
#include "kiosk/publish/map_file.h"
#include "kiosk/publish/media_list.h"
#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/po_file.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/publish/topic_file.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxFiles = 200000;

// The names in one folder, sorted, as paths inside the content folder. Hidden files are passed over: editors and file
// managers leave them behind.
std::vector<std::string> files_in(const fs::path& folder, const std::string& part, Problems& problems) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder / part, error), end; !error && entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (is_left_behind(name)) continue;
    std::error_code ignored;
    if (!fs::is_regular_file(entry->symlink_status(ignored))) {
      problems.error({part + "/" + name}, "This is not a plain file.",
                     "Put the files of " + part + " directly into that folder.");
    } else if (names.size() < kMaxFiles) {
      names.push_back(part + "/" + name);
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    problems.error({part}, "The folder cannot be read: " + error.message() + ".", "Check that you may open it.");
  }
  if (names.size() == kMaxFiles)
    problems.error({part}, "The folder holds " + std::to_string(kMaxFiles) + " files or more.",
                   "Split the content into several packs.");
  std::sort(names.begin(), names.end());
  refuse_names_alike(names, problems);
  return names;
}

class Loader {
 public:
  Loader(const fs::path& folder, Content& content, Problems& problems, const Progress& progress)
      : folder_(folder), content_(content), problems_(problems), progress_(progress) {}

  void load() {
    load_topics();
    load_contacts();
    if (std::error_code error; fs::exists(folder_ / kMediaFile, error)) {
      if (auto text = read(kMediaFile)) content_.media = read_media_list(*text, problems_);
    }
    if (std::error_code error; fs::exists(folder_ / kMapFile, error)) {
      if (auto text = read(kMapFile)) {
        content_.areas = read_map(*text, content_.pack.source_language, problems_);
        content_.map_credit = read_map_credit(*text);
      }
    }
    if (std::error_code error; fs::exists(folder_ / kGlossaryFile, error)) {
      if (auto text = read(kGlossaryFile)) content_.glossary = read_glossary(*text, problems_);
    }
    content_.pictures = load_pictures(folder_, problems_);
    load_messages();
    load_keyboards();
    report_strangers();
  }

 private:
  std::optional<std::string> read(const std::string& name) { return read_text_file(folder_, name, problems_); }

  void tell(std::string_view step, size_t done, size_t total) const {
    if (progress_ && (done % 64 == 0 || done == total)) progress_(step, done, total);
  }

  void load_topics() {
    std::vector<std::string> names = files_in(folder_, "topics", problems_);
    std::vector<std::string> news = files_in(folder_, "news", problems_);
    names.insert(names.end(), news.begin(), news.end());
    content_.topics.reserve(names.size());
    for (size_t i = 0; i < names.size(); ++i) {
      std::optional<TopicName> name = read_topic_name(names[i], content_.pack, problems_);
      std::optional<std::string> text = name ? read(names[i]) : std::nullopt;
      auto topic = text ? read_topic(*name, names[i], *text, content_.pack, problems_) : std::nullopt;
      if (topic)
        content_.topics.push_back(std::move(*topic));
      else
        content_.unreadable.insert(names[i]);
      tell("reading pages", i + 1, names.size());
    }
    auto rank = [&](const LanguageTag& tag) {
      return std::find_if(content_.pack.languages.begin(), content_.pack.languages.end(),
                          [&](const DeclaredLanguage& declared) { return declared.tag == tag; });
    };
    std::stable_sort(content_.topics.begin(), content_.topics.end(), [&](const TopicFile& a, const TopicFile& b) {
      return a.id != b.id ? a.id < b.id : rank(a.language) < rank(b.language);
    });
  }

  void load_contacts() {
    for (const std::string& name : files_in(folder_, "contacts", problems_)) {
      if (!name.ends_with(".yaml")) {
        problems_.error({name}, "This is not the file of a contact.", name_remedy(name, ".yaml"));
        continue;
      }
      std::optional<std::string> text = read(name);
      auto contact = text ? read_contact(name, *text, problems_) : std::nullopt;
      if (contact)
        content_.contacts.push_back(std::move(*contact));
      else
        content_.unreadable.insert(name);
    }
    std::stable_sort(content_.contacts.begin(), content_.contacts.end(),
                     [](const ContactFile& a, const ContactFile& b) { return a.id < b.id; });
  }

  // The name of a file of words that is not there yet: no one is to write over a translation.
  std::string free_example(const std::string& name) const {
    std::error_code error;
    for (const DeclaredLanguage& declared : content_.pack.languages) {
      std::string example = "ui/" + declared.tag.str() + ".po";
      bool free = declared.tag != content_.pack.source_language && !fs::exists(folder_ / example, error);
      if (free && example != name) return example;
    }
    return "ui/kri.po";
  }

  void load_messages() {
    for (const std::string& name : files_in(folder_, "ui", problems_)) {
      if (name == kWordList) {
        if (auto words = read_messages(folder_, name, problems_)) content_.words = std::move(words->messages);
        continue;
      }
      std::string tag = name.substr(3, name.find('.') == std::string::npos ? 0 : name.rfind('.') - 3);
      Result<LanguageTag> language = LanguageTag::parse(tag);
      if (!name.ends_with(".po") || !language.ok() || language->str() != tag || !content_.pack.declares(*language)) {
        problems_.error({name}, "This is not a file of words in a language of pack.yaml.",
                        "If it is one, call it by its language's tag and .po in small letters, for example " +
                            free_example(name) + ", and name the language in pack.yaml; else delete it.");
      } else if (auto messages = read_messages(folder_, name, problems_)) {
        messages->language = *language;
        content_.messages.push_back(std::move(*messages));
      }
    }
  }

  void load_keyboards() {
    for (const std::string& name : files_in(folder_, std::string(kKeyboardFolder), problems_)) {
      auto text = read(name);
      auto keyboard = text ? read_keyboard_file(name, *text, problems_) : std::nullopt;
      if (keyboard) content_.keyboards.push_back(std::move(*keyboard));
    }
  }

  // Files in places where nobody would read them.
  void report_strangers() {
    std::error_code error;
    for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
      std::string name = entry->path().filename().string();
      constexpr std::string_view kKnown[] = {"pack.yaml",   "topics",    "news",         "contacts",    "ui",
                                             "media",       "pictures",  kMapFile,       kGlossaryFile, "AUTHORING.md",
                                             "PICTURES.md", "README.md", kKeyboardFolder};
      if (is_left_behind(name) || std::find(std::begin(kKnown), std::end(kKnown), name) != std::end(kKnown)) continue;
      problems_.warning({name}, "Nothing reads this file.", "Move it to its folder, or out of the content.");
    }
  }

  const fs::path& folder_;
  Content& content_;
  Problems& problems_;
  const Progress& progress_;
};

}  // namespace

std::optional<Content> load_content(const fs::path& folder, Problems& problems, const Progress& progress) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    problems.error({folder.string()}, "There is no such folder.",
                   fs::exists(kPackFile, error) ? "You are in a folder with a pack.yaml: write . to name it."
                                                : "Name the folder that holds pack.yaml.");
    return std::nullopt;
  }
  if (!fs::exists(folder / kPackFile, error)) {
    std::string other = other_spelling(folder, kPackFile);
    problems.error({kPackFile}, "The folder " + folder.string() + " holds no pack.yaml, so it is not a content folder.",
                   other.empty() ? "Name the folder that holds pack.yaml." : "Rename " + other + " to pack.yaml.");
    return std::nullopt;
  }
  std::optional<std::string> text = read_text_file(folder, kPackFile, problems);
  if (!text) return std::nullopt;
  std::optional<PackFile> pack = read_pack(*text, problems);
  if (!pack) return std::nullopt;
  Content content;
  content.folder = folder;
  content.pack = std::move(*pack);
  Loader(folder, content, problems, progress).load();
  return content;
}

}  // namespace kiosk::publish
