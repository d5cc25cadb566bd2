#include "kiosk/update/catalog_rules.h"

#include <set>
#include <string>

#include "kiosk/base/date.h"
#include "kiosk/document/markdown.h"
#include "kiosk/rules/address.h"
#include "kiosk/rules/characters.h"
#include "kiosk/rules/phone_in_text.h"

namespace kiosk::update {
namespace {

// As far as an edition may be dated ahead of its signatures: editors set the day, and a repository may be signed first.
constexpr std::chrono::days kAhead{31};
// As the builder says (kiosk/publish/check_dates.cc): a year typed wrongly is at least one too many.
constexpr std::chrono::days kWrongYear{300};

Error against(const std::string& what) { return {Code::refused, "The content was refused: " + what + "."}; }

using Strings = std::set<std::string>;

// Calls `see` with each row of a query for one text.
template <class See>
Status each(const sql::Database& database, std::string_view query, const See& see) {
  KIOSK_TRY(rows, database.prepare(query));
  for (;;) {
    KIOSK_TRY(more, rows.step());
    if (!more) return {};
    KIOSK_TRY_STATUS(see(std::string(rows.text(0))));
  }
}

Result<Strings> column(const sql::Database& database, std::string_view query) {
  Strings all;
  KIOSK_TRY_STATUS(each(database, query, [&](const std::string& text) -> Status {
    all.insert(text);
    return {};
  }));
  return all;
}

class RuleCheck {
 public:
  RuleCheck(const sql::Database& contacts, const sql::Database& content) : contacts_(contacts), content_(content) {}

  Status run(std::optional<Instant> signed_at) {
    KIOSK_TRY_STATUS(learn_numbers());
    KIOSK_TRY_STATUS(texts());
    KIOSK_TRY_STATUS(addresses());
    KIOSK_TRY_STATUS(references());
    KIOSK_TRY_STATUS(pages());
    return dates(signed_at);
  }

 private:
  Status learn_numbers() {
    for (const char* query : {"SELECT dial FROM contact_number", "SELECT display FROM contact_number",
                              "SELECT national FROM contact_number"}) {
      KIOSK_TRY_STATUS(each(contacts_, query, [&](const std::string& number) -> Status {
        known_.add(number);
        return {};
      }));
    }
    return {};
  }

  Status text(const std::string& words) const {
    if (auto refused = rules::objection_to_text(words)) return against("a text holds " + refused->what);
    const auto numbers = rules::find_phone_numbers(words, known_);
    if (numbers.empty()) return {};
    return against("\"" + numbers.front() + "\" looks like a phone number, which may stand among the contacts only");
  }

  Status texts() const {
    auto see = [&](const std::string& words) { return text(words); };
    for (const char* query :
         {"SELECT title FROM pack_title", "SELECT name FROM language", "SELECT translation FROM message",
          "SELECT title FROM section_title", "SELECT title FROM topic_text", "SELECT summary FROM topic_text",
          "SELECT checked_by FROM topic_text", "SELECT title FROM topic_source", "SELECT publisher FROM topic_source",
          "SELECT name FROM area_name", "SELECT description FROM medium_description"})
      KIOSK_TRY_STATUS(each(content_, query, see));
    for (const char* query :
         {"SELECT name FROM contact_text", "SELECT serves FROM contact_text", "SELECT answers FROM contact_text",
          "SELECT advice FROM contact_text", "SELECT address FROM contact_text", "SELECT county FROM contact_text",
          "SELECT directions FROM contact_text"})
      KIOSK_TRY_STATUS(each(contacts_, query, see));
    return {};
  }

  // Not known_number_in(): articles about a hotline bear its number in their address.
  Status addresses() const {
    auto see = [&](const std::string& address) -> Status {
      const std::string dials = rules::dialling_part(address);
      if (!dials.empty()) return against("the address \"" + address + "\" would dial");
      return {};
    };
    KIOSK_TRY_STATUS(each(content_, "SELECT address FROM topic_source", see));
    KIOSK_TRY_STATUS(each(contacts_, "SELECT address FROM contact_source", see));
    return each(contacts_, "SELECT website FROM contact", see);
  }

