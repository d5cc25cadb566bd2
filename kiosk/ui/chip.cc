#include "kiosk/ui/chip.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace kiosk::ui {
namespace {

constexpr float kIcon = 6, kPadding = 2.5f, kGap = 1.5f, kBetween = 2, kDown = 0.6f;

TextStyle chip_style() { return {.line_height = 1.15f}; }

float around(const Frame& frame) { return frame.mm(2 * kPadding + kIcon + kGap); }

struct Placed {
  Rect at;
  int line = 0;
};

// Their places, from the top left corner of all.
std::vector<Placed> place(Frame& frame, const std::vector<Chip>& chips, float width) {
  std::vector<Placed> all;
  float x = 0, y = 0, tall = 0, between = frame.mm(kBetween);
  int line = 0;
  for (const Chip& chip : chips) {
    float wide = std::min(width, frame.lay(chip.words, chip_style(), 0).width + 1 + around(frame));
    float words = frame.lay(chip.words, chip_style(), wide - around(frame)).height;
    float high = std::max(frame.mm(kIcon), words) + frame.mm(2 * kDown);
    if (x > 0 && x + wide > width + 0.5f) x = 0, y += tall + between, tall = 0, ++line;
    all.push_back({{x, y, wide, high}, line});
    x += wide + between;
    tall = std::max(tall, high);
  }
  return all;
}

void draw_chip(Frame& frame, const Chip& chip, const Rect& at) {
  Colour before = frame.surface(), plate = frame.theme().note;
  frame.node(accessibility::Role::list_item, chip.id, chip.words, at);
  frame.painter().fill(at, plate, frame.mm(2));
  frame.set_surface(plate);
  float side = frame.mm(kIcon), x = at.x + frame.mm(kPadding);
  frame.icon(chip.icon, {x, at.y + (at.height - side) / 2, side, side}, frame.theme().action);
  float width = at.width - around(frame);
  const text::Paragraph& words = frame.lay(chip.words, chip_style(), width);
  frame.text(words, {x + side + frame.mm(kGap), at.y + (at.height - words.height) / 2, width, words.height},
             chip_style());
  frame.set_surface(before);
}

}  // namespace

Box chip_row(std::vector<Chip> chips) {
  auto own = std::make_shared<const std::vector<Chip>>(std::move(chips));
  Box box;
  box.height = [=](Frame& frame, float width) {
    float bottom = 0;
    for (const Placed& one : place(frame, *own, width)) bottom = std::max(bottom, one.at.bottom());
    return bottom;
  };
  box.least = [=](Frame& frame) {
    float most = 0;
    for (const Chip& chip : *own)
      most = std::max(most, frame.widest_word(chip.words, chip_style()) + 1 + around(frame));
    return most;
  };
  box.draw = [=](Frame& frame, const Rect& at) {
    std::vector<Placed> placed = place(frame, *own, at.width);
    for (size_t i = 0; i < own->size(); ++i) {
      Rect one = placed[i].at;
      draw_chip(frame, (*own)[i], {at.x + one.x, at.y + one.y, one.width, one.height});
    }
  };
  box.split = [=](Frame& frame, float width, float room) -> std::vector<Box> {
    std::vector<Placed> placed = place(frame, *own, width);
    size_t kept = 0;
    while (kept < placed.size() && placed[kept].at.bottom() <= room + 0.5f) ++kept;
    while (kept > 0 && kept < placed.size() && placed[kept - 1].line == placed[kept].line) --kept;
    if (kept == 0 || kept >= placed.size()) return {};
    auto cut = own->begin() + static_cast<std::ptrdiff_t>(kept);
    return {chip_row({own->begin(), cut}), chip_row({cut, own->end()})};
  };
  return box;
}

}  // namespace kiosk::ui
