// The staff's part of the screen: behind a gesture and a PIN, closed again after a minute without a touch (R73). It
// shows how the machine is and asks for what the machine should do; of visitors it knows nothing. Belongs to the UI
// thread.
#pragma once

#include <functional>
#include <string>

#include "kiosk/app/corner_gesture.h"
#include "kiosk/app/pin_gate.h"
#include "kiosk/app/requests.h"
#include "kiosk/app/set_up.h"
#include "kiosk/screens/staff.h"

namespace kiosk::app {

class StaffArea {
 public:
  struct Parts {
    std::string pin;  // its hash; empty: nobody gets in
    std::function<screens::StaffFacts()> facts;
    Requests requests{""};
    std::function<bool()> play_sound;    // false or none: there is no sound
    std::optional<SetUp::Parts> set_up;  // of a kiosk that nobody has set up yet
  };

  explicit StaffArea(Parts parts);

  bool opened() const { return opened_; }
  const screens::StaffView& view() const { return view_; }

  // A touch while nobody uses the kiosk. True when it opened the area, at the PIN.
  bool knocked(const Touch& touch, const ui::Panel& panel, double seconds);

  // Whether the first screen leads to the first day's questions: nobody has set this kiosk up, and there is a machine
  // that takes the answers.
  bool offers_set_up() const { return set_up_ && !set_up_->done(); }
  // Asks them, in these languages. REQUIRES: offers_set_up()
  void begin_set_up(std::vector<catalog::Language> languages, double seconds);
  // In which language, and how the picture should be turned meanwhile.
  std::optional<LanguageTag> language() const;
  std::optional<int> rotation() const;
  // What was pressed there beside a staff action.
  void choose_language(const LanguageTag& language);
  void type(const std::string& character);
  void erase();

  // Cleaning: nothing that touches the screen counts (R49).
  bool ignores_touch() const { return opened_ && view_.page == screens::StaffPage::clean; }
  void touched(double seconds) { last_input_ = seconds; }

  // Does what a staff action says (ui::Staff). The area may be closed afterwards.
  void act(const ui::Staff& staff, double seconds);
  // One page back; from the first one, out.
  void back(double seconds);
  void close();

  // Lets time pass; true when something changed. The area may be closed afterwards.
  bool tick(double seconds);
  double next_tick(double seconds) const;

  // For the tour: shows this as if staff had come here.
  void show(screens::StaffView view, double seconds);

 private:
  void show_page(screens::StaffPage page);
  void act_on_pin(const ui::Staff& staff, double seconds);
  void enter_digit(char digit);
  void enter(double seconds);
  void ask(Request request, const std::string& text = {});
  void act_on_owner(const ui::Staff& staff);
  bool in_set_up() const { return opened_ && view_.page == screens::StaffPage::set_up && set_up_; }
  void show_set_up();
  double idle_limit() const;

  Parts parts_;
  PinGate gate_;
  std::optional<SetUp> set_up_;
  CornerGesture gesture_;
  bool opened_ = false;
  screens::StaffView view_;
  std::string digits_;
  std::string offered_key_;  // of the owner to whom staff may give this kiosk
  double last_input_ = 0, clean_until_ = 0;
};

}  // namespace kiosk::app
