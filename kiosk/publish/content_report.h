// kioskctl content report: page by page and language by language, what is missing, out of date or unread, which texts
// have a recording, how good each recording is (R97, R98), how hard each page is to read (R80), and which numbers an
// office has still to call.
#pragma once

#include <string>
#include <vector>

#include "kiosk/audio/loudness.h"
#include "kiosk/publish/contact_calls.h"
#include "kiosk/publish/content.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/picture/picture_costs.h"
#include "kiosk/publish/reading_level.h"

namespace kiosk::publish {

// A text without a recording, and the name that one must have.
struct UnrecordedText {
  std::string recording;  // under media/
  std::string words;
};

struct PageReport {
  std::string file;  // of a missing page the one that would have to be written
  bool missing = false, stale = false, unreviewed = false;
  ReadingLevel reading;
  int texts = 0;  // that could have a recording
  std::vector<UnrecordedText> unrecorded;
};

struct LanguageReport {
  LanguageTag tag;
  std::string name;
  bool spoken_only = false;  // heard in it, and written in the source language
  bool offered = false;
  std::vector<PageReport> pages;                 // in the order of the kiosk
  PageReport interface_words, contacts, digits;  // recordings only
};

struct RecordingReport {
  std::string path;    // under media/
  bool used = false;   // a text of its language says these words
  std::string damage;  // why it cannot be played; empty: it can
  audio::Inspection inspection;
};

struct ContentReport {
  std::vector<LanguageReport> languages;
  std::vector<RecordingReport> recordings;
  std::vector<CallToMake> calls;
  PictureCosts pictures;
};

ContentReport report_content(const Content& content, const Progress& progress = {});

// Tables for people; and everything for machines, with the words of each text that wants a recording.
std::string content_report_text(const ContentReport& report);
std::string content_report_json(const ContentReport& report);

}  // namespace kiosk::publish
