#include "kiosk/speech/recordings.h"

#include <set>

#include "kiosk/crypto/sha256.h"
#include "kiosk/speech/spelling.h"

namespace kiosk::speech {

namespace {

class CatalogRecordings : public Recordings {
 public:
  explicit CatalogRecordings(std::unique_ptr<catalog::Catalog> catalog) : catalog_(std::move(catalog)) {
    for (std::string& name : catalog_->media("speech/")) names_.insert(std::move(name));
  }

  bool has(const std::string& name) const override { return names_.count(name) > 0; }
  Result<std::vector<uint8_t>> read(const std::string& name) override { return catalog_->medium(name); }

 private:
  std::unique_ptr<catalog::Catalog> catalog_;
  std::set<std::string> names_;  // never changes, so that has() may be asked on another thread
};

}  // namespace

std::unique_ptr<Recordings> recordings_of(std::unique_ptr<catalog::Catalog> catalog) {
  return std::make_unique<CatalogRecordings>(std::move(catalog));
}

std::string recording_name(const LanguageTag& language, std::string_view words) {
  std::string plain;
  for (char c : words) {
    bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return "speech/" + language.str() + "/" + crypto::sha256(plain).hex().substr(0, 16) + ".opus";
}

std::string digit_recording_name(const LanguageTag& language, char symbol) {
  return "speech/" + language.str() + "/digit-" + symbol_name(symbol) + ".opus";
}

}  // namespace kiosk::speech
