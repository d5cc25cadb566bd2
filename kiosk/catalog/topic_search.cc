#include "kiosk/catalog/topic_search.h"

#include <algorithm>

#include "kiosk/catalog/folding.h"
#include "kiosk/catalog/schema.h"

namespace kiosk::catalog {
namespace {

constexpr size_t kIndexedBeginning = 4;   // letters; prefix='1 2 3 4' in schema.h
constexpr size_t kMaxEndings = 64;        // as many words a beginning may stand for, before FTS5 is left to merge them
constexpr size_t kLeastToDoubt = 3;       // letters of a word that is in no text
constexpr size_t kLeastToDoubtKnown = 4;  // and of one that is

// A folded word holds no quotation mark; one from a damaged vocabulary may.
std::string quoted(const std::string& word) {
  std::string text = "\"";
  for (char c : word) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

void add_alternative(std::string& expression, const std::string& alternative) {
  if (!expression.empty()) expression += " OR ";
  expression += alternative;
}

}  // namespace

class TopicSearch::Vocabulary : public WordList {
 public:
  Vocabulary(sql::Statement& at_or_after, int64_t language) : at_or_after_(at_or_after), language_(language) {}

  std::optional<std::string> at_or_after(std::string_view text) override {
    auto row = at_or_after_.bind(1, language_).bind(2, text).step();
    if (!row || !*row) return std::nullopt;
    std::string word(at_or_after_.text(0));
    at_or_after_.reset();
    return word;
  }

  bool has(const std::string& word) { return at_or_after(word) == word; }
  bool has_beginning(const std::string& beginning) {
    const auto word = at_or_after(beginning);
    return word && word->starts_with(beginning);
  }

 private:
  sql::Statement& at_or_after_;
  int64_t language_;
};

TopicSearch::TopicSearch(sql::Statement in_titles, sql::Statement in_texts, sql::Statement at_or_after,
                         sql::Statement beginning_with, sql::Statement count)
    : in_titles_(std::move(in_titles)),
      in_texts_(std::move(in_texts)),
      at_or_after_(std::move(at_or_after)),
      beginning_with_(std::move(beginning_with)),
      count_(std::move(count)) {}

Result<TopicSearch> TopicSearch::create(const sql::Database& content) {
  KIOSK_TRY(in_titles, content.prepare("SELECT rowid FROM search_title WHERE search_title MATCH ? AND rowid >= ? AND "
                                       "rowid < ? ORDER BY rowid LIMIT ?"));
  KIOSK_TRY(in_texts, content.prepare("SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid >= ? AND "
                                      "rowid < ? ORDER BY rowid LIMIT ?"));
  KIOSK_TRY(at_or_after,
            content.prepare("SELECT word FROM vocabulary WHERE language = ? AND word >= ? ORDER BY word LIMIT 1"));
  KIOSK_TRY(beginning_with, content.prepare("SELECT word FROM vocabulary WHERE language = ? AND word >= ? AND word < ? "
                                            "ORDER BY word LIMIT ?"));
  KIOSK_TRY(count, content.prepare("SELECT topics FROM vocabulary WHERE language = ? AND word = ?"));
  return TopicSearch(std::move(in_titles), std::move(in_texts), std::move(at_or_after), std::move(beginning_with),
                     std::move(count));
}

Result<std::vector<int64_t>> TopicSearch::find(const std::vector<std::string>& words, int64_t language,
                                               Tolerance tolerance, int limit) {
  std::vector<int64_t> found;
  if (words.empty() || limit <= 0) return found;
  std::string expression;
  for (size_t i = 0; i < words.size(); ++i) {
    const Typed typed = i + 1 < words.size() ? Typed::whole : Typed::unfinished;
    const auto alternative = alternatives(words[i], typed, language, tolerance);
    if (!alternative) return found;
    expression += (i == 0 ? "(" : " AND (") + *alternative + ")";
  }
  KIOSK_TRY_STATUS(collect(in_titles_, expression, language, limit, found));
  KIOSK_TRY_STATUS(collect(in_texts_, expression, language, limit, found));
  return found;
}

Status TopicSearch::collect(sql::Statement& query, const std::string& expression, int64_t language, int limit,
                            std::vector<int64_t>& found) {
  const auto size_before = found.size();
  if (size_before >= static_cast<size_t>(limit)) return {};
  query.bind(1, std::string_view(expression)).bind(2, text_number(language, 0)).bind(3, text_number(language + 1, 0));
  // Those that are there already come up again here, at worst all of them.
  query.bind(4, static_cast<int64_t>(limit));
  while (found.size() < static_cast<size_t>(limit)) {
    KIOSK_TRY(row, query.step());
    if (!row) return {};
    const int64_t number = query.integer(0);
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(size_before);
    if (std::find(found.begin(), end, number) == end) found.push_back(number);
  }
  query.reset();
  return {};
}

std::optional<std::string> TopicSearch::alternatives(const std::string& word, Typed typed, int64_t language,
                                                     Tolerance tolerance) {
  Vocabulary vocabulary(at_or_after_, language);
  const size_t letters = letters_of(word).size();
  std::string expression;
  auto add_beginning = [&](const std::string& beginning) {
    if (letters_of(beginning).size() > kIndexedBeginning) {
      auto endings = words_beginning_with(beginning, language);
      if (endings && endings->size() <= kMaxEndings) {
        for (const std::string& ending : *endings) add_alternative(expression, quoted(ending));
        return;
      }
    }
    add_alternative(expression, quoted(beginning) + " *");
  };

  const bool known = typed == Typed::whole ? vocabulary.has(word) : vocabulary.has_beginning(word);
  if (known) typed == Typed::whole ? add_alternative(expression, quoted(word)) : add_beginning(word);
  if (tolerance == Tolerance::one_wrong_letter && can_be_doubted(word) &&
      letters >= (known ? kLeastToDoubtKnown : kLeastToDoubt)) {
    // What begins some word is taken for what was meant; only as a whole word it may be a slip.
    for (const Guess& guess : guesses(word, known ? Typed::whole : typed, vocabulary))
      guess.typed == Typed::whole ? add_alternative(expression, quoted(guess.text)) : add_beginning(guess.text);
  }
  if (expression.empty()) return std::nullopt;
  return expression;
}

Result<std::vector<std::string>> TopicSearch::words_beginning_with(const std::string& beginning, int64_t language) {
  std::vector<std::string> words;
  const std::string behind = beginning + "\xf4\x8f\xbf\xbf";  // U+10FFFF
  beginning_with_.bind(1, language).bind(2, std::string_view(beginning)).bind(3, std::string_view(behind));
  beginning_with_.bind(4, static_cast<int64_t>(kMaxEndings + 1));
  while (true) {
    KIOSK_TRY(row, beginning_with_.step());
    if (!row) return words;
    words.emplace_back(beginning_with_.text(0));
  }
}

Result<int64_t> TopicSearch::texts_with(const std::string& word, int64_t language) {
  KIOSK_TRY(row, count_.bind(1, language).bind(2, std::string_view(word)).step());
  const int64_t texts = row ? count_.integer(0) : 0;
  count_.reset();
  return texts;
}

}  // namespace kiosk::catalog
