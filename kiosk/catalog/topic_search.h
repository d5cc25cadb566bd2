// Finds texts of topics in the search tables of content.db (SCHEMA.md, "Search"). Knows words and rows, nothing of
// visitors: search.h decides in which order languages and contacts come.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/catalog/spelling.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

enum class Tolerance { exact, one_wrong_letter };

class TopicSearch {
 public:
  // `content` must outlive it.
  static Result<TopicSearch> create(const sql::Database& content);

  // Numbers of texts in one language that hold all `words` (query_words; the last may be unfinished), best first:
  // those with all words in title and keywords, then the others. At most `limit`.
  Result<std::vector<int64_t>> find(const std::vector<std::string>& words, int64_t language, Tolerance tolerance,
                                    int limit);

  // In how many texts of the language a word stands; 0 if in none.
  Result<int64_t> texts_with(const std::string& word, int64_t language);

 private:
  class Vocabulary;

  TopicSearch(sql::Statement in_titles, sql::Statement in_texts, sql::Statement at_or_after,
              sql::Statement beginning_with, sql::Statement count);

  // What FTS5 is asked for one word; nothing: no text can match.
  std::optional<std::string> alternatives(const std::string& word, Typed typed, int64_t language, Tolerance tolerance);
  Result<std::vector<std::string>> words_beginning_with(const std::string& beginning, int64_t language);
  Status collect(sql::Statement& query, const std::string& expression, int64_t language, int limit,
                 std::vector<int64_t>& found);

  sql::Statement in_titles_, in_texts_, at_or_after_, beginning_with_, count_;
};

}  // namespace kiosk::catalog
