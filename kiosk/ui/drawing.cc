#include "kiosk/ui/drawing.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/catalog/drawing_file.h"

namespace kiosk::ui {
namespace {

Rect square_in(const Rect& at) {
  float side = std::min(at.width, at.height);
  return {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side};
}

}  // namespace

void draw_drawing(Frame& frame, const catalog::Drawing& drawing, const Rect& at) {
  if (drawing.name.empty() || frame.measuring()) return;
  Rect square = square_in(at);
  bool mirrored = drawing.mirrored && frame.painter().mirrored();
  frame.current().icon = drawing.name;
  frame.current().icon_mirrored = mirrored;
  frame.current().icon_rect = frame.painter().place(square);
  auto colours = frame.theme().high_contrast ? catalog::Colours::high_contrast : catalog::Colours::paper;
  auto picture = frame.picture(catalog::drawing_file_for(drawing.name, colours, square.width));
  if (picture) frame.painter().image(picture->texture, square, mirrored);
}

void draw_drawing_on_light(Frame& frame, const catalog::Drawing& drawing, const Rect& at) {
  Rect square = square_in(at);
  frame.painter().fill(square, frame.theme().surface, frame.mm(2));
  draw_drawing(frame, drawing, square.inset(square.width * 0.04f));
  frame.current().icon_rect = frame.painter().place(square);
}

Box drawing_box(catalog::Drawing drawing, Mm side) {
  Box box;
  box.height = [side](Frame& frame, float) { return frame.mm(side.value); };
  box.least = box.natural = [side](Frame& frame) { return frame.mm(side.value); };
  box.draw = [=](Frame& frame, const Rect& at) {
    float px = std::min(frame.mm(side.value), at.width);
    draw_drawing(frame, drawing, {at.x, at.y, px, px});
  };
  return box;
}

Box drawing_in_middle(catalog::Drawing drawing) {
  Box box;
  box.height = [](Frame&, float) { return 0.0f; };
  box.draw = [=](Frame& frame, const Rect& at) {
    draw_drawing(frame, drawing, at);
    frame.add_picture(at);
  };
  return std::move(box).grow();
}

Box drawing_node_box(catalog::Drawing drawing, Mm side, std::string id) {
  Box box = drawing_box(drawing, side);
  box.draw = [=, draw = box.draw](Frame& frame, const Rect& at) {
    float px = std::min(frame.mm(side.value), at.width);
    frame.node(accessibility::Role::image, id, drawing.words, {at.x, at.y, px, px});
    draw(frame, at);
  };
  return box;
}

Box beside(Box sign, Mm width, Box body) {
  auto fits = [width, body](Frame& frame, float all) {
    return !body.least || body.least(frame) <= all - frame.mm(width.value);
  };
  Box next = led_by(sign, width, body), below = column({sign, body}, Mm{2});
  Box box;
  auto chosen = [=](Frame& frame, float all) -> const Box& { return fits(frame, all) ? next : below; };
  box.height = [=](Frame& frame, float all) { return chosen(frame, all).height(frame, all); };
  box.least = body.least;
  box.draw = [=](Frame& frame, const Rect& at) { chosen(frame, at.width).draw(frame, at); };
  box.split = [=](Frame& frame, float all, float room) -> std::vector<Box> {
    if (!fits(frame, all)) return below.split(frame, all, room);
    if (!body.split || sign.height(frame, frame.mm(width.value)) > room) return {};
    std::vector<Box> both = body.split(frame, all - frame.mm(width.value), room);
    if (both.size() != 2) return {};
    return {led_by(sign, width, std::move(both[0])), std::move(both[1])};
  };
  return box;
}

}  // namespace kiosk::ui
