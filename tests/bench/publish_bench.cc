// How long publishing takes: 10,000 pages in 6 languages are read, checked and built into a catalog, against reading
// the same files, parsing their YAML and Markdown and inserting their words without any check: into the tables of a
// catalog, and, for comparison, into one table and one plain FTS5 index, which find no unfinished word and no misspelt
// one. Prints processor times and ratios. Aim: at most 3.
//
//   publish_bench [PAGES]
#include <md4c.h>
#include <sqlite3.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/catalog/schema.h"
#include "kiosk/publish/build.h"
#include "kiosk/publish/content_check.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/translation.h"
#include "kiosk/text/engine.h"
#include "kiosk/text/icons.h"
#include "tests/support/source_path.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

constexpr const char* kLanguages[] = {"en", "fr", "es", "pt", "de", "it"};
constexpr int kVocabulary = 20000;

// The same numbers on every machine.
class Random {
 public:
  uint32_t next(uint32_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % limit;
  }

 private:
  uint64_t state_ = 42;
};

// Frequent words are frequent, as in a language.
std::string word(Random& random) {
  uint32_t rank = random.next(random.next(kVocabulary) + 1);
  std::string letters;
  for (uint32_t rest = rank * 7919 + 13; letters.size() < 3 || rest > 0; rest /= 19)
    letters += "aeioubcdfglmnprstvz"[rest % 19];
  return letters;
}

std::string sentence(Random& random) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += (i > 0 ? " " : "") + word(random);
  text[0] = static_cast<char>(text[0] - 32);
  return text + ".";
}

std::string body(Random& random) {
  std::string text;
  for (int part = 0; part < 3; ++part) {
    text += "## " + word(random) + " " + word(random) + "\n\n" + sentence(random) + " " + sentence(random) + "\n\n";
    for (int item = 0; item < 3; ++item) text += "- " + sentence(random) + "\n";
    text += "\n[" + word(random) + "](contact:help)\n\n";
  }
  return text;
}

void write_content(const fs::path& folder, int pages) {
  for (const char* part : {"topics", "contacts"}) fs::create_directories(folder / part);
  std::string pack =
      "id: bench\ntitle: {en: Bench}\ncountry: LR\ntime_zone: Africa/Monrovia\npublished: 2026-11-23\nsource_language: "
      "en\nlanguages:\n";
  for (const char* language : kLanguages) pack += "  - {tag: " + std::string(language) + ", name: " + language + "}\n";
  pack += "sections:\n";
  for (int i = 0; i < 12; ++i) {
    pack += "  - {id: s" + std::to_string(i) + ", icon: phone, colour: teal, title: {en: Section}}\n";
  }
  test::write_file(folder / "pack.yaml", pack);
  test::write_file(folder / "contacts/help.yaml",
                   "id: help\nkind: hotline\nshow: yes\nshow_reason: x\ncountry: LR\nwho_answers: state\nname: {en: "
                   "Help}\nserves: {en: All.}\n"
                   "answers: {en: Staff.}\nnumbers: [{dial: \"116\", use: voice, from: [LR], cost: free}]\nhours: "
                   "unknown\nlanguages: unknown\n"
                   "sources: [{title: x, date: undated}]\nverified: {on: 2026-11-20, by: x, how: published_source}\n");
  Random random;
  for (int page = 0; page < pages; ++page) {
    std::string hash;
    for (const char* language : kLanguages) {
      publish::TopicFile words;
      words.title.text = word(random) + " " + word(random);
      words.summary.text = sentence(random);
      words.keywords = {{word(random), 0}, {word(random), 0}};
      words.body = body(random);
      std::string text = "---\ntitle: " + words.title.text + "\nsummary: " + words.summary.text + "\nkeywords: [" +
                         words.keywords[0].text + ", " + words.keywords[1].text + "]\n";
      if (language == kLanguages[0]) {
        hash = publish::words_hash(words);
        text += "section: s" + std::to_string(page % 12) + "\nposition: " + std::to_string(page / 12) +
                "\nicon: phone\nsensitivity: green\ncontacts: [help]\nsources:\n  - {title: A page, address: "
                "\"https://example.org\", date: "
                "2024-05-01}\nchecked: {on: 2026-11-01, by: team, how: read}\n";
      } else {
        text += "translation:\n  of: " + hash + "\n  by: team\n  on: 2026-11-02\n";
      }
      test::write_file(folder / "topics" / ("page-" + std::to_string(page) + "." + language + ".md"),
                       text + "---\n" + words.body);
    }
  }
}

// Processor time: on a machine that does other things as well, the clock on the wall compares nothing.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void must(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "publish_bench: %s failed\n", what);
  std::exit(1);
}

enum class Tables { of_a_catalog, plain };

