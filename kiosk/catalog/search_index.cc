#include "kiosk/catalog/search_index.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "kiosk/catalog/folding.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/document/markdown.h"

namespace kiosk::catalog {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

// The words of one language, with the number of texts that hold each.
class Vocabulary {
 public:
  void add(std::vector<std::string> words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (std::string& word : words) ++texts_[std::move(word)];
  }

  Status write(sql::Database& content, int64_t language) {
    std::map<std::string, int64_t> ordered(texts_.begin(), texts_.end());
    KIOSK_TRY(insert, content.prepare("INSERT INTO vocabulary VALUES(?,?,?)"));
    for (const auto& [word, texts] : ordered)
      KIOSK_TRY_STATUS(insert.bind(1, language).bind(2, std::string_view(word)).bind(3, texts).run());
    texts_.clear();
    return {};
  }

 private:
  std::unordered_map<std::string, int64_t> texts_;
};

// Few large segments, merged once at the end: with FTS5's own settings every word is merged several times over, which
// is a quarter of the time that a large catalog takes.
Status collect_in_memory(sql::Database& content) {
  for (std::string_view table : kSearchTables) {
    const std::string set = "INSERT INTO " + std::string(table) + "(" + std::string(table) + ", rank) VALUES";
    KIOSK_TRY_STATUS(content.execute(set + "('hashsize', 67108864)"));  // bytes
    KIOSK_TRY_STATUS(content.execute(set + "('automerge', 0)"));
    KIOSK_TRY_STATUS(content.execute(set + "('crisismerge', 1000)"));
  }
  return {};
}

}  // namespace

Status build_search_index(sql::Database& content, const std::map<int64_t, std::string>& keywords) {
  KIOSK_TRY_STATUS(collect_in_memory(content));
  KIOSK_TRY(texts, content.prepare("SELECT number, title, summary, body FROM topic_text ORDER BY number"));
  KIOSK_TRY(insert_title, content.prepare("INSERT INTO search_title(rowid, words) VALUES(?,?)"));
  KIOSK_TRY(insert_text, content.prepare("INSERT INTO search_text(rowid, words) VALUES(?,?)"));
  Vocabulary vocabulary;
  std::optional<int64_t> language;
  while (true) {
    KIOSK_TRY(row, texts.step());
    if (!row) break;
    const int64_t number = texts.integer(0);
    if (language && *language != language_of_text(number)) KIOSK_TRY_STATUS(vocabulary.write(content, *language));
    language = language_of_text(number);

    std::string words(texts.text(1));
    if (auto found = keywords.find(number); found != keywords.end()) words += "\n" + found->second;
    KIOSK_TRY_STATUS(insert_title.bind(1, number).bind(2, joined(index_words(words))).run());

    words += "\n" + std::string(texts.text(2));
    KIOSK_TRY(document, document::parse_markdown(texts.text(3)));
    for (const document::Block& block : document.blocks) words += "\n" + block.text();
    std::vector<std::string> all = index_words(words);
    KIOSK_TRY_STATUS(insert_text.bind(1, number).bind(2, joined(all)).run());
    vocabulary.add(std::move(all));
  }
  if (language) KIOSK_TRY_STATUS(vocabulary.write(content, *language));
  // One segment each, so that a search reads one list and not several.
  KIOSK_TRY_STATUS(content.execute("INSERT INTO search_title(search_title) VALUES('optimize')"));
  return content.execute("INSERT INTO search_text(search_text) VALUES('optimize')");
}

}  // namespace kiosk::catalog
