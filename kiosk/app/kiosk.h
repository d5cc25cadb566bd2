// The kiosk without a window: takes touches, keys and the time, keeps one visit, draws frames. All that a visitor can
// do happens here, so that the program, the tour, scripts and tests are the same thing. Belongs to the UI thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/corner_hold.h"
#include "kiosk/app/explorer.h"
#include "kiosk/app/hand.h"
#include "kiosk/app/motions.h"
#include "kiosk/app/resting.h"
#include "kiosk/app/session.h"
#include "kiosk/app/staff_area.h"
#include "kiosk/app/update_notice.h"
#include "kiosk/app/voice.h"
#include "kiosk/config/config.h"
#include "kiosk/os/keypad.h"
#include "kiosk/screens/context.h"
#include "kiosk/screens/no_catalog.h"
#include "kiosk/ui/frame.h"

namespace kiosk::app {

// What a keypad or keyboard asks for, whatever keys it has.
using Key = os::Key;

class Kiosk {
 public:
  struct Parts {
    text::Engine* engine = nullptr;
    const catalog::Catalog* catalog = nullptr;  // null: the page with the emergency numbers
    config::Config config;
    ui::Panel panel;
    std::function<screens::Moment()> now;
    std::function<std::optional<ui::Picture>(const std::string& path)> pictures;
    speech::Speaker* speaker = nullptr;  // null: a kiosk without a voice
    StaffArea::Parts staff;
  };

  // REQUIRES: parts.engine, now and pictures are set. `seconds` is the time of a clock that only goes forward.
  Kiosk(Parts parts, double seconds);

  void touch(const Touch& touch, double seconds);
  // A key went down, by its code (kiosk/os/keymap.h). Tremor and the discreet way out are dealt with here (R19, R54).
  void press(int code, double seconds);
  // It is still down: said by the window system as often as it likes.
  void hold(int code, double seconds);
  // What such a press came to.
  void key(Key key, double seconds);
  // The wheel of a mouse: not a key that starts speech.
  void turn_page(bool down, double seconds);
  // Plugged in or pulled out (R6).
  void set_headphones(bool plugged_in, double seconds);

  // Lets time pass: the idle warning, the greeting of the first screen.
  void tick(double seconds);

  // How long drawing the last frame took until it was on the screen. Without it nothing moves.
  void frame_took(double seconds);

  // What the store says of updates (UpdateNotice::see).
  void see_update(std::optional<update::Progress> progress, std::optional<update::OutcomeRecord> ended, double seconds);

  // Something changed since the last draw().
  bool dirty() const { return dirty_; }
  // When tick() has something to do without any input. Infinity: never.
  double next_tick() const;

  // Draws what is on the screen now onto `list` (null: only the tree). The reference holds until the next call.
  const ui::Scene& draw(ImDrawList* list, uintptr_t atlas_texture);

  const ui::Scene& scene() const { return scene_; }
  const Session& session() const { return session_; }
  void set_session(Session session);
  // The staff's screens, as if somebody had typed the PIN: for the tour. set_session() leaves them.
  void show_staff(screens::StaffView view);
  void set_panel(const ui::Panel& panel);
  // By how many degrees, clockwise, the picture is to be turned now: as the settings say, or as the first day tries it.
  int rotation() const { return staff_.rotation().value_or(parts_.config.rotation); }
  // Nothing is to be seen: the office is closed and nobody is here.
  bool dark() const { return resting_.dark(); }
  // Seconds left at the idle warning; none: no warning stands.
  std::optional<double> warning_seconds() const;

  // Only between visits: the screen must not change under a hand. Returns false while one is going on.
  bool offer_catalog(const catalog::Catalog* catalog);
  bool in_use() const;

 private:
  static constexpr double kWarning = 20;  // R42: seconds in which any touch goes on
  // Of the greeting, before and after each turn: the only thing that moves while nobody is there.
  static constexpr double kGreetingFade = 0.2;
  static constexpr double kGreetingTurn = 6;  // seconds that the first screen speaks one language

  void act(const ui::Action& action);
  void act_on(const std::string& node);
  void explore(const Touch& touch, double seconds);
  void watch_corner(const Touch& touch, double seconds);
  bool goes_with_the_voice(const std::string& node) const;
  void raise_or_lower_curtain(const ui::Action& action);
  void begin_motion(const ui::Action& action, const screens::Place& was);
  bool nobody_here() const;
  void rest_if_alone();
  void enter_staff_area();
  void act_in_staff_area(const ui::Action& action);
  void leave_staff_area_if_closed();
  ui::UpdateStrip update_strip();
  void move_focus(int step);
  void follow_tick(const ui::Action& tick);
  void read_on_if_due();
  void turn_card_if_due();
  bool must_ask_first(const ui::Action& action, const screens::Place& here) const;
  void turn_by(int step);
  double idle_limit() const;
  LanguageTag spoken_language() const;
  float greeting_shown() const;
  const ui::Words& words(const LanguageTag& language);
  const catalog::Keyboard& keyboard(const LanguageTag& language);
  LanguageTag written_in(const LanguageTag& language) const;
  void remember_words();  // for when nothing can be read any more
  ui::Scene draw_scene(ui::Painter& painter);

  Parts parts_;
  Session session_;
  HandTracker hand_;
  Explorer explorer_;
  CornerHold corner_;
  os::Keypad keypad_;
  StaffArea staff_;
  Resting resting_;  // as it was drawn or will be
  Motions motions_;
  UpdateNotice update_;
  std::string drawn_page_;  // which page the last draw() showed
  std::string focused_;
  ui::Scene scene_;
  std::map<LanguageTag, ui::Words> words_;
  std::map<LanguageTag, catalog::Keyboard> keyboards_;
  std::vector<screens::BareWords> bare_words_ = screens::bare_words();  // of the last content that could be read
  Voice voice_;
  double seconds_, last_input_;
  std::optional<ui::Action> ticked_;  // since the last draw()
  std::optional<double> card_turns_;  // when the card of a walk turns, because it was heard
  bool sensitive_ = false;            // a red page stands there, under the warning or not
  float greeting_drawn_ = 1;          // how much of the greeting the last draw() showed
  bool dirty_ = true;
};

}  // namespace kiosk::app
