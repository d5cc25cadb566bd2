// Everything that is on the screen in one frame. Built by ui::Frame while it draws: what is not here is not there.
#pragma once

#include <string>
#include <vector>

#include "kiosk/accessibility/node.h"
#include "kiosk/base/sensitivity.h"

namespace kiosk::accessibility {

struct Modes {
  float text_scale = 1;
  bool high_contrast = false;
  bool reach = false;
  bool speech = false;

  bool operator==(const Modes&) const = default;
};

struct PanelFacts {
  float px_per_mm = 5;
  float width = 0, height = 0;  // px
  float bottom_edge_mm = 0;     // above the floor
};

struct Tree {
  std::string screen;
  std::string argument;  // which topic, section or contact
  LanguageTag language = LanguageTag::of("en");
  Direction direction = Direction::left_to_right;
  Modes modes;
  PanelFacts panel;
  Sensitivity sensitivity = Sensitivity::green;
  Rect page_area;                   // px: neither controls nor the band with the title
  std::vector<Rect> pictures = {};  // px: of those that only fill a place and say nothing
  std::vector<Node> nodes;          // in reading order

  const Node* find(std::string_view id) const;

  // The topmost thing that can be pressed at a place; none: nullptr.
  const Node* at(float x, float y) const;

  // What can be pressed and seen, in the order in which the keypad goes through it.
  std::vector<const Node*> focusable() const;
};

}  // namespace kiosk::accessibility
