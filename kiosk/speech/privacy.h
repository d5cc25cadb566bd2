// Who may hear what: decides, for everything that is to be said, which way it goes or that it stays unsaid. One value a
// session; nothing speaks around it.
#pragma once

#include <optional>

#include "kiosk/audio/sink.h"
#include "kiosk/catalog/model.h"

namespace kiosk::speech {

enum class Asked {
  automatically,    // a page or a focus speaks by itself
  by_visitor,       // a listen control was pressed
  aloud_knowingly,  // "play aloud, people near you can hear" was chosen for this very page (R56)
};

class Privacy {
 public:
  // Headphones in: only they are used, and the loudspeaker stays silent for the rest of the session, also when they are
  // pulled out (R6).
  void set_headphones(bool plugged_in) {
    plugged_in_ = plugged_in;
    private_ = private_ || plugged_in;
  }
  bool headphones() const { return plugged_in_; }

  // None: not to be said. A red page never goes to the loudspeaker unless that was chosen knowingly (R56).
  std::optional<audio::Way> way(catalog::Sensitivity page, Asked asked) const {
    if (plugged_in_) return audio::Way::headphones;
    if (private_) return std::nullopt;
    if (page == catalog::Sensitivity::red && asked != Asked::aloud_knowingly) return std::nullopt;
    return audio::Way::loudspeaker;
  }

  // Added to the volume, dB: a red page on the loudspeaker is quieter.
  static double trim(catalog::Sensitivity page, audio::Way way) {
    return page == catalog::Sensitivity::red && way == audio::Way::loudspeaker ? -6 : 0;
  }

  // The next visitor. Headphones that are still plugged in stay so.
  void reset() { private_ = plugged_in_; }

 private:
  bool plugged_in_ = false;
  bool private_ = false;
};

}  // namespace kiosk::speech
