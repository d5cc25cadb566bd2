// Where a visitor is: which screen, and what they did on it. A value; the history is a list of these.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "kiosk/base/language_tag.h"
#include "kiosk/ui/screen.h"

namespace kiosk::screens {

using ui::Screen;

const char* name_of(Screen screen);

struct Place {
  Screen screen = Screen::languages;
  std::string argument;
  int page = 0;
  std::string filter;                 // contacts: danger, trafficking, children, going_home, documents; empty: all
  std::string country = "*";          // contacts: ISO 3166 code; "*": where the kiosk stands; empty: all
  std::string query;                  // search
  int sheet = 0;                      // search: which sheet of keys
  std::optional<size_t> large, code;  // contact: which number is shown large, or as a QR code
  std::string read_in;                // topic: the language chosen for it, where it does not exist in the visitor's own
  std::optional<LanguageTag> other;   // beside: the language of the other side; none: see ui::ShowBeside
  bool contact = false;               // beside: of a contact, not of a topic
  std::set<int> checked;              // topic, walk, beside: the boxes that are ticked, counted from 0
  std::optional<bool> helped;         // topic, walk, beside: what was answered to "Did this help?"
  bool walk = false;                  // interruption: it leads to the walk

  bool operator==(const Place&) const = default;
};

}  // namespace kiosk::screens
