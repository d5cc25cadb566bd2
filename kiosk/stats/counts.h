// How often a broad topic was opened in a language on a day, and how often its pages were said to have helped or not:
// all that is ever counted (R67). Plain values and their file (FORMAT.md). No visits, no times of day, no pages, no
// order.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "kiosk/base/date.h"
#include "kiosk/base/result.h"

namespace kiosk::stats {

enum class What { opened, helped, not_helped };

struct Key {
  Date day;
  std::string topic;     // a section's id
  std::string language;  // a tag, or kOther
  What what = What::opened;

  auto operator<=>(const Key&) const = default;
};

inline constexpr const char* kOther = "other";

// What was counted on a day is written on that day or the next, or not at all; then the day is final.
inline constexpr std::chrono::days kLate(1);

// Below this a number may point at a person (R68).
inline constexpr int64_t kSmall = 10;

class Counts {
 public:
  void add(const Key& key, int64_t count = 1);
  void add(const Counts& other);

  // Languages opened fewer than kSmall times on a day become kOther on that day: a rare language is a person (R68).
  void merge_rare_languages();
  void drop_before(Date day);

  const std::map<Key, int64_t>& all() const { return all_; }
  bool empty() const { return all_.empty(); }
  bool operator==(const Counts&) const = default;

  std::string format() const;
  // Error: Code::damaged, naming the line.
  static Result<Counts> parse(std::string_view text);

 private:
  std::map<Key, int64_t> all_;
};

}  // namespace kiosk::stats
