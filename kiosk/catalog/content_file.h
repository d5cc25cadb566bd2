// Reads content.db: the pack, its languages, words, sections and topics, and where its media lie. No number comes from
// here. An error means that the file is damaged; what was asked for is then not there.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/catalog/font.h"
#include "kiosk/catalog/keyboard.h"
#include "kiosk/catalog/model.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

struct MediumObject {
  crypto::Sha256Digest digest;
  int64_t size = 0;
};

class ContentFile {
 public:
  // Error: as Database::open_readonly_immutable.
  static Result<ContentFile> open(const std::filesystem::path& file);

  const sql::Database& database() const { return database_; }
  const Pack& pack() const { return pack_; }
  const std::vector<Language>& languages() const { return offered_; }
  void withhold(const std::set<LanguageTag>& languages);

  // The number of a language of the pack; -1 for any other, under which nothing is ever found.
  int64_t number_of(const LanguageTag& language) const;

  Result<Titled> title(const LanguageTag& language) const;
  Result<std::vector<Font>> fonts() const;
  Result<Keyboard> keyboard(const LanguageTag& language) const;
  Result<std::map<std::string, std::string>> messages(const LanguageTag& language) const;
  Result<std::vector<Section>> sections(const LanguageTag& language) const;
  Result<std::vector<TopicSummary>> topics(const std::string& section, const LanguageTag& language) const;
  Result<std::vector<TopicSummary>> news(const LanguageTag& language) const;
  Result<Topic> topic(const std::string& id, const LanguageTag& language) const;  // not_found too

  // The topics of texts that were found, in their order, each in `language` or else in that of its text.
  Result<std::vector<TopicSummary>> topics_of_texts(const std::vector<int64_t>& texts,
                                                    const LanguageTag& language) const;

  Result<std::vector<Area>> areas(const LanguageTag& language) const;
  Result<Drawing> drawing(const std::string& name, const LanguageTag& language) const;  // not_found too
  // The drawings of contacts or of filters, by id; `kind` is one of schema.h.
  Result<std::map<std::string, std::string>> help_pictures(std::string_view kind) const;
  Result<std::vector<std::string>> media(const std::string& folder) const;
  Result<MediumObject> medium(const std::string& path) const;  // not_found too
  Result<std::string> medium_description(const std::string& path, const LanguageTag& language) const;

 private:
  ContentFile(sql::Database database, Pack pack, std::vector<Language> languages)
      : database_(std::move(database)), pack_(std::move(pack)), languages_(std::move(languages)) {}

  TopicSummary summary_at(const sql::Statement& row) const;
  Result<std::vector<TopicSummary>> summaries(sql::Statement rows, const LanguageTag& language) const;
  Status read_lists(int64_t number, Topic& topic) const;
  Status find_offered();

  sql::Database database_;
  Pack pack_;
  std::vector<Language> languages_;  // all of the pack; the index is the number
  std::vector<Language> offered_;    // those with a text
  std::set<LanguageTag> withheld_;
};

}  // namespace kiosk::catalog
