// The interface's words in the visitor's language. The English original is the key, as in gettext; the translations
// come from the catalog, so that a new language is a content update.
#pragma once

#include <map>
#include <string>

#include "kiosk/base/fill.h"

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

using kiosk::fill;

}  // namespace kiosk::ui
