#include <algorithm>
#include <cstdarg>
#include <cstdio>

#include "kiosk/json/json.h"
#include "kiosk/publish/content_report.h"

namespace kiosk::publish {
namespace {

using Json = json::Ordered;

[[gnu::format(printf, 1, 2)]] std::string line(const char* format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  return std::string(text) + "\n";
}

std::string state_of(const PageReport& page) {
  if (page.missing) return "missing";
  if (page.stale) return "stale";
  return page.unreviewed ? "unreviewed" : "good";
}

std::string share(const PageReport& page) {
  return std::to_string(page.texts - static_cast<int>(page.unrecorded.size())) + "/" + std::to_string(page.texts);
}

std::string page_line(const PageReport& page) {
  if (page.missing) return line("  %-52s %-11s", page.file.c_str(), "missing");
  char grade[16] = "-";
  if (page.reading.grade) std::snprintf(grade, sizeof grade, "%.1f", *page.reading.grade);
  return line("  %-52s %-11s %10s %6d %6.1f %8d %6s%s", page.file.c_str(), state_of(page).c_str(), share(page).c_str(),
              page.reading.words, page.reading.mean(), page.reading.longest, grade,
              page.reading.too_hard() ? "  hard" : "");
}

std::string language_text(const LanguageReport& language) {
  int missing = 0, stale = 0, unreviewed = 0, hard = 0, texts = 0, unrecorded = 0;
  std::string lines;
  for (const PageReport& page : language.pages) {
    missing += page.missing, stale += page.stale, unreviewed += page.unreviewed, hard += page.reading.too_hard();
    texts += page.texts, unrecorded += static_cast<int>(page.unrecorded.size());
    lines += page_line(page);
  }
  std::string text = "\n" + language.tag.str() + " (" + language.name + "): ";
  if (!language.offered) return text + "not one page yet.\n";
  if (language.spoken_only) text += "spoken only, with the words of the source language on the screen. ";
  text += line(
      "%d of %zu pages are missing, %d stale, %d read by no native speaker, %d hard to read; %d of %d texts have a "
      "recording.",
      missing, language.pages.size(), stale, unreviewed, hard, texts - unrecorded, texts);
  text +=
      line("  %-52s %-11s %10s %6s %6s %8s %6s", "page", "state", "recordings", "words", "mean", "longest", "grade") +
      lines;
  return text + line("  recordings of the interface's words %s, of contacts %s, of digits %s",
                     share(language.interface_words).c_str(), share(language.contacts).c_str(),
                     share(language.digits).c_str());
}

std::string recording_text(const RecordingReport& recording) {
  std::string text;
  if (!recording.damage.empty()) {
    text = line("  %-46s %s", recording.path.c_str(), recording.damage.c_str());
  } else {
    const audio::Inspection& found = recording.inspection;
    char loudness[16] = "-";
    if (found.loudness.integrated) std::snprintf(loudness, sizeof loudness, "%.1f", *found.loudness.integrated);
    text = line("  %-46s %8.1f %8s %8.1f %8.1f %8.0f %8.2f", recording.path.c_str(),
                static_cast<double>(found.length.count()) / 1000, loudness, found.loudness.true_peak,
                found.loudness.range, found.noise_floor, static_cast<double>(found.leading_silence.count()) / 1000);
    for (const audio::Finding& finding : found.findings) text += "    " + finding.sentence + "\n";
  }
  if (!recording.used) text += "    No text says these words any more: record them anew, or delete the file.\n";
  return text;
}

std::string calls_text(const std::vector<CallToMake>& calls) {
  if (calls.empty()) return "";
  std::string text =
      "\nCalls to make. Write each under calls in the contact: day, network, who answered, language, two initials.\n";
  text += line("  %-28s %-16s %-10s %-11s %s", "contact", "number", "from", "last call", "");
  for (const CallToMake& call : calls) {
    std::string from;
    for (const std::string& country : call.from) from += (from.empty() ? "" : " ") + country;
    text += line("  %-28s %-16s %-10s %-11s %s", call.contact.c_str(), call.dial.c_str(),
                 from.empty() ? "anywhere" : from.c_str(), call.last ? format_date(*call.last).c_str() : "never",
                 call.shown ? "" : "not shown yet");
  }
  return text;
}

Json call_json(const CallToMake& call) {
  Json json{{"contact", call.contact}, {"dial", call.dial}, {"from", call.from}, {"shown", call.shown}};
  json["last"] = call.last ? Json(format_date(*call.last)) : Json();
  return json;
}

Json page_json(const PageReport& page) {
  Json unrecorded = Json::array();
  for (const UnrecordedText& text : page.unrecorded)
    unrecorded.push_back({{"file", "media/" + text.recording}, {"words", text.words}});
  Json json;
  if (!page.file.empty()) {
    json = {{"file", page.file}, {"missing", page.missing}, {"stale", page.stale}, {"unreviewed", page.unreviewed}};
    json["reading"] = {{"words", page.reading.words},
                       {"sentences", page.reading.sentences},
                       {"mean", page.reading.mean()},
                       {"longest", page.reading.longest},
                       {"too_hard", page.reading.too_hard()}};
    if (page.reading.grade) json["reading"]["grade"] = *page.reading.grade;
  }
  json["texts"] = page.texts;
  json["unrecorded"] = std::move(unrecorded);
  return json;
}

Json recording_json(const RecordingReport& recording) {
  Json json{{"file", "media/" + recording.path}, {"used", recording.used}};
  if (!recording.damage.empty()) {
    json["damage"] = recording.damage;
    return json;
  }
  const audio::Inspection& found = recording.inspection;
  json["seconds"] = static_cast<double>(found.length.count()) / 1000;
  json["loudness_lufs"] = found.loudness.integrated ? Json(*found.loudness.integrated) : Json();
  json["true_peak_dbtp"] = found.loudness.true_peak;
  json["range_lu"] = found.loudness.range;
  json["noise_floor_dbfs"] = found.noise_floor;
  json["leading_silence_seconds"] = static_cast<double>(found.leading_silence.count()) / 1000;
  json["findings"] = Json::array();
  for (const audio::Finding& finding : found.findings) json["findings"].push_back(finding.sentence);
  return json;
}

Json pictures_json(const PictureCosts& costs) {
  Json json{
      {"bytes", costs.bytes()}, {"drawings", Json::array()}, {"parts", Json::array()}, {"without", Json::array()}};
  for (const PictureCost& cost : costs.drawings)
    json["drawings"].push_back({{"name", cost.name}, {"bytes", cost.bytes}});
  for (const PictureCost& cost : costs.parts) json["parts"].push_back({{"name", cost.name}, {"bytes", cost.bytes}});
  for (const Place& place : costs.without) json["without"].push_back({{"file", place.file}, {"line", place.line}});
  return json;
}

}  // namespace

std::string content_report_text(const ContentReport& report) {
  std::string text =
      "Wanted of each page: 15 words a sentence on average, none above 25; English at grade 5 or lower.\n";
  for (const LanguageReport& language : report.languages) text += language_text(language);
  text += calls_text(report.calls);
  text += picture_costs_text(report.pictures);
  if (report.recordings.empty()) return text + "\nThere are no recordings.\n";
  text +=
      "\nRecordings. Wanted: at most 20 s, -19 LUFS (one more or less), peak -1 dBTP, range 8 LU, noise -50 dBFS, "
      "start 0.15 s.\n";
  text += line("  %-46s %8s %8s %8s %8s %8s %8s", "under media/", "seconds", "LUFS", "peak", "range", "noise", "start");
  for (const RecordingReport& recording : report.recordings) text += recording_text(recording);
  return text;
}

std::string content_report_json(const ContentReport& report) {
  Json json{{"languages", Json::array()},
            {"pictures", pictures_json(report.pictures)},
            {"recordings", Json::array()},
            {"calls", Json::array()}};
  for (const LanguageReport& language : report.languages) {
    Json one{
        {"tag", language.tag.str()}, {"name", language.name}, {"offered", language.offered}, {"pages", Json::array()}};
    for (const PageReport& page : language.pages) one["pages"].push_back(page_json(page));
    one["interface_words"] = page_json(language.interface_words);
    one["contacts"] = page_json(language.contacts);
    one["digits"] = page_json(language.digits);
    json["languages"].push_back(std::move(one));
  }
  for (const RecordingReport& recording : report.recordings) json["recordings"].push_back(recording_json(recording));
  for (const CallToMake& call : report.calls) json["calls"].push_back(call_json(call));
  return json::pretty(json, 2);
}

}  // namespace kiosk::publish
