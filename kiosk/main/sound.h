// What the kiosk's program speaks with: the synthetic voice, the recordings of the catalog that is shown, the machine's
// sound devices and its headphone jack. Whatever of it is missing costs the visitor sound and nothing else; staff read
// why in the log.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/app/content.h"
#include "kiosk/config/config.h"
#include "kiosk/os/headphone_jack.h"
#include "kiosk/speech/speaker.h"

namespace kiosk {

std::unique_ptr<speech::Synthesizer> synthesizer();
std::unique_ptr<speech::Recordings> recordings(const app::Content& content);

struct Sound {
  std::unique_ptr<os::HeadphoneJack> jack;
  std::unique_ptr<speech::Speaker> speaker;

  // Once a turn of the frame loop: tells `changed` when headphones were plugged in or pulled out, and the log when a
  // way lost its device or found it again.
  void look(const std::function<void(bool plugged_in)>& changed);
  // Why a way gives no sound, in a sentence a way; "": both do, as far as anybody has tried.
  std::string trouble() const;

 private:
  std::optional<std::string> told_[2];
  std::optional<bool> jack_;  // as it was at the last look
};

// On the devices of this machine that `config` names. `wake` is called by other threads when look() or the screen has
// something new.
std::unique_ptr<Sound> open_sound(const app::Content& content, const config::Config& config,
                                  const std::function<void()>& wake);

}  // namespace kiosk
