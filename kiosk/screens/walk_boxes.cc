#include "kiosk/screens/walk_boxes.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/article.h"
#include "kiosk/ui/drawing.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr float kGap = 2, kBadge = 13, kIcon = 22, kLeastIcon = 6, kBetween = 3;  // mm
constexpr float kAnswerPart = 0.24f, kLeastAnswer = 20, kMostAnswer = 50, kAnswerRow = 36;
constexpr float kAnswerCapital = 5.5f, kLeastCapital = 4.8f;
constexpr float kTarget = 20, kCompactTarget = 15;

void draw_picture(ui::Frame& frame, const catalog::Drawing& drawing, const Rect& at) {
  float side = std::min(at.width, at.height);
  Rect square{at.x + (at.width - side) / 2, at.bottom() - side, side, side};
  frame.node(Role::image, "picture", drawing.words, square);
  if (frame.speech().offered && side >= frame.mm(frame.size_class().is_compact() ? kCompactTarget : kTarget))
    frame.press(ui::Listen{});
  ui::draw_drawing(frame, drawing, square);
  frame.focus_ring(square, frame.mm(3));
}

struct Answer {
  const char *id, *icon, *colour;
  std::string words;
  ui::AnswerTick action;
  bool given = false;
};

ui::TextStyle answer_style(float capital, float scale) {
  ui::TextStyle style{.capital = Mm{capital}, .weight = text::Weight::bold, .line_height = 1};
  style.align = text::Align::center;
  style.scale = scale;
  return style;
}

// Of an answer at its smallest.
float word_height(ui::Frame& frame, const std::string& word, float width) {
  return frame.lay(word, answer_style(kLeastCapital, 1), width - frame.mm(2)).height;
}

// A target, and wide enough for the words of both.
float least_answer(ui::Frame& frame) {
  ui::TextStyle style = answer_style(kLeastCapital, 1);
  float words = std::max(frame.widest_word(frame.tr("Yes"), style), frame.widest_word(frame.tr("No"), style));
  return std::max(frame.mm(kLeastAnswer), words + frame.mm(2) + 1);
}

// The picture answers; its word is as large as leaves it room.
ui::TextStyle fitting_style(ui::Frame& frame, const std::string& word, float wide, float tall) {
  for (float scale = frame.settings().text_scale * frame.type_factor(); scale >= 1; scale -= 0.25f) {
    ui::TextStyle style = answer_style(kAnswerCapital, scale);
    const text::Paragraph& laid = frame.lay(word, style, wide);
    if (!laid.broke_word && laid.height + frame.mm(kLeastIcon + 2) <= tall) return style;
  }
  return answer_style(kLeastCapital, 1);
}

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
  float wide = at.width - frame.mm(2);
  ui::TextStyle style = fitting_style(frame, answer.words, wide, at.height);
  style.colour = theme.on_section();
  frame.set_surface(plate);
  const text::Paragraph& word = frame.lay(answer.words, style, wide);
  float side = std::max(0.0f, std::min({frame.mm(kIcon), wide, at.height - word.height - frame.mm(2)}));
  float top = at.y + std::max(0.0f, at.height - side - word.height) / 2;
  frame.icon(answer.icon, {at.x + (at.width - side) / 2, top, side, side}, theme.on_section());
  frame.text(word, {at.x + frame.mm(1), top + side, at.width - frame.mm(2), word.height}, style);
  frame.focus_ring(at, radius);
  frame.set_surface(before);
}

struct Places {
  Rect picture, yes, no;
};

// The answers are on both sides of the picture; on an upright panel they are below it.
Places places_of(ui::Frame& frame, const Rect& at) {
  float gap = frame.mm(kBetween), row = answers_height(frame);
  if (row > 0) {
    float wide = (at.width - gap) / 2, tall = row - gap, y = at.bottom() - tall;
    return {{at.x, at.y, at.width, at.height - row}, {at.x, y, wide, tall}, {at.right() - wide, y, wide, tall}};
  }
  float wide = std::max(least_answer(frame), std::min(at.width * kAnswerPart, frame.mm(kMostAnswer)));
  float need = std::max(word_height(frame, frame.tr("Yes"), wide), word_height(frame, frame.tr("No"), wide));
  float tall = std::min(at.height, std::max({wide * 1.3f, frame.mm(kLeastAnswer), need + frame.mm(kLeastIcon + 2)}));
  float across = at.width - 2 * (wide + gap), middle = at.bottom() - std::min(across, at.height) / 2;
  float y = std::max(at.y, std::min(middle - tall / 2, at.bottom() - tall));
  return {{at.x + wide + gap, at.y, across, at.height}, {at.x, y, wide, tall}, {at.right() - wide, y, wide, tall}};
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
  box.height = [](ui::Frame&, float) { return 0.0f; };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    Places places = places_of(frame, at);
    draw_picture(frame, drawing, places.picture);
    draw_answer(frame, {"yes", "check", "green", frame.tr("Yes"), {box_number, true}, yes}, places.yes);
    draw_answer(frame, {"no", "close", "slate", frame.tr("No"), {box_number, false}, false}, places.no);
  };
  return box;
}

float answers_height(const ui::Frame& frame) { return frame.size_class().tall ? frame.mm(kAnswerRow + kBetween) : 0; }
float answers_width(ui::Frame& frame) { return 2 * (least_answer(frame) + frame.mm(kBetween)); }
float number_width(const ui::Frame& frame) { return frame.mm(kBadge) * frame.type_factor(); }

namespace {

void draw_above(ui::Frame& frame, const ui::Box& picture, const ui::Box& words, const Rect& at,
                std::optional<int> number) {
  float tall = words.height(frame, at.width), upper = at.height - tall - frame.mm(kGap);
  words.draw(frame, {at.x, at.bottom() - tall, at.width, tall});
  float square = std::min(upper, at.width);
  if (number) {  // part of the sentence's node
    frame.current().spoken = numbered(*number, frame.current().name);
    float side = number_width(frame), before = (at.width - square) / 2;
    draw_badge(frame, *number, {at.x + std::max(0.0f, before - side), at.y + upper - square, side, side});
  }
  picture.draw(frame, {at.x, at.y, at.width, upper});
}

void draw_beside(ui::Frame& frame, const ui::Box& picture, const ui::Box& words, const Rect& at, float beside,
                 std::optional<int> number) {
  float start = at.x + beside + frame.mm(kGap), width = at.right() - start, tall = words.height(frame, width);
  words.draw(frame, {start, at.y + std::max(0.0f, at.height - tall) / 2, width, tall});
  float before = 0;
  if (number) {
    frame.current().spoken = numbered(*number, frame.current().name);
    before = number_width(frame);
    draw_badge(frame, *number, {at.x, at.y, before, before});
  }
  picture.draw(frame, {at.x + before, at.y, beside - before, at.height});
}

}  // namespace

ui::Box card(ui::Box picture, ui::Box words, CardPlace place, std::optional<int> number) {
  ui::Box box;
  box.height = [=](ui::Frame&, float) { return place.room; };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    if (place.beside > 0) return draw_beside(frame, picture, words, at, place.beside, number);
    draw_above(frame, picture, words, at, number);
  };
  box.own_page = true;
  return std::move(box).grow();
}

}  // namespace kiosk::screens
