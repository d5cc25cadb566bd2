#include "kiosk/stats/counts.h"

#include <algorithm>
#include <charconv>

#include "kiosk/base/ascii.h"

namespace kiosk::stats {

namespace {

constexpr std::string_view kHeader = "day,topic,language,count\n";
constexpr size_t kMaxRows = 200000;
constexpr int64_t kMaxCount = 1'000'000'000;

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return ascii::is_letter_or_digit(c) || c == '-' || c == '_';
  });
}

// Behind the topic: nothing for what was opened, so that a file from before answers were counted still reads.
std::string_view suffix_of(What what) {
  switch (what) {
    case What::opened: return "";
    case What::helped: return "/helped";
    case What::not_helped: return "/not-helped";
  }
  return "";
}

// Takes the suffix off the topic.
What take_suffix(std::string_view& topic) {
  for (What what : {What::helped, What::not_helped}) {
    if (!topic.ends_with(suffix_of(what))) continue;
    topic.remove_suffix(suffix_of(what).size());
    return what;
  }
  return What::opened;
}

// Up to the separator, which is taken away too; everything when there is none.
std::string_view take(std::string_view& text, char separator) {
  size_t end = text.find(separator);
  std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

}  // namespace

void Counts::add(const Key& key, int64_t count) {
  int64_t& sum = all_[key];
  sum = std::min(kMaxCount, sum + count);
}

void Counts::add(const Counts& other) {
  for (const auto& [key, count] : other.all_) add(key, count);
}

void Counts::merge_rare_languages() {
  std::map<std::pair<Date, std::string>, int64_t> totals;
  for (const auto& [key, count] : all_) totals[{key.day, key.language}] += key.what == What::opened ? count : 0;
  Counts merged;
  for (const auto& [key, count] : all_) {
    bool rare = totals[{key.day, key.language}] < kSmall;
    merged.add({key.day, key.topic, rare ? kOther : key.language, key.what}, count);
  }
  all_ = std::move(merged.all_);
}

void Counts::drop_before(Date day) {
  std::erase_if(all_, [&](const auto& row) { return row.first.day < day; });
}

std::string Counts::format() const {
  std::string text(kHeader);
  for (const auto& [key, count] : all_)
    text += format_date(key.day) + "," + key.topic + std::string(suffix_of(key.what)) + "," + key.language + "," +
            std::to_string(count) + "\n";
  return text;
}

Result<Counts> Counts::parse(std::string_view text) {
  auto damaged = [](size_t line) {
    return Error{Code::damaged, "The counts cannot be read: line " + std::to_string(line) +
                                    " is not of the form day,topic,language,count. Move the file away; a new one is "
                                    "begun."};
  };
  if (text.substr(0, kHeader.size()) != kHeader) return damaged(1);
  text.remove_prefix(kHeader.size());
  Counts counts;
  for (size_t line = 2; !text.empty(); ++line) {
    if (line > kMaxRows || text.find('\n') == std::string_view::npos) return damaged(line);
    std::string_view row = take(text, '\n');
    auto day = parse_date(take(row, ','));
    std::string_view topic = take(row, ','), language = take(row, ',');
    What what = take_suffix(topic);
    int64_t count = 0;
    auto [end, error] = std::from_chars(row.data(), row.data() + row.size(), count);
    if (!day.ok() || !is_id(topic) || !is_id(language) || error != std::errc() || end != row.data() + row.size() ||
        count < 0 || count > kMaxCount)
      return damaged(line);
    counts.add({*day, std::string(topic), std::string(language), what}, count);
  }
  return counts;
}

}  // namespace kiosk::stats
