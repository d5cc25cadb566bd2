#include <algorithm>
#include <utility>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/pack_file.h"

namespace kiosk::publish {
namespace {

// A year typed wrongly is at least one too many; nobody leaves a kiosk's content alone for so long and then changes one
// date.
constexpr std::chrono::days kWrongYear{300};

// The newest date of all files, and that of all but one.
class NewestDates {
 public:
  explicit NewestDates(const Content& content) {
    for (const TopicFile& topic : content.topics) {
      if (topic.facts) {
        add(topic.file, topic.facts->date);
        add(topic.file, topic.facts->checked_on);
        for (const SourceEntry& entry : topic.facts->sources) add(topic.file, entry.source.date);
      }
      if (topic.translation) add(topic.file, topic.translation->on), add(topic.file, topic.translation->reviewed_on);
    }
    for (const ContactFile& contact : content.contacts) {
      if (contact.verified()) add(contact.file, contact.verified_on);
      for (const SourceEntry& entry : contact.sources) add(contact.file, entry.source.date);
    }
  }

  std::optional<Date> newest() const { return newest_; }
  std::optional<Date> newest_but(const std::string& file) const { return file == file_ ? second_ : newest_; }

 private:
  void add(const std::string& file, const std::optional<Date>& date) {
    if (!date) return;
    if (file == file_) {
      newest_ = std::max(*newest_, *date);
    } else if (!newest_ || *date > *newest_) {
      second_ = std::exchange(newest_, date);
      file_ = file;
    } else if (!second_ || *date > *second_) {
      second_ = date;
    }
  }

  std::optional<Date> newest_, second_;  // second_: of another file than file_
  std::string file_;
};

class DateCheck {
 public:
  DateCheck(const Check& check, Date published) : check_(check), published_(published) {}

  // Nothing can have happened after the day on which the edition says it was made.
  void not_after(const Place& place, const std::string& what, const std::optional<Date>& date) const {
    if (!date || *date <= published_) return;
    check_.problems.error(
        place, what + " is " + format_date(*date) + ", after the day of this edition, " + format_date(published_) + ".",
        "Correct the day, or raise published in pack.yaml.");
  }

  void sources(const std::string& file, const std::vector<SourceEntry>& sources) const {
    for (const SourceEntry& entry : sources) not_after({file, entry.line}, "The day of this source", entry.source.date);
  }

  void topic(const TopicFile& topic) const {
    if (topic.facts) {
      Place checked{topic.file, topic.facts->checked_line};
      not_after({topic.file, 1}, "The day of the story", topic.facts->date);
      not_after(checked, "The day of the check", topic.facts->checked_on);
      sources(topic.file, topic.facts->sources);
      if (topic.kind == catalog::TopicKind::topic && topic.facts->checked_on &&
          *topic.facts->checked_on + catalog::kPageValidity < published_) {
        check_.problems.warning(checked,
                                "The page was checked more than " + std::to_string(catalog::kPageValidity.count()) +
                                    " days before this edition.",
                                "Read it against its sources again, and write the new day.");
      }
    }
    if (topic.translation) {
      not_after({topic.file, topic.translation->line}, "The day of the translation", topic.translation->on);
      not_after({topic.file, topic.translation->line}, "The day of the review", topic.translation->reviewed_on);
    }
  }

 private:
  const Check& check_;
  Date published_;
};

// No clock is trusted, but the content's own dates speak against one that stands alone: numbers are judged by the
// newest day that the catalog knows, so a year too many in one place would take every number off the screens.
void check_years(const Check& check, Date published) {
  NewestDates dates(check.content);
  if (dates.newest() && published > *dates.newest() + kWrongYear) {
    check.problems.error({kPackFile, check.content.pack.published_line},
                         "The day of this edition, " + format_date(published) +
                             ", lies far after every other date, the newest being " + format_date(*dates.newest()) +
                             ": no number would be shown any more.",
                         "Correct the year; if it is right, check the contacts again first.");
  }
  for (const ContactFile& contact : check.content.contacts) {
    std::optional<Date> others = dates.newest_but(contact.file);
    if (!others || contact.verified_on <= *others + kWrongYear) continue;
    check.problems.error({contact.file, 0},
                         "This contact was verified on " + format_date(contact.verified_on) +
                             ", far after every other date, the "
                             "newest being " +
                             format_date(*others) + ": all other numbers would count as out of date.",
                         "Correct the year; if it is right, check another contact or page as well.");
  }
}

}  // namespace

void check_dates(const Check& check) {
  if (!check.content.pack.published) return;
  Date published = *check.content.pack.published;
  if (published > check.options.today) {
    check.problems.warning(
        {kPackFile, check.content.pack.published_line},
        "The day of this edition, " + format_date(published) + ", is still to come by this computer's clock.",
        "Correct the day, or set the clock.");
  }
  check_years(check, published);
  DateCheck dates(check, published);
  for (const TopicFile& topic : check.content.topics) dates.topic(topic);
  for (const ContactFile& contact : check.content.contacts) {
    if (contact.verified())
      dates.not_after({contact.file, contact.line_of("verified.on")}, "The day of the check", contact.verified_on);
    dates.sources(contact.file, contact.sources);
  }
}

}  // namespace kiosk::publish