// The usual parsers, and one insertion a page and table in one transaction.
class Baseline {
 public:
  Baseline(const fs::path& file, Tables tables) {
    must(sqlite3_open(file.c_str(), &database_) == SQLITE_OK, "opening");
    run("PRAGMA synchronous=off; PRAGMA journal_mode=off");
    if (tables == Tables::of_a_catalog) {
      for (std::string_view table : catalog::kContentSchema) run(std::string(table).c_str());
      run("BEGIN");
      prepare("INSERT INTO topic_text VALUES(?1,?2,?3,'source',0,'',?5)");
      prepare("INSERT INTO search_title(rowid,words) VALUES(?1,lower(?2||' '||?4))");
      prepare("INSERT INTO search_text(rowid,words) VALUES(?1,lower(?2||' '||?3||' '||?4||' '||?5))");
    } else {
      run("CREATE TABLE page(id INTEGER PRIMARY KEY, title TEXT, summary TEXT, keywords TEXT, body TEXT)");
      run("CREATE VIRTUAL TABLE search USING fts5(title, summary, keywords, body, content='')");
      run("BEGIN");
      prepare("INSERT INTO page VALUES(?1,?2,?3,?4,?5)");
      prepare("INSERT INTO search(rowid,title,summary,keywords,body) VALUES(?1,?2,?3,?4,?5)");
    }
  }

  ~Baseline() {
    for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
    run("COMMIT");
    sqlite3_close(database_);
  }
  Baseline(const Baseline&) = delete;
  Baseline& operator=(const Baseline&) = delete;

  void add(const std::string& text) {
    size_t end = text.find("\n---\n", 4);
    YAML::Node front = YAML::Load(text.substr(4, end - 4));
    std::string body = text.substr(end + 5), keywords;
    for (const auto& keyword : front["keywords"]) keywords += keyword.as<std::string>() + " ";
    auto ignore_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    auto ignore_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    auto ignore_text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
    MD_PARSER parser{0, 0, ignore_block, ignore_block, ignore_span, ignore_span, ignore_text, nullptr, nullptr};
    md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, nullptr);
    std::string title = front["title"].as<std::string>(), summary = front["summary"].as<std::string>();
    ++pages_;
    for (sqlite3_stmt* statement : statements_) {
      sqlite3_bind_int(statement, 1, pages_);
      const std::string* values[] = {&title, &summary, &keywords, &body};
      for (int i = 0; i < 4 && i + 2 <= sqlite3_bind_parameter_count(statement); ++i) {
        sqlite3_bind_text(statement, i + 2, values[i]->data(), static_cast<int>(values[i]->size()), SQLITE_TRANSIENT);
      }
      must(sqlite3_step(statement) == SQLITE_DONE, "inserting");
      sqlite3_reset(statement);
    }
  }

 private:
  void run(const char* sql) { must(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql); }

  void prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    must(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
    statements_.push_back(statement);
  }

  sqlite3* database_ = nullptr;
  std::vector<sqlite3_stmt*> statements_;
  int pages_ = 0;
};

double insert_without_checks(const fs::path& content, const fs::path& file, Tables tables) {
  double start = processor_seconds();
  {
    Baseline baseline(file, tables);
    for (const auto& entry : fs::directory_iterator(content / "topics")) baseline.add(test::read_file(entry.path()));
  }
  return processor_seconds() - start;
}

}  // namespace

int main(int argc, char** argv) {
  int pages = argc > 1 ? std::atoi(argv[1]) : 10000;
  TemporaryFolder folder;
  fs::path content_folder = folder / "content";
  std::printf("writing %d pages in 6 languages ...\n", pages);
  write_content(content_folder, pages);
  double same = insert_without_checks(content_folder, folder / "same.db", Tables::of_a_catalog);
  double plain = insert_without_checks(content_folder, folder / "plain.db", Tables::plain);

  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  must(engine.ok(), "opening the fonts");
  double start = processor_seconds();
  publish::Problems problems;
  auto content = publish::load_content(content_folder, problems);
  must(content.has_value(), "loading");
  double loaded = processor_seconds() - start;
  publish::CheckOptions options;
  options.today = *content->pack.published;
  options.icons = text::icon_names();
  publish::FontSearch search;
  options.undrawn = [&](const LanguageTag& language, std::string_view words) {
    return search.find(language, (*engine)->uncovered(words));
  };
  publish::check_content(*content, options, problems);
  for (const publish::Problem& problem : problems.sorted()) {
    if (problem.severity == publish::Severity::error) std::fprintf(stderr, "%s\n", publish::to_string(problem).c_str());
  }
  must(problems.errors() == 0, "checking");
  double checked = processor_seconds() - start;
  Status built = publish::build_catalog(*content, folder / "catalog");
  must(built.ok(), built.ok() ? "" : built.error().message.c_str());
  double published = processor_seconds() - start;
  std::printf("parse, insert into a catalog's tables   %7.2f s\n", same);
  std::printf("parse, insert into plain tables         %7.2f s\n", plain);
  std::printf("read, check, build                      %7.2f s  (read %.2f, check %.2f, build %.2f)\n", published,
              loaded, checked - loaded, published - checked);
  std::printf("ratio to a catalog's tables             %7.2f    (aim: at most 3)\n", published / same);
  std::printf("ratio to plain tables                   %7.2f\n", published / plain);
}
