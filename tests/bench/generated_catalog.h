// A catalog of any size, made of words that do not exist but are spread as words are: a few everywhere, most rarely.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::bench {

// The words of a language that does not exist, the most frequent first. The same for the same seed.
class InventedLanguage {
 public:
  InventedLanguage(unsigned seed, size_t words);

  // Zipf: the n-th word comes 1/n as often as the first.
  const std::string& word(std::mt19937& random) const;
  std::string sentence(std::mt19937& random, int words) const;
  size_t size() const { return words_.size(); }

 private:
  std::vector<std::string> words_;
  std::vector<double> cumulative_;
};

struct GeneratedCatalog {
  std::vector<std::string> titles;  // of the source language, in order
  std::vector<std::string> translated_titles;
};

// `topics` topics in the source language "en", every second of them in "fr" too, of about 100 words each, and 50
// contacts. Two editions differ in one contact's number and in one number in the words of a topic in the middle.
Result<GeneratedCatalog> generate_catalog(const std::filesystem::path& folder, int topics, int edition = 1);

}  // namespace kiosk::bench
