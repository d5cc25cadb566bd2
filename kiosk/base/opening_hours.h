// Opening hours in the small part of OpenStreetMap's form that content uses: "24/7" or "Mo-Fr 08:00-17:00; Sa
// 09:00-12:00".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk {

// Times are minutes since midnight, days 0 (Monday) to 6, both in the office's own time zone.
struct OpeningRule {
  int first_day = 0, last_day = 6;
  int opens = 0, closes = 24 * 60;

  bool operator==(const OpeningRule&) const = default;
};

class OpeningHours {
 public:
  bool operator==(const OpeningHours&) const = default;

  // Error: Code::invalid with an example of the right form.
  static Result<OpeningHours> parse(std::string_view text);

  bool always() const { return always_; }
  bool open_at(int day, int minute) const;
  const std::vector<OpeningRule>& rules() const { return rules_; }

 private:
  bool always_ = false;
  std::vector<OpeningRule> rules_;
};

}  // namespace kiosk
