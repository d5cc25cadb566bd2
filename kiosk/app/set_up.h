// A kiosk's first day, question by question, until a PIN stands (kiosk/screens/set_up.h). What comes out is one request
// to the machine; this program writes no settings. Answers live in memory: who goes away and comes back finds them, but
// for the PIN. Belongs to the UI thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/requests.h"
#include "kiosk/config/config.h"
#include "kiosk/screens/set_up.h"

namespace kiosk::app {

class SetUp {
 public:
  struct Parts {
    config::Config config;  // what a stick has set is an answer already
    std::string key;        // of the trusted content, in groups of digits; empty: none
    // Whether settings with this PIN's hash are those of the machine now.
    std::function<bool(const std::string& hash)> taken;
  };

  explicit SetUp(Parts parts);

  // The settings were taken: this kiosk needs no first day any more.
  bool done() const { return done_; }
  const screens::SetUpView& view() const { return view_; }
  size_t digits() const { return digits_.size(); }
  // As the picture should be turned now.
  int rotation() const { return turned_.value_or(rotation_); }

  // At the first question.
  void begin(std::vector<catalog::Language> languages);
  void close();

  void choose_language(const LanguageTag& language);
  void type(const std::string& character);
  // The last character, or the last digit.
  void erase();
  void act(const ui::Staff& staff, const Requests& requests, double seconds);
  // One page back; false at the first one, and where there is no way back but out.
  bool back();

  // Lets time pass; true when something changed.
  bool tick(const Requests& requests, double seconds);
  // Infinity: time changes nothing.
  double next_tick(double seconds) const;

 private:
  void show(screens::SetUpPage page);
  void next();
  void turn(double seconds);
  void turn_keys(const ui::Staff& staff);
  void change_hours(const ui::Staff& staff);
  void enter_pin();
  void save(const Requests& requests, double seconds);
  std::string* typed();

  Parts parts_;
  screens::SetUpView view_;
  int rotation_;               // that somebody said is right
  std::optional<int> turned_;  // on trial
  double until_ = 0;           // turned, saving: when it is over
  std::string digits_, first_pin_, hash_;
  bool done_ = false;
};

}  // namespace kiosk::app
