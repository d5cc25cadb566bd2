// What one keystroke in the search costs, over 100,000 generated topics (or as many as the first argument says).
// Titles are typed letter by letter, as they are, with one wrong letter in each word, and in a session whose language
// is only half translated; each beside the plainest prefix query that FTS5 can answer, on the same file in the same
// run. The aim: p99 under 10 ms.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/folding.h"
#include "kiosk/catalog/schema.h"
#include "tests/bench/generated_catalog.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace kiosk;
constexpr int kTyped = 100;  // titles
constexpr int kHits = 20;

// Of this thread's own time: what else the machine does meanwhile is not counted. Nothing here waits for a disk.
double milliseconds_of(const std::function<void()>& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double start = now();
  work();
  return now() - start;
}

double percentile(std::vector<double> values, double part) {
  std::ranges::sort(values);
  return values[std::min(values.size() - 1, static_cast<size_t>(part * static_cast<double>(values.size())))];
}

// What is in the field after each letter.
std::vector<std::string> keystrokes(const std::vector<std::string>& titles) {
  std::vector<std::string> typed;
  for (const std::string& title : titles) {
    const std::u32string letters = catalog::letters_of(title);
    for (size_t size = 1; size <= letters.size(); ++size)
      typed.push_back(catalog::word_of_letters(std::u32string_view(letters).substr(0, size)));
  }
  return typed;
}

// One letter of each word of four letters or more replaced, dropped, doubled or swapped with the next.
std::string with_slips(const std::string& title, std::mt19937& random) {
  std::u32string all;
  for (const std::string& word : catalog::query_words(title)) {
    std::u32string letters = catalog::letters_of(word);
    if (letters.size() >= 4) {
      const size_t at = random() % (letters.size() - 1);
      switch (random() % 4) {
        case 0: letters[at] = U'a' + random() % 26; break;
        case 1: letters.erase(at, 1); break;
        case 2: letters.insert(at, 1, letters[at]); break;
        default: std::swap(letters[at], letters[at + 1]);
      }
    }
    all += (all.empty() ? U"" : U" ") + letters;
  }
  return catalog::word_of_letters(all);
}

struct Measured {
  std::vector<double> search, plain;
};

void print(const char* name, const Measured& measured) {
  const double p50 = percentile(measured.search, 0.5), p99 = percentile(measured.search, 0.99);
  std::printf(
      "%-34s %6zu keys   search p50 %6.3f  p99 %6.3f  max %6.3f ms   plain p50 %6.3f  p99 %6.3f ms   p99 ratio %5.2f\n",
      name, measured.search.size(), p50, p99, percentile(measured.search, 1), percentile(measured.plain, 0.5),
      percentile(measured.plain, 0.99), p99 / percentile(measured.plain, 0.99));
}

long resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
  return 0;
}

class Bench {
 public:
  Bench(const std::filesystem::path& folder)
      : database_(std::move(
            *sql::Database::open_readonly_immutable(folder / catalog::kContentFile, catalog::content_read_options()))),
        plain_(std::move(
            *database_.prepare("SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT 20"))),
        catalog_(std::move(*catalog::Catalog::open(folder))) {}

  Measured measure(const std::vector<std::string>& typed, const char* language) {
    Measured measured;
    for (const std::string& text : typed) {
      const std::vector<std::string> words = catalog::query_words(text);
      if (words.empty()) continue;
      const std::string expression = "\"" + words.back() + "\" *";
      measured.plain.push_back(milliseconds_of([&] {
        plain_.bind(1, std::string_view(expression));
        for (auto row = plain_.step(); row.ok() && *row; row = plain_.step()) found_ += plain_.integer(0) > 0;
      }));
      measured.search.push_back(milliseconds_of(
          [&] { found_ += static_cast<long>(catalog_->search(text, LanguageTag::of(language), day_, kHits).size()); }));
    }
    return measured;
  }

  long found() const { return found_; }

 private:
  Date day_ = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);
  sql::Database database_;
  sql::Statement plain_;
  std::unique_ptr<catalog::Catalog> catalog_;
  long found_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const int topics = argc > 1 ? std::atoi(argv[1]) : 100000;
  test::TemporaryFolder folder;
  bench::GeneratedCatalog generated;
  const double built = milliseconds_of([&] {
    auto result = bench::generate_catalog(folder.path(), topics);
    if (!result) {
      std::fprintf(stderr, "%s\n", result.error().message.c_str());
      std::exit(1);
    }
    generated = std::move(*result);
  });
  std::printf("%d topics, content.db %.1f MB, built in %.1f s\n", topics,
              static_cast<double>(std::filesystem::file_size(folder / "content.db")) / 1e6, built / 1000);

  std::mt19937 random(7);
  std::vector<std::string> titles, translated, slipped;
  for (int i = 0; i < kTyped; ++i) {
    titles.push_back(generated.titles[random() % generated.titles.size()]);
    translated.push_back(generated.translated_titles[random() % generated.translated_titles.size()]);
    slipped.push_back(with_slips(titles.back(), random));
  }
  const long before = resident_kilobytes();
  std::vector<double> opened;
  for (int i = 0; i < 20; ++i) opened.push_back(milliseconds_of([&] { (void)catalog::Catalog::open(folder.path()); }));
  std::printf("opening p50 %.2f ms\n", percentile(opened, 0.5));
  Bench bench(folder.path());
  print("titles as they are, en", bench.measure(keystrokes(titles), "en"));
  print("one slip in each word, en", bench.measure(keystrokes(slipped), "en"));
  print("titles as they are, fr then en", bench.measure(keystrokes(translated), "fr"));
  print("words of en in a session of fr", bench.measure(keystrokes(titles), "fr"));
  print("one slip, en in a session of fr", bench.measure(keystrokes(slipped), "fr"));
  std::printf("memory: %ld kB more than before opening; %ld hits in all\n", resident_kilobytes() - before,
              bench.found());
  return 0;
}
