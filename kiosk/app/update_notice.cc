#include "kiosk/app/update_notice.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "kiosk/screens/topic_list.h"

namespace kiosk::app {
namespace {

using update::Origin;
using update::Outcome;

constexpr double kBelieved = 180;  // seconds, as kiosk/update/progress.h
constexpr double kUntilFree = 3;   // after the end: a receipt may still be written
constexpr double kTold = 20;       // as long as two readings of the longest sentence
constexpr double kWorthTelling = 600;

auto key_of(const update::OutcomeRecord& record) {
  return std::tuple(record.at, record.report.outcome, record.report.origin, record.report.version);
}

bool same(const std::optional<update::OutcomeRecord>& a, const std::optional<update::OutcomeRecord>& b) {
  return a.has_value() == b.has_value() && (!a || key_of(*a) == key_of(*b));
}

}  // namespace

bool UpdateNotice::see(std::optional<update::Progress> progress, std::optional<update::OutcomeRecord> ended,
                       double seconds) {
  ui::UpdateStrip before = strip(update::in_english);
  seconds_ = seconds;
  progress_ = std::move(progress);
  believed_until_ = seconds + kBelieved;
  if (learned_ && ended && !same(ended, last_)) {
    ended_ = ended;
    ended_at_ = seconds;
    told_at_.reset();
  }
  learned_ = true;
  last_ = std::move(ended);
  return before != strip(update::in_english);
}

bool UpdateNotice::tick(double seconds) {
  ui::UpdateStrip before = strip(update::in_english);
  bool may_go = told_at_ && seconds_ < *told_at_ + kTold && seconds >= *told_at_ + kTold;
  seconds_ = std::max(seconds_, seconds);
  if (progress_ && seconds_ >= believed_until_) progress_.reset();
  if (ended_ && !spelled() && seconds_ >= ended_at_ + kWorthTelling) ended_.reset();
  return may_go || before != strip(update::in_english);
}

double UpdateNotice::next_tick() const {
  double next = std::numeric_limits<double>::infinity();
  auto consider = [&](double time) {
    if (time > seconds_) next = std::min(next, time);
  };
  if (progress_) consider(believed_until_);
  if (!ended_) return next;
  consider(ended_at_ + kUntilFree);
  consider(told_at_ ? *told_at_ + kTold : ended_at_ + kWorthTelling);
  return next;
}

void UpdateNotice::turn(For whom, bool words_may_change, Room room, double seconds) {
  seconds_ = std::max(seconds_, seconds);
  whom_ = whom;
  room_ = room;
  if (words_may_change) {
    if (told_at_ && seconds_ >= *told_at_ + kTold) ended_.reset(), told_at_.reset();
    spelled_ = (progress_ && shows(progress_->origin)) || (ended_ && shows(ended_->report.origin));
  }
  if (spelled() && ended_ && !progress_ && !told_at_) told_at_ = seconds_;
}

ui::UpdateStrip UpdateNotice::strip(const update::Translate& tr) const {
  ui::UpdateStrip strip;
  if (progress_ && shows(progress_->origin)) {
    strip.words = progress_->origin == Origin::stick
                      ? tr("New content is being read from the stick. Please leave it in.")
                      : tr("New content is being fetched from the network.");
    strip.running = true;
    if (progress_->total_bytes > 0) {
      const uint64_t done = std::min(progress_->done_bytes, progress_->total_bytes);
      strip.percent = static_cast<int>(done * 100 / progress_->total_bytes);
    }
  } else if (ended_ && !progress_ && shows(ended_->report.origin)) {
    const update::Report& report = ended_->report;
    strip.words = update::sentence_for(report, tr, [&](Date date) { return screens::date_in_words(tr, date); });
    strip.refused = report.outcome != Outcome::updated && report.outcome != Outcome::up_to_date;
    bool in_place = report.origin == Origin::stick && report.outcome != Outcome::interrupted;
    if (in_place && seconds_ >= ended_at_ + kUntilFree) strip.words += " " + tr("You can take the stick out.");
  }
  strip.spelled = spelled() && !strip.words.empty();
  return strip;
}

}  // namespace kiosk::app
