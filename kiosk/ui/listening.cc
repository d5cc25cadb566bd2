#include "kiosk/ui/listening.h"

#include <algorithm>
#include <vector>

#include "kiosk/ui/button.h"

namespace kiosk::ui {
namespace {

using accessibility::Role;

constexpr float kTarget = 20, kMargin = 1.5f, kGap = 2.2f, kRemarkIcon = 8, kLowZone = 115;

std::vector<Button> buttons(const Frame& frame, bool speaking) {
  const Speech& speech = frame.speech();
  std::vector<Button> all;
  auto add = [&](const char* id, std::string label, const char* icon, Action action) -> Button& {
    Button& button = all.emplace_back();
    button.id = id;
    button.label = std::move(label);
    button.icon = icon;
    button.action = std::move(action);
    button.icon_place = IconPlace::above;
    button.style = styles::kBody;
    button.style.scale = 1;
    return button;
  };
  add("speech-pause", speaking ? frame.tr("Pause") : frame.tr("Go on"), speaking ? "pause" : "play", Pause{});
  add("speech-repeat", frame.tr("Repeat"), "replay", Repeat{});
  Button& slower = add("speech-slower", frame.tr("Slower"), "walk", ChangePace{});
  slower.role = Role::toggle;
  slower.state.pressed = speech.slower;
  if (speech.slower) slower.look = Look::primary;
  add("speech-quieter", frame.tr("Quieter"), "volume-low", Quieter{}).enabled = speech.volume > 0;
  add("speech-louder", frame.tr("Louder"), "volume-high", Louder{}).enabled = speech.volume < speech.loudest;
  add("speech-stop", frame.tr("Stop"), "stop", Stop{});
  return all;
}

// What there is to know about the voice.
struct Remark {
  std::string id, words, icon;
  Role role = Role::note;
};

std::optional<Remark> remark(const Frame& frame) {
  const Speech& speech = frame.speech();
  if (!speech.notice.empty()) return Remark{"speech-notice", speech.notice, "volume-off", Role::status};
  if (speech.synthetic) return Remark{"speech-synthetic", frame.tr("A computer is speaking."), "laptop"};
  return std::nullopt;
}

TextStyle remark_style() {
  TextStyle style = styles::kQuiet;
  style.scale = 1;
  style.line_height = 1.25f;
  return style;
}

// The same in silence, so that nothing moves when the voice begins.
float remark_width(Frame& frame) {
  return frame.mm(kRemarkIcon + 4) + frame.widest_word(frame.tr("A computer is speaking."), remark_style());
}

float draw_remark(Frame& frame, const Remark& said, const Rect& at) {
  TextStyle style = remark_style();
  float side = frame.mm(kRemarkIcon), start = side + frame.mm(2);
  const text::Paragraph& words = frame.lay(said.words, style, at.width - start);
  float tall = std::max({at.height, words.height, side});
  frame.node(said.role, said.id, said.words, {at.x, at.y, at.width, tall});
  frame.icon(said.icon, {at.x, at.y + (tall - side) / 2, side, side}, frame.theme().ink_quiet);
  frame.text(words, {at.x + start, at.y + (tall - words.height) / 2, at.width - start, words.height}, style);
  return tall;
}

// How the row is laid out. On a low panel it gives up words before the page gives up lines.
struct Shape {
  bool words = false;   // in the buttons
  bool beside = false;  // the remark has room for its words at the end of the row
  float each = 0;       // width of a button
  float tall = 0;
};

// The same in silence too: a row that changed its height with the voice would lay the page out anew, and the voice that
// turns pages would come back to one that it has read.
Shape shape_of(Frame& frame, float width) {
  const std::vector<Button> speaking = buttons(frame, true), silent = buttons(frame, false);
  float count = static_cast<float>(silent.size()), gaps = (count - 1) * frame.mm(kGap), least = frame.mm(kTarget);
  for (const std::vector<Button>* all : {&speaking, &silent})
    for (const Button& button : *all) least = std::max(least, least_button_width(frame, button));
  Shape shape;
  shape.words = count * least + gaps <= width && frame.zone().height > frame.mm(kLowZone);
  shape.each = shape.words ? least : frame.mm(kTarget);
  float room = width - count * shape.each - gaps - frame.mm(kGap);
  shape.beside = room >= remark_width(frame);
  // Where the words of the remark have no room its picture stands there alone.
  if (!shape.beside) shape.each += std::max(0.0f, room - frame.mm(kRemarkIcon)) / count;
  shape.tall = frame.mm(kTarget);
  for (const std::vector<Button>* all : {&speaking, &silent}) {
    for (Button button : *all) {
      button.icon_only = !shape.words;
      shape.tall = std::max(shape.tall, button_height(frame, button, shape.each));
    }
  }
  return shape;
}

}  // namespace

Rect draw_listening(Frame& frame, const Rect& left) {
  if (!frame.speech().controls) return left;
  std::vector<Button> all = buttons(frame, frame.speech().listening == Listening::speaking);
  float gap = frame.mm(kGap), margin = frame.mm(kMargin), width = left.width - 2 * margin;
  Shape shape = shape_of(frame, width);
  float tall = shape.tall;
  for (Button& button : all) button.icon_only = !shape.words;
  auto said = remark(frame);
  // Why nothing is heard has to be read; that a computer speaks is also said by its picture.
  bool on_top = said && !shape.beside && said->role == Role::status;
  float above = on_top ? frame.measure([&] { return draw_remark(frame, *said, {0, 0, width, 0}); }) + margin : 0;

  Rect bar{left.x, left.bottom() - tall - above - 2 * margin, left.width, tall + above + 2 * margin};
  Colour before = frame.surface();
  frame.set_region(accessibility::Region::controls);
  frame.painter().fill(bar, frame.theme().surface);
  frame.painter().fill({0, bar.y, bar.width, frame.mm(0.3f)}, frame.theme().hairline);
  frame.set_surface(frame.theme().surface);
  float x = left.x + margin, y = bar.y + margin;
  if (on_top) draw_remark(frame, *said, {x, y, width, 0}), y += above;
  for (const Button& button : all) {
    draw_button(frame, button, {x, y, shape.each, tall});
    x += shape.each + gap;
  }
  if (said && shape.beside) draw_remark(frame, *said, {x, y, left.right() - margin - x, tall});
  if (said && !shape.beside && !on_top) {
    float side = frame.mm(kRemarkIcon);
    Rect at{x, y + (tall - side) / 2, side, side};
    frame.node(said->role, said->id, said->words, at);
    frame.icon(said->icon, at, frame.theme().ink_quiet);
  }
  frame.set_surface(before);
  frame.set_region(accessibility::Region::page);
  return {left.x, left.y, left.width, left.height - bar.height};
}

}  // namespace kiosk::ui
