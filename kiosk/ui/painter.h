// Puts shapes, text and icons on an ImGui draw list. Takes logical places, in which the side where reading starts is
// always the left one, and mirrors them for right-to-left languages; nothing above it needs to know.
// Without a draw list it draws nothing: tests that only want the tree use it so.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/accessibility/node.h"
#include "kiosk/base/colour.h"
#include "kiosk/base/units.h"
#include "kiosk/graphics/qr.h"
#include "kiosk/text/engine.h"

struct ImDrawList;

namespace kiosk::ui {

class Painter {
 public:
  // `atlas_texture` holds the engine's atlas. `mirror_width`: of the window, in px; 0 draws left to right.
  Painter(text::Engine& engine, ImDrawList* list, uintptr_t atlas_texture, float mirror_width)
      : engine_(engine), list_(list), atlas_texture_(atlas_texture), mirror_width_(mirror_width) {}

  // Where a logical rectangle stands on the screen.
  Rect place(const Rect& logical) const {
    Rect at = logical;
    if (turned_) at.x = turned_->x + turned_->right() - at.right();
    if (mirror_width_ > 0) at.x = mirror_width_ - at.right();
    return at;
  }
  bool mirrored() const { return (mirror_width_ > 0) != turned_.has_value(); }

  // From now on what is drawn inside this place reads the other way than the rest of the page; none: no longer.
  void set_turned(const std::optional<Rect>& logical) { turned_ = logical; }

  void fill(const Rect& at, Colour colour, float radius = 0);
  // At a place on the screen, not a logical one.
  void fill_placed(const Rect& at, Colour colour);
  void border_placed(const Rect& at, Colour colour, float thickness, float radius = 0);
  void border(const Rect& at, Colour colour, float thickness, float radius = 0);
  // A ring segment that shrinks: `part` of a full turn, from the top; it turns with the reading direction.
  void ring(float centre_x, float centre_y, float radius, float thickness, float part, Colour colour);
  // A closed line through points in px.
  void outline(const std::vector<std::pair<float, float>>& ring, Colour colour, float thickness);
  void text(const text::Paragraph& paragraph, const Rect& box, Colour colour);
  void icon(std::string_view name, const Rect& square, Colour colour);
  // A picture on whole pixels.
  void image(uintptr_t texture, const Rect& at, bool mirrored = false);
  void code(const graphics::QrCode& code, const Rect& square, Colour dark);

  // What `draw` paints is painted so far along the screen, and so many times as large about the middle of `about`, a
  // place on the screen. Nodes and clips stay.
  struct Move {
    float across = 0;  // px
    float scale = 1;
    Rect about = {};
  };
  void moved(const Move& move, const std::function<void()>& draw);

  // A place on the screen.
  void push_clip(const Rect& at);
  void pop_clip();

  text::Engine& engine() { return engine_; }
  bool silent() const { return silent_ || !list_; }
  void set_silent(bool silent) { silent_ = silent; }

 private:
  text::Engine& engine_;
  ImDrawList* list_;
  uintptr_t atlas_texture_;
  float mirror_width_;
  std::optional<Rect> turned_;
  bool silent_ = false;
};

}  // namespace kiosk::ui
