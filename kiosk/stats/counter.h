// Counts while the kiosk runs: in memory, and once a day at a fixed time onto the disk, so that neither the contents
// nor the time of a write tells of a visit (R66, R67). What was counted since the last write is lost when the kiosk is
// switched off; that is the price.
// Belongs to the UI thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "kiosk/base/language_tag.h"
#include "kiosk/stats/counts.h"

namespace kiosk::stats {

class Counter {
 public:
  // `write_at`: minutes after midnight, local time. Choose a time when the kiosk is switched on.
  Counter(std::filesystem::path file, std::chrono::minutes write_at);

  // The visitor opened something of a broad topic (see broad_topic.h). Counted once a session, topic and language:
  // one person who reads ten pages must not look like ten people.
  void opened(const std::string& topic, const LanguageTag& language, Date today);
  // The visitor said that a page of a broad topic helped, or that it did not. Each page counts once a session, so that
  // answers are not bounded by the sessions of the same topic: a report of both would otherwise narrow hidden numbers
  // down. The page is forgotten at the end of the session.
  void answered(const std::string& page, const std::string& topic, const LanguageTag& language, bool helped,
                Date today);
  void end_session() { session_.clear(), answered_.clear(); }

  // Writes if the time has come. Ask at least once an hour; also when nothing was counted, because a file that is
  // written only after visits tells of them. Error: as os::write_durably; what was counted is kept until the next day.
  Status tick(std::chrono::local_seconds now);

 private:
  Status write(Date today);

  std::filesystem::path file_;
  std::chrono::minutes write_at_;
  std::optional<std::chrono::local_seconds> next_write_;
  Counts counts_;
  std::set<std::pair<std::string, std::string>> session_;
  std::set<std::string> answered_;  // pages
};

// The counts that were written. A file that is not there yet is empty. Error: Code::io, damaged.
Result<Counts> read_counts(const std::filesystem::path& file);

}  // namespace kiosk::stats
