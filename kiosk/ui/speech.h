// What the voice is doing, as far as the screen shows it. Values only; app::Voice fills them in for every frame.
#pragma once

#include <cstddef>
#include <string>

namespace kiosk::ui {

// The sentence or digit that is heard now (R99).
struct Heard {
  std::string id;    // of the node; empty: nothing
  std::string text;  // all that is said of it, and which bytes of that are heard now
  size_t begin = 0, end = 0;

  bool operator==(const Heard&) const = default;
};

enum class Listening { silent, speaking, paused };

struct Speech {
  bool offered = false;     // there is a voice: "listen" can be pressed
  bool controls = false;    // pause, repeat, slower ... stand above the bar
  bool explore = false;     // a touch speaks and does not act (R10)
  bool headphones = false;  // nobody else hears it
  Listening listening = Listening::silent;
  bool slower = false;
  bool synthetic = false;       // what is heard is a computer's voice (R96)
  int volume = 0, loudest = 0;  // steps from 0
  std::string notice;           // why nothing is heard; empty: none
  Heard heard;

  bool operator==(const Speech&) const = default;
};

}  // namespace kiosk::ui
