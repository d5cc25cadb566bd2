// The interface's words in the visitor's language. The English original is the key, as in gettext; the translations
// come from the catalog, so that a new language is a content update.
#pragma once

#include <initializer_list>
#include <map>
#include <string>

namespace kiosk::ui {

class Words {
 public:
  Words() = default;
  explicit Words(std::map<std::string, std::string> messages) : messages_(std::move(messages)) {}

  // The translation, or the original where there is none.
  std::string tr(const std::string& original) const {
    auto found = messages_.find(original);
    return found == messages_.end() || found->second.empty() ? original : found->second;
  }

 private:
  std::map<std::string, std::string> messages_;
};

// Puts the values in the places of {1}, {2} ... in a translated sentence.
inline std::string fill(std::string sentence, std::initializer_list<std::string> values) {
  int number = 1;
  for (const std::string& value : values) {
    std::string place = "{" + std::to_string(number++) + "}";
    if (size_t at = sentence.find(place); at != std::string::npos) sentence.replace(at, place.size(), value);
  }
  return sentence;
}

}  // namespace kiosk::ui
