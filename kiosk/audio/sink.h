// One way out for sound: the loudspeaker or the headphones. It takes blocks ahead of time, says how far the listener
// has come, and falls silent at once. It never throws and never waits for a device that is not there.
// Used by one thread, the one that feeds it (see player.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace kiosk::audio {

// Which way sound goes. There is never sound on both.
enum class Way { loudspeaker, headphones };

// A clock that only goes forward; passed in, so that tests decide what time it is.
using Clock = std::function<std::chrono::steady_clock::time_point()>;

class Sink {
 public:
  // The largest block that is taken: 20 ms.
  static constexpr size_t kBlock = 960;

  virtual ~Sink() = default;

  // True when sound can be written now. Opens the device if it is closed; after a failure it is tried again only when
  // the back-off is over. False as soon as the device has gone.
  virtual bool ready() = 0;

  // How many blocks may be written now. REQUIRES: ready() said true in this round.
  virtual int room() = 0;

  // Queues a block of at most kBlock samples. REQUIRES: room() > 0
  virtual void write(std::span<const int16_t> block) = 0;

  // Samples heard of those written since the last cut().
  virtual size_t played() = 0;

  // Drops everything queued; silence from the next sample on.
  virtual void cut() = 0;

  // Factor on every sample, at once. 0 to 1.
  virtual void set_gain(float gain) = 0;

  // Nothing to play for now: the device may sleep. The next write() wakes it.
  virtual void rest() = 0;

  // Gives the device up, so that the other way can use the same hardware.
  virtual void release() = 0;

  // When a device that failed is due to be tried again by ready(); none when it works or was not tried yet. Attempts
  // keep to this time whether or not anyone is listening: libraries report each failure on standard error, and the
  // journal must not tell when a visitor asked for sound (R66).
  virtual std::optional<std::chrono::steady_clock::time_point> next_try() const { return std::nullopt; }

  // Why there is no sound, for staff; none when there is, or when it has not been tried.
  virtual std::optional<std::string> trouble() const = 0;
};

}  // namespace kiosk::audio
