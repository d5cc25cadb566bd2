// Plays one queue of pieces on one way at a time: two sounds at once cannot happen (R5). Asking never waits for a
// device; feeding does what was asked. Its owner gives it a feeding thread (feed and wait, over and over)
// or, under a virtual clock, calls feed() by hand.
// Threads: feed() from one thread only; everything else from any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "kiosk/audio/sink.h"
#include "kiosk/audio/sound.h"

namespace kiosk::audio {

// A part of a sound. Shared, because it is prepared and played on different threads and one recording is cut into
// several pieces.
struct Piece {
  uint64_t tag = 0;  // the caller's mark: what is heard now
  std::shared_ptr<const Sound> sound;
  size_t begin = 0, end = 0;  // samples of it
};

class Player {
 public:
  struct Heard {
    uint64_t tag = 0;
    size_t sample = 0;  // in the piece's sound

    bool operator==(const Heard&) const = default;
  };

  // `changed` is called by the feeding thread when another piece has begun to be heard or everything was played.
  Player(std::unique_ptr<Sink> loudspeaker, std::unique_ptr<Sink> headphones, Clock clock,
         std::function<void()> changed);

  // Silence at once, and a new queue, empty so far.
  void start(Way way);
  void append(Piece piece);
  // No more pieces will be appended to this queue.
  void close();
  // Silence at once; the queue is gone.
  void stop();
  // Silence at once; resume() goes on at the very sample.
  void pause();
  void resume();
  void set_gain(Way way, float gain);

  // None until something of this queue has been heard.
  std::optional<Heard> heard() const;
  // Pieces that have not begun to be heard.
  size_t waiting() const;
  // Nothing more will be appended to the queue, and everything was played; or there is no queue.
  bool finished() const;
  bool paused() const;
  // Why a way has no sound, for staff; none when it has, or was not tried yet.
  std::optional<std::string> trouble(Way way) const;

  // Tries both ways once, without a sound: staff read what is wrong when the program starts, and no line in the log
  // tells when the first visitor listened (R66). Feeding thread.
  void probe();
  // One round. Returns how long until the next one; none: nothing is due until something is asked.
  std::optional<milliseconds> feed();
  // Waits until then, or until something was asked or `wake()` called.
  void wait(std::optional<milliseconds> time);
  void wake();

 private:
  struct Written {              // a block that the sink was given since its last cut
    size_t begin = 0, end = 0;  // in samples since the cut
    size_t piece = 0;           // counted from the start of the queue
    size_t sample = 0;          // of the piece's sound, at `begin`
  };
  struct Wanted {        // what was asked
    uint64_t queue = 0;  // counts start() and stop()
    bool playing = false;
    bool paused = false;
    Way way = Way::loudspeaker;
    float gain[2] = {1, 1};
  };

  Sink& sink(Way way) { return *sinks_[static_cast<int>(way)]; }
  void wake_locked();
  void begin_queue(const Wanted& wanted);
  void choose(const Wanted& wanted);
  void rewind_to_heard();
  bool write_block();
  void note_heard();
  std::optional<milliseconds> idle();
  std::optional<milliseconds> try_again();
  void note_trouble(Way way);

  std::unique_ptr<Sink> sinks_[2];
  std::unique_ptr<Sink> silent_;
  Clock clock_;
  std::function<void()> changed_;

  mutable std::mutex mutex_;
  std::condition_variable asked_;
  bool woken_ = false;
  Wanted wanted_;
  std::deque<Piece> pieces_;  // from the one that is heard now
  size_t first_piece_ = 0;    // number of pieces_.front(), counted from the start of the queue
  bool closed_ = false;
  std::optional<Heard> heard_;
  std::optional<std::string> trouble_[2];

  // The feeding thread's own.
  uint64_t fed_queue_ = 0;
  Sink* using_ = nullptr;
  bool silenced_ = false;  // paused, and the sink was cut
  std::optional<std::chrono::steady_clock::time_point> idle_since_;
  size_t next_piece_ = 0, next_sample_ = 0;  // what is written next
  size_t written_samples_ = 0, played_ = 0;  // since the sink's last cut
  std::deque<Written> written_;              // not yet played to its end, and the block before
};

}  // namespace kiosk::audio
