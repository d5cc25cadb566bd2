// A chip: a short fact with its picture on a small plate, as "free" or "open now" beside a number. It cannot be
// pressed.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/layout.h"

namespace kiosk::ui {

struct Chip {
  std::string id;
  std::string icon;
  std::string words;
};

// Chips beside each other, each as wide as its words, on as many lines as they need. Breaks between lines.
Box chip_row(std::vector<Chip> chips);

}  // namespace kiosk::ui
