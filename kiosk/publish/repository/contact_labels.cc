#include "kiosk/publish/repository/contact_labels.h"

#include <map>

#include "kiosk/publish/repository/printable.h"

namespace kiosk::publish {

std::string field_label(const std::string& field, const SignerWords& words) {
  const std::map<std::string, std::string> labels{
      {"name", words.tr("Name")},
      {"serves", words.tr("Whom it serves")},
      {"answers", words.tr("Who answers")},
      {"advice", words.tr("Advice")},
      {"address", words.tr("Address")},
      {"county", words.tr("County")},
      {"directions", words.tr("The way there")},
      {"kind", words.tr("Kind")},
      {"show", words.tr("Shown")},
      {"country", words.tr("Country")},
      {"topics", words.tr("Filters")},
      {"who_answers", words.tr("Answered by")},
      {"latitude", words.tr("Latitude")},
      {"longitude", words.tr("Longitude")},
      {"exactness", words.tr("Place exact to")},
      {"coordinates_credit", words.tr("Whose the coordinates are")},
      {"website", words.tr("Website")},
      {"hours", words.tr("Opening hours")},
      {"languages", words.tr("Languages spoken")},
      {"verification", words.tr("How it was checked")},
      {"verified_on", words.tr("Checked on")},
      {"verified_by", words.tr("Checked by")},
      {"expires_on", words.tr("Shown until")},
  };
  const std::map<std::string, std::string> of_source{
      {"title", words.tr("title of source {1}")},
      {"publisher", words.tr("publisher of source {1}")},
      {"address", words.tr("address of source {1}")},
      {"date", words.tr("day of source {1}")},
      {"language", words.tr("language of the title of source {1}")},
  };
  const std::string first = field.substr(0, field.find(' '));
  if (first == "source") {
    const size_t number = first.size() + 1, part = field.find(' ', number);
    auto found = part == std::string::npos ? of_source.end() : of_source.find(field.substr(part + 1));
    if (found != of_source.end()) return words.tr(found->second, {printable(field.substr(number, part - number))});
  }
  auto found = labels.find(first);
  return found == labels.end() ? printable(field) : found->second + printable(field.substr(first.size()));
}

std::string value_label(const std::string& field, const std::string& value, const SignerWords& words) {
  const std::map<std::string, std::map<std::string, std::string>> labels{
      {"kind",
       {{"emergency", words.tr("emergency")},
        {"hotline", words.tr("hotline")},
        {"office", words.tr("office")},
        {"website", words.tr("website")}}},
      {"show", {{"yes", words.tr("yes")}, {"ask_staff", words.tr("ask_staff")}, {"never", words.tr("never")}}},
      {"who_answers",
       {{"police", words.tr("police")},
        {"state", words.tr("state")},
        {"un", words.tr("un")},
        {"ngo", words.tr("ngo")},
        {"volunteers", words.tr("volunteers")}}},
      {"verification",
       {{"published_source", words.tr("published_source")},
        {"owner_confirmed", words.tr("owner_confirmed")},
        {"test_call", words.tr("test_call")}}},
      {"exactness", {{"building", words.tr("building")}, {"quarter", words.tr("quarter")}, {"town", words.tr("town")}}},
      {"use", {{"voice", words.tr("voice")}, {"sms", words.tr("sms")}, {"whatsapp", words.tr("whatsapp")}}},
      {"cost", {{"free", words.tr("free")}, {"paid", words.tr("paid")}}},
  };
  if (value.empty()) return "-";
  if (value == "unknown") return words.tr("unknown");
  if (auto column = labels.find(field); column != labels.end()) {
    if (auto label = column->second.find(value); label != column->second.end()) return label->second;
  }
  return printable(value);
}

}  // namespace kiosk::publish
