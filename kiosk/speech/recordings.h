// Where recorded speech is found. A recording is named by the words it speaks: change the words and the name no longer
// fits, so a voice can never say something else than the screen shows (R14). Under media/ in the content:
//   speech/<language>/<first 16 hexadecimal digits of the SHA-256 of the words>.opus
//   speech/<language>/digit-<0..9, plus, star, hash>.opus
// In a language that nothing is written in, the words are those of the source language, which are on the screen.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/language_tag.h"
#include "kiosk/base/result.h"
#include "kiosk/catalog/catalog.h"

namespace kiosk::speech {

class Recordings {
 public:
  virtual ~Recordings() = default;

  // Quick: asked on the UI thread for every tile. May be called while read() runs on another thread.
  virtual bool has(const std::string& name) const = 0;
  // Error: Code::not_found, damaged, io. Called by the thread that prepares speech, by no other.
  virtual Result<std::vector<uint8_t>> read(const std::string& name) = 0;
};

// The recordings of a catalog of its own: open the catalog a second time, because this one is read on the thread that
// prepares speech. REQUIRES: catalog
std::unique_ptr<Recordings> recordings_of(std::unique_ptr<catalog::Catalog> catalog);

// Runs of white space count as one space, and none at the ends: rewrapping a paragraph keeps its recording.
std::string recording_name(const LanguageTag& language, std::string_view words);
std::string digit_recording_name(const LanguageTag& language, char symbol);

}  // namespace kiosk::speech
