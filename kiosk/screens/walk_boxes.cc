#include "kiosk/screens/walk_boxes.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/article.h"
#include "kiosk/ui/drawing.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr float kGap = 2, kBadge = 13, kIcon = 22, kLeastIcon = 6, kBetween = 3, kLeastPicture = 15;  // mm
constexpr float kAnswerPart = 0.24f, kLeastAnswer = 20, kMostAnswer = 50;

void draw_picture(ui::Frame& frame, const catalog::Drawing& drawing, const Rect& at) {
  float side = std::min(at.width, at.height);
  Rect square{at.x + (at.width - side) / 2, at.bottom() - side, side, side};
  frame.node(Role::image, "picture", drawing.words, square);
  if (frame.speech().offered) frame.press(ui::Listen{});
  ui::draw_drawing(frame, drawing, square);
  frame.focus_ring(square, frame.mm(3));
}

struct Answer {
  const char *id, *icon, *colour;
  std::string words;
  ui::AnswerTick action;
  bool given = false;
};

// The word below its picture, where it has room.
void draw_answer(ui::Frame& frame, const Answer& answer, const Rect& at) {
  frame.node(Role::choice, answer.id, answer.words, at).state.selected = answer.given;
  frame.press(answer.action);
  const ui::Theme& theme = frame.theme();
  Colour before = frame.surface();
  Colour plate = frame.is_pressed(answer.id) ? theme.pressed : theme.section(answer.colour);
  float radius = frame.mm(3);
  frame.painter().fill(at, plate, radius);
  if (answer.given) frame.painter().border(at.inset(frame.mm(1)), theme.on_section(), frame.mm(0.8f), radius);
  ui::TextStyle style = ui::styles::kLabel;
  style.align = text::Align::center;
  style.colour = theme.on_section();
  style.line_height = 1.1f;
  frame.set_surface(plate);
  float wide = at.width - frame.mm(2), least = frame.mm(kLeastIcon);
  // The picture answers; its word is as large as leaves it room.
  for (style.scale = frame.settings().text_scale * frame.type_factor(); style.scale > 1; style.scale -= 0.25f) {
    const text::Paragraph& laid = frame.lay(answer.words, style, wide);
    if (!laid.broke_word && laid.height + least + frame.mm(2) <= at.height) break;
  }
  style.scale = std::max(1.0f, style.scale);
  const text::Paragraph& word = frame.lay(answer.words, style, wide);
  float side = std::max(0.0f, std::min({frame.mm(kIcon), wide, at.height - word.height - frame.mm(2)}));
  float top = at.y + std::max(0.0f, at.height - side - word.height) / 2;
  frame.icon(answer.icon, {at.x + (at.width - side) / 2, top, side, side}, theme.on_section());
  frame.text(word, {at.x + frame.mm(1), top + side, at.width - frame.mm(2), word.height}, style);
  frame.focus_ring(at, radius);
  frame.set_surface(before);
}

}  // namespace

ui::Box card_picture(catalog::Drawing drawing) {
  ui::Box box;
  box.height = [](ui::Frame&, float) { return 0.0f; };
  box.draw = [=](ui::Frame& frame, const Rect& at) { draw_picture(frame, drawing, at); };
  return box;
}

ui::Box asking_picture(catalog::Drawing drawing, int box_number, bool yes) {
  ui::Box box;
  box.height = [](ui::Frame& frame, float) { return frame.mm(kLeastAnswer); };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    float wide = std::clamp(at.width * kAnswerPart, frame.mm(kLeastAnswer), frame.mm(kMostAnswer));
    float tall = std::min(at.height, std::max(wide * 1.3f, frame.mm(kLeastAnswer))), gap = frame.mm(kBetween);
    float across = at.width - 2 * (wide + gap), middle = at.bottom() - std::min(across, at.height) / 2;
    float y = std::max(at.y, middle - tall / 2);
    draw_picture(frame, drawing, {at.x + wide + gap, at.y, across, at.height});
    draw_answer(frame, {"yes", "check", "green", frame.tr("Yes"), {box_number, true}, yes}, {at.x, y, wide, tall});
    draw_answer(frame, {"no", "close", "slate", frame.tr("No"), {box_number, false}, false},
                {at.right() - wide, y, wide, tall});
  };
  return box;
}

ui::Box card(ui::Box picture, ui::Box words, float room, std::optional<int> number) {
  ui::Box box;
  // Higher than a page it is only where a panel has no room for the words of a contact, or for an answer.
  box.height = [=](ui::Frame& frame, float width) {
    float least = picture.height(frame, width), gap = least > 0 ? frame.mm(kGap) : 0;
    return std::max(room, words.height(frame, width) + gap + least);
  };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    float tall = words.height(frame, at.width), upper = at.height - tall - frame.mm(kGap);
    words.draw(frame, {at.x, at.bottom() - tall, at.width, tall});
    if (number) frame.current().spoken = numbered(*number, frame.current().name);
    if (upper < frame.mm(kLeastPicture)) return;
    if (number) {  // part of the sentence's node
      float side = frame.mm(kBadge) * frame.type_factor(), before = (at.width - std::min(upper, at.width)) / 2;
      draw_badge(frame, *number,
                 {at.x + std::max(0.0f, before - side), at.bottom() - tall - frame.mm(kGap) - std::min(upper, at.width),
                  side, side});
    }
    picture.draw(frame, {at.x, at.y, at.width, upper});
  };
  box.own_page = true;
  return std::move(box).grow();
}

}  // namespace kiosk::screens
