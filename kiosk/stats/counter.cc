#include "kiosk/stats/counter.h"

// When a file changes says as much as what is in it: a write at 15:42 is a visit at 15:42. So counts stay in memory,
// and the file is written once a day at a fixed time, also when there is nothing new (R66, R67). The price is what was
// counted since then when the power fails. Rejected: writing at the end of each session, or at random times, which are
// random only when there is something to write.

#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::stats {

namespace {

using std::chrono::days;

constexpr size_t kMaxFile = 8u << 20;
// A year and a month, so that every month can be compared with the same of the year before.
constexpr days kKept(400);

std::chrono::local_seconds next_after(std::chrono::local_seconds now, std::chrono::minutes write_at) {
  std::chrono::local_seconds today = std::chrono::floor<days>(now) + write_at;
  return today > now ? today : today + days(1);
}

}  // namespace

Counter::Counter(std::filesystem::path file, std::chrono::minutes write_at)
    : file_(std::move(file)), write_at_(write_at) {
  KIOSK_CHECK(write_at >= std::chrono::minutes(0) && write_at < days(1));
}

void Counter::opened(const std::string& topic, const LanguageTag& language, Date today) {
  if (!session_.insert({topic, language.str()}).second) return;
  counts_.add({today, topic, language.str()});
}

void Counter::answered(const std::string& page, const std::string& topic, const LanguageTag& language, bool helped,
                       Date today) {
  if (!answered_.insert(page).second) return;
  counts_.add({today, topic, language.str(), helped ? What::helped : What::not_helped});
}

Status Counter::tick(std::chrono::local_seconds now) {
  if (!next_write_) next_write_ = next_after(now, write_at_);
  // A clock that was set back by more than a day would otherwise wait for a time that it has already seen.
  if (*next_write_ > now + days(1)) next_write_ = next_after(now, write_at_);
  if (now < *next_write_) return {};
  next_write_ = next_after(now, write_at_);
  return write(Date(std::chrono::floor<days>(now).time_since_epoch()));
}

Status Counter::write(Date today) {
  auto before = read_counts(file_);
  // A damaged file must not stop the counting for good; what it held is lost.
  Counts all = before.ok() ? *before : Counts();
  if (!before.ok() && before.error().code != Code::damaged) return before.error();
  // Nothing is added to a day that is past and may have been reported already.
  counts_.drop_before(today - kLate);
  all.add(counts_);
  all.merge_rare_languages();
  all.drop_before(today - kKept);
  KIOSK_TRY_STATUS(os::write_durably(file_, all.format(), 0640));
  counts_ = Counts();
  return {};
}

Result<Counts> read_counts(const std::filesystem::path& file) {
  auto opened = os::File::open_to_read(file);
  if (!opened.ok() && opened.error().code == Code::not_found) return Counts();
  if (!opened.ok()) return opened.error();
  KIOSK_TRY(text, os::read_file(file, kMaxFile));
  return Counts::parse(text);
}

}  // namespace kiosk::stats
