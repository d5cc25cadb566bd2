// The voice of one visit: decides what is said when, hands it to the speaker, and tells the screen what to show of it.
// In silence it does nothing and costs nothing. Two ways to use it:
//   - "Listen" reads the page that stands there; touch goes on as ever.
//   - In speech mode (headphones, any key of the keypad, a finger in the marked corner) every page and whatever one
//   comes to speaks by itself, and a
//     touch speaks and does not act (R6, R9, R10).
// Belongs to the UI thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/narration.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/ui/frame.h"

namespace kiosk::app {

enum class SpeechStart { keypad, headphones, touch };

class Voice {
 public:
  // `speaker` may be null: a kiosk without a voice. It outlives this, as does what `words` refers to.
  // `written`: the language in which words are written for someone who chose this one; another where it is only spoken.
  using WrittenIn = std::function<LanguageTag(const LanguageTag&)>;
  Voice(speech::Speaker* speaker, WordsOf words, WrittenIn written)
      : speaker_(speaker), words_(std::move(words)), written_(std::move(written)) {}

  bool mode() const { return mode_; }
  // Something of a visit is left in it.
  bool in_use() const { return mode_ || controls_ || by_ear_; }
  // The visitor touched the mark of a language and goes on so: every page speaks, tiles at the first touch, and open at
  // the second.
  bool by_ear() const { return by_ear_; }

  // Speech mode, with a welcome at the next draw(). False where nobody could hear it.
  bool start(SpeechStart how);
  // In or out (R6). In starts speech mode, out ends it; either is silent at once.
  void set_headphones(bool plugged_in);

  // A visitor did something else than steer the voice: it is silent (R5).
  void cut();
  // Another page will be drawn.
  void leave_page();
  // A walk will be drawn, whose cards speak by themselves; and its next card.
  void open_walk();
  void turn_card();
  // The same page will be drawn, changed by a press on `node`.
  void pressed(const std::string& node);
  // The visit is over: silence at once, everything as at the start (R8, R45, R52).
  void end();
  // Every visit begins with this step of the volume from now on. REQUIRES: none is going on.
  void begin_with(int volume_step);
  // "Are you still here?" will be drawn (R42).
  void warn();

  // "Listen" on this page has to be asked about first, because others would hear it (R56).
  bool must_ask(catalog::Sensitivity page) const;
  // Which side of a page in two languages listen() will read, as `action` says: one of them, or both.
  void choose_side(const ui::Action& action);
  // The visitor said that others may hear the page which will be drawn.
  void play_aloud();
  // Whether it steers the voice; then steer() does it.
  static bool steers(const ui::Action& action);
  void steer(const ui::Action& action, const accessibility::Tree& tree);

  // While a page is heard by hand, a tile without a mark of its own is heard at the first touch and opened by the
  // second (R77). True: this was the first, and nothing else is to happen.
  bool hear_first(const accessibility::Tree& tree, const std::string& node);

  void describe(const accessibility::Tree& tree, const std::string& node);
  // What the focus is on; asked again: where one is and what can be done; then: how to do it (R18).
  void help(const accessibility::Tree& tree, const std::string& focused);
  // A language of the first screen was touched: it greets (R74).
  void greet(const LanguageTag& language);

  // The page was read to its end by itself; asked once. Then read_on() reads the page that will be drawn, as the last.
  bool take_page_end();
  void read_on();

  // In speech mode: a digit of a secret was entered. The same tone for each (R15).
  void key_tone();

  // Says what is due now that this is on the screen.
  void drawn(const accessibility::Tree& tree);

  // Once in a while, and when the speaker has said that something changed. True: what is seen of it changed.
  bool update();
  // A page or an answer is being read, and the idle time rests (R43).
  bool narrating() const { return narrating_; }
  // The same, but for the words of one thing that a finger or a key came to.
  bool reading() const { return narrating_ && !describing_; }

  const ui::Speech& seen() const { return seen_; }

 private:
  enum class Due { nothing, page, aloud, card, node, warning };

  void play(std::vector<speech::Utterance> queue, catalog::Sensitivity page, speech::Asked asked);
  void listen(const accessibility::Tree& tree);
  void read_card(const accessibility::Tree& tree);
  std::vector<speech::Utterance> page_from_here(const accessibility::Tree& tree);
  void explain_tiles(const accessibility::Tree& tree, std::vector<speech::Utterance>& queue) const;
  bool speaks_first(const accessibility::Tree& tree, const accessibility::Node& node) const;
  void stop();
  void pause_or_go_on(const accessibility::Tree& tree);
  void say_volume(bool changed, const LanguageTag& language);
  std::vector<speech::Utterance> welcome(const accessibility::Tree& tree) const;
  std::vector<speech::Utterance> changed_status(const accessibility::Tree& tree);
  speech::Asked asked(speech::Asked usually) const { return aloud_ ? speech::Asked::aloud_knowingly : usually; }
  std::string notice(speech::Answer answer, const LanguageTag& language) const;
  std::string no_sound() const;
  void refresh();

  speech::Speaker* speaker_;
  WordsOf words_;
  WrittenIn written_;
  LanguageTag chosen_ = LanguageTag::of("en");  // of the page that was drawn last
  bool mode_ = false, controls_ = false, by_ear_ = false;
  bool aloud_ = false;               // others may hear this page
  std::optional<LanguageTag> side_;  // of a page in two languages; none: both
  SpeechStart started_ = SpeechStart::keypad;
  bool welcome_ = false;  // is due before anything else
  Due due_ = Due::nothing;
  std::string due_node_;
  std::optional<LanguageTag> greeting_;
  std::string heard_tile_;  // by the touch before
  std::string helped_;      // the screen and focus of the last help
  int helps_ = 0;
  std::vector<std::pair<std::string, std::string>> status_;  // id and words of what changes by itself
  bool said_ = false;                                        // something since the last silence that was asked for
  bool warning_ = false, narrating_ = false, describing_ = false;
  bool reads_page_ = false, page_ended_ = false, reads_on_ = false;
  std::string notice_;
  LanguageTag language_ = LanguageTag::of("en");  // of what was said last
  ui::Speech seen_;
};

}  // namespace kiosk::app
