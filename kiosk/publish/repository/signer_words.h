// What a signer reads before signing, in the signer's language. A language is a file, assets/signing/LANGUAGE.po; a
// word that it lacks is said in English.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::publish {

class SignerWords {
 public:
  // Error: Code::not_found when there is no such language, naming those that there are.
  static Result<SignerWords> load(const std::filesystem::path& folder, const std::string& language);

  const std::string& language() const { return language_; }

  std::string tr(const std::string& original) const;
  // With the values in the places of {1}, {2} ...
  std::string tr(const std::string& original, std::initializer_list<std::string> values) const;
  // What an error of any layer says (signer_errors.cc).
  std::string tell(const std::string& error) const;

 private:
  std::string language_ = "en";
  std::map<std::string, std::string> translations_;
};

}  // namespace kiosk::publish
