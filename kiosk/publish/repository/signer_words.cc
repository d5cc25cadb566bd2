#include "kiosk/publish/repository/signer_words.h"

#include "kiosk/base/fill.h"
#include "kiosk/os/directory.h"
#include "kiosk/publish/po_file.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

Result<SignerWords> SignerWords::load(const std::filesystem::path& folder, const std::string& language) {
  SignerWords words;
  if (language.empty() || language == "en") return words;
  KIOSK_TRY(names, os::list_folder(folder));
  std::string known = "en";
  for (const std::string& name : names) {
    if (!name.ends_with(".po")) continue;
    known += ", " + name.substr(0, name.size() - 3);
    if (name != language + ".po") continue;
    Problems problems;
    auto file = read_messages(folder, name, problems);
    if (!file) break;
    words.language_ = language;
    for (const MessageEntry& message : file->messages) {
      if (message.translated()) words.translations_[message.original] = message.translations.front();
    }
    return words;
  }
  return Error{Code::not_found,
               "There are no words for signers in the language \"" + language + "\". There are: " + known + "."};
}

std::string SignerWords::tr(const std::string& original) const {
  auto found = translations_.find(original);
  return found == translations_.end() ? original : found->second;
}

std::string SignerWords::tr(const std::string& original, std::initializer_list<std::string> values) const {
  return fill(tr(original), values);
}

}  // namespace kiosk::publish
