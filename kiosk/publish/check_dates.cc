#include "kiosk/publish/checks.h"
#include "kiosk/publish/pack_file.h"

namespace kiosk::publish {
namespace {

constexpr std::chrono::days kPageValidity{180};  // R81

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
          *topic.facts->checked_on + kPageValidity < published_) {
        check_.problems.warning(
            checked,
            "The page was checked more than " + std::to_string(kPageValidity.count()) + " days before this edition.",
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
  DateCheck dates(check, published);
  for (const TopicFile& topic : check.content.topics) dates.topic(topic);
  for (const ContactFile& contact : check.content.contacts) {
    dates.not_after({contact.file, 0}, "The day of the check", contact.verified_on);
    dates.sources(contact.file, contact.sources);
  }
}

}  // namespace kiosk::publish
