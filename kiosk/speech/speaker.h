// The kiosk's voice: says a queue of utterances, one after the other and never two at once (R5), on the way that
// privacy allows (R56), and tells which sentence is heard (R99). Everything here is asked on the UI thread and answers
// at once; sound is prepared and fed on two threads of the speaker's own. One speaker lives as long as the program;
// end_session() makes it forget a visitor.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/audio/player.h"
#include "kiosk/audio/volume.h"
#include "kiosk/catalog/model.h"
#include "kiosk/speech/preparation.h"
#include "kiosk/speech/privacy.h"
#include "kiosk/speech/utterance.h"

namespace kiosk::speech {

// What is heard now.
struct Now {
  std::string id;  // of the utterance
  Kind kind = Kind::words;
  size_t part = 0;   // sentence or digit, from 0
  std::string text;  // of the utterance
  TextRange range;   // of that text
  Voice voice = Voice::none;
};

enum class State { silent, speaking, paused };

enum class Answer {
  speaking,
  private_only,  // not said: it needs headphones, or the visitor's word that it may be heard (R56, R6)
  no_voice,      // not said: no recording and no voice for the language (R13)
};

class Speaker {
 public:
  struct Parts {
    std::unique_ptr<audio::Sink> loudspeaker, headphones;
    std::unique_ptr<Synthesizer> synthesizer;  // may be null
    std::unique_ptr<Recordings> recordings;    // may be null
    audio::Clock clock;
    // Called by a thread of the speaker when now() or state() has changed: wake the frame loop, nothing else.
    std::function<void()> changed;
    audio::Calibration loudspeaker_calibration, headphones_calibration;
  };
  // by_hand: no threads; the owner of the sinks calls turn() and lets time pass between. For tests and tours.
  enum class Drive { threads, by_hand };

  Speaker(Parts parts, Drive drive);
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  // Whose voice would say it; for marks on the screen and for listen controls that lead nowhere.
  Voice voice_for(const Utterance& utterance) const;

  // Stops what is being said and starts over. `page` is the most sensitive of what is in the queue.
  // Utterances without a voice are passed over; when all are, nothing was said.
  Answer play(std::vector<Utterance> queue, catalog::Sensitivity page, Asked asked);
  // Silence within 100 ms, and the queue is forgotten: nothing can bring back what it said.
  void stop();
  void pause();
  void resume();
  // From the beginning of the sentence, or of the whole number, that is heard now or was heard last.
  Answer repeat();
  // At once: the sentence that is heard begins again at the new pace; in a pause, when it is over.
  void set_pace(Pace pace);
  Pace pace() const { return pace_; }

  std::optional<Now> now() const;
  State state() const;

  // Plugged in or pulled out: what is being said stops (R6). Whether speech then starts is the screens' business.
  void set_headphones(bool plugged_in);
  const Privacy& privacy() const { return privacy_; }

  // False: it is at its end already.
  bool louder();
  bool quieter();
  const audio::Volume& volume() const { return volume_; }
  // Every session begins with this from now on. REQUIRES: none is going on.
  void begin_with(audio::Volume volume);

  // Another visitor: silence, volume and pace as at the start (R8, R45).
  void end_session();
  // Another catalog. Call it between visitors; cuts what is being said.
  void set_recordings(std::unique_ptr<Recordings> recordings);

  // Why a way gives no sound, for staff.
  std::optional<std::string> trouble(audio::Way way) const { return player_.trouble(way); }

  // REQUIRES: by_hand. Prepares what is due and feeds the sinks.
  void turn();

 private:
  struct Cursor {
    size_t utterance = 0, part = 0;
  };
  struct Mark {  // what a piece's tag means
    Cursor cursor;
    Now now;
  };

  Answer start_at(Cursor cursor);
  void stop_locked();
  std::optional<Cursor> heard_cursor() const;
  bool prepare_one();
  void set_gains();
  void prepare_until_quit();
  void feed_until_quit();
  void player_changed();

  Parts parts_;
  audio::Player player_;

  // The UI thread's own.
  Privacy privacy_;
  audio::Volume first_volume_, volume_;
  Pace pace_ = Pace::normal;
  catalog::Sensitivity page_ = catalog::Sensitivity::green;
  Asked asked_ = Asked::automatically;

  mutable std::mutex mutex_;
  std::condition_variable work_;
  bool quit_ = false;
  bool due_ = false;         // something to prepare, perhaps
  bool forget_ = false;      // the session ended
  uint64_t generation_ = 0;  // counts new beginnings; what was prepared for an old one is thrown away
  std::vector<Utterance> queue_;
  bool all_prepared_ = true;
  Cursor next_;  // what is prepared next
  Pace preparing_pace_ = Pace::normal;
  std::vector<Mark> marks_;  // by tag

  std::mutex preparing_;  // held while preparation_ is in use, so that recordings can be exchanged
  std::unique_ptr<Preparation> preparation_;

  std::thread preparer_, feeder_;
};

}  // namespace kiosk::speech
