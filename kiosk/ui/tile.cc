#include "kiosk/ui/tile.h"

#include <algorithm>

namespace kiosk::ui {
namespace {

constexpr float kTarget = 20, kMark = 20, kPadding = 3, kPlate = 14, kGap = 4, kTallPicture = 12;

TextStyle tall_label() {
  TextStyle style = styles::kLabel;
  style.align = text::Align::center;
  return style;
}

// What the mark takes from the words where it stands beside them; nothing in a kiosk without a voice.
float mark_width(const Frame& frame) { return frame.speech().offered ? frame.mm(kMark) : 0; }

float words_width(Frame& frame, float width) {
  return width - frame.mm(kPadding * 2 + kPlate + kGap) - mark_width(frame);
}

// Hears the tile without opening it: a target of its own at the end of the tile, as large as any (R35, R77).
void draw_mark(Frame& frame, const Tile& tile, const Rect& square, Colour colour) {
  std::string id = "listen-" + tile.id;
  frame.node(accessibility::Role::listen, id, fill(frame.tr("Hear: {1}"), {tile.label}), square);
  frame.press({ActionKind::listen_to, tile.id});
  float side = frame.mm(9);
  Rect picture{square.x + (square.width - side) / 2, square.y + (square.height - side) / 2, side, side};
  if (frame.is_pressed(id)) frame.painter().border(square.inset(frame.mm(1)), colour, frame.mm(0.8f), frame.mm(3));
  frame.icon("volume-high", picture, colour);
  frame.focus_ring(square.inset(frame.mm(1.4f)), frame.mm(3));
}

bool fits_beside(Frame& frame, const Tile& tile, float width) {
  return frame.widest_word(tile.label, styles::kLabel) <= words_width(frame, width);
}

struct Colours {
  Colour plate, picture, surface, words, mark;
};

Colours colours(const Frame& frame, const Tile& tile, bool down) {
  const Theme& theme = frame.theme();
  Colour own = theme.section(tile.colour);
  if (down) return {theme.pressed, theme.on_action, theme.pressed, theme.on_action, theme.on_action};
  if (tile.filled) return {own, theme.on_section(), own, theme.on_section(), theme.on_section()};
  return {own, theme.on_section(), theme.surface, theme.ink, theme.action};
}

}  // namespace

float least_tile_width(Frame& frame, const Tile& tile) {
  return std::max(frame.mm(kTarget), frame.widest_word(tile.label, styles::kLabel) + frame.mm(2 * kPadding + 1));
}

float tile_height(Frame& frame, const Tile& tile, float width) {
  if (!fits_beside(frame, tile, width)) return tall_tile_height(frame, tile, width);
  float words = frame.lay(tile.label, styles::kLabel, words_width(frame, width)).height;
  if (!tile.detail.empty()) words += frame.lay(tile.detail, styles::kQuiet, words_width(frame, width)).height;
  return std::max(frame.mm(kTarget), words + frame.mm(2 * kPadding));
}

float tall_tile_height(Frame& frame, const Tile& tile, float width) {
  return frame.mm(kTallPicture + 2.5f + kPadding) +
         frame.lay(tile.label, tall_label(), width - frame.mm(kPadding * 2)).height;
}

void draw_tile(Frame& frame, const Tile& tile, const Rect& at) {
  LanguageTag language_before = frame.language();
  frame.set_language(tile.language);
  accessibility::Node& node = frame.node(accessibility::Role::tile, tile.id, tile.label, at);
  if (!tile.detail.empty()) node.spoken = tile.label + ". " + tile.detail;
  frame.press(tile.action);

  Colours colour = colours(frame, tile, frame.is_pressed(tile.id));
  Colour surface_before = frame.surface();
  float radius = frame.mm(3), padding = frame.mm(kPadding);
  Painter& painter = frame.painter();
  painter.fill(at, colour.surface, radius);
  painter.border(at, frame.theme().hairline, frame.mm(0.3f), radius);
  frame.set_surface(colour.surface);

  bool has_room =
      tile.detail.empty() && at.height >= tall_tile_height(frame, tile, at.width) && at.width < at.height * 3;
  bool tall = has_room || !fits_beside(frame, tile, at.width) || tile_height(frame, tile, at.width) > at.height + 1;
  Rect mark;
  if (tall) {
    TextStyle style = tall_label();
    style.colour = colour.words;
    const text::Paragraph& label = frame.lay(tile.label, style, at.width - 2 * padding);
    float band = at.height - label.height - padding * 1.5f;
    if (!tile.filled) {
      painter.fill({at.x, at.y, at.width, band}, colour.plate, radius);
      painter.fill({at.x, at.y + band - radius, at.width, radius}, colour.plate);
    }
    // The mark stands in the picture's band, if that is high and wide enough for both.
    bool marked = mark_width(frame) > 0 && band >= frame.mm(kMark) && at.width >= frame.mm(2 * kMark);
    if (marked) mark = {at.right() - frame.mm(kMark), at.y, frame.mm(kMark), band};
    float side = std::min(band - frame.mm(3), frame.mm(26)), beside = marked ? frame.mm(kMark) * 0.8f : 0;
    frame.icon(tile.icon, {at.x + (at.width - beside - side) / 2, at.y + (band - side) / 2, side, side},
               colour.picture);
    float y = at.bottom() - label.height - padding * 0.75f;
    frame.text(label, {at.x + padding, y, at.width - 2 * padding, label.height}, style);
  } else {
    float plate = frame.mm(kPlate);
    Rect square{at.x + padding, at.y + (at.height - plate) / 2, plate, plate};
    if (!tile.filled) painter.fill(square, colour.plate, frame.mm(2.5f));
    frame.icon(tile.icon, square.inset(frame.mm(2)), colour.picture);
    float x = square.right() + frame.mm(kGap), width = at.right() - padding - mark_width(frame) - x;
    if (mark_width(frame) > 0) mark = {at.right() - frame.mm(kMark), at.y, frame.mm(kMark), at.height};
    TextStyle label_style = styles::kLabel, detail_style = styles::kQuiet;
    label_style.colour = colour.words;
    if (frame.is_pressed(tile.id) || tile.filled) detail_style.colour = colour.words;
    const text::Paragraph& label = frame.lay(tile.label, label_style, width);
    float words = label.height;
    if (!tile.detail.empty()) words += frame.lay(tile.detail, detail_style, width).height;
    float y = at.y + (at.height - words) / 2;
    y += frame.text(label, {x, y, width, label.height}, label_style);
    if (!tile.detail.empty()) frame.text(tile.detail, detail_style, {x, y, width, 0});
  }
  frame.focus_ring(at, radius);
  if (!mark.empty()) draw_mark(frame, tile, mark, tall || tile.filled ? colour.picture : colour.mark);
  frame.set_surface(surface_before);
  frame.set_language(language_before);
}

}  // namespace kiosk::ui