  Status named(const Strings& known, std::string_view query, const std::string& what) const {
    return each(content_, query, [&](const std::string& id) -> Status {
      return id.empty() || known.contains(id) ? Status() : Status(against("there is no " + what + " \"" + id + "\""));
    });
  }

  Status references() {
    KIOSK_TRY(contacts, column(contacts_, "SELECT id FROM contact"));
    KIOSK_TRY(sections, column(content_, "SELECT id FROM section"));
    KIOSK_TRY(topics, column(content_, "SELECT id FROM topic"));
    KIOSK_TRY(media, column(content_, "SELECT path FROM medium"));
    contact_ids_ = std::move(contacts);
    topic_ids_ = std::move(topics);
    media_ = std::move(media);
    KIOSK_TRY_STATUS(named(contact_ids_, "SELECT contact FROM topic_contact", "contact"));
    KIOSK_TRY_STATUS(named(sections, "SELECT section FROM topic", "section"));
    KIOSK_TRY_STATUS(named(sections, "SELECT parent FROM section", "section"));
    return named(media_, "SELECT path FROM medium_description", "medium");
  }

  Status pages() const {
    return each(content_, "SELECT body FROM topic_text", [&](const std::string& body) -> Status {
      if (auto refused = rules::objection_to_text(body)) return against("a page holds " + refused->what);
      auto page = document::parse_markdown(body);
      if (!page.ok()) return against("a page is not of the form that is shown");
      for (const document::Block& block : page->blocks) KIOSK_TRY_STATUS(paragraph(block));
      return {};
    });
  }

  Status paragraph(const document::Block& block) const {
    KIOSK_TRY_STATUS(text(block.text()));
    if (!block.contact.empty() && !contact_ids_.contains(block.contact))
      return against("there is no contact \"" + block.contact + "\"");
    if (!block.media.empty() && !media_.contains(block.media))
      return against("there is no medium \"" + block.media + "\"");
    for (const document::Span& span : block.spans) {
      if (!span.topic.empty() && !topic_ids_.contains(span.topic))
        return against("there is no topic \"" + span.topic + "\"");
    }
    return {};
  }

  // Numbers are judged by the newest day that the catalog knows, so a day too late would take them off the screen.
  Status dates(std::optional<Instant> signed_at) const {
    KIOSK_TRY(published_on, column(content_, "SELECT published FROM pack"));
    if (published_on.size() != 1) return against("the edition has no day");
    auto published = parse_date(*published_on.begin());
    if (!published.ok()) return against("the edition has no day");
    if (signed_at && *published > std::chrono::floor<std::chrono::days>(*signed_at) + kAhead)
      return against("its day, " + *published_on.begin() + ", lies far after its signatures");
    std::optional<Date> newest;
    auto see = [&](const std::string& text) -> Status {
      if (text.empty()) return {};
      auto date = parse_date(text);
      if (!date.ok()) return against("\"" + text + "\" is no day");
      if (*date > *published) return against(text + " lies after the day of the edition");
      newest = newest ? std::max(*newest, *date) : *date;
      return {};
    };
    for (const char* query : {"SELECT date FROM topic WHERE date IS NOT NULL", "SELECT checked_on FROM topic",
                              "SELECT date FROM topic_source WHERE date IS NOT NULL"})
      KIOSK_TRY_STATUS(each(content_, query, see));
    for (const char* query :
         {"SELECT verified_on FROM contact", "SELECT date FROM contact_source WHERE date IS NOT NULL"})
      KIOSK_TRY_STATUS(each(contacts_, query, see));
    if (newest && *published > *newest + kWrongYear)
      return against("its day, " + *published_on.begin() + ", lies far after every other day in it");
    return {};
  }

  const sql::Database& contacts_;
  const sql::Database& content_;
  rules::KnownNumbers known_;
  Strings contact_ids_, topic_ids_, media_;
};

}  // namespace

Status check_rules(const sql::Database& contacts, const sql::Database& content, std::optional<Instant> signed_at) {
  return RuleCheck(contacts, content).run(signed_at);
}

}  // namespace kiosk::update
